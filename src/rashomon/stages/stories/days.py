"""The day from which each report's relative dates are counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median_low

from rashomon.stages.stories.card import Card
from rashomon.stages.stories.told import WEEKDAY, as_day, named

_WEEK = 7


def days_of(reports: Sequence[Card]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Each report's ISO day, and the ids of those whose day was inferred from the story's other reports."""
    dated = {r.id: r.published[:10] for r in reports if r.published and as_day(r.published[:10])}
    if not dated:
        return {}, ()
    missing = tuple(sorted(r.id for r in reports if r.id not in dated))
    if not missing:
        return dated, ()
    told = {r.id: r.days for r in reports}
    known = Counter(day for report in dated for day in named(told[report], as_day(dated[report])))
    inferred = {report: infer(told[report], known, sorted(dated.values())).isoformat() for report in missing}
    return dated | inferred, missing


def infer(told: Sequence[str], known: Mapping[date, int], dated: Sequence[str]) -> date:
    """The day on which an undated report was most likely written.

    Days within the story's span are tried; the best makes the weekdays and dates that the report names fall on the days
    that the dated reports name. A report speaks of what is just past: among equals the earliest such day that is not
    before what it names; a report that names no day gets the story's median day.
    """
    days = [day for each in dated if (day := as_day(each))]
    middle = date.fromordinal(median_low([day.toordinal() for day in days]))
    if not any(day.startswith(WEEKDAY) or "-" in day for day in told):
        return middle
    first = min(days) - timedelta(days=1)
    tried = [first + timedelta(days=i) for i in range(min((max(days) - first).days, 2 * _WEEK) + 1)]

    def merit(day: date) -> tuple[int, int, int]:
        found = named(told, day)
        met = sum(known.get(each, 0) > 0 for each in found)
        return met, sum(each == day for each in found), -abs((day - middle).days)

    best = max(tried, key=merit)
    return best if merit(best)[0] else middle


def in_order_of_days(reports: Iterable[str], days: Mapping[str, str]) -> tuple[str, ...]:
    """By day, then id; undated ones last."""
    return tuple(sorted(reports, key=lambda report: (days.get(report, "9"), report)))
