"""The log of all judgements: who decided what and why, and what became of it; undo, export, import."""

import io
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, session, url_for
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from rashomon.errors import SettingsError
from rashomon.model.collection import StoryEntry
from rashomon.model.judgement import Judgement
from rashomon.web.desk import Desk, judge_named, the_desk
from rashomon.web.wording import STATES, counted, sentence, short

pages = Blueprint("judgements", __name__)
PAGE = 100
_SAID = 3  # lines that could not be taken: they travel in a cookie
WHY = Length(max=2_000, message="The reason is longer than 2,000 characters.")
WHO = Length(max=200, message="The name is longer than 200 characters.")


class UndoForm(FlaskForm):  # type: ignore[misc]
    why = StringField("Why it no longer holds", [InputRequired("Say why: it stands in the record."), WHY])
    who = StringField("Who decides", [InputRequired("Say who decides."), WHO])


class BareForm(FlaskForm):  # type: ignore[misc]
    """A token and nothing else."""


@pages.get("/judgements")
def listed() -> Any:
    every = sorted(
        the_desk().book.judgements(seen_by=judge_named(), sort=False),
        key=lambda each: (each.judgement.when, each.judgement.id),
        reverse=True,
    )
    asked = {name: request.args.get(name, "")[:200] for name in ("who", "state", "what")}
    found = [each for each in every if _fits(each, asked)]
    number = min(max(1, request.args.get("page", 1, type=int) or 1), 1_000_000)
    return render_template(
        "judgements.html", found=found[(number - 1) * PAGE : number * PAGE], total=len(found), every=len(every), asked=asked, number=number,
        last=max(1, -(-len(found) // PAGE)), states=STATES, makers=sorted({each.judgement.who for each in every}),
        kinds=sorted({each.judgement.what for each in every}), bare=BareForm(formdata=None),
    )  # fmt: skip


def _fits(each: Any, asked: dict[str, str]) -> bool:
    own = {"who": each.judgement.who, "state": each.state, "what": each.judgement.what}
    return all(not value or own[name] == value for name, value in asked.items())


@pages.route("/judgements/<name>/undo", methods=["GET", "POST"])
def undo(name: str) -> Any:
    desk = the_desk()
    found = [each for each in desk.book.judgements(seen_by=judge_named(), sort=False) if each.judgement.id == name]
    if not found:
        raise SettingsError("The casebook has no judgement of this id.")
    form, error = UndoForm(), None
    if request.method == "GET":
        form.who.data = session.get("who", "")
    elif form.validate_on_submit():
        session["who"] = form.who.data
        try:
            made = desk.book.undo(name, why=form.why.data, by=form.who.data)
        except SettingsError as wrong:
            error = sentence(wrong)
        else:
            flash(f"Taken back, as {short(made.id)}. Both stay in the log.")
            for each in _stories(desk, found[0].judgement):
                desk.read(each.id, f"Bringing “{each.title}” up to date")
            return redirect(url_for("judgements.listed"))
    return render_template("undo.html", one=found[0], form=form, error=error), 400 if request.method == "POST" else 200


def _stories(desk: Desk, judgement: Judgement) -> list[StoryEntry]:
    """The stories that were read of which it decides something: those of its first report, claim or words."""
    first = judgement.on[0].partition("@")[0]
    try:
        found = desk.book.where(first) if first.startswith("cla") else (desk.book.story(first),)
    except SettingsError:
        return []
    return [each for each in found if each.read]


@pages.get("/judgements.jsonl")
def export() -> Any:
    content = the_desk().book.export_judgements()
    return send_file(
        io.BytesIO(content), mimetype="application/x-ndjson", as_attachment=True, download_name="judgements.jsonl"
    )


@pages.post("/judgements/import")
def take() -> Any:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise SettingsError("Choose a file of judgements (JSONL), as the export writes it.")
    done = the_desk().book.import_judgements(sent.stream)
    known = f", {done.known:,} there before" if done.known else ""
    flash(f"{counted(done.new, 'judgement')} added{known}.")
    for row in done.rejected[:_SAID]:
        flash(row.error[:200])
    if done.refused > _SAID:
        flash(f"And {done.refused - _SAID:,} more lines that are no judgements.")
    return redirect(url_for("judgements.listed"))
