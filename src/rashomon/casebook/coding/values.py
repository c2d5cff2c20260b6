"""What a coder's value stands for: what makes two the same, and where it lies on its scale."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rashomon.model.claim import Claim, Number
from rashomon.model.entity import Entity
from rashomon.model.measure import When
from rashomon.model.record import Answer, Finding, ReportRow
from rashomon.text.numerals import find_numerals

_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")
_GRADE = re.compile(r"\s*([A-F])\b", re.IGNORECASE)
_NUMBERS = frozenset({"figure", "estimate"})
_DATES = frozenset({"date", "as_of", "published"})
BLANK, ITSELF = "none", "report"  # as corrections have them: no value; the report itself says so


class Value(NamedTuple):
    """`text` for people; two are the same where `key` is; `number` as of a Coding."""

    text: str
    key: str
    number: float | None = None


def said(field: str, words: str) -> Value:
    """The value of a person's words."""
    if field in _NUMBERS:
        return _number(words)
    if field in _DATES:
        return _days(words)
    if field == "rating":
        return _grade(words)
    return _plain(words)


def of_claim(claim: Claim, field: str) -> Value | None:
    """What the program read there; None where it has no such field."""
    figure = claim.figure
    if field == "date" or (field == "as_of" and figure):
        return _when(claim.date if field == "date" else claim.as_of)
    if field == "figure":
        return _bounds(figure.text, figure.low, figure.best, figure.high, figure.approximate) if figure else None
    if field in ("counted", "measure", "scope"):
        return _plain(str(getattr(figure, field) or BLANK)) if figure else None
    if field == "attribution":
        return _plain(claim.attribution[-1].name if claim.attribution else ITSELF)
    return _plain(claim.modality) if field == "modality" else None


def of_places(names: Iterable[str]) -> Value:
    """The names of a claim's places, in any order."""
    return _plain(", ".join(sorted(names)) or BLANK)


def of_finding(finding: Finding, field: str) -> Value | None:
    """Its leading answer's number, which a confirmation is of."""
    lead: Answer | None = finding.answers[0] if finding.answers else None
    if field != "estimate" or lead is None or (lead.low, lead.best, lead.high) == (None, None, None):
        return None
    found = _number(lead.value)
    return found if found.number is not None else _bounds(lead.value, lead.low, lead.best, lead.high, False)


def of_row(row: Entity | ReportRow, field: str) -> Value | None:
    """What the program read of an entity or a report; None where it has no such field."""
    words = getattr(row, field, None)
    return said(field, str(words)) if words is not None else None


def _number(words: str) -> Value:
    found = find_numerals(words)
    if len(found) != 1:
        return _plain(words)
    one = found[0]
    return _bounds(words, one.low, one.best, one.high, one.approximate)


def _bounds(words: str, low: Number | None, best: Number | None, high: Number | None, approximate: bool) -> Value:
    known = [bound for bound in (low, high) if bound is not None]
    point = best if best is not None else sum(known) / len(known) if known else None
    key = repr([float(each) if each is not None else None for each in (low, best, high)] + [approximate])
    return Value(words, key, float(point) if point is not None else None)


def _when(when: When | None) -> Value:
    if when is None or (when.start or when.end) is None:
        return _plain(BLANK)
    first, last = when.start or when.end or "", when.end or when.start or ""
    return _days(first if first == last else f"{first} to {last}")


def _days(words: str) -> Value:
    """By the days alone, whatever stands beside them."""
    found = [match.group() for match in _DAY.finditer(words)]
    try:
        number = float(date.fromisoformat(f"{found[0]}-01"[:10]).toordinal()) if found else None
    except ValueError:
        number = None
    return Value(words, f"{found[0]}/{found[-1]}", number) if found and number is not None else _plain(words)


def _grade(words: str) -> Value:
    found = _GRADE.match(words)
    letter = found.group(1).upper() if found else ""
    return Value(words, letter or words, float(ord(letter) - ord("A") + 1) if letter in tuple("ABCDE") else None)


def _plain(words: str) -> Value:
    return Value(words, " ".join(words.casefold().split()))
