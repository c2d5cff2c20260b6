"""Which words of a report a credit is for: the whole text, or the sentences that are given under its name."""

import re
from collections.abc import Sequence

from rashomon.model.report import Credit, Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.stages.lineage.spans import Span

_DATELINE = 160  # characters; a dateline stands at the very beginning
_FOOT = 120  # characters; a closing credit stands at the very end
_WHOLE = re.compile(r"\b(source|via|by|from|provided|courtesy|agenc(?:y|ies)|wire)\b|[-–—(\[/|]", re.IGNORECASE)
_PICTURE = re.compile(r"\b(photo|picture|image|pic|getty|video|file)\b|фото|снимок", re.IGNORECASE)
_MOST = 12  # sentences that one naming of a source is taken to reach


def place(report: Report, credit: Credit) -> str | None:
    """Where a credit for the whole text stands, in words; None for a credit of less."""
    if credit.start is None or credit.end is None:
        return _removed(report, credit)
    before, after = report.text[: credit.start], report.text[credit.end : credit.end + 12]
    if credit.end <= _DATELINE and _opens(before, after):
        return "in its dateline"
    tail = report.text[credit.end :]
    if len(tail) < _FOOT and not tail.strip(" .)]\n") and _WHOLE.search(before[-24:]):
        return "at its foot"
    return None


def _opens(before: str, after: str) -> bool:
    """Whether a name between the two stands in a dateline: "LINDAU, May 5 (Kelling Wire) -", "Kelling Wire:"."""
    if before.endswith("(") and re.match(r"\)\s{0,2}[-–—]", after):
        return True
    return bool(re.match(r"\W{0,3}\s?[-–—:]|[)\]/]", after)) and "." not in before[-3:-1]


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


def told_under(text: str, cut: Sequence[Span], start: int, end: int) -> list[Span]:
    """The sentences of `cut` that a text gives under a name which stands at `[start, end)`, as spans in order.

    The sentence itself; the one before where it points back ("That is what X reported"); those after that go on with it:
    what follows a colon, a quotation that runs on, a sentence whose speaker is a pronoun ("he added").
    """
    here = next((i for i, (low, high) in enumerate(cut) if low <= start < high), None)
    if here is None:
        return []
    first = here - 1 if here and english_sources.points_back(text[slice(*cut[here])]) else here
    return list(cut[first : _last(text, cut, here, end) + 1])


def _last(text: str, cut: Sequence[Span], here: int, end: int) -> int:
    """The index of the last sentence that goes on with what is given in sentence `here`."""
    # A lone mark would make a quotation of all that follows; one that runs on over paragraphs opens anew in each.
    quotations = [(low, high) for low, high in quotation_spans(text) if "\n\n" not in text[low:high]]
    last = here
    for i in range(here + 1, min(len(cut), here + _MOST)):
        after_colon = i == here + 1 and text[slice(*cut[here])].rstrip().endswith(":")
        run_on = any(low < cut[i][0] and cut[i - 1][0] < high and cut[i][0] < high for low, high in quotations)
        if not (after_colon or run_on or english_sources.goes_on(text[slice(*cut[i])])):
            break
        last = i
    return last
