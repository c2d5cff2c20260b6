"""A person's words for a field, read by the house's own numerals and dates, or refused in one sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claim import Figure
from rashomon.model.measure import When
from rashomon.stages.claims.corrections import FIELDS, interval, numbers, readable, with_figure


@pytest.mark.parametrize(
    ("words", "low", "best", "high", "approximate"),
    [
        ("12", 12, 12, 12, False),
        ("at least 12", 12, 12, None, False),
        ("more than 12", 12, None, None, False),
        ("up to 12", None, None, 12, False),
        ("about 1,000", None, 1000, None, True),
        ("70 to 90", 70, None, 90, False),
        ("fourteen", 14, 14, 14, False),
        ("none", 0, 0, 0, False),
    ],
)
def test_a_number_with_its_hedge(words: str, low: Any, best: Any, high: Any, approximate: bool) -> None:
    told = numbers(words)
    assert (told.low, told.best, told.high, told.approximate) == (low, best, high, approximate)


@pytest.mark.parametrize("words", ["dozens", "hundreds", "twelve guards", "12 and 14", "-5", "", "9" * 40, "later"])
def test_what_is_not_one_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"write|left"):
        numbers(words)


def test_days_months_hours_and_spans() -> None:
    assert interval("2031-05-06") == When(start="2031-05-06", end="2031-05-06")
    assert interval("2031-05") == When(start="2031-05", end="2031-05")
    assert interval("2031-05-04 to 2031-05-06") == When(start="2031-05-04", end="2031-05-06")
    assert interval("2031-05-06T14:30") == When(start="2031-05-06T14:30", end="2031-05-06T14:30")
    assert interval("none") is None


@pytest.mark.parametrize(
    "words", ["Tuesday", "2031-13-01", "2031-02-30", "20310506", "2031-05-06 to 2031-05-04", "6 May 2031"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"date|ends before"):
        interval(words)


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: Any) -> None:
    assert interval(day.isoformat()) == When(start=day.isoformat(), end=day.isoformat())


@given(st.text(max_size=40), st.sampled_from(sorted(FIELDS)))
def test_any_words_are_read_or_refused_in_words(words: str, field: str) -> None:
    try:
        readable(field, words)
    except ValueError as error:
        assert str(error).endswith(".")


def test_a_claim_has_only_the_fields_of_its_kind() -> None:
    readable("figure", "12", "figure")
    with pytest.raises(ValueError, match="has no figure"):
        readable("figure", "12", "statement")
    with pytest.raises(ValueError, match="no field 'colour'"):
        readable("colour", "red")


def test_a_corrected_figure_keeps_the_words_of_its_report() -> None:
    read = Figure(measure="killed", text="Two guards", start=0, end=10, low=1, best=1, high=1, implied=True)
    now = with_figure(read, "figure", "at least 3")
    assert (now.text, now.low, now.best, now.high, now.implied) == ("Two guards", 3, 3, None, False)
    assert with_figure(now, "scope", "none").scope is None
