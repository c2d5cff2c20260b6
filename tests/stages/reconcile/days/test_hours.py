"""Hours of the clock and parts of the day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.measure import When
from rashomon.stages.reconcile.days.hours import clock_of, hour, is_hour


def at(iso: str) -> When:
    return When(start=iso, end=iso)


@pytest.mark.parametrize(
    ("when", "before", "words", "told"),
    [
        ("2031-05-05T02:40", "The dam broke at ", "02:40 local time", "02:40"),
        ("2031-05-05T21:53Z", "The dam broke at ", "2153 GMT", "21:53Z"),
        ("2031-05-05", "in the early hours of ", "Monday", "early hours"),
        ("2031-05-05", "", "Monday evening", "evening"),
        ("2031-05-05", "on ", "Monday", None),
        ("2031-05-05T01:26", "a history of the dam in pictures ", "01:26", None),
    ],
)
def test_the_hour_that_a_report_gives(when: str, before: str, words: str, told: str | None) -> None:
    assert hour([(at(when), before, words)]) == told


def test_local_time_goes_before_greenwich() -> None:
    times = [(at("2031-05-05T21:53Z"), "(", "2153 GMT"), (at("2031-05-05T16:53"), "at ", "1653 local time")]
    assert hour(times) == "16:53"


def test_a_score_is_no_hour() -> None:
    assert not is_hour("The final ended ", "2:10")
    assert is_hour("The final ended at ", "2:10")


def test_parts_of_the_day_follow_each_other() -> None:
    times = [None, "midnight", "02:40", "morning", "12:00", "afternoon", "18:45", "night"]
    assert sorted(times, key=clock_of) == times


@given(st.integers(0, 23), st.integers(0, 59))
def test_clocks_are_in_order(hours: int, minutes: int) -> None:
    assert clock_of(f"{hours:02}:{minutes:02}") == hours + minutes / 60
