"""Dates as ISO 8601 writes them, as far as records use it."""

import re
from datetime import date, datetime

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def is_date(words: str) -> bool:
    """A year, a month, a day, or a day with a time: "2031", "2031-05", "2031-05-06", "2031-05-06T14:30"."""
    return is_moment(words) or (_DATE.fullmatch(words) is not None and _reads(words + "-01-01"[len(words) - 4 :]))


def is_moment(words: str) -> bool:
    """A day, or a day with a time and where known its offset: "2031-05-06", "2031-05-06T14:30:00+02:00"."""
    return _MOMENT.fullmatch(words) is not None and _reads(words)


def _reads(words: str) -> bool:
    try:
        date.fromisoformat(words[:10])
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
