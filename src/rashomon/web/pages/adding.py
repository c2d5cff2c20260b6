"""Adding reports by upload or paste, and how far what runs in the background is."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import IO, Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField, StringField, TextAreaField
from wtforms.validators import Length

from rashomon.fetch.kinds import READABLE
from rashomon.model.collection import StoryEntry
from rashomon.web.desk import Desk, the_desk
from rashomon.web.jobs import DONE, Job, Tell

pages = Blueprint("adding", __name__)
_LISTED = 200
_IN_MEMORY = 1_000_000  # bytes of an upload; what is larger lies on disk until it is read
_NAME = 200  # characters of a file's name


class UploadForm(FlaskForm):  # type: ignore[misc]
    files = MultipleFileField("Files")


class PasteForm(FlaskForm):  # type: ignore[misc]
    text = TextAreaField("Text")
    title = StringField("Headline", [Length(max=500, message="The headline is longer than 500 characters.")])
    outlet = StringField("Outlet", [Length(max=200, message="The outlet's name is longer than 200 characters.")])
    url = StringField("Address (URL)", [Length(max=2_000, message="The address is longer than 2,000 characters.")])
    published = StringField("Published", [Length(max=60, message="A day or a time is wanted.")])


@pages.get("/add")
def form() -> Any:
    return _forms(UploadForm(formdata=None), PasteForm(formdata=None))


def _forms(upload: UploadForm, paste: PasteForm, code: int = 200) -> Any:
    limits = the_desk().limits
    return render_template("add.html", upload=upload, paste=paste, limits=limits, readable=READABLE), code


@pages.post("/add/files")
def files() -> Any:
    sent = [each for each in request.files.getlist("files") if each.filename]
    upload, desk = UploadForm(), the_desk()
    if not sent:
        upload.files.errors = ["Choose one file or more."]
    elif len(sent) > desk.limits.files:
        upload.files.errors = [
            f"These are {len(sent):,} files; {desk.limits.files:,} is the most at once. Put them into a .zip, or send some."
        ]
    if upload.files.errors:
        return _forms(upload, PasteForm(formdata=None), 400)
    kept = [(_named(each), _kept(each)) for each in sent]
    title = f"Adding {kept[0][0]}" if len(kept) == 1 else f"Adding {len(kept):,} files"
    return _begin(kept, title)


@pages.post("/add/text")
def text() -> Any:
    paste = PasteForm()
    words = (paste.text.data or "").strip()
    valid = paste.validate_on_submit()
    if not words:
        paste.text.errors = ["Paste the report's text."]
    if not words or not valid:
        return _forms(UploadForm(formdata=None), paste, 400)
    fields = {name: (paste[name].data or "").strip() for name in ("title", "outlet", "url", "published")}
    row = {
        "id": fields["title"] or " ".join(words.split()[:8])[:80],
        "text": words,
        **{name: value for name, value in fields.items() if value},
    }
    stream = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed when it is read)
    stream.write(json.dumps(row).encode())
    stream.seek(0)
    return _begin([("pasted.jsonl", stream)], f"Adding “{row['id']}”")


def _named(sent: FileStorage) -> str:
    """The file's name alone: a browser may send folders with it, and a hostile one anything."""
    name = PurePosixPath((sent.filename or "").replace("\\", "/")).name
    plain = "".join(c for c in name if c.isprintable()).strip()
    return plain[-_NAME:] or "file.txt"


def _kept(sent: FileStorage) -> IO[bytes]:
    """The upload, beyond the call that brought it."""
    stream = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (closed when it is read)
    sent.save(stream)
    stream.seek(0)
    return stream


def _begin(kept: Iterable[tuple[str, Any]], title: str) -> Any:
    desk = the_desk()

    def work(tell: Tell) -> dict[str, Any]:
        try:
            added = desk.book.add(files=kept, progress=tell)
        finally:
            for _, stream in kept:
                stream.close()
        desk.book.sort(progress=tell)
        return {"added": added, "stories": _came_into(desk, added.new)}

    job = desk.jobs.submit("add", title, work)
    return redirect(url_for("adding.job", name=job.id))


def _came_into(desk: Desk, reports: Iterable[str]) -> list[tuple[StoryEntry, int]]:
    """The stories of these reports, with how many came into each."""
    new = set(reports)
    found = [(story, len(new.intersection(story.reports))) for story in desk.book.find().stories]
    return [(story, count) for story, count in found if count]


# --- how far it is ------------------------------------------------------------------------------------------------------


@pages.get("/jobs/<name>")
def job(name: str) -> Any:
    one = _job(name)
    if one.on and one.state == DONE:
        return redirect(url_for("story.shown", name=one.on))
    if one.kind == "sort" and one.state == DONE:
        return redirect(url_for("stories.listed"))
    return render_template("job.html", job=one, most=_LISTED)


@pages.get("/jobs/<name>.json")
def progress(name: str) -> Any:
    return jsonify(_job(name).told())


def _job(name: str) -> Job:
    found = the_desk().jobs.get(name)
    if found is None:
        abort(404)
    return found
