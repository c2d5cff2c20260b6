"""What each rule of the date grammar makes of its match: one small function a rule (the table `RULES` at the end).

A function gets the match and the context and returns a Value, or None where the words are no date after all (February 30).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.text.almanac import (
    Stretch,
    add_days,
    day_or_none,
    easter_of,
    month_of,
    nearest_weekday,
    part_of,
    shifted,
    thanksgiving_of,
)
from rashomon.text.clock import time_of_day
from rashomon.text.dates_en import FROM_EASTER, HOLIDAYS, MONTHS, THANKSGIVING, WEEKDAYS


@dataclass(frozen=True)
class Context:
    """`anchor` is the day that the text appeared, `story` the day that it told last, `era` the first day of the stretch told
    last. `future`, `past`, `flashback`: the clause's tense. `retold`: the text tells of long ago, and weekdays and dates without a
    year go on from the story; `linked`: a date without a year may go on from one written out in the same paragraph; `beside`: the day named right
    before in the same sentence; `day_first`: the order of dates with slashes, None where unknown."""

    anchor: date | None
    story: date | None = None
    future: bool = False
    past: bool = False
    flashback: bool = False
    era: date | None = None
    retold: bool = False
    linked: bool = False
    beside: date | None = None
    day_first: bool | None = None


@dataclass(frozen=True)
class Value:
    """First and last day (or time) as ISO 8601; both None where the words name no date. `assumed`: the day is the anchor's and
    neither the words nor what was told before say so ("at 14:30")."""

    first: str | None = None
    last: str | None = None
    is_set: bool = False
    duration: str | None = None
    assumed: bool = False


Rule = Callable[[re.Match[str], Context], Value | None]
NO_DATE = Value()
# A date without a year that lies up to so many days ahead is taken as ahead, else as past (unless the clause says).
_SOON = 45
# A date up to so many days from publication is fresh news; one up to so many days behind the story may go on from it.
_FRESH, _ON = 45, 120
_FRESH_SLASH = 21
# "20 December 1993 … on 3 January": so many months back, the date is of the next year.
_TURN = 8


def days(stretch: Stretch | None) -> Value:
    return Value(stretch[0].isoformat(), stretch[1].isoformat()) if stretch else NO_DATE


def one_day(day: date | None) -> Value | None:
    return days((day, day)) if day else None


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").capitalize()]


def weekday_number(name: str) -> int:
    return WEEKDAYS[name.rstrip(".").capitalize()]


def day_number(words: str) -> int:
    return int(re.match(r"\d+", words).group())  # type: ignore[union-attr]


def nearest_year(month: int, day: int, context: Context) -> int | None:
    """The year that a date without one belongs to; None where nothing tells."""
    told = _told_year(month, day, context.era or context.story)
    if context.retold and told:
        return told
    year = _year_by_anchor(month, day, context)
    if told and context.linked and not context.future and _goes_on(date(told, month, 1), year, context):
        return told
    return year


def _told_year(month: int, day: int, story: date | None) -> int | None:
    """The story's own year, or the next where it stands at a year's end and the date at a year's beginning."""
    if story is None:
        return None
    year = story.year + (story.month - month > _TURN)
    return year if day_or_none(year, month, day) else None


def _goes_on(told: date, year: int | None, context: Context) -> bool:
    """Whether the date is more likely near the day told before than near the day of publication."""
    near = date(year, told.month, 1) if year else None
    fresh = near is not None and context.anchor is not None and abs((context.anchor - near).days) <= _FRESH
    return not fresh and context.story is not None and -31 <= (told - context.story).days <= _ON


def _year_by_anchor(month: int, day: int, context: Context) -> int | None:
    anchor = context.anchor or context.story
    if anchor is None:
        return None
    near = [
        (found, year)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := day_or_none(year, month, day))
    ]
    furthest = 0 if context.future or (context.past and day > 1) else _SOON
    before = [year for found, year in near if (found - anchor).days <= furthest]
    after = [year for found, year in near if found >= anchor]
    if context.future and after:
        return after[0]
    return before[-1] if before else None


def _year(match: re.Match[str], context: Context, month: int, day: int) -> int | None:
    return int(match["year"]) if match["year"] else nearest_year(month, day, context)


# ------------------------------------------------------------------------------------------------ days of the calendar
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
    year = _year(match, context, month, day)
    return one_day(day_or_none(year, month, day)) if year else NO_DATE


def day_range(match: re.Match[str], context: Context) -> Value | None:
    """ "January 4 and 5", "from 2 to 5 January", "28 December to 3 January"."""
    month, first, last = month_number(match["m"]), day_number(match["a"]), day_number(match["b"])
    second = month_number(match["n"]) if "n" in match.re.groupindex else month
    year = _year(match, context, second, last)
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
    year = _year(match, context, month_, day)
    if moving and year:
        return one_day(moving[0](year))
    return one_day(day_or_none(year, month_, day)) if year else NO_DATE


# ---------------------------------------------------------------------------------------------- weekdays and today
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


# ------------------------------------------------------------------------------------------------- stretches
def step_of(word: str) -> int:
    word = word.casefold()
    if word.startswith(("last", "previous", "preceding")) or word == "this past":
        return -1
    return 1 if word.startswith(("next", "coming", "following")) or word == "this coming" else 0


def third_of(word: str) -> str:
    word = word.casefold()
    return "late" if re.search(r"late|latter|end", word) else "mid" if "mid" in word else "early"


def no_date(_: re.Match[str], __: Context) -> Value | None:
    return NO_DATE


def clock(match: re.Match[str], context: Context) -> Value | None:
    """A clock time alone is of the day that the text told last; else of the anchor, and marked so."""
    day = context.story or context.anchor
    value = at_clock(days((day, day)), match["clock"]) if day else NO_DATE
    return replace(value, assumed=context.story is None)


def at_clock(value: Value, words: str) -> Value:
    """The day's value at a clock time."""
    time = time_of_day(words)
    if not time or not value.first or value.first != value.last or len(value.first) != 10:
        return value
    return replace(value, first=f"{value.first}T{time}", last=f"{value.first}T{time}")
