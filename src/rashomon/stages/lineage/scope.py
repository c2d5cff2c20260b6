"""Which words of a report a credit is for: the whole text, or the sentences that are given under its name."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from rashomon.model.report import Credit, Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.stages.lineage.spans import Span

_DATELINE = 160  # characters; a dateline stands at the very beginning
_FOOT = 120  # characters; a closing credit stands at the very end
_WHOLE = re.compile(r"\b(source|via|by|from|provided|courtesy|agenc(?:y|ies)|wire)\b|[-–—(\[/|]", re.IGNORECASE)
_PROSE = re.compile(r"\b[a-z]{2,}\s")  # words that a dateline has not, between its place and its agency
_PICTURE = re.compile(r"\b(photo|picture|image|pic|getty|video|file)\b|фото|снимок", re.IGNORECASE)
_MOST = 12  # sentences that one naming of a source is taken to reach


def place(report: Report, credit: Credit) -> str | None:
    """Where a credit for the whole text stands, in words; None for a credit of less."""
    if credit.start is None or credit.end is None:
        return _removed(report, credit)
    if of_a_picture(report.text, credit.start, credit.end):
        return None
    before, after = report.text[: credit.start], report.text[credit.end : credit.end + 12]
    if credit.end <= _DATELINE and _opens(before, after):
        return "in its dateline"
    if len(report.text) - credit.end < _FOOT and not _beside(report, credit).strip(" .,;/&)]\n"):
        first = min(c.start or 0 for c in [credit, *_listed(report, credit)])
        return "at its foot" if _WHOLE.search(report.text[:first][-24:]) else None
    return None


def _listed(report: Report, credit: Credit) -> list[Credit]:
    """The credits of the text's last line, the given one among them ("With agencies: A, B.")."""
    line = report.text.rfind("\n", 0, credit.end) + 1
    return [c for c in report.credits if c.start is not None and c.end is not None and c.start >= line]


def _beside(report: Report, credit: Credit) -> str:
    """What follows a credit, less further credits and an "and" between."""
    tail, at = "", credit.end or 0
    for other in sorted(_listed(report, credit), key=lambda c: c.start or 0):
        if (other.start or 0) >= at:
            tail, at = tail + report.text[at : other.start], other.end or at
    return (tail + report.text[at:]).replace(" and ", " ")


def _opens(before: str, after: str) -> bool:
    """Whether a name between the two stands in a dateline: "LINDAU, May 5 (Kelling Wire) -", "Kelling Wire:"."""
    if before.endswith("(") and re.match(r"\)\s{0,2}[-–—]", after):
        return True
    if re.match(r"[)\]/]", after):
        return "." not in before[-3:-1]
    return bool(re.match(r"\W{0,3}\s?[-–—:]", after)) and not _PROSE.search(before) and "." not in before[-3:-1]


def of_a_picture(text: str, start: int, end: int) -> bool:
    """Whether the name at `[start, end)` is a photographer's agency: "(Ada Lorne, File/Kelling Wire)"."""
    bracket = text.rfind("(", max(0, start - 80), start)
    if bracket < 0 or ")" in text[bracket:start] or text[end : end + 1] not in {")", ","}:
        return False
    return (
        "/" in text[bracket:start] or bool(_PICTURE.search(text[bracket:start])) or text[bracket - 2 : bracket] == ") "
    )


def _removed(report: Report, credit: Credit) -> str | None:
    """A credit in removed furniture: "Source: X" is for the text, "Picture: X" is not."""
    lines = [f for f in report.furniture if f.kind in {"credit", "source", "byline"} and not _PICTURE.search(f.text)]
    if not report.furniture or any(_names(line.text, credit.name) for line in lines):
        return "in a source line"
    return None


def _names(line: str, name: str) -> bool:
    if name.casefold() in line.casefold():
        return True
    known = find_outlet(name)
    return bool(known) and any(alias.casefold() in line.casefold() for alias in known.aliases) if known else False


def told_under(text: str, cut: Sequence[Span], start: int) -> list[Span]:
    """The sentences of `cut` that a text gives under a name which stands at `start`, as spans in order.

    The sentence itself; the one before where it points back ("That is what X reported"); those after that go on with it:
    what follows a colon, a quotation that runs on, a sentence whose speaker is a pronoun ("he added").
    """
    here = bisect_right(cut, (start, len(text))) - 1
    if here < 0 or cut[here][1] <= start:
        return []
    first = here - 1 if here and english_sources.points_back(text[slice(*cut[here])]) else here
    return list(cut[first : _last(text, cut, here) + 1])


def _last(text: str, cut: Sequence[Span], here: int) -> int:
    """The index of the last sentence that goes on with what is given in sentence `here`."""
    quotations = _quotations(text)
    last = here
    for i in range(here + 1, min(len(cut), here + _MOST)):
        after_colon = i == here + 1 and text[slice(*cut[here])].rstrip().endswith(":")
        run_on = _inside(cut[i][0], quotations)
        if not (after_colon or run_on or english_sources.goes_on(text[slice(*cut[i])])):
            break
        last = i
    return last


def _inside(place: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, (place, place)) - 1
    return at >= 0 and spans[at][0] < place < spans[at][1]


@lru_cache(maxsize=32)
def _quotations(text: str) -> tuple[Span, ...]:
    """Quotations within a paragraph: a lone mark would make one of all that follows, and where one runs on over
    paragraphs, it opens anew in each."""
    return tuple(span for span in quotation_spans(text) if "\n\n" not in text[slice(*span)])
