"""What came in and what changed, since yesterday or a chosen time."""

from typing import Any

from flask import Blueprint, render_template, request

from rashomon.errors import SettingsError
from rashomon.web.desk import judge_named, the_desk
from rashomon.web.pages.stories import yesterday
from rashomon.web.wording import sentence

pages = Blueprint("news", __name__)
SHOWN = 100  # of each list


@pages.get("/news")
def shown() -> Any:
    since = request.args.get("since", "").strip()[:40] or yesterday()
    try:
        news, error = the_desk().book.news(since, seen_by=judge_named()), None
    except SettingsError as wrong:
        news, error = None, sentence(wrong)
    return render_template("news.html", since=since, news=news, error=error, most=SHOWN), 400 if error else 200
