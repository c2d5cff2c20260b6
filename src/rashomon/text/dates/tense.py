"""Whether the clause around a date speaks of what is to come, of what was, or of what had been before that. Signs, no parse."""

import re
from dataclasses import dataclass

from rashomon.text.dates.english import FUTURE, PAST, PERFECT, SCHEDULED, SPEECH

_CLAUSE = re.compile(
    r"[.;:!?\n]|, (?:and|but|while|when|who|which|after|before)\b| (?:after|when|while|who|which|because|since) | and (?=will|would|is|are|was|were|has|had|plans?)\b"
)
_LOOK = 80  # code points looked at on either side
_PLACED = re.compile(r"(?:^|\b(?:on|by|in|since|from|at|of|early|late|and)(?: the)?)\s*$", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?(?:early |late )?$", re.IGNORECASE)


@dataclass(frozen=True)
class Tense:
    """`past` only where the date places the clause ("on 9 March they left"), not where it is an attribute ("the 9 March vote")."""

    future: bool = False
    past: bool = False
    flashback: bool = False


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds the date expression `[start, end)`."""
    before, after = _clause(text, start, end)
    by = bool(_BY.search(before))
    perfect = bool(PERFECT.search(before)) or (by and bool(PERFECT.search(after)))
    past = bool(_PLACED.search(before)) and bool(PAST.search(before) or PAST.search(after))
    if by and past and not FUTURE.search(before):
        return Tense(past=True)
    if by or _future(before, after):
        return Tense(future=True)
    return Tense(past=past, flashback=perfect)


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the clause before and behind the expression, so far as looked at."""
    before = text[max(0, start - _LOOK) : start]
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    after = text[end : end + _LOOK]
    cut = _CLAUSE.search(after)
    return before[cuts[-1] if cuts else 0 :], after[: cut.start() if cut else len(after)]


# "A child, expected to recover, was shot on Tuesday": the verb nearer to the day is of the past.
_WAS = re.compile(r"\b(?:was|were|had)\b(?! (?:to|set|due|scheduled|expected|planned|slated|likely|supposed)\b)")


def _future(before: str, after: str) -> bool:
    """A sign of it stands before the date without a verb of saying in between, or close behind it."""
    signs = [match.end() for match in FUTURE.finditer(before)]
    if signs and not _WAS.search(before, signs[-1]):
        return not SPEECH.search(before, signs[-1])
    if signs or SPEECH.search(before):
        return False
    if SCHEDULED.search(before):
        return True
    sign = FUTURE.search(after)
    return bool(sign) and not SPEECH.search(after, 0, sign.start() if sign else 0)
