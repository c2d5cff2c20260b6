"""The page of a record: one self-contained HTML file that draws itself from the record embedded in it.

No network: styles, script and fonts stand inside. Titles and texts of reports are hostile input, so there are three walls:
the record is embedded packed, in letters and digits; the script escapes whatever it puts on the page
(js/markup.js); and the Content-Security-Policy lets only this very script run, by its digest, and no inline handler.
"""

import base64
import gzip
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from rashomon.model.record import Record
from rashomon.publish.careful.told import told
from rashomon.publish.days import in_words
from rashomon.publish.outlines import sheets

ROOM = Path(__file__).parent
STYLES = ("tokens", "frame", "head", "matrix", "evidence", "figures", "days", "course", "lineage", "views", "places", "judgements", "reports", "desk", "narrow", "print")  # fmt: skip
SCRIPTS = (
    "markup", "record", "words", "scripts", "desk", "numbers", "check", "story", "order", "columns", "head", "cells", "matrix", "evidence", "histogram", "figures",
    "days", "course", "origins", "lineage", "together", "wording", "statements", "map", "places", "gaps", "judgements", "judging", "reports", "export", "keys", "router",
)  # fmt: skip

ROWS = ("ucdp", "acled", "hxl", "geojson")  # forms of publish/codebooks, embedded ready-made


class Font(NamedTuple):
    """One font file, and the characters (CSS unicode-range) that it is asked for."""

    file: str
    family: str
    style: str
    characters: str


LATIN = "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215"
LATIN_EXTENDED = "U+100-130,U+132-151,U+154-24F,U+2B0-2BA,U+2BD-2C5,U+2C7-2D9,U+2DB,U+2DD-2FF,U+1E00-1E9E,U+20B4-20BD"
CYRILLIC = "U+301,U+400-45F,U+490-491,U+4B0-4B1,U+2116"
FONTS = (
    Font("serif-latin", "R Serif", "normal", LATIN),
    Font("serif-latin-ext", "R Serif", "normal", LATIN_EXTENDED),
    Font("serif-cyrillic", "R Serif", "normal", CYRILLIC),
    Font("sans-latin", "R Sans", "normal", LATIN),
    Font("sans-latin-ext", "R Sans", "normal", LATIN_EXTENDED),
    Font("sans-cyrillic", "R Sans", "normal", CYRILLIC),
    Font("sans-latin-italic", "R Sans", "italic", LATIN),
)


class Inside(NamedTuple):
    """Style and script as they stand in a page that is one file, each with the digest by which its policy lets it in."""

    style: str
    style_digest: str
    script: str
    script_digest: str


def render(record: Record, desk: str | None = None, index: str | None = None) -> str:
    """The whole page as one HTML file. The same record gives the same page. `index`: where the list of stories stands that it is one of.

    `desk`: where a desk serves the page, the start of its addresses ("" or "/desk"): each finding, claim, entity and report then has a
    link `{desk}/judge?story=ID&of=finding|claim|entity|report&on=ID`.
    """
    from markupsafe import Markup

    inside = Inside(Markup(style()), digest(style()), Markup(script()), digest(script()))
    return drawn(record, desk=desk, index=index, inside=inside, style_at=None, script_at=None)


def linked(record: Record, *, desk: str, style_at: str, script_at: str) -> str:
    """The page for a server, which serves `style()` and `script()` at these two addresses and says the Content-Security-Policy itself:
    `script-src 'self'; style-src 'self'; font-src data:; img-src data:` is enough, as nothing stands inline but the packed record."""
    return drawn(record, desk=desk, index=None, inside=None, style_at=style_at, script_at=script_at)


def template(name: str) -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    house = Environment(
        loader=FileSystemLoader(ROOM), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return house.get_template(name)


def drawn(record: Record, **where: object) -> str:
    page: str = template("page.html").render(
        record=record, title=title(record), published=told(record), counted=counted, made=made, data=embedded(record),
        outlines=embedded_outlines(record), rows=embedded_rows(record), **where,
    )  # fmt: skip
    return page


def title(record: Record) -> str:
    if len(record.stories) == 1:
        return record.stories[0].title
    return f"{len(record.stories)} stories" if record.stories else "No report was read"


def made(created: str) -> str:
    """ "22 November 2031, 01:39 UTC" """
    return in_words(created) + (" UTC" if created.endswith(("Z", "+00:00")) else "")


def counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def embedded(record: Record) -> str:
    """The record as JSON, packed by gzip and written in base64: a fifth of its size, and no character that HTML could read. The page's
    script unpacks it (js/record.js). No time stands in it, so that the same record gives the same page."""
    return packed(record)


def embedded_outlines(record: Record) -> str:
    """The map of each story (publish/outlines) by its id, packed as the record is; empty where no place is located."""
    found = sheets(record)
    return packed(found) if found else ""


def embedded_rows(record: Record) -> str:
    """The rows that the page's export offers beside what its script can make, packed as the record is."""
    from rashomon.publish.codebooks import FORMS

    return packed({name: FORMS[name].render(record) for name in ROWS})


def packed(value: object) -> str:
    return base64.b64encode(gzip.compress(msgspec.json.encode(value), mtime=0)).decode()


@cache
def style() -> str:
    faces = "\n".join(face(font) for font in FONTS)
    return faces + "\n" + "\n".join(read("css", f"{name}.css") for name in STYLES)


@cache
def script() -> str:
    """All rooms of the script in one closure, so that nothing of it stands in the window's global scope. The closure waits for the
    record to be unpacked."""
    rooms = "\n".join(read("js", f"{name}.js") for name in SCRIPTS)
    return f"(async () => {{\n'use strict';\n{rooms}\n}})();\n"


def digest(text: str) -> str:
    """The source expression by which a Content-Security-Policy lets this inline script or style in."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def face(font: Font) -> str:
    data = base64.b64encode((ROOM / "fonts" / f"{font.file}.woff2").read_bytes()).decode()
    return (
        f'@font-face{{font-family:"{font.family}";font-style:{font.style};font-weight:400 700;'
        f"unicode-range:{font.characters};"
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )


def read(*parts: str) -> str:
    return ROOM.joinpath(*parts).read_text(encoding="utf-8")
