"""The desk's own style and script, and the version of all that pages load."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from rashomon.publish import page

_STATIC = Path(__file__).parent / "static"


@cache
def version() -> str:
    whole = style() + script() + page.style() + page.script()
    return sha256(whole.encode()).hexdigest()[:12]


@cache
def style() -> str:
    """The page's colours, faces and frame, so that both look alike, and what the desk has beside."""
    faces = "".join(_face(each) for each in page.FONTS)
    shared = "\n".join(page.read("css", f"{name}.css") for name in ("tokens", "frame"))
    return f"{faces}\n{shared}\n{(_STATIC / 'desk.css').read_text(encoding='utf-8')}"


@cache
def script() -> str:
    return (_STATIC / "desk.js").read_text(encoding="utf-8")


def _face(font: page.Font) -> str:
    return (
        f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:400 700;font-display:swap;'
        f'unicode-range:{font.characters};src:url(/fonts/{font.file}.woff2) format("woff2")}}\n'
    )
