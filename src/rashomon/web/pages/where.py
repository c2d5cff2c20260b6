"""From an id, wherever one stands, to the page that shows what it means."""

from typing import Any

from flask import Blueprint, abort, redirect, url_for

from rashomon.web.desk import the_desk

pages = Blueprint("where", __name__)


@pages.get("/where/<name>")
def leads(name: str) -> Any:
    """A report and a story to their own page, a claim, finding and entity to that of their story; words (`REPORT@START-END`) to their report."""
    own = name.partition("@")[0]
    kind = own[:3]
    if kind == "rep":
        return redirect(url_for("report.shown", name=own))
    if kind == "sto":
        return redirect(url_for("story.shown", name=own))
    if kind == "jud":
        return redirect(url_for("judgements.listed", _anchor=own))
    stories = the_desk().book.where(own) if kind in ("cla", "fin", "ent") else ()
    if not stories:
        abort(404)
    return redirect(url_for("story.shown", name=stories[0].id, _anchor=own if kind == "fin" else None))
