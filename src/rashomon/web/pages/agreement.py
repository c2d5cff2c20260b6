"""Coders of one story: who codes it, how far they agree, on what they differ, and how that is settled."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from rashomon.errors import SettingsError
from rashomon.model.agreement import Agreement
from rashomon.web.desk import judge_named, the_desk
from rashomon.web.pages.judgements import WHO, WHY
from rashomon.web.wording import sentence, short

pages = Blueprint("agreement", __name__)
_SHOWN = 100  # differences


class DecisionForm(FlaskForm):  # type: ignore[misc]
    why = StringField("Why", [InputRequired("Say why: it stands in the log."), WHY])
    who = StringField("Who decides", [InputRequired("Say who decides."), WHO])


class CodersForm(DecisionForm):
    coders = StringField("Coders, with commas between", [InputRequired("Name two coders or more."), Length(max=2_000)])


@pages.get("/agreement")
def shown() -> Any:
    return _page(request.args.get("story", "").strip()[:200])


def _page(
    story: str, coders: CodersForm | None = None, decision: DecisionForm | None = None, error: str | None = None
) -> Any:
    desk = the_desk()
    by = tuple(name.strip() for name in request.args.getlist("by") if name.strip())
    entry = desk.book.story(story) if story else None
    found = _agreement(story, by) if entry else None
    judged = [] if entry else [each for each in desk.book.find().stories if each.read]
    who = session.get("who", "")
    return render_template(
        "agreement.html", entry=entry, found=found, stories=judged[:200], by=by, error=error, most=_SHOWN,
        coders=coders or CodersForm(formdata=None, who=who), decision=decision or DecisionForm(formdata=None, who=who),
    ), 400 if error else 200  # fmt: skip


def _agreement(story: str, by: tuple[str, ...]) -> Agreement:
    desk = the_desk()
    return desk.judged(None, lambda: desk.book.agreement(story, by, seen_by=judge_named()))


@pages.post("/agreement/code")
def code() -> Any:
    """Names the coders of a story."""
    story, form = request.form.get("story", "")[:200], CodersForm()
    if not form.validate_on_submit():
        return _page(story, coders=form, error=_first(form))
    session["who"] = form.who.data
    names = [name.strip() for name in form.coders.data.split(",") if name.strip()]
    return _done(story, lambda book: book.code(story, *names, why=form.why.data, by=form.who.data))


@pages.post("/agreement/done")
def done() -> Any:
    """Says that a coder is through with a story."""
    story, form = request.form.get("story", "")[:200], DecisionForm()
    if not form.validate_on_submit():
        return _page(story, decision=form, error=_first(form))
    session["who"] = form.who.data
    return _done(story, lambda book: book.done(story, why=form.why.data, by=form.who.data))


@pages.post("/agreement/adjudicate")
def adjudicate() -> Any:
    """Settles what coders differ on, as one of them has it."""
    story, form = request.form.get("story", "")[:200], DecisionForm()
    taken = request.form.get("judgement", "")[:200]
    if not taken or not form.validate_on_submit():
        return _page(story, decision=form, error=_first(form) or "Choose the judgement that is to hold.")
    session["who"] = form.who.data
    return _done(story, lambda book: book.adjudicate(taken, why=form.why.data, by=form.who.data))


def _first(form: FlaskForm) -> str | None:
    return next((str(error) for errors in form.errors.values() for error in errors), None)


def _done(story: str, decide: Any) -> Any:
    desk = the_desk()
    try:
        made = decide(desk.book)
    except SettingsError as wrong:
        return _page(story, error=sentence(wrong))
    for each in made if isinstance(made, tuple) else (made,):
        flash(f"Noted as {short(each.id)}.")
    return redirect(url_for("agreement.shown", story=story))
