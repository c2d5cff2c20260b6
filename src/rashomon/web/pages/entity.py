"""A person, body, place or group over all stories that were read."""

from typing import Any

from flask import Blueprint, render_template

from rashomon.web.desk import the_desk

pages = Blueprint("entity", __name__)


@pages.get("/entities/<path:name>")
def shown(name: str) -> Any:
    view = the_desk().book.entity(name)
    stories = {each.id: each for each in view.stories}
    return render_template("entity.html", view=view, stories=stories)
