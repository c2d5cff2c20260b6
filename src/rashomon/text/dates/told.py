"""What the rules make of words that are counted from what the text told before: "the next day", "that year", "on the 5th"."""

import re
from datetime import date

from rashomon.text.dates.almanac import add_months, day_or_none, month_of, season_of, shifted
from rashomon.text.dates.context import NO_DATE, Context, Value, day_number, days, month_number, one_day, step_of
from rashomon.text.dates.durations import amount_of, iso_duration

_STEPS = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
_LONG = frozenset({"week", "month", "year"})
# A day of the month that lies further back than this in a story that moves on is of the next month.
_FAR_BACK = 14


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """ "The next day", "that day", "the following year", "later that month": from the day or the stretch that the text told last."""
    which = (match["which"] or match["whicha"] or "same").casefold()
    unit = (match["unit"] or match["that"] or "day").casefold()
    if unit not in _LONG:
        return days(shifted(context.story, "day", _STEPS.get(which, 0))) if context.story else NO_DATE
    # "Over the next year" looks ahead from today, unless all is long ago.
    start = context.anchor if which == "next" and not context.retold else context.era or context.anchor
    if match["that"]:
        start = context.era
    return days(shifted(start, unit, _STEPS.get(which, 0))) if start else NO_DATE


def month_of_that(match: re.Match[str], context: Context) -> Value | None:
    """ "September of that year", "May 3 of the following year"."""
    if context.era is None:
        return NO_DATE
    year = context.era.year + (step_of(match["way"]) if match["way"] else 0)
    month = month_number(match["m"])
    return one_day(day_or_none(year, month, day_number(match["d"]))) if match["d"] else days(month_of(year, month))


def season_of_that(name: str, context: Context) -> Value:
    """ "That summer"."""
    return days(season_of(context.era.year, name)) if context.era else NO_DATE


def ordinal_day(match: re.Match[str], context: Context) -> Value | None:
    """ "On the 5th", "from the 5th to the 9th", "on the 30th of that month"."""
    last = _ordinal(match, day_number(match["e"] or match["d"]), context)
    if last is None:
        return NO_DATE
    first = day_or_none(last.year, last.month, day_number(match["d"]))
    return days((first, last)) if first and first <= last else None


def _ordinal(match: re.Match[str], number: int, context: Context) -> date | None:
    """Of the month that is said, else of the one that the text told last, else the last such day (the next, in a clause of what
    is to come)."""
    rel = (match["rel"] or "").casefold()
    if match["of"]:
        start = context.anchor if rel in {"this", "last", "next"} else context.era or context.story
        return _day_of(start, step_of(rel.removeprefix("the ")), number) if start else None
    start = (context.era if context.retold else None) or context.story or context.anchor
    if start is None:
        return None
    if context.story and not context.future:
        told = day_or_none(start.year, start.month, number)
        # The story goes on: "on the 28th … on the 3rd" is of the next month.
        back = told is not None and (start - told).days > _FAR_BACK and context.retold and not context.flashback
        return _day_of(start, 1, number) if back else told
    steps = (0, 1) if context.future else (0, -1)
    near = [_day_of(start, step, number) for step in steps]
    ahead = [day for day in near if day and (day >= start if context.future else day <= start)]
    return ahead[0] if ahead else None


def _day_of(start: date, months: int, number: int) -> date | None:
    month = add_months(start, months)
    return day_or_none(month.year, month.month, number) if month else None


def than_planned(match: re.Match[str], context: Context) -> Value | None:
    """ "November 11, three days later than planned" is about that day; without a day beside it, a length of time."""
    if context.beside:
        return one_day(context.beside)
    return Value(duration=iso_duration(amount_of(match["n"], match["unit"])))
