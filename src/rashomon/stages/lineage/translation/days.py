"""Days and weekdays named in a text in any language, by CLDR's names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

_LEAST = 3  # letters of a name that are compared
_ENDING = 4  # letters that a case may add
_DAY_MONTH = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:\.|º|er|st|nd|rd|th|-?(?:го|е|ga))?[ \u00a0-]{1,2}(?:(?:de|of|d[’'])[ \u00a0])?([^\W\d_]{3,14})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,14})\.?[ \u00a0-](\d{1,2})(?:st|nd|rd|th)?(?![\d:]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]{3,20}")
_NEXT = re.compile(r"[ \u200c\u00a0-][^\W\d_]{3,12}")  # "segunda-feira", "chủ nhật"


class Day(NamedTuple):
    """`[start, end)` in the text; `name` as "06-14" for a day of the year or "W2" for a Wednesday."""

    start: int
    end: int
    name: str


def days(text: str, language: str) -> list[Day]:
    """Days of the year and weekdays in order; weekdays by name only."""
    return sorted([*_dated(text, language), *_weekdays(text, language)])


def _dated(text: str, language: str) -> list[Day]:
    """Days of the year; in "on 4 May 3 people" the fourth."""
    found: list[Day] = []
    for shape, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        for match in shape.finditer(text):
            number = number_of(match[month], "months", language)
            free = all(match.end() <= each.start or each.end <= match.start() for each in found)
            if number and free and 1 <= int(match[day]) <= 31:
                found.append(Day(match.start(), match.end(), f"{number:02}-{int(match[day]):02}"))
    return found


def _weekdays(text: str, language: str) -> Iterator[Day]:
    if not _names("days", language):
        return
    for match in _WORD.finditer(text):
        after = _NEXT.match(text, match.end())
        for end in (after.end(), match.end()) if after else (match.end(),):
            number = number_of(text[match.start() : end], "days", language)
            if number is not None:
                yield Day(match.start(), end, f"W{number}")
                break


@lru_cache(maxsize=65_536)
def number_of(word: str, table: str, language: str) -> int | None:
    """The number of the month (1–12) or weekday (0 Monday) of this name, whatever its case ending."""
    form = _folded(word)
    exact, stems = _names(table, language) or ({}, ())
    if form in exact:
        return exact[form]
    found = (n for stem, n in stems if form.startswith(stem) and len(form) - len(stem) <= _ENDING)
    return next(found, None)


def _folded(word: str) -> str:
    return re.sub(r"^(?:ال)", "", word.casefold().replace("’", "'").replace("i̇", "i").strip("."))


@cache
def _names(table: str, language: str) -> tuple[dict[str, int], tuple[tuple[str, int], ...]] | None:
    """Names with their numbers, and their stems, the longest first; None where CLDR has none of the language."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
    exact: dict[str, int] = {}
    stems: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in getattr(locale, table)[form][width].items():
                key = _folded(str(name))
                if len(key) >= _LEAST and not key[0].isdigit():
                    exact.setdefault(key, number)
                if width == "wide" and len(key) > _LEAST + 1:
                    stems.setdefault(key[:-1], number)
    return exact, tuple(sorted(stems.items(), key=lambda item: (-len(item[0]), item)))
