"""Judging: one form for whatever can be judged, with what the record has of it above."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for

from rashomon.errors import NothingReadError, SettingsError
from rashomon.web.desk import BusyError, Desk, judge_named, the_desk
from rashomon.web.judgeable import ACTS, Subject
from rashomon.web.judgeform import JudgeForm
from rashomon.web.subjects import subject
from rashomon.web.wording import days, sentence, short

pages = Blueprint("judging", __name__)
_STORIES = 500  # that are offered to be joined


@pages.route("/judge", methods=["GET", "POST"])
def judge() -> Any:
    desk = the_desk()
    asked = {name: request.values.get(name, "").strip()[:300] for name in ("story", "of", "on")}
    if asked["of"] not in ACTS or not asked["on"]:
        abort(404)
    story = asked["story"] or asked["on"]
    record = desk.record(story) if asked["of"] != "outlet" else None
    if record is None and asked["of"] != "outlet":
        entry = desk.book.story(story)
        return render_template(
            "unread.html", entry=entry, job=desk.jobs.on(entry.id, judge_named())
        ), 409 if request.method == "POST" else 200
    one = subject(asked["of"], asked["on"], record, _stories(desk) if asked["of"] == "story" else ())
    form = JudgeForm(meta={"csrf": True})
    form.choose(one)
    if request.method == "GET":
        form.who.data = session.get("who", "")
        form.act.data = request.args.get("act") or one.acts[0].key
    elif form.validate_on_submit():
        try:
            return _decided(desk, one, form, asked)
        except (SettingsError, NothingReadError, BusyError) as error:
            form.form_errors = [sentence(error)]
    code = 400 if request.method == "POST" else 200
    return render_template("judge.html", one=one, form=form, asked=asked, errors=form.said()), code


def _stories(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Those that a story can be joined with, the latest first."""
    found = desk.book.find(limit=_STORIES, newest=True).stories
    return tuple((each.id, f"{each.title} ({days(each)})") for each in found)


def _decided(desk: Desk, one: Subject, form: JudgeForm, asked: dict[str, str]) -> Any:
    story = asked["story"] or None
    session["who"] = form.who.data
    act = next(each for each in one.acts if each.key == form.act.data)
    made = desk.judged(story, lambda: act.decide(desk.book, one, form.values(), story))
    flash(f"Noted as {short(made.id)}. It holds from now on, and stands in the log.")
    if one.of == "outlet" and story is None:
        return redirect(url_for("judgements.listed"))
    return after(desk, one.report or asked["story"] or asked["on"], asked["on"] if one.of == "finding" else None)


def after(desk: Desk, near: str, place: str | None = None) -> Any:
    """To the story, and the place in it, which is brought up to date in the background."""
    job = desk.read(near, "Bringing the record up to date")
    return redirect(url_for("story.shown", name=job.on or near, _anchor=place))
