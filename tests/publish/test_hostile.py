"""Every form that a record is put out in is proof against what reports may bring along."""

import csv
import importlib.util
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rashomon.model.record import Record
from rashomon.publish.markdown import render as markdown
from rashomon.publish.page import render
from rashomon.publish.tables import findings_csv
from rashomon.publish.terminal import summary

_SPEC = importlib.util.spec_from_file_location("hostile_words", Path(__file__).parent / "hostile.py")
assert _SPEC and _SPEC.loader
words: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(words)
_STEERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ELEMENTS = {"img", "iframe", "object", "embed", "base", "form", "math", "audio", "video", "a"}


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(page)
    return parser.found


@pytest.fixture
def hostile(record: Record) -> Record:
    made: Record = words.hostile(record)
    return made


def test_the_page_has_no_element_of_theirs(hostile: Record, record: Record) -> None:
    def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(sorted(attributes))) for tag, attributes in elements(page)]

    assert skeleton(render(hostile)) == skeleton(render(record))


def test_the_page_has_no_handler_and_no_scheme_of_theirs(hostile: Record) -> None:
    for _, attributes in elements(render(hostile)):
        assert not [name for name in attributes if name.startswith("on")]
        assert not re.match(r"(?i)\s*(javascript|vbscript|data:text)", attributes.get("href") or "")


def test_the_page_has_one_script_of_its_own(hostile: Record) -> None:
    scripts = [attributes for tag, attributes in elements(render(hostile)) if tag == "script"]
    assert len(scripts) == 2
    assert "49" not in re.findall(r"<title>(.*?)</title>", render(hostile))[0]


def test_markdown_has_no_markup_of_theirs(hostile: Record) -> None:
    text = markdown(hostile)
    assert not re.search(r"<[a-zA-Z/!]", text)
    assert not re.search(r"(?i)(?<!\\)\]\(\s*(?:javascript|data|vbscript|//)", text)
    assert not re.search(r"!\[", text.replace("!\\[", ""))
    assert not _STEERS.search(text.replace("\u2068", "").replace("\u2069", ""))
    assert not [line for line in text.splitlines() if line.startswith(("```", "~~~", "# heading"))]


def test_markdown_rows_have_as_many_cells_as_their_heads(hostile: Record) -> None:
    width = 0
    for line in markdown(hostile).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not width or not cells or cells == width
        width = cells


def test_csv_has_no_formula_and_as_many_cells_in_each_row(hostile: Record) -> None:
    head, *rows = csv.reader(io.StringIO(findings_csv(hostile), newline=""))
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_terminal_is_not_steered(hostile: Record) -> None:
    for colour in (False, True):
        told = re.sub(r"\x1b\[[0-9;]*m", "", summary(hostile, 100, colour)) if colour else summary(hostile, 100, colour)
        assert not _STEERS.search(told)
        assert max(map(len, told.splitlines())) <= 110


@pytest.mark.parametrize("opening", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_a_value_that_opens_like_a_formula_is_words(opening: str, record: Record) -> None:
    made: Record = words.hostile(record, "")
    finding = msgspec.structs.replace(made.findings[0], question=opening)
    rows = list(csv.reader(io.StringIO(findings_csv(msgspec.structs.replace(made, findings=(finding,))), newline="")))
    cell = rows[1][rows[0].index("question")]
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_a_megabyte_of_title_is_drawn_in_time(record: Record) -> None:
    made: Record = words.hostile(record, "<x>" * 300_000)
    assert len(render(made)) < 60_000_000
    assert len(summary(made, 100, False)) < 100_000
