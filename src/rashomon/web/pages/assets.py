"""Style, script and fonts: the desk's own, and those of a record's page. Each address has a digest of what it gives."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

from rashomon.publish import page
from rashomon.web.security import KEPT

pages = Blueprint("assets", __name__)
_STATIC = Path(__file__).parent.parent / "static"


@pages.get("/assets/<digest>/desk.css")
def desk_style(digest: str) -> Response:
    return _kept(_desk_style(), "text/css")


@pages.get("/assets/<digest>/desk.js")
def desk_script(digest: str) -> Response:
    return _kept(_desk_script(), "text/javascript")


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
    answer = send_from_directory(page.ROOM / "fonts", f"{name}.woff2", mimetype="font/woff2")
    answer.headers["Cache-Control"] = KEPT
    return answer


@cache
def version() -> str:
    whole = _desk_style() + _desk_script() + page.style() + page.script()
    return sha256(whole.encode()).hexdigest()[:12]


@cache
def _desk_style() -> str:
    """The page's colours, faces and frame, so that both look alike, and what the desk has beside."""
    faces = "".join(_face(each) for each in page.FONTS)
    shared = "\n".join(page.read("css", f"{name}.css") for name in ("tokens", "frame"))
    return f"{faces}\n{shared}\n{(_STATIC / 'desk.css').read_text(encoding='utf-8')}"


@cache
def _desk_script() -> str:
    return (_STATIC / "desk.js").read_text(encoding="utf-8")


def _face(font: page.Font) -> str:
    return (
        f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:400 700;font-display:swap;'
        f'unicode-range:{font.characters};src:url(/fonts/{font.file}.woff2) format("woff2")}}\n'
    )


def _kept(text: str, media: str) -> Response:
    answer = Response(text, mimetype=media)
    answer.headers["Cache-Control"] = KEPT
    return answer
