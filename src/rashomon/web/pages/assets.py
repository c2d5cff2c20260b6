"""Style, script and fonts: the desk's own, and those of a record's page. Each address has a digest of what it gives."""

from flask import Blueprint, Response, abort

from rashomon.publish import page
from rashomon.web.security import KEPT
from rashomon.web.styling import script, style

pages = Blueprint("assets", __name__)


@pages.get("/assets/<digest>/desk.css")
def desk_style(digest: str) -> Response:
    return _kept(style(), "text/css")


@pages.get("/assets/<digest>/desk.js")
def desk_script(digest: str) -> Response:
    return _kept(script(), "text/javascript")


@pages.get("/assets/<digest>/page.css")
def page_style(digest: str) -> Response:
    return _kept(page.style(), "text/css")


@pages.get("/assets/<digest>/page.js")
def page_script(digest: str) -> Response:
    return _kept(page.script(), "text/javascript")


@pages.get("/fonts/<name>.woff2")
def font(name: str) -> Response:
    if name not in {each.file for each in page.FONTS}:
        abort(404)
    return _kept((page.ROOM / "fonts" / f"{name}.woff2").read_bytes(), "font/woff2")


def _kept(text: str | bytes, media: str) -> Response:
    answer = Response(text, mimetype=media)
    answer.headers["Cache-Control"] = KEPT
    return answer
