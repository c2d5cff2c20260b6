"""One story: the page of its record where it was read, else what is known without reading."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for

from rashomon.web.desk import judge_named, the_desk

pages = Blueprint("story", __name__)


@pages.get("/stories/<name>")
def shown(name: str) -> Any:
    desk = the_desk()
    job = desk.jobs.on(name, judge_named())
    if job is None and name.startswith("rep"):
        return redirect(url_for("story.shown", name=desk.book.story(name).id))
    record = None if job else desk.record(name)
    if record is not None:
        return Response(desk.drawn.of(record), mimetype="text/html")
    return render_template("story.html", entry=desk.book.story(name), job=job, last=desk.jobs.last_on(name), name=name)


@pages.post("/stories/<name>/read")
def read(name: str) -> Any:
    desk = the_desk()
    entry = desk.book.story(name)
    desk.read(entry.id, f"Reading “{entry.title}”")
    return redirect(url_for("story.shown", name=entry.id))
