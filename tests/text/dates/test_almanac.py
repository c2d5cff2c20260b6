"""Days and stretches of days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from rashomon.text.dates.almanac import (
    add_months,
    day_or_none,
    month_of,
    nearest_weekday,
    quarter_of,
    season_of,
    week_of,
    weekend_of,
    years_of,
)

DAYS = some.dates(date(2, 1, 1), date(9990, 12, 31))


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert day_or_none(2031, 2, 30) is None
    assert day_or_none(2032, 2, 29) == date(2032, 2, 29)


@given(DAYS)
def test_a_week_holds_its_day_and_runs_from_monday_to_sunday(day: date) -> None:
    monday, sunday = week_of(day)
    assert monday <= day <= sunday
    assert (monday.weekday(), sunday - monday) == (0, timedelta(days=6))
    assert weekend_of(day) == (sunday - timedelta(days=1), sunday)


@given(DAYS)
def test_a_month_holds_its_day_and_lies_in_its_quarter(day: date) -> None:
    first, last = month_of(day.year, day.month)
    assert first <= day <= last
    start, end = quarter_of(day.year, (day.month + 2) // 3)
    assert start <= first and last <= end


@given(DAYS, some.integers(-1200, 1200))
def test_months_later_is_never_in_another_month_than_counted(day: date, months: int) -> None:
    later = add_months(day, months)
    if later is not None:
        assert (later.year - day.year) * 12 + later.month - day.month == months
        assert later.day <= day.day


def test_the_last_day_of_january_is_a_month_before_the_last_of_february() -> None:
    assert add_months(date(2031, 1, 31), 1) == date(2031, 2, 28)
    assert add_months(date(9999, 12, 1), 1) is None


def test_a_winter_is_of_the_year_that_it_begins_in() -> None:
    assert season_of(2031, "winter") == (date(2031, 12, 1), date(2032, 2, 29))
    assert years_of(2030, 10) == (date(2030, 1, 1), date(2039, 12, 31))


@given(DAYS, some.integers(0, 6), some.sampled_from([-1, 1]))
def test_the_nearest_weekday_is_that_weekday_within_a_week(day: date, weekday: int, step: int) -> None:
    found = nearest_weekday(day, weekday, step)
    assert found.weekday() == weekday
    assert 0 <= (found - day).days * step <= 7
