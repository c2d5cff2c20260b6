"""A story's record as files: in every form that it can be written in, and with care where it is to be given away."""

import io
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for

from rashomon.casebook import to_json
from rashomon.model.record import Record
from rashomon.publish import page
from rashomon.publish.codebooks import FORMS, written
from rashomon.web.desk import the_desk
from rashomon.web.wording import file_name

pages = Blueprint("downloads", __name__)
_JSON = "json"
SAYS = {_JSON: "the record itself, every table (JSON)", **{name: form.says for name, form in FORMS.items()}}
# Ending and media type of what is no CSV.
_KINDS = {
    _JSON: ("json", "application/json"), "html": ("html", "text/html"), "markdown": ("md", "text/markdown"),
    "annotations": ("jsonld", "application/ld+json"), "geojson": ("geojson", "application/geo+json"),
}  # fmt: skip
_NAMES = 200  # of persons that are decided on


@pages.get("/stories/<name>/downloads")
def listed(name: str) -> Any:
    desk = the_desk()
    return render_template(
        "downloads.html", entry=desk.book.story(name), read=desk.record(name) is not None, forms=SAYS
    )


@pages.route("/stories/<name>/download", methods=["GET", "POST"])
def download(name: str) -> Any:
    """By POST as the form sends it, so that no name that is to be replaced stands in an address or in a browser's history."""
    form = request.values.get("form", "")
    if form not in SAYS:
        abort(404)
    record = the_desk().record(name)
    if record is None:
        return redirect(url_for("story.shown", name=name))
    record = with_care(record)
    content = to_json(record) if form == _JSON else written(record, form)
    ending, media = _KINDS.get(form, ("csv", "text/csv"))
    called = file_name(page.title(record), ending)
    return send_file(io.BytesIO(content), mimetype=media, as_attachment=True, download_name=called)


def with_care(record: Record) -> Record:
    """The record as it may be put out, by what was asked."""
    if request.values.get("redact"):
        from rashomon.publish.careful.redact import RedactSettings, redact

        record = redact(record, RedactSettings(public=_named("public"), private=_named("private")))
    if request.values.get("excerpts"):
        from rashomon.publish.careful.excerpts import excerpt

        record = excerpt(record)
    return record


def _named(field: str) -> tuple[str, ...]:
    """Persons, with commas between."""
    return tuple(name.strip() for name in request.values.get(field, "")[:5_000].split(",") if name.strip())[:_NAMES]
