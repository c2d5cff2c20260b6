"""How a sentence names a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.stages.reconcile.days.naming import (
    days_between,
    days_of,
    is_attribute,
    is_misread,
    is_owned,
    modality,
    only_bounds,
    says_something,
)


def spans(text: str, words: str) -> list[tuple[int, int]]:
    start = text.index(words)
    return [(start, start + len(words))]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody may enter the port until March 20.",
        "The bridge has been shut since March 20.",
        "Passengers who were to sail on March 20 wait.",
        "The gates stay shut before March 20.",
    ],
)
def test_bounds_and_hopes_tell_no_event_of_the_day(text: str) -> None:
    assert only_bounds(text, spans(text, "March 20"))


def test_an_event_is_no_bound() -> None:
    text = "The bridge was shut on March 20."
    assert not only_bounds(text, spans(text, "March 20"))


def test_a_day_may_only_say_which_event_is_meant() -> None:
    owned, attribute, plain = (
        "The mayor praised Monday's march.",
        "Five men of the May 5 raid were freed.",
        "They marched on Monday.",
    )
    assert is_owned(owned, spans(owned, "Monday"))
    assert is_attribute(attribute, spans(attribute, "May 5"))
    assert not is_owned(plain, spans(plain, "Monday"))
    assert not is_attribute(plain, spans(plain, "Monday"))


@pytest.mark.parametrize(
    ("text", "days", "misread"),
    [
        ("The crews returned home on Saturday.", ("2031-05-10", "2031-05-10", "2031-05-05"), True),
        ("The crews will return home on Saturday.", ("2031-05-10", "2031-05-10", "2031-05-05"), False),
        ("The curfew ends on Saturday.", ("2031-05-10", "2031-05-10", "2031-05-05"), False),
        ("The crews returned home on Saturday.", ("2031-05-03", "2031-05-03", "2031-05-05"), False),
        ("The crews returned home on Saturday.", ("2031-05-10", "2031-05-10", ""), False),
    ],
)
def test_what_was_done_on_a_day_to_come_was_read_wrong(text: str, days: tuple[str, str, str], misread: bool) -> None:
    assert is_misread(text, spans(text, "Saturday"), [], days) == misread


def test_what_is_to_come_is_planned() -> None:
    assert modality([], "The curfew ends on Saturday.", to_come=True) == "planned"
    assert modality([], "The curfew ended on Saturday.", to_come=False) == "asserted"


@given(st.dates(), st.integers(0, 5))
def test_the_days_of_an_interval(first, apart: int) -> None:  # type: ignore[no-untyped-def]
    from datetime import date, timedelta

    if first > date.max - timedelta(days=6):
        return
    last = (first + timedelta(days=apart)).isoformat()
    assert len(list(days_of(first.isoformat(), last))) == apart + 1
    assert days_between(first.isoformat(), last) == apart


def test_no_day_is_no_distance() -> None:
    assert days_between("2031-05-05", "2031-02-30") is None


def test_a_stretch_without_end_tells_nothing() -> None:
    assert says_something("The dam above Velm gave way on Monday.", True)
    assert not says_something("The dam above Velm gave way " * 100, True)
