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
    month_of,
    nearest_weekday,
    part_of,
    quarter_of,
    season_of,
    shifted,
    weekend_of,
    year_of,
    years_of,
)
from rashomon.text.clock import time_of_day
from rashomon.text.dates_en import HOLIDAYS, MONTHS, ORDINAL_NUMBERS, WEEKDAYS
from rashomon.text.durations import Amount, amount_of, iso_duration, moved


@dataclass(frozen=True)
class Context:
    """`anchor` is the day that relative words are counted from, `story` the last day that the text named before, `future`
    whether the clause speaks of what is to come."""

    anchor: date | None
    story: date | None = None
    future: bool = False


@dataclass(frozen=True)
class Value:
    """First and last day (or time) as ISO 8601; both None where the words name no date."""

    first: str | None = None
    last: str | None = None
    is_set: bool = False
    duration: str | None = None


Rule = Callable[[re.Match[str], Context], Value | None]
NO_DATE = Value()
# A date without a year that lies up to so many days ahead is taken as ahead, else as past (unless the clause says).
_SOON = 45


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
    anchor = context.anchor or context.story
    if anchor is None:
        return None
    near = [
        (found, year)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := day_or_none(year, month, day))
    ]
    ahead = [(found - anchor).days for found, _ in near]
    before = [
        year for (_, year), distance in zip(near, ahead, strict=True) if distance <= (0 if context.future else _SOON)
    ]
    after = [year for (_, year), distance in zip(near, ahead, strict=True) if distance >= 0]
    if context.future and after:
        return after[0]
    return before[-1] if before else None


def _year(match: re.Match[str], context: Context, month: int, day: int) -> int | None:
    return int(match["year"]) if match["year"] else nearest_year(month, day, context)


# ------------------------------------------------------------------------------------------------ days of the calendar
def iso(match: re.Match[str], _: Context) -> Value | None:
    day = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    if day and match["time"]:
        return Value(f"{day}T{match['time']}", f"{day}T{match['time']}")
    return one_day(day)


def dotted(match: re.Match[str], _: Context) -> Value | None:
    return one_day(day_or_none(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: re.Match[str], _: Context) -> Value | None:
    """Month first, as in American reports, unless that is no date."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    return one_day(day_or_none(year, a, b) or day_or_none(year, b, a))


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
        stretch = part_of(stretch, _third(match["part"]))
    return days(stretch)


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    if not context.anchor:
        return NO_DATE
    return days(month_of(context.anchor.year + _step(match["rel"]), month_number(match["m"])))


def rel_month(match: re.Match[str], context: Context) -> Value | None:
    """ "Last March": the one before this month; "next March": the one after; "this March": of this year."""
    if not context.anchor:
        return NO_DATE
    number, step, year = month_number(match["m"]), _step(match["rel"]), context.anchor.year
    if step < 0:
        year -= number >= context.anchor.month
    elif step > 0:
        year += number <= context.anchor.month
    return days(month_of(year, number))


def holiday(match: re.Match[str], context: Context) -> Value | None:
    month_, day = HOLIDAYS[match["name"]]
    year = _year(match, context, month_, day)
    return one_day(day_or_none(year, month_, day)) if year else NO_DATE


# ---------------------------------------------------------------------------------------------- weekdays and today
def weekday(match: re.Match[str], context: Context) -> Value | None:
    if not context.anchor:
        return NO_DATE
    rel = (match["rel"] or "").casefold()
    number = weekday_number(match["w"])
    if rel in {"next", "this coming", "coming"}:
        return one_day(nearest_weekday(context.anchor + timedelta(days=1), number, 1))
    if rel == "last":
        return one_day(nearest_weekday(context.anchor - timedelta(days=1), number, -1))
    return one_day(nearest_weekday(context.anchor, number, 1 if context.future else -1))


def weekday_week(match: re.Match[str], context: Context) -> Value | None:
    week = shifted(context.anchor, "week", _step(match["rel"])) if context.anchor else None
    return one_day(add_days(week[0], weekday_number(match["w"]))) if week else NO_DATE


def weekday_range(match: re.Match[str], context: Context) -> Value | None:
    if not context.anchor:
        return NO_DATE
    last = nearest_weekday(context.anchor, weekday_number(match["b"]), 1 if context.future else -1)
    return days((nearest_weekday(last, weekday_number(match["a"]), -1), last))


_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def deictic(match: re.Match[str], context: Context) -> Value | None:
    return _near_day(context, _DEICTIC[match["word"].casefold()])


def _near_day(context: Context, step: int) -> Value:
    return days(shifted(context.anchor, "day", step)) if context.anchor else NO_DATE


def near(step: int) -> Rule:
    """The day so many days from the anchor."""
    return lambda _, context: _near_day(context, step)


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """ "The next day", "that day": counted from the day that the text named last."""
    which = (match["which"] or match["whicha"] or "same").casefold()
    unit = (match["unit"] or match["that"] or "day").casefold()
    unit = unit if unit in {"week", "month", "year"} else "day"
    step = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(which, 0)
    day = context.story
    return days(shifted(day, unit, step)) if day else NO_DATE


# ------------------------------------------------------------------------------------------------- stretches
def _step(word: str) -> int:
    word = word.casefold()
    if word.startswith(("last", "previous", "preceding")) or word == "this past":
        return -1
    return 1 if word.startswith(("next", "coming", "following")) or word == "this coming" else 0


def _third(word: str) -> str:
    word = word.casefold()
    return "late" if re.search(r"late|latter|end", word) else "mid" if "mid" in word else "early"


def rel_unit(match: re.Match[str], context: Context) -> Value | None:
    """ "Last week", "this year", "the previous month". "The past year" runs up to the anchor."""
    rel, unit = match["rel"].casefold(), match["unit"].casefold()
    if not context.anchor:
        return NO_DATE
    if rel == "past" or (rel == "last" and match["the"] and unit == "decade"):
        return days((moved(context.anchor, Amount(1, unit), -1) or context.anchor, context.anchor))
    return days(shifted(context.anchor, unit, _step(rel)))


def past_stretch(match: re.Match[str], context: Context) -> Value | None:
    """ "The past decade": the stretch of that length up to the anchor."""
    amount = Amount(24, "hour") if match["unit"].startswith("24") else Amount(1, match["unit"].casefold())
    start = moved(context.anchor, amount, -1) if context.anchor else None
    value = days((start, context.anchor)) if start and context.anchor else NO_DATE
    return replace(value, duration=iso_duration(amount))


def counted_stretch(match: re.Match[str], context: Context) -> Value | None:
    """ "The past three days", "the next six months": a duration, and the days that it covers."""
    amount = amount_of(match["n"], match["unit"])
    rel = match["rel"].casefold()
    end = moved(context.anchor, amount, -1 if _step(rel) < 0 or rel == "past" else 1) if context.anchor else None
    value = (
        days((min(end, context.anchor), max(end, context.anchor)))
        if end and context.anchor and rel != "first"
        else NO_DATE
    )
    return replace(value, duration=iso_duration(amount))


def ago(match: re.Match[str], context: Context) -> Value | None:
    """ "Three days ago", "two decades ago", "a week later": as exact as the unit."""
    way = match["way"].casefold()
    start = context.anchor if way in {"ago", "from now"} else context.story
    amount = amount_of(match["n"], match["unit"])
    day = moved(start, amount, -1 if way in {"ago", "earlier", "before"} else 1) if start else None
    unit = (
        amount.unit if amount.unit in {"month", "year"} else "year" if amount.unit in {"decade", "century"} else "day"
    )
    return days(shifted(day, unit, 0)) if day else NO_DATE


def season(match: re.Match[str], context: Context) -> Value | None:
    name = match["season"].casefold()
    if match["year"]:
        return days(season_of(int(match["year"]), name))
    if not context.anchor:
        return NO_DATE
    rel = match["rel"].casefold()
    if rel in {"the", "that"}:
        return None  # "the spring of their discontent": only with a year
    stretches = [season_of(context.anchor.year + step, name) for step in (-2, -1, 0, 1, 2)]
    if rel == "last":
        return days([stretch for stretch in stretches if stretch[1] < context.anchor][-1])
    return days(
        next(
            stretch
            for stretch in stretches
            if stretch[1] >= context.anchor and (rel == "this" or stretch[0] > context.anchor)
        )
    )


def weekend(_: re.Match[str], context: Context) -> Value | None:
    """ "The weekend" in a report: the one that has begun, else the last."""
    if not context.anchor:
        return NO_DATE
    day = context.anchor if context.future or context.anchor.weekday() >= 5 else context.anchor - timedelta(days=7)
    return days(weekend_of(day))


def part_unit(match: re.Match[str], context: Context) -> Value | None:
    stretch = shifted(context.anchor, match["unit"].casefold(), 0) if context.anchor else None
    return days(part_of(stretch, _third(match["part"]))) if stretch else NO_DATE


def quarter(match: re.Match[str], context: Context) -> Value | None:
    if not match["year"] and not context.anchor:
        return NO_DATE
    year = int(match["year"]) if match["year"] else context.anchor.year  # type: ignore[union-attr]
    number = ORDINAL_NUMBERS[match["n"].casefold()]
    if match["unit"].casefold() == "quarter":
        return days(quarter_of(year, number))
    return days((date(year, 1, 1), date(year, 6, 30)) if number == 1 else (date(year, 7, 1), date(year, 12, 31)))


def q_year(match: re.Match[str], _: Context) -> Value | None:
    return days(quarter_of(int(match["year"] or match["yeara"]), int(match["n"] or match["na"])))


def decade(match: re.Match[str], _: Context) -> Value | None:
    year = int(match["y"])
    stretch = years_of(year + 1900 if year < 100 else year, 10)
    return days(part_of(stretch, _third(match["part"])) if match["part"] else stretch)


def part_year(match: re.Match[str], _: Context) -> Value | None:
    return days(part_of(year_of(int(match["year"])), _third(match["part"])))


def century(match: re.Match[str], _: Context) -> Value | None:
    return days(years_of(100 * int(match["n"]) - 99, 100))


def year(match: re.Match[str], _: Context) -> Value | None:
    return days(year_of(int(match["year"])))


# --------------------------------------------------------------------------------------- durations, sets, times of day
def duration(match: re.Match[str], _: Context) -> Value | None:
    if match["n"].casefold() == "a" and match["unit"].casefold() == "second":
        return None  # "a second aircraft"
    return Value(duration=iso_duration(amount_of(match["n"], match["unit"])))


def vague_duration(match: re.Match[str], _: Context) -> Value | None:
    unit = match["unit"] or match.groupdict().get("unita") or "years"
    return Value(duration=iso_duration(Amount(None, unit.casefold().rstrip("s"))))


def repeated(_: re.Match[str], __: Context) -> Value | None:
    return Value(is_set=True)


def no_date(_: re.Match[str], __: Context) -> Value | None:
    return NO_DATE


def clock(match: re.Match[str], context: Context) -> Value | None:
    """A clock time alone: of the anchor's day only where the text named no other; kept without a day otherwise."""
    day = context.story or context.anchor
    return at_clock(days((day, day)), match["clock"]) if day else NO_DATE


def at_clock(value: Value, words: str) -> Value:
    """The day's value at a clock time."""
    time = time_of_day(words)
    if not time or not value.first or value.first != value.last or len(value.first) != 10:
        return value
    return replace(value, first=f"{value.first}T{time}", last=f"{value.first}T{time}")


RULES: dict[str, Rule] = {
    "iso": iso, "dotted": dotted, "slashed": slashed, "clock": clock, "days_month": day_range, "month_days": day_range,
    "month_day_range": day_range, "day_month_range": day_range, "month_day": month_day, "day_month": month_day,
    "part_month": month, "month_year": month, "full_month": month, "month_of_year": month_of_year, "rel_month": rel_month,
    "set": repeated, "ago": ago, "vague_ago": no_date, "weekdays": weekday_range, "weekday_night": weekday_range,
    "weekday_week": weekday_week, "weekday": weekday, "day_before_yesterday": near(-2), "day_after_tomorrow": near(2),
    "deictic": deictic, "last_night": near(-1), "this_daytime": near(0), "the_past_n": counted_stretch,
    "past_decade": past_stretch, "rel_unit": rel_unit, "rel_season": season, "season_year": season, "over_weekend": weekend,
    "part_unit": part_unit, "quarter": quarter, "q_year": q_year, "decade": decade, "short_decade": decade,
    "part_year": part_year, "century": century, "relative_day": relative_day, "holiday": holiday, "duration": duration,
    "vague_duration": vague_duration, "units_for": vague_duration, "vague": no_date, "year": year,
}  # fmt: skip
