"""Rules for days, months and feasts of the calendar: what each makes of its match."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.text.dates.almanac import day_or_none, easter_of, month_of, part_of, thanksgiving_of
from rashomon.text.dates.context import (
    NO_DATE,
    Context,
    Value,
    day_number,
    days,
    month_number,
    one_day,
    step_of,
    third_of,
)
from rashomon.text.dates.english import FROM_EASTER, HOLIDAYS, THANKSGIVING
from rashomon.text.dates.years import nearest_year, year_of

_FRESH_SLASH = 21


def iso_week(match: re.Match[str], _: Context) -> Value | None:
    """ "2031-W05", "2031-W05-3"."""
    try:
        first = date.fromisocalendar(int(match["y"]), int(match["w"]), int(match["d"] or 1))
    except ValueError:
        return None
    return days((first, first if match["d"] else first + timedelta(days=6)))


def iso(match: re.Match[str], _: Context) -> Value | None:
    day = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    if day and match["time"]:
        return Value(f"{day}T{match['time']}", f"{day}T{match['time']}")
    return one_day(day)


def dotted(match: re.Match[str], _: Context) -> Value | None:
    return one_day(day_or_none(int(match["y"]), int(match["m"]), int(match["d"])))


def iso_day(match: re.Match[str], _: Context) -> Value | None:
    """ "2031/03/06", "2031.3.6"."""
    return one_day(day_or_none(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: re.Match[str], context: Context) -> Value | None:
    """By the order of the outlet's country where known; else the one reading that is a date or lies near the anchor; a date
    that can be read two ways names none."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    month_first, day_first = day_or_none(year, a, b), day_or_none(year, b, a)
    if not (month_first and day_first) or month_first == day_first:
        return one_day(month_first or day_first)
    if context.day_first is not None:
        return one_day(day_first if context.day_first else month_first)
    near = [
        day for day in (month_first, day_first) if context.anchor and abs((day - context.anchor).days) <= _FRESH_SLASH
    ]
    return one_day(near[0]) if len(near) == 1 else NO_DATE


def month_day(match: re.Match[str], context: Context) -> Value | None:
    month, day = month_number(match["m"]), day_number(match["d"])
    if not day_or_none(2000, month, day):
        return None
    year = year_of(match, context, month, day)
    return one_day(day_or_none(year, month, day)) if year else NO_DATE


def day_range(match: re.Match[str], context: Context) -> Value | None:
    """ "January 4 and 5", "from 2 to 5 January", "28 December to 3 January"."""
    month, first, last = month_number(match["m"]), day_number(match["a"]), day_number(match["b"])
    second = month_number(match["n"]) if "n" in match.re.groupindex else month
    year = year_of(match, context, second, last)
    if not year:
        return NO_DATE
    start, end = day_or_none(year - (second < month), month, first), day_or_none(year, second, last)
    return days((start, end)) if start and end and start <= end else None


def month(match: re.Match[str], context: Context) -> Value | None:
    number = month_number(match["m"])
    named = "year" in match.re.groupindex and match["year"]
    year = int(match["year"]) if named else nearest_year(number, 1, context)
    stretch = month_of(year, number) if year else None
    if stretch and "part" in match.re.groupindex and match["part"]:
        stretch = part_of(stretch, third_of(match["part"]))
    return days(stretch)


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    if not context.anchor:
        return NO_DATE
    return days(month_of(context.anchor.year + step_of(match["rel"]), month_number(match["m"])))


def rel_month(match: re.Match[str], context: Context) -> Value | None:
    """ "Last March": the one before this month; "next March": the one after; "this March": of this year."""
    if not context.anchor:
        return NO_DATE
    number, step, year = month_number(match["m"]), step_of(match["rel"]), context.anchor.year
    if step < 0:
        year -= number >= context.anchor.month
    elif step > 0:
        year += number <= context.anchor.month
    return days(month_of(year, number))


_NAME_BEFORE = re.compile(
    r"[^.!?\n\s]\s(?!On |At |By |In |Last |This |Next |Before |After |Since |Until )[A-Z][\w’'-]+ $|^[A-Z]\w+ation $"
)


def _moving(name: str) -> tuple[Callable[[int], date], tuple[int, int]] | None:
    """The day by the year, and the month and day near which it lies; None for a feast of a fixed day."""
    if name in THANKSGIVING:
        return thanksgiving_of, (11, 25)
    if name not in FROM_EASTER:
        return None
    near = date(2000, 4, 8) + timedelta(days=FROM_EASTER[name])
    return lambda year: easter_of(year) + timedelta(days=FROM_EASTER[name]), (near.month, near.day)


def month_range(match: re.Match[str], context: Context) -> Value | None:
    """ "From December 2030 to February 2031", "between June and August"."""
    first, last = month_number(match["m"]), month_number(match["n"])
    year = int(match["year"]) if match["year"] else None
    if year is None and match["first"]:
        year = int(match["first"]) + (last < first)
    year = year or nearest_year(last, 1, context)
    if not year:
        return NO_DATE
    start = int(match["first"]) if match["first"] else year - (last < first)
    stretch = (month_of(start, first)[0], month_of(year, last)[1])
    return days(stretch) if stretch[0] < stretch[1] else None


def holiday(match: re.Match[str], context: Context) -> Value | None:
    if _NAME_BEFORE.search(match.string[max(0, match.start() - 24) : match.start()]):
        return None  # "Operation Easter"
    moving = _moving(match["name"])
    month_, day = moving[1] if moving else HOLIDAYS[match["name"]]
    year = year_of(match, context, month_, day)
    if moving and year:
        return one_day(moving[0](year))
    return one_day(day_or_none(year, month_, day)) if year else NO_DATE
