"""One story: the page of its record where it was read, else what is known without reading; and its downloads."""

import io
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file, url_for

from rashomon.casebook import to_json
from rashomon.model.record import Record
from rashomon.publish import page
from rashomon.publish.tables import findings_csv
from rashomon.web.desk import the_desk
from rashomon.web.wording import file_name

pages = Blueprint("story", __name__)
_FORMS: dict[str, tuple[str, str, Callable[[Record], bytes]]] = {
    "json": ("The record (JSON)", "application/json", to_json),
    "csv": ("The findings (CSV), a row an answer", "text/csv", lambda record: findings_csv(record).encode()),
    "html": ("The page, one file to open anywhere (HTML)", "text/html", lambda record: page.render(record).encode()),
}


@pages.get("/stories/<name>")
def shown(name: str) -> Any:
    desk = the_desk()
    job = desk.jobs.on(name)
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


@pages.get("/stories/<name>/downloads")
def downloads(name: str) -> Any:
    return render_template(
        "downloads.html", entry=the_desk().book.story(name), read=the_desk().record(name) is not None, forms=_FORMS
    )


@pages.get("/stories/<name>/download")
def download(name: str) -> Any:
    kind = request.args.get("form", "")
    if kind not in _FORMS:
        abort(404)
    record = the_desk().record(name)
    if record is None:
        return redirect(url_for("story.shown", name=name))
    if request.args.get("excerpts"):
        from rashomon.publish.careful.excerpts import excerpt

        record = excerpt(record)
    _, media, written = _FORMS[kind]
    return send_file(
        io.BytesIO(written(record)),
        mimetype=media,
        as_attachment=True,
        download_name=file_name(page.title(record), kind),
    )
