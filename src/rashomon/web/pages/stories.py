"""The stories of the casebook: found by words, place, party, status and time."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for

from rashomon.errors import SettingsError
from rashomon.web.desk import the_desk
from rashomon.web.wording import STATUSES, sentence

pages = Blueprint("stories", __name__)
PAGE = 50
_ASKED = ("text", "place", "party", "status", "since", "until")
_LONGEST = 200


@pages.get("/")
def listed() -> Any:
    asked = {name: request.args.get(name, "").strip()[:_LONGEST] for name in _ASKED}
    new, oldest = bool(request.args.get("new")), request.args.get("order") == "oldest"
    number = max(1, request.args.get("page", 1, type=int) or 1)
    number = min(number, 1_000_000)
    error, found = None, None
    desk = the_desk()
    try:
        found = desk.book.find(
            **{name: value or None for name, value in asked.items() if name != "text"},
            text=asked["text"],
            new_since=yesterday() if new else None,
            limit=PAGE,
            offset=(number - 1) * PAGE,
            newest=not oldest,
        )
    except SettingsError as wrong:
        error = sentence(wrong)
    shown = {
        **{name: value for name, value in asked.items() if value},
        **({"new": "1"} if new else {}),
        **({"order": "oldest"} if oldest else {}),
    }
    return render_template(
        "stories.html", found=found, asked=asked, new=new, oldest=oldest, error=error, statuses=STATUSES, number=number,
        last=max(1, -(-found.total // PAGE)) if found else 1, at=lambda n: f"/?{urlencode({**shown, 'page': n})}", filtered=bool(shown),
        sorting=next((job for job in desk.jobs.under_way() if job.kind == "sort"), None),
    ), 400 if error else 200  # fmt: skip


@pages.post("/sort")
def sort() -> Any:
    """Puts what was added, or judged, into stories."""
    the_desk().sort()
    return redirect(url_for("stories.listed"))


def yesterday() -> str:
    """The day before this one (UTC), from its midnight on."""
    return (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
