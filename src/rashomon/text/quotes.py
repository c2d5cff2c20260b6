"""Where a text quotes: the spans between quotation marks, over a whole text.

Works paragraph by paragraph in one pass. A mark is told from an apostrophe, a prime or an inch mark by what stands beside
it. A quotation that a paragraph does not close goes on in the next where that one begins with an opening mark again (the
printers' rule); else its closing mark is missing, and it is taken to end with the paragraph, or at the last stop before
the next opening mark.
"""

import re
from dataclasses import dataclass

from rashomon.text.segment import paragraphs

_CLOSERS = {
    "“": ("”", '"', "''"), "„": ("“", "”"), "«": ("»",), "‘": ("’", "'"), '"': ('"', "”"), "''": ("''", "”"), "``": ("''", "”"),
    "”": ("”",), "'": ("'", "’"),
}  # fmt: skip
_MARK = re.compile(r"``|''|[\"“”„«»‘’']")
_DECADE = re.compile(r"['’‘](?:\d\ds?\b|tis\b|twas\b|em\b|cause\b|til\b|n['’])", re.IGNORECASE)
_STOP = re.compile(r"[.!?,…](?=\s)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# What may stand right before an opening mark.
_BEFORE_OPENING = frozenset("([{—–-/:,;“‘\"'«[…")
# A quotation of no more words than this, without a stop of its own, names or distances rather than speaks.
_FEW = 4


@dataclass(frozen=True)
class Quotation:
    """`[start, end)` with the marks, `[inner_start, inner_end)` without. `goes_on`: the next paragraph's quotation is the
    same one. `closed` is false where it goes on, or where its closing mark is missing."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    goes_on: bool = False


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order, one at least for each paragraph that they run through. They do not
    overlap, and none is without a word."""
    found: list[Quotation] = []
    bounds = paragraphs(text)
    for number, (start, end) in enumerate(bounds):
        following = text[bounds[number + 1][0]] if number + 1 < len(bounds) else ""
        found += _in_paragraph(text, start, end, following)
    return [quotation for quotation in found if _WORD.search(text, quotation.inner_start, quotation.inner_end)]


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the words are quoted as said, not a word or two set apart ("scare quotes", titles, nicknames)."""
    inner = text[quotation.inner_start : quotation.inner_end]
    words = sum(1 for _ in _WORD.finditer(inner))
    return words > _FEW or (inner[-1:] in ".,!?…" and words > 0) or quotation.goes_on


def _in_paragraph(text: str, start: int, end: int, following: str) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    position = start
    while match := _MARK.search(text, position, end):
        position = match.end()
        if opened is None:
            if _opens(text, match, start, end):
                opened = match
        elif _closes(text, opened.group(), match, end):
            found.append(Quotation(opened.start(), match.end(), opened.end(), match.start()))
            opened = None
        elif _opens_anew(text, opened.group(), match, start):
            stop = _last_stop(text, opened.end(), match.start())
            found.append(Quotation(opened.start(), stop, opened.end(), stop, closed=False))
            opened = match
    if opened is not None:
        goes_on = following != "" and following == opened.group()[:1]
        found.append(Quotation(opened.start(), end, opened.end(), end, closed=False, goes_on=goes_on))
    return found


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in ("»", "’") or not (before.isspace() or before in _BEFORE_OPENING or mark in "“„«"):
        return False
    if mark in "'‘":
        return _single_opens(text, match, end)
    if mark == "”":  # a typist's slip for an opening mark
        return before.isspace() and after.isalnum()
    return mark in "“„«" or not after.isspace()


def _single_opens(text: str, match: re.Match[str], end: int) -> bool:
    """A single mark quotes only where it has a partner: else it is an apostrophe ("'90s", "rock 'n' roll")."""
    if _DECADE.match(text, match.start(), end) or not text[match.end() : match.end() + 1].isalnum():
        return False
    nearest = _MARK.search(text, match.end(), min(end, match.end() + 600))
    while nearest:
        if nearest.group() in "'’" and _single_closes(text, nearest, end):
            return True
        nearest = _MARK.search(text, nearest.end(), min(end, match.end() + 600))
    return False


def _single_closes(text: str, match: re.Match[str], end: int) -> bool:
    before = text[match.start() - 1]
    after = text[match.end()] if match.end() < end else " "
    if before.isspace() or after.isalnum():
        return False
    # "the ministers' plan": a plural's apostrophe, where a word goes on in lower case
    return not (before == "s" and after == " " and text[match.end() + 1 : match.end() + 2].islower())


def _closes(text: str, opening: str, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    if mark not in _CLOSERS[opening]:
        return False
    if opening in ("'", "‘"):
        return _single_closes(text, match, end)
    if mark in ('"', "''"):
        before = text[match.start() - 1]
        after = text[match.end()] if match.end() < end else " "
        if before.isdigit() and _is_inches(text, match) and (after.isspace() or after.isalpha()):
            return False
        return not before.isspace() or not after.isalnum()
    return True


def _is_inches(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"\d['’′] ?\d{1,2}$", text[max(0, match.start() - 8) : match.start()]))


def _opens_anew(text: str, opening: str, match: re.Match[str], start: int) -> bool:
    """The same opening mark again before a closing one: the closing one is missing."""
    mark = match.group()
    if mark != opening or mark in ("'", "‘"):
        return False
    return match.start() == start or text[match.start() - 1].isspace()


def _last_stop(text: str, start: int, end: int) -> int:
    """Where a quotation without a closing mark ends: behind the last stop before `end`, else at `end`."""
    stops = [match.end() for match in _STOP.finditer(text, start, end)]
    return stops[-1] if stops else start + len(text[start:end].rstrip())
