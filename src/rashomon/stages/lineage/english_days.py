"""Days that an English text names, by rule, for sketches only: the record's dates are read by the claims stage."""

import re
from collections.abc import Iterator

# A wording's first character stands before what must go before it, so that a text is skipped through by that character.
_MONTHS = {
    "J": r"an(?:uary|\.)?|une?|uly?", "F": r"eb(?:ruary|\.)?", "M": r"ar(?:ch|\.)?|ay", "A": r"pr(?:il|\.)?|ug(?:ust|\.)?",
    "S": r"ept?(?:ember|\.)?", "O": r"ct(?:ober|\.)?", "N": r"ov(?:ember|\.)?", "D": r"ec(?:ember|\.)?",
}  # fmt: skip
_MONTH = rf"[{''.join(_MONTHS)}](?<!\w.)(?:{'|'.join(f'(?<={first})(?:{rest})' for first, rest in _MONTHS.items())})"
_YEAR = r"(?:,?\s(\d{4})\b)?"
_MONTH_DAY = re.compile(rf"({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}")
_DAY_MONTH = re.compile(rf"(\d(?<!\w.)\d?)(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH})\b{_YEAR}")
_ISO = re.compile(r"\d(?<!\w.)\d{3}-\d{2}-\d{2}\b")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"day\b(?:" + "|".join(rf"(?<=\b{name})" for name in _WEEKDAYS) + ")")
_NUMBERS = {month: number for number, month in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}


def named(text: str, published: str | None) -> set[str]:
    """The days that a text names: "2022-01-05" where the year is given, "--01-05" where not, "-W-4" for a weekday
    (ISO 8601, leading parts left out); and the publication day."""
    days = {published[:10]} if published else set()
    days.update(_days(text))
    days.update(match.group() for match in _ISO.finditer(text))
    days.update(f"-W-{_weekday(text, match.start())}" for match in _WEEKDAY.finditer(text))
    return days


def _days(text: str) -> Iterator[str]:
    found = [(year, month, day) for month, day, year in _MONTH_DAY.findall(text)]
    found += [(year, month, day) for day, month, year in _DAY_MONTH.findall(text)]
    for year, month, day in found:
        if 1 <= int(day) <= 31:
            yield f"{year or '-'}-{_NUMBERS[month[:3]]:02}-{int(day):02}"


def _weekday(text: str, tail: int) -> int:
    return next(i for i, name in enumerate(_WEEKDAYS, 1) if text.endswith(name[:-3], 0, tail))
