"""The days that a report names."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

_WEEK = 7
WEEKDAY = "-W-"


def named(told: Sequence[str], written: date | None) -> set[date]:
    """The days a report names, if it was written on that day: a weekday is the last one up to that day, a date without a
    year the nearest."""
    if written is None:
        return set()
    return {day for each in told if (day := _resolved(each, written))}


@lru_cache(1 << 14)  # a day's reports name the same few days
def _resolved(expression: str, written: date) -> date | None:
    if expression.startswith(WEEKDAY):
        return written - timedelta(days=(written.isoweekday() - int(expression[-1])) % _WEEK)
    if not expression.startswith("--"):
        return as_day(expression)
    tries = [day for year in (-1, 0, 1) if (day := as_day(f"{written.year + year}{expression[1:]}"))]
    return min(tries, key=lambda day: abs((day - written).days), default=None)


def as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
