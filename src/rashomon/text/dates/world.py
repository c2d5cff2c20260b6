"""Dates in other languages ("6 января 2022, 10:47", "13 de marzo", "2022年1月6日"), by CLDR's names of months and weekdays.

A date with its year is read in any language; one without, a month alone, a weekday and "yesterday" in the text's own only. What
these languages say of what is to come is not read: a weekday is the last one.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from rashomon.text.dates.almanac import Stretch, day_or_none, month_of, nearest_weekday
from rashomon.text.dates.context import Context
from rashomon.text.dates.monthnames import clock_after, month_names
from rashomon.text.dates.worldnames import month_in, relative_in, weekday_in
from rashomon.text.dates.years import nearest_year

LANGUAGES = "ru uk kk de fr es it pt pl cs nl tr ro sv fi hu bg sr az uz be ar el".split()
Row = tuple[int, int, str | None, str | None]
Taken = Sequence[tuple[int, int]]
Reading = tuple[Stretch | None, int] | None  # what the words stand for, and where they end

_AND = r"(?: ?[-–—] ?| (?:по|и|до|та|y|e|i|a|al|au|et|bis|und|tot|en|do) )"
_DAY = re.compile(
    rf"(?<![\w.,/-])(?:(?P<a>\d{{1,2}})\.?{_AND})?(?P<d>\d{{1,2}})(?:\.|º|er|-го|-е)? (?:de )?(?P<m>[^\W\d_]{{3,14}})(?:\.|['’]\w{{1,5}})?"
    r"(?:,? (?:de |del )?(?P<y>(?:1[6-9]|20|21)\d\d)(?!\w))?"
)
_MONTH = re.compile(r"(?<!\w)(?P<m>[^\W\d_]{3,14})\.? (?:de |del )?(?P<y>(?:1[6-9]|20|21)\d\d)(?![\w]|[.,]\d)")
_CJK = re.compile(r"(?:(?P<y>(?:19|20)\d\d)\s?[年년]\s?)?(?P<m>\d\d?)\s?[月월]\s?(?P<d>\d\d?)\s?[日일號号]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_NO_YEAR = frozenset({"en", "und", "mul"})


@cache
def months() -> dict[str, int]:
    """Month by its name in any of the languages, in lower case, long and short forms."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        names = {**month_names(language), **names}
    return names


def find_world_dates(text: str, taken: Taken, anchor: date | None = None, language: str | None = None) -> Iterator[Row]:
    """`(start, end, first, last)` of each such date that overlaps no span already taken (in order, without overlaps)."""
    own = (language or "und").partition("-")[0]
    forms: list[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading]]] = [
        (_DAY, lambda match: _day(match, anchor, own)),
        (_CJK, lambda match: _cjk(match, anchor, own)),
    ]
    if own not in _NO_YEAR:
        forms += [(_MONTH, lambda match: _month(match, own)), (_WORD, lambda match: _word(match, anchor, own))]
    free = sorted(taken)
    for pattern, read in forms:
        added = []
        for match in pattern.finditer(text):
            found = read(match) if not _overlaps(free, match.start(), match.end()) else None
            if found:
                added.append((match.start(), found[1]))
                yield _row(text, match.start(), *found)
        free = sorted([*free, *added])


def _overlaps(taken: Taken, start: int, end: int) -> bool:
    at = bisect_left(taken, (start, end))
    return (at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start)


def _row(text: str, start: int, stretch: Stretch | None, end: int) -> Row:
    if stretch is None:
        return start, end, None, None
    first, last = (day.isoformat() for day in stretch)
    clock, after = clock_after(text, end) if first == last else ("", end)
    return start, after, first + clock, last + clock


def _day(match: re.Match[str], anchor: date | None, own: str) -> Reading:
    month = month_in(match["m"], own) if own not in _NO_YEAR else None
    if month is None and match["y"]:
        month = months().get(match["m"].casefold())
    if month is None:
        return None
    last = _placed(match["y"], month, int(match["d"]), anchor)
    if last is None:
        return (None, match.end()) if day_or_none(2000, month, int(match["d"])) else None
    first = day_or_none(last.year, month, int(match["a"])) if match["a"] else last
    return ((first, last), match.end()) if first and first <= last else None


def _cjk(match: re.Match[str], anchor: date | None, own: str) -> Reading:
    day = _placed(match["y"], int(match["m"]), int(match["d"]), anchor)
    return ((day, day), match.end()) if day else None


def _placed(year: str | None, month: int, day: int, anchor: date | None) -> date | None:
    """The day, of the year that lies nearest where none is written."""
    number = int(year) if year else nearest_year(month, day, Context(anchor))
    return day_or_none(number, month, day) if number else None


def _month(match: re.Match[str], own: str) -> Reading:
    number = month_in(match["m"], own)
    return (month_of(int(match["y"]), number), match.end()) if number else None


def _word(match: re.Match[str], anchor: date | None, own: str) -> Reading:
    """A weekday or a word such as "вчера"."""
    weekday = weekday_in(match.group(), own)
    step = relative_in(match.group(), own)
    if weekday is None and step is None:
        return None
    if anchor is None:
        return None, match.end()
    day = nearest_weekday(anchor, weekday, -1) if weekday is not None else anchor + timedelta(days=step or 0)
    return (day, day), match.end()
