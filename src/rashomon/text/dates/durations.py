"""Lengths of time as worded, in ISO 8601 ("two hours": PT2H), and days moved by them."""

from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.text.dates.almanac import add_days, add_months
from rashomon.text.dates.english import DURATION_UNITS, SMALL_NUMBERS
from rashomon.text.numerals import value_of

Number = int | float
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 2, "fortnight": 14}
_WHOLE = {"decade": ("Y", 10), "century": ("Y", 100), "fortnight": ("W", 2), "quarter": ("M", 3)}
_SINGULAR = {"centurie": "century", "min": "minute", "hr": "hour", "yr": "year"}


@dataclass(frozen=True)
class Amount:
    """So many of a unit, in the singular ("hour"); `number` None: the words do not say how many."""

    number: Number | None
    unit: str


def amount_of(number: str, unit: str) -> Amount:
    words = " ".join(number.casefold().split())
    unit = unit.casefold()
    unit = unit.removesuffix("s") if len(unit) > 2 else unit
    value = SMALL_NUMBERS.get(words)
    return Amount(value if value is not None else value_of(words), _SINGULAR.get(unit, unit))


def iso_duration(amount: Amount) -> str | None:
    """ISO 8601, with an X for an unknown number ("several years": PXY); None for a unit that has no letter."""
    letter, times = _WHOLE.get(amount.unit, (DURATION_UNITS.get(amount.unit, ""), 1))
    if not letter:
        return None
    number = "X" if amount.number is None else f"{amount.number * times:g}"
    return f"P{letter[0]}{number}{letter[1]}" if len(letter) == 2 else f"P{number}{letter}"


def moved(day: date, amount: Amount, way: int) -> date | None:
    """The day so much later (`way` 1) or earlier (-1); None where the words do not say how much or the calendar ends."""
    if amount.number is None or amount.number > 10_000:
        return None
    number = amount.number * way
    if amount.unit in _MONTHS:
        return add_months(day, round(number * _MONTHS[amount.unit]))
    if amount.unit in _DAYS:
        return add_days(day, round(number * _DAYS[amount.unit]))
    hours = {"hour": 1.0, "minute": 1 / 60}.get(amount.unit, 0.0)
    return add_days(day, timedelta(hours=number * hours).days if number * hours <= -24 or number * hours >= 24 else 0)
