"""Days in the words of a reader: "2024-03-12T06:00" is "12 March 2024, 06:00"."""

import re
from calendar import month_name

_ISO = re.compile(
    r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"(?:T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)


def in_words(text: str) -> str:
    """The text with each ISO day in words; words that hold none are left as they are."""
    return _ISO.sub(_one, text)


def interval(start: str | None, end: str | None) -> str:
    """ "11–15 March 2024"; both ends inclusive; "undated" where neither is known."""
    first, last = (_day(day) if day else None for day in (start, end))
    if not first or not last or first == last:
        return first or last or "undated"
    a, b = first.split(" "), last.split(" ")
    while len(a) > 1 and len(b) > len(a) - 1 and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    between = "–" if len(a) == 1 else " – "
    return f"{' '.join(a)}{between}{last}"


def _day(iso: str) -> str:
    """The day, or the month or year where no day is given."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", iso)
    return f"{month_name[int(month[2])]} {month[1]}" if month else in_words(iso[:10])


def _one(found: re.Match[str]) -> str:
    year, month, day, clock = found.groups()
    return f"{int(day)} {month_name[int(month)]} {year}" + (f", {clock}" if clock else "")
