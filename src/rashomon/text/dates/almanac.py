"""Days and stretches of days. All stretches are `(first day, last day)`, both inclusive. Weeks run from Monday (ISO 8601)."""

import calendar
from datetime import date, timedelta

Stretch = tuple[date, date]
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (February 30)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Stretch:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Stretch:
    return date(year, 1, 1), date(year, 12, 31)


def years_of(first: int, count: int) -> Stretch:
    """A decade or century that begins with the year `first`."""
    return date(first, 1, 1), date(min(9999, first + count - 1), 12, 31)


def quarter_of(year: int, quarter: int) -> Stretch:
    return month_of(year, 3 * quarter - 2)[0], month_of(year, 3 * quarter)[1]


def week_of(day: date) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_of(day: date) -> Stretch:
    """The Saturday and Sunday that end the day's week."""
    sunday = week_of(day)[1]
    return sunday - timedelta(days=1), sunday


def season_of(year: int, name: str) -> Stretch:
    """The northern season by whole months; a winter is of the year that it begins in."""
    first, last = _SEASONS[name]
    return date(year, first, 1), month_of(year + (last < first), last)[1]


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991)."""
    century, rest = divmod(year, 100)
    leap, over = divmod(century, 4)
    shift = (8 * century + 13) // 25
    epact = (19 * (year % 19) + century - leap - shift + 15) % 30
    half, quarter = divmod(rest, 4)
    week = (32 + 2 * over + 2 * half - epact - quarter) % 7
    turn = (year % 19 + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * turn + 114, 31)
    return date(year, month, day + 1)


def thanksgiving_of(year: int) -> date:
    """The fourth Thursday of November."""
    return nearest_weekday(date(year, 11, 22), 3, 1)


def add_months(day: date, months: int) -> date | None:
    """The day so many months on, at most the last of its month; None beyond the years 1 to 9999."""
    month = day.year * 12 + day.month - 1 + months
    year, index = divmod(month, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def add_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shifted(day: date, unit: str, count: int) -> Stretch | None:
    """The stretch of the unit ("day", "week", "month", …) that lies `count` units from the day's own (0: its own)."""
    if unit in {"day", "night"}:
        moved = add_days(day, count)
        return (moved, moved) if moved else None
    if unit in {"week", "weekend"}:
        moved = add_days(day, 7 * count)
        return (weekend_of if unit == "weekend" else week_of)(moved) if moved else None
    moved = add_months(day, _MONTHS[unit] * count)
    return _around(moved, unit) if moved else None


def _around(day: date, unit: str) -> Stretch:
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_of(day.year)
    count = 10 if unit == "decade" else 100
    return years_of(max(1, day.year // count * count), count)


def nearest_weekday(day: date, weekday: int, step: int) -> date:
    """The nearest such weekday (Monday 0) at or before the day (`step` -1), or at or after it (1)."""
    distance = (day.weekday() - weekday) % 7 if step < 0 else (weekday - day.weekday()) % 7
    return day + timedelta(days=step * distance)


def part_of(stretch: Stretch, part: str) -> Stretch:
    """The first, middle or last third of a stretch ("early", "mid", "late"); of a year by whole months."""
    first, last = stretch
    if stretch == year_of(first.year):
        month = {"early": 1, "late": 9}.get(part, 5)
        return date(first.year, month, 1), month_of(first.year, month + 3)[1]
    if first.month == 1 and last == date(first.year + 9, 12, 31):  # a decade: "the mid-1990s" are 1994 to 1996
        year = first.year + {"early": 0, "late": 7}.get(part, 4)
        return date(year, 1, 1), date(year + 2, 12, 31)
    third = timedelta(days=((last - first).days + 1) // 3)
    if part == "early":
        return first, first + third - timedelta(days=1) if third else last
    if part == "late":
        return last - third + timedelta(days=1) if third else first, last
    return first + third, last - third
