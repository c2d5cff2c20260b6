"""A report laid out for this stage: its sentences with their readings, and the named things in each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.spans import named
from rashomon.text.segment import sentences


@dataclass(frozen=True)
class Line:
    """One sentence, `start` its offset in the report's text."""

    start: int
    reading: Reading
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Page:
    report: Report
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Named:
    """A named thing where it stands: `start`/`end` in the report's text; `line` and token places point into its page."""

    report: str
    line: int
    start: int
    end: int
    found: Found
    kind: str

    @property
    def text(self) -> str:
        return self.found.text

    def of_kind(self, kind: str) -> "Named":
        return replace(self, kind=kind)


def page_of(report: Report, readings: Mapping[str, Reading], cache: dict[str, tuple[Found, ...]]) -> Page:
    lines = []
    for start, end in sentences(report.text):
        reading = readings.get(report.text[start:end])
        if reading is not None:
            if reading.text not in cache:
                cache[reading.text] = tuple(named(reading))
            lines.append(Line(start, reading, cache[reading.text]))
    return Page(report, tuple(lines))


def named_of(page: Page) -> list[Named]:
    out = []
    for index, line in enumerate(page.lines):
        for found in line.found:
            first, last = line.reading.tokens[found.first], line.reading.tokens[found.last - 1]
            out.append(Named(page.report.id, index, line.start + first.start, line.start + last.end, found, found.kind))
    return out
