"""Days in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.days import in_words, interval


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 2031-03-03", "on 3 March 2031"),
        ("2031-03-03T06:00", "3 March 2031, 06:00"),
        ("later (2031-03-03T15:30:00+00:00)", "later (3 March 2031, 15:30)"),
        ("3 March 2031", "3 March 2031"),
        ("number 2031-13-03", "number 2031-13-03"),
    ],
)
def test_iso_days_become_words_and_words_stay(text: str, words: str) -> None:
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-03", "2031-03-05", "3–5 March 2031"),
        ("2031-03-30", "2031-04-02", "30 March – 2 April 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031"),
        ("2031-03-03", "2031-03-03T09:00", "3 March 2031"),
        (None, "2031-03-03", "3 March 2031"),
        ("2031-03", "2031-04", "March–April 2031"),
        (None, None, "undated"),
    ],
)
def test_an_interval_names_what_its_ends_share_once(start: str | None, end: str | None, words: str) -> None:
    assert interval(start, end) == words


@given(st.dates())
def test_every_day_can_be_told(day: object) -> None:
    assert "-" not in in_words(str(day))
