"""Takes page furniture out of a report's paragraphs, zone by zone: the rules for one line stand in `rules.py`.

Careful in the middle of a text, generous at its head and end: a paragraph that reads as prose (`is_prose`) is taken out only
where a rule is sure of it, and everything that is taken out stays on file as `Furniture`.
"""

from collections import Counter
from typing import NamedTuple

from rashomon.model.report import Furniture
from rashomon.stages.intake.line import Line, count_words
from rashomon.stages.intake.marks import folded
from rashomon.stages.intake.rules import BODY, END, HEAD, UNREAD, Found, found_anywhere, kind_of_line
from rashomon.stages.intake.settings import IntakeSettings

_HEAD_ONLY = frozenset({"byline", "breadcrumb"})
# Behind a mark of these kinds an article is over, where little is left.
_CLOSING = frozenset({"related", "comment", "source"})


class Stripped(NamedTuple):
    """The paragraphs that are the report's, what was taken out in order, and the headline found on the page."""

    kept: list[str]
    furniture: tuple[Furniture, ...]
    headline: str | None


def strip(texts: list[str], title: str | None, settings: IntakeSettings) -> Stripped:
    """The lines without furniture. `title` is the page's own where it is known beforehand."""
    lines = [Line(text) for text in texts]
    found = [found_anywhere(line) if len(line) <= settings.max_line else UNREAD for line in lines]
    kinds = [kind_of_line(line, HEAD, one) for line, one in zip(lines, found, strict=True)]
    first, last = _body(lines, kinds, found)
    kinds = [kind or (kind_of_line(lines[at], END, found[at]) if at > last else None) for at, kind in enumerate(kinds)]
    kinds = [None if kind in _HEAD_ONLY and at > first + 1 and at <= last else kind for at, kind in enumerate(kinds)]
    kinds = [
        kind or (kind_of_line(lines[at], BODY, found[at]) if at > first else None) for at, kind in enumerate(kinds)
    ]
    _close(lines, kinds, settings)
    headline = title or _headline(lines, kinds, first)
    if headline:
        _mark_headings(lines, kinds, first, headline)
    kept = [text for text, kind in zip(texts, kinds, strict=True) if kind is None]
    gone = tuple(Furniture(text=text, kind=kind) for text, kind in zip(texts, kinds, strict=True) if kind)
    return Stripped(kept, gone, headline)


def _body(lines: list[Line], kinds: list[str | None], found: list[Found]) -> tuple[int, int]:
    """The first and the last line that read as prose and are no furniture, at the end of a page either; (0, end) where none does."""

    def is_text(at: int) -> bool:
        return kinds[at] is None and lines[at].is_prose and kind_of_line(lines[at], END, found[at]) is None

    first = next(filter(is_text, range(len(lines))), None)
    if first is None:
        return 0, len(lines) - 1
    return first, next(filter(is_text, range(len(lines) - 1, first, -1)), first)


def _close(lines: list[Line], kinds: list[str | None], settings: IntakeSettings) -> None:
    """Marks what stands behind the mark that ends the article: all that is no prose, and prose too among comments."""
    if _CLOSING.isdisjoint(kinds):
        return
    words = [count_words(line.text) if kind is None else 0 for line, kind in zip(lines, kinds, strict=True)]
    total, before, closing = sum(words), 0, ""
    for at, line in enumerate(lines):
        kind = kinds[at]
        if kind in _CLOSING and before and total - before <= settings.closing_share * before:
            closing = "other" if kind == "source" and not closing else closing if kind == "source" else kind or ""
        elif closing and kind is None and (closing == "comment" or not line.is_prose):
            kinds[at] = "promotion" if len(line) > 100 and closing != "comment" else closing
        before += words[at]


def _headline(lines: list[Line], kinds: list[str | None], first: int) -> str | None:
    """The line above the text that stands twice, else the first of at least four words."""
    above = [line for at, line in enumerate(lines[:first]) if kinds[at] is None and len(line) < 250]
    counts = Counter(line.folded for line in above)
    twice = next((line.text for line in above if counts[line.folded] > 1), None)
    texts = (line.text for line in above)
    return twice or next(
        (text for text in texts if len(text.split()) >= 4 and not text.endswith((".", ":", ","))), None
    )


def _mark_headings(lines: list[Line], kinds: list[str | None], first: int, headline: str) -> None:
    """The headline, wherever it stands above the text (or right below its start), and short section names above it."""
    name = folded(headline)
    same = [_is_heading(line, name) for line in lines[: first + 3]]
    seen = same.index(True) if True in same else None
    for at, line in enumerate(lines[: first + 3]):
        if kinds[at] is None and same[at]:
            kinds[at] = "headline"
        elif kinds[at] is None and seen is not None and at < min(seen, first) and len(line.text.split()) <= 4:
            kinds[at] = "breadcrumb"


def _is_heading(line: Line, headline: str) -> bool:
    """Whether the line is the headline (folded), or its first words."""
    low = line.folded
    return low == headline or (len(low) < 250 and headline.startswith(low + " ") and len(low.split()) >= 4)
