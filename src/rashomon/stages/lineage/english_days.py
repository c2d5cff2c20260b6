"""Days that an English text names, by rule, for sketches only: the record's dates are read by the claims stage."""

import re

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(\d{{4}})\b)?")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:,?\s(\d{{4}})\b)?")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def named(text: str, published: str | None) -> set[str]:
    """The days that a text names: "2022-01-05" where the year is given, "--01-05" where not, "-W-4" for a weekday
    (ISO 8601, leading parts left out); and the publication day."""
    days = {published[:10]} if published else set()
    for match in _MONTH_DAY.finditer(text):
        days |= _day(match[3], match[1], match[2])
    for match in _DAY_MONTH.finditer(text):
        days |= _day(match[3], match[2], match[1])
    days |= {match.group() for match in _ISO.finditer(text)}
    days |= {f"-W-{_WEEKDAYS.index(match.group().casefold()) + 1}" for match in _WEEKDAY.finditer(text)}
    return days


def _day(year: str | None, month: str, day: str) -> set[str]:
    number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.casefold().rstrip(".")[:3]))
    if not 1 <= int(day) <= 31:
        return set()
    return {f"{year}-{number:02}-{int(day):02}" if year else f"--{number:02}-{int(day):02}"}
