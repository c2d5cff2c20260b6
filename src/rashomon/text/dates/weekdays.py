"""Rules for weekdays, days counted from today, and clock times: what each makes of its match."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rashomon.text.dates.almanac import add_days, nearest_weekday, shifted
from rashomon.text.dates.context import NO_DATE, Context, Rule, Value, at_clock, days, one_day, step_of, weekday_number


def weekday(match: re.Match[str], context: Context) -> Value | None:
    if _names_a_thing(match):
        return None
    rel = (match["rel"] or "").casefold()
    number = weekday_number(match["w"])
    if rel in _FROM_STORY:
        return weekday_beside(context.story, number, _FROM_STORY[rel])
    if context.retold and not rel:
        return one_day(retold_weekday(number, context)) if context.story else NO_DATE
    if not context.anchor:
        return NO_DATE
    if rel in {"next", "this coming", "coming"}:
        return weekday_beside(context.anchor, number, 1)
    if rel == "last":
        return weekday_beside(context.anchor, number, -1)
    day = nearest_weekday(context.anchor, number, 1 if context.future else -1)
    if context.flashback and not rel and context.story and 0 < (day - context.story).days < 7:
        return weekday_beside(context.story, number, -1)
    return one_day(day)


# "Black Friday", "the Sunday Times", "the Friday Mosque".
_FEAST = re.compile(r"\b(?:Black|Good|Easter|Palm|Bloody|Ash|Maundy|Super|Cyber|Holy|Giving|Shrove|Whit) $")


_THING = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Star|World|Mercury|Live|Mosque|Club|Group|Football|Agreement|Market)\b"
)


def _names_a_thing(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    return bool(_FEAST.search(text[max(0, start - 12) : start]) or _THING.match(text, end))


_FROM_STORY = {
    "the following": 1,
    "following": 1,
    "the next": 1,
    "the previous": -1,
    "the preceding": -1,
    "previous": -1,
}


def weekday_beside(day: date | None, number: int, step: int) -> Value | None:
    """The next or the last such day, never the day itself."""
    return one_day(nearest_weekday(day + timedelta(days=step), number, step)) if day else NO_DATE


def retold_weekday(number: int, context: Context) -> date | None:
    """The first such day from the story's on; the last before it in a flashback."""
    return nearest_weekday(context.story, number, -1 if context.flashback else 1) if context.story else None


def weekday_week(match: re.Match[str], context: Context) -> Value | None:
    week = shifted(context.anchor, "week", step_of(match["rel"])) if context.anchor else None
    return one_day(add_days(week[0], weekday_number(match["w"]))) if week else NO_DATE


def weekday_range(match: re.Match[str], context: Context) -> Value | None:
    """ "Monday to Thursday", "late Saturday and early Sunday"."""
    return _days_up_to(match["b"], lambda last: nearest_weekday(last, weekday_number(match["a"]), -1), context)


def overnight_to(match: re.Match[str], context: Context) -> Value | None:
    """ "Overnight into Friday": the day and the one before."""
    return _days_up_to(match["b"], lambda last: last - timedelta(days=1), context)


def _days_up_to(name: str, first: Callable[[date], date], context: Context) -> Value:
    number = weekday_number(name)
    if context.retold:
        last = retold_weekday(number, context)
    else:
        last = nearest_weekday(context.anchor, number, 1 if context.future else -1) if context.anchor else None
    return days((first(last), last)) if last else NO_DATE


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def deictic(match: re.Match[str], context: Context) -> Value | None:
    return _near_day(context, _DEICTIC[match["word"].casefold()])


def _near_day(context: Context, step: int) -> Value:
    return days(shifted(context.anchor, "day", step)) if context.anchor else NO_DATE


def near(step: int) -> Rule:
    """The day so many days from the anchor."""
    return lambda _, context: _near_day(context, step)


def clock(match: re.Match[str], context: Context) -> Value | None:
    """A clock time alone is of the day that the text told last; else of the anchor, and marked so."""
    day = context.story or context.anchor
    value = at_clock(days((day, day)), match["clock"]) if day else NO_DATE
    return replace(value, assumed=context.story is None)
