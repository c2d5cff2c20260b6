"""Absolute dates in other languages ("6 января 2022", "6 de enero de 2022"), by CLDR's names of months."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.text.almanac import day_or_none
from rashomon.text.monthnames import month_names

LANGUAGES = (
    "ru",
    "uk",
    "kk",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pl",
    "cs",
    "nl",
    "tr",
    "ro",
    "sv",
    "fi",
    "hu",
    "bg",
    "sr",
    "az",
    "uz",
)
_SHAPE = re.compile(r"(?<![\w.])(\d{1,2})(?:\.|º|er)? (?:de )?([^\W\d_]{3,14})\.?,? (?:de |del )?(\d{4})(?!\w)")


@cache
def months() -> dict[str, int]:
    """Month by its name in any of the languages, in lower case, long and short forms."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        names = {**month_names(language), **names}
    return names


def find_world_dates(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, str]]:
    """`(start, end, first, last)` of each such date that overlaps no span already taken."""
    for match in _SHAPE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        number = months().get(match[2].casefold())
        day = day_or_none(int(match[3]), number, int(match[1])) if number else None
        if day:
            yield match.start(), match.end(), day.isoformat(), day.isoformat()
