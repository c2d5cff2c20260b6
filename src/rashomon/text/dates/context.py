"""What a rule of the date grammar is given and what it returns, and the small readings that rules share.

A rule gets the match and the context and returns a Value, or None where the words are no date after all (February 30).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rashomon.text.dates.almanac import Stretch
from rashomon.text.dates.clock import time_of_day
from rashomon.text.dates.english import MONTHS, WEEKDAYS


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


def at_clock(value: Value, words: str) -> Value:
    """The day's value at a clock time."""
    time = time_of_day(words)
    if not time or not value.first or value.first != value.last or len(value.first) != 10:
        return value
    return replace(value, first=f"{value.first}T{time}", last=f"{value.first}T{time}")
