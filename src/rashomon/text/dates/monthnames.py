"""The names of the months in many languages, by the table `months.tsv` (CLDR), and reading a written day with a time of day."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("months.tsv")
# Forms of the press that CLDR lacks.
_MORE = {"sept": 9, "янв": 1, "фев": 2, "февр": 2, "апр": 4, "авг": 8, "сен": 9, "сент": 9, "окт": 10, "ноя": 11, "нояб": 11,
         "дек": 12, "січ": 1, "лют": 2, "бер": 3, "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8, "вер": 9, "жов": 10,
         "лис": 11, "гру": 12}  # fmt: skip


class Day(NamedTuple):
    """A written day: ISO 8601 (with the time of day and the offset where written) and its half-open span."""

    iso: str
    start: int
    end: int


def month_of(word: str, language: str | None = None) -> int | None:
    """The number of the month of this name (any case, a stop at the end aside); the language's own names come first."""
    word = word.casefold().rstrip(".")
    if language:
        own = month_names(language.partition("-")[0]).get(word)
        if own:
            return own
    return _all_months().get(word)


@lru_cache(maxsize=1)
def _by_language() -> dict[str, dict[str, int]]:
    """Language → name → number, in the order of the table: earlier languages win where two share a name."""
    found: dict[str, dict[str, int]] = {}
    for row in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        language, number, names = row.split("\t")
        found.setdefault(language, {}).update(dict.fromkeys(names.split("|"), int(number)))
    return found


def month_names(language: str) -> Mapping[str, int]:
    """The numbers of the months by their folded names in one language; empty where the table lacks it."""
    return _by_language().get(language, {})


@lru_cache(maxsize=1)
def _all_months() -> dict[str, int]:
    names: dict[str, int] = {}
    for months in _by_language().values():
        names |= months | names
    return _MORE | names


_SEP = r"[\s,.]{1,4}"
_OF = r"(?:(?:de|of|do|di)\s)?"
_WORD = r"[^\W\d_]{3,14}\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/.](?P<m>\d\d?)[/.](?P<d>\d\d?)(?!\d)"),
    re.compile(rf"(?<![\d.])(?P<d>\d\d?)(?:st|nd|rd|th|º|er)?{_SEP}{_OF}(?P<name>{_WORD}){_SEP}{_OF}(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<!\w)(?P<name>{_WORD})\s(?P<d>\d\d?)(?:st|nd|rd|th)?{_SEP}(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일]"),
    re.compile(r"(?<![\d.])(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>(?:19|20)\d\d)(?!\.?\d)"),
    re.compile(r"(?<![\d/])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>(?:19|20)\d\d)(?!\d)"),
)  # fmt: skip
_TIME = re.compile(
    r"(?P<h>[01]?\d|2[0-3])\s?[:.h]\s?(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d{1,9})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"\s?\(?(?P<zone>UTC|GMT|Z\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_TO_TIME = re.compile(r"(?:[\s,|·•/—–@-]|T|at\b|um\b|à\b|о\b|в\b|klo\b|Uhr\b|г\.?|р\.?|года\b){0,8}")
_NOON = 12


def find_day(text: str, language: str | None = None) -> Day | None:
    """The first full day (with its year) written in the text; None where none is, or where it can be read two ways."""
    found = (day for form in _FORMS for match in form.finditer(text) if (day := _day(match, text, language)))
    return min(found, key=lambda day: day.start, default=None)


def _day(match: re.Match[str], text: str, language: str | None) -> Day | None:
    groups = match.groupdict()
    number = _numbers(groups, language)
    if number is None:
        return None
    try:
        day = date(int(groups["y"]), *number)
    except ValueError:
        return None
    clock, end = clock_after(text, match.end())
    return Day(day.isoformat() + clock, match.start(), end)


def _numbers(groups: dict[str, str | None], language: str | None) -> tuple[int, int] | None:
    """(month, day). A date with slashes in English is read only where one order is possible."""
    if groups.get("a"):
        a, b = int(groups["a"] or 0), int(groups["b"] or 0)
        if a > _NOON or a == b:
            return b, a
        if b > _NOON:
            return a, b
        return (b, a) if language and not language.startswith(("en", "und")) else None
    day = int(groups["d"] or 0)
    month = month_of(groups["name"] or "", language) if groups.get("name") else int(groups["m"] or 0)
    return (month, day) if month else None


def clock_after(text: str, at: int) -> tuple[str, int]:
    """The time of day written right behind a day, as the rest of its ISO form, and where it ends."""
    gap = _TO_TIME.match(text, at)
    match = _TIME.match(text, gap.end() if gap else at)
    if not match:
        return "", at
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    seconds = f":{match['s']}" if match["s"] else ""
    return f"T{hour:02d}:{match['min']}{seconds}{_offset(match['zone'])}", match.end()


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return "+00:00"
