"""Errors as pages: what was wrong and what to do, in a sentence; no trace, no path."""

import logging
from typing import Any

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from rashomon.errors import NothingReadError, RashomonError, SettingsError
from rashomon.web.desk import BusyError, the_desk
from rashomon.web.jobs import FullError
from rashomon.web.wording import sentence, size

_LOG = logging.getLogger(__name__)
_SAID: dict[int, tuple[str, str]] = {
    400: ("This could not be understood", "Go back and send it again."),
    401: ("Log in first", "The desk asks for its password."),
    403: ("Not allowed", "Nothing was changed."),
    404: ("There is no such page", "The address may be old; the stories lead on."),
    405: ("Not in this way", "This address changes something and takes what a form sends, or it takes nothing at all."),
    413: ("Too large", ""),
    421: ("Not under this name", "Call the desk by the address that it printed when it was started."),
    429: ("Too many tries", "Wait a little."),
}


def install(app: Flask) -> None:
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RashomonError, _ours)
    app.register_error_handler(Exception, _unforeseen)


def _page(code: int, title: str, text: str) -> tuple[str, int]:
    return render_template("error.html", title=title, text=text), code


def _forged(error: CSRFError) -> Any:
    return _page(
        400,
        "Nothing was changed",
        "The form was too old, or was not the desk's own. Open the page again, and send it from there.",
    )


def _http(error: HTTPException) -> Any:
    code = error.code or 500
    if code < 400:
        return error
    title, text = _SAID.get(code, ("This did not work", "Go back and try again."))
    if code == 413:
        limits = the_desk().limits
        text = (
            f"One upload may have {size(limits.upload)} and {limits.files:,} files, and what is typed or pasted "
            f"{size(limits.pasted)}. Send less at once, or use `rashomon add`. Nothing was added."
        )
    if code in (403, 429) and error.description and error.description != type(error).description:
        text = error.description
    return _page(code, title, text)


def _ours(error: RashomonError) -> Any:
    if isinstance(error, (BusyError, FullError)):
        return _page(503, "The desk is busy", sentence(error))
    if isinstance(error, (SettingsError, NothingReadError)):
        return _page(
            404 if request.method == "GET" else 400,
            "This was not found" if request.method == "GET" else "This cannot be done",
            sentence(error),
        )
    return _page(503, "This did not work", sentence(error))


def _unforeseen(error: Exception) -> Any:
    _LOG.exception("A page of the desk failed: %s %s", request.method, request.path)
    return _page(500, "Something went wrong", sentence(error))
