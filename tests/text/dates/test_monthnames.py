"""Written days in many languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.dates.monthnames import find_day, month_names, month_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Posted 6 января 2022,, 10:47", "2022-01-06T10:47"),
        ("March 4, 2021 at 3:04 pm", "2021-03-04T15:04"),
        ("12:00 am is not read: 4.03.2021", "2021-03-04"),
        ("6. Januar 2022 um 10:47 Uhr", "2022-01-06T10:47"),
        ("2022-01-06T10:47:00+0300", "2022-01-06T10:47:00+03:00"),
        ("6 de enero de 2022", "2022-01-06"),
        ("2022年1月6日", "2022-01-06"),
        ("13/06/2022", "2022-06-13"),
    ],
)
def test_a_day_is_read(text: str, iso: str) -> None:
    found = find_day(text, "en")
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["01/06/2022", "31 February 2022", "6 January", "version 1.2.2022.4", "99.99.2022"])
def test_what_can_be_read_two_ways_or_not_at_all_is_left(text: str) -> None:
    assert find_day(text, "en") is None


def test_the_languages_own_month_comes_first() -> None:
    assert month_of("listopad", "pl") == 11
    assert month_of("listopad", "hr") == 10


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_iso_days_come_back(day: date) -> None:
    found = find_day(f"Updated {day.isoformat()}", None)
    assert found is not None
    assert found.iso == day.isoformat()


def test_the_table_has_every_month_of_every_language() -> None:
    for language in ("en", "ru", "uk", "de", "kk", "ar", "hi"):
        assert set(month_names(language).values()) == set(range(1, 13))
    assert month_names("xx") == {}
