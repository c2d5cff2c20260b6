"""Reads a dateline: the place, day and agency that stand before a news report's first sentence.

    MOSCOW, Jan 6 (Interfax) – …     KABUL, Afghanistan (AP) — …      (Reuters) - …
    Moscow. January 6th. INTERFAX -  BISHKEK, March 3. /TASS/. …      БИШКЕК, 3 мар — РИА Новости. …

Rules on the form alone; whether the agency is known is for the caller to say.
"""

import re
from typing import NamedTuple

from rashomon.text.dates.monthnames import month_of

Span = tuple[int, int]


class Dateline(NamedTuple):
    """Half-open spans into the text that was read. `end` is where the first sentence begins; `month` and `day` are
    numbers, `year` too where written."""

    start: int
    end: int
    place: Span | None
    agency: Span | None
    month: int | None = None
    day: int | None = None
    year: int | None = None


_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_CAPITALISED = rf"[{_UPPER}][\w'’.-]{{0,24}}"
_PLACE = (
    rf"(?P<place>{_CAPITALISED}(?:[ /]{_CAPITALISED}){{0,3}}(?:,\s{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}){{0,2}}?)"
)
_DAY = (
    r"(?P<when>(?:(?P<m1>[^\W\d_]{3,12})\.?\s(?P<d1>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s(?P<m2>[^\W\d_]{3,12}))\.?(?:,?\s(?P<year>(?:19|20)\d\d))?)"
)
_NAME = r"[^\W\d_][^()/\n]{1,38}?"
_BRACKETED = rf"(?:\((?P<agency>{_NAME})\)|/(?P<slashed>{_NAME})/)"
_DASH = r"(?:—|–|--|-|―)"
_BARE = rf"(?P<bare>{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}})"

# Tried in order. `\s?` before a dash, since many write "(AP)— ".
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}[,.]\s{_DAY}[,.]?\s{_BRACKETED}[.,]?\s?{_DASH}?\s*",
        rf"{_PLACE}[,.]?\s{_BRACKETED}[.,]?\s?{_DASH}\s*",
        rf"{_PLACE}[,.]?\s{_BRACKETED}[.,]?\s{_DAY}[.,]?\s?{_DASH}\s*",
        rf"{_PLACE}[,.]\s{_DAY}[.,]?\s{_BARE}\s?{_DASH}\s+",
        rf"{_PLACE}[,.]\s{_DAY}\s?{_DASH}\s{_BARE}\.\s+",
        rf"{_PLACE}[,.]\s{_DAY}[.,]?\s?{_DASH}\s+",
        rf"{_BRACKETED}[.,]?\s?{_DASH}\s*",
        rf"(?P<caps>{_PLACE})\s?(?:—|–|--|\s-)\s+",
    )
)  # fmt: skip
_SIGNS = "(/—–-―"  # every form has one of them
_LONGEST = 120
# Words in capitals before a dash that are no places.
_NO_PLACES = frozenset(
    "update updated breaking exclusive watch video live correction opinion analysis factbox explainer urgent note photos "
    "read editorial review interview timeline profile".split()
)


def read_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at `start` of the text, or None. Looks at no more than 120 characters."""
    head = text[start : start + _LONGEST].partition("\n")[0]
    if not any(sign in head for sign in _SIGNS):
        return None
    for form in _FORMS:
        match = form.match(head)
        if match and match.end() < len(head) and (found := _dateline(match, start)):
            return found
    return None


def _dateline(match: re.Match[str], offset: int) -> Dateline | None:
    groups = match.groupdict()
    place = groups.get("place")
    if "caps" in groups and not _in_capitals(groups["caps"]):
        return None
    if place and place.split()[0].casefold().strip(",.") in _NO_PLACES:
        return None
    month = None
    if groups.get("when"):
        month = month_of(groups["m1"] or groups["m2"])
        if month is None:
            return None
    day, year = groups.get("d1") or groups.get("d2"), groups.get("year")
    return Dateline(
        offset + match.start(),
        offset + match.end(),
        _span(match, "place", offset),
        _span(match, "agency", offset) or _span(match, "slashed", offset) or _span(match, "bare", offset),
        month,
        int(day) if day else None,
        int(year) if year else None,
    )


def _span(match: re.Match[str], name: str, offset: int) -> Span | None:
    if match.groupdict().get(name) is None:
        return None
    return offset + match.start(name), offset + match.end(name)


def _in_capitals(place: str) -> bool:
    """Whether the first part of the place is in capitals: without day and agency, only that tells it from a subject."""
    first = place.partition(",")[0]
    return first.isupper() and sum(letter.isalpha() for letter in first) > 2
