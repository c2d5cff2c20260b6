"""What the rules for stretches of time make of their match: weeks, seasons, decades, "three days ago", durations."""

import re
from dataclasses import replace
from datetime import date, timedelta

from rashomon.text.dates.almanac import (
    Stretch,
    part_of,
    quarter_of,
    season_of,
    shifted,
    weekend_of,
    year_of,
    years_of,
)
from rashomon.text.dates.context import NO_DATE, Context, Value, days, step_of, third_of
from rashomon.text.dates.durations import Amount, amount_of, iso_duration, moved
from rashomon.text.dates.english import ORDINAL_NUMBERS
from rashomon.text.dates.told import season_of_that

_MIDWEEK = 3
_LONG_UNITS = frozenset(
    {"month", "year", "decade", "century"}
)  # counted from a month or a year too: "in 1979 … three years later"


def rel_unit(match: re.Match[str], context: Context) -> Value | None:
    """ "Last week", "this year", "the previous month". "The past year" runs up to the anchor; "earlier this year" from its
    beginning up to the anchor, "later this year" from the anchor on."""
    rel, unit = match["rel"].casefold(), match["unit"].casefold()
    start = context.anchor
    if rel in {"following", "previous", "preceding"}:
        start = context.era or context.anchor
    if not start or not context.anchor:
        return NO_DATE
    if rel == "past" or (rel == "last" and match["the"] and unit == "decade"):
        return days((moved(context.anchor, Amount(1, unit), -1) or context.anchor, context.anchor))
    if rel == "this" and unit == "weekend" and start.weekday() < _MIDWEEK and not context.future:
        start -= timedelta(days=7)  # "the club was attacked this weekend", told on Monday
    stretch = shifted(start, unit, step_of(rel))
    return days(_part(stretch, (match["part"] or "").casefold(), context.anchor)) if stretch else NO_DATE


def _part(stretch: Stretch, part: str, anchor: date) -> Stretch:
    first, last = stretch
    if part in {"early", "late"}:
        return part_of(stretch, part)
    if first <= anchor <= last and part:
        return (first, anchor) if part == "earlier" else (anchor, last)
    return stretch


def past_stretch(match: re.Match[str], context: Context) -> Value | None:
    """ "The past decade": the stretch of that length up to the anchor."""
    amount = Amount(24, "hour") if match["unit"].startswith("24") else Amount(1, match["unit"].casefold())
    start = moved(context.anchor, amount, -1) if context.anchor else None
    value = days((start, context.anchor)) if start and context.anchor else NO_DATE
    return replace(value, duration=iso_duration(amount))


# The verb: "will last two hours", "to last a week".
_LASTS = re.compile(
    r"\b(?:will|to|would|can|could|may|might|must|should|did|does|not|usually|often|generally|they)(?: only| not| just)? [Ll]$"
)


def counted_stretch(match: re.Match[str], context: Context) -> Value | None:
    """ "The past three days", "the next six months": a duration, and the days that it covers."""
    amount = amount_of(match["n"], match["unit"])
    rel = match["rel"].casefold()
    if rel == "last" and _LASTS.search(match.string, max(0, match.start() - _LOOK), match.start() + 1):
        return Value(duration=iso_duration(amount))  # "it will last two months"
    start = context.story if rel in {"following", "previous", "preceding"} else context.anchor
    end = moved(start, amount, -1 if step_of(rel) < 0 or rel == "past" else 1) if start else None
    value = days((min(end, start), max(end, start))) if end and start and rel != "first" else NO_DATE
    return replace(value, duration=iso_duration(amount))


def ago(match: re.Match[str], context: Context) -> Value | None:
    """ "Three days ago", "two decades ago", "a week later": as exact as the unit."""
    way = match["way"].casefold()
    amount = amount_of(match["n"], match["unit"])
    told = context.era if amount.unit in _LONG_UNITS and context.era else context.story
    start = context.anchor if way in {"ago", "from now"} else told
    day = moved(start, amount, -1 if way in {"ago", "earlier", "before"} else 1) if start else None
    unit = (
        amount.unit if amount.unit in {"month", "year"} else "year" if amount.unit in {"decade", "century"} else "day"
    )
    return days(shifted(day, unit, 0)) if day else NO_DATE


def season(match: re.Match[str], context: Context) -> Value | None:
    name = match["season"].casefold()
    if match["year"]:
        return days(season_of(int(match["year"]), name))
    rel = match["rel"].casefold()
    if rel == "that":
        return season_of_that(name, context)
    if not context.anchor:
        return NO_DATE
    if rel == "the":
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


def weekend(match: re.Match[str], context: Context) -> Value | None:
    """ "The weekend" in a report: the one that has begun, else the last."""
    if not context.anchor:
        return NO_DATE
    if context.story and match["which"].casefold() != "the":
        return days(weekend_of(context.story))
    day = context.anchor if context.future or context.anchor.weekday() >= 5 else context.anchor - timedelta(days=7)
    return days(weekend_of(day))


def part_unit(match: re.Match[str], context: Context) -> Value | None:
    start = context.era if context.retold and context.era else context.anchor
    stretch = shifted(start, match["unit"].casefold(), 0) if start else None
    return days(part_of(stretch, third_of(match["part"]))) if stretch else NO_DATE


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
    return days(part_of(stretch, third_of(match["part"])) if match["part"] else stretch)


def part_year(match: re.Match[str], _: Context) -> Value | None:
    return days(part_of(year_of(int(match["year"])), third_of(match["part"])))


def century(match: re.Match[str], _: Context) -> Value | None:
    return days(years_of(100 * int(match["n"]) - 99, 100))


# What numbers things, and what counts them: "Room 1984", "Boeing 2007", "over 2000 were hurt".
_NUMBERED = re.compile(
    r"(?:\b(?i:article|articles|room|rooms|route|highway|flight|resolution|section|sections|page|pages|psalm|channel|model|no\.|nos\.|number|ward|law|"
    r"chapter|paragraph|unit|platform|house|apartment|plot|block|gate|bus|train|line|order|decree|case|bill|clause|code|version|lot|item|"
    r"population|more than|less than|fewer than|at least|some|nearly|almost|over|exactly) |[+\d)] ?)$"
)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?\n\s]\s)(?P<name>[A-Z][\w’'-]*) $")
_MAY_PRECEDE = frozenset(
    "in by since until from during before after between through to around about circa of late early mid the and or fiscal".split()
)


def year(match: re.Match[str], _: Context) -> Value | None:
    """A bare number is a year unless it numbers or counts something, or stands in a name ("Vision 2030")."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if _NUMBERED.search(before):
        return None
    name = _NAME_BEFORE.search(before)
    if name and name["name"].casefold() not in _MAY_PRECEDE:
        return None
    return days(year_of(int(match["year"])))


def fiscal_year(match: re.Match[str], _: Context) -> Value | None:
    """By the calendar: which month it begins in is the house's own."""
    return days(year_of(int(match["year"] or match["yeara"])))


# "40 hours of film": how much of it there is, not how long something took.
_OF_MATTER = re.compile(
    r" (?:worth )?of (?:\w+ )?(?:video|music|audio|film|footage|tape|tapes|recordings?|playback|programming|material|data|air ?time|talk ?time)\b"
)


# --------------------------------------------------------------------------------------- durations, sets, times of day
def duration(match: re.Match[str], _: Context) -> Value | None:
    if match["n"].casefold() == "a" and match["unit"].casefold() == "second":
        return None  # "a second aircraft"
    if _OF_MATTER.match(match.string, match.end()):
        return None
    return Value(duration=iso_duration(amount_of(match["n"], match["unit"])))


def vague_duration(match: re.Match[str], _: Context) -> Value | None:
    groups = match.groupdict()
    unit = groups.get("unit") or groups.get("unita") or ("years" if "years" in match.group().casefold() else "")
    if not unit:
        return NO_DATE  # "for a long time"
    return Value(duration=iso_duration(Amount(None, unit.casefold().rstrip("s"))))


# "90 barges at a rate of 40 a year", "twice a week".
_PER = re.compile(
    r"(?:\b(?:once|twice|times|hundred|thousand|million|billion|dozen)|(?<!\d )\b\d[\d.,]*(?: (?:percent|per cent|[a-z]{3,12}s))?|\d%|[$€£]\d[\d.,]*) $",
    re.IGNORECASE,
)
_LOOK = 40


def rate(match: re.Match[str], context: Context) -> Value | None:
    """ "40 a year" comes again and again; "a year" elsewhere is a length of time."""
    words = match.group().casefold()
    before = match.string[max(0, match.start() - _LOOK) : match.start()]
    if words.startswith("per") or _PER.search(before):
        return repeated(match, context)
    if words == "a second":
        return None  # "a second aircraft"
    return Value(duration=iso_duration(amount_of("a", words.split()[1])))


def repeated(_: re.Match[str], __: Context) -> Value | None:
    return Value(is_set=True)
