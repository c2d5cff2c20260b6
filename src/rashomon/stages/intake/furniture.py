"""Takes page furniture out of a report's paragraphs, zone by zone: the rules for one line stand in `rules.py`.

Careful in the middle of a text, generous at its head and end: a paragraph that reads as prose (`is_prose`) is taken out only
where a rule is sure of it, and everything that is taken out stays on file as `Furniture`.
"""

from typing import NamedTuple

from rashomon.model.report import Furniture
from rashomon.stages.intake.marks import folded
from rashomon.stages.intake.rules import BODY, END, HEAD, count_words, is_prose, kind_of_line
from rashomon.stages.intake.settings import IntakeSettings

_HEAD_ONLY = frozenset({"byline", "breadcrumb"})
# Behind a mark of these kinds an article is over, where little is left.
_CLOSING = frozenset({"related", "comment", "source"})


class Stripped(NamedTuple):
    """The paragraphs that are the report's, what was taken out in order, and the headline found on the page."""

    kept: list[str]
    furniture: tuple[Furniture, ...]
    headline: str | None


def strip(lines: list[str], title: str | None, settings: IntakeSettings) -> Stripped:
    """The lines without furniture. `title` is the page's own where it is known beforehand."""
    kinds = _kinds(lines, HEAD, settings)
    at_end = _kinds(lines, END, settings)
    first, last = _body(lines, [kind or end for kind, end in zip(kinds, at_end, strict=True)])
    kinds = [kind or (at_end[at] if at > last else None) for at, kind in enumerate(kinds)]
    kinds = [None if kind in _HEAD_ONLY and at > first + 1 and at <= last else kind for at, kind in enumerate(kinds)]
    in_body = _kinds(lines[first + 1 :], BODY, settings)
    kinds[first + 1 :] = [kind or body for kind, body in zip(kinds[first + 1 :], in_body, strict=True)]
    _close(lines, kinds, settings)
    headline = title or _headline(lines, kinds, first)
    if headline:
        _mark_headings(lines, kinds, first, headline)
    kept = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    gone = tuple(Furniture(text=line, kind=kind) for line, kind in zip(lines, kinds, strict=True) if kind)
    return Stripped(kept, gone, headline)


def _kinds(lines: list[str], zone: str, settings: IntakeSettings) -> list[str | None]:
    return [kind_of_line(line, zone) if len(line) <= settings.max_line else None for line in lines]


def _body(lines: list[str], kinds: list[str | None]) -> tuple[int, int]:
    """The first and the last line that read as prose and are no furniture; (0, end) where none does."""
    prose = [at for at, line in enumerate(lines) if kinds[at] is None and is_prose(line)]
    return (prose[0], prose[-1]) if prose else (0, len(lines) - 1)


def _close(lines: list[str], kinds: list[str | None], settings: IntakeSettings) -> None:
    """Marks what stands behind the mark that ends the article: all that is no prose, and prose too among comments."""
    words = [count_words(line) if kind is None else 0 for line, kind in zip(lines, kinds, strict=True)]
    total, before, closing = sum(words), 0, ""
    for at, line in enumerate(lines):
        kind = kinds[at]
        if kind in _CLOSING and before and total - before <= settings.closing_share * before:
            closing = "other" if kind == "source" and not closing else closing if kind == "source" else kind or ""
        elif closing and kind is None and (closing == "comment" or not is_prose(line)):
            kinds[at] = "promotion" if len(line) > 100 and closing != "comment" else closing
        before += words[at]


def _headline(lines: list[str], kinds: list[str | None], first: int) -> str | None:
    """The line above the text that stands twice, else the first of at least four words."""
    above = [line for at, line in enumerate(lines[:first]) if kinds[at] is None and len(line) < 250]
    twice = next((line for line in above if sum(folded(line) == folded(other) for other in above) > 1), None)
    return twice or next(
        (line for line in above if len(line.split()) >= 4 and not line.endswith((".", ":", ","))), None
    )


def _mark_headings(lines: list[str], kinds: list[str | None], first: int, headline: str) -> None:
    """The headline, wherever it stands above the text (or right below its start), and short section names above it."""
    seen = next((at for at, line in enumerate(lines[: first + 3]) if _same_heading(line, headline)), None)
    for at, line in enumerate(lines[: first + 3]):
        if kinds[at] is None and _same_heading(line, headline):
            kinds[at] = "headline"
        elif kinds[at] is None and seen is not None and at < min(seen, first) and len(line.split()) <= 4:
            kinds[at] = "breadcrumb"


def _same_heading(line: str, headline: str) -> bool:
    line, headline = folded(line), folded(headline)
    return line == headline or (len(line.split()) >= 4 and len(line) < 250 and headline.startswith(line + " "))
