"""Number phrases: what they say at least, at best and at most (contract: record.md, the table of words)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.numerals import Numeral, find_numerals, value_of


def only(text: str) -> Numeral:
    (numeral,) = find_numerals(text)
    return numeral


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high", "approximate"),
    [
        ("12 miners were killed", "12", 12, 12, 12, False),
        ("At least 12 miners were killed", "At least 12", 12, 12, None, False),
        ("No fewer than twelve miners", "No fewer than twelve", 12, 12, None, False),
        ("more than 12 miners", "more than 12", 12, None, None, False),
        ("up to 12 miners", "up to 12", None, None, 12, False),
        ("as many as a hundred miners", "as many as a hundred", None, None, 100, False),
        ("about 1,000 miners", "about 1,000", None, 1000, None, True),
        ("nearly 40 raids", "nearly 40", None, 40, None, True),
        ("70 to 90 boats", "70 to 90", 70, None, 90, False),
        ("70-90 boats", "70-90", 70, None, 90, False),
        ("between 70 and 90 boats", "between 70 and 90", 70, None, 90, False),
        ("dozens of boats", "dozens", 24, None, None, True),
        ("scores of boats", "scores", None, None, None, True),
        ("hundreds of thousands marched", "hundreds of thousands", None, None, None, True),
        ("no casualties were reported", "no", 0, 0, 0, False),
        ("12 or so boats", "12 or so", None, 12, None, True),
        ("12 or more boats", "12 or more", 12, 12, None, False),
        ("2 to 3 million birds", "2 to 3 million", 2_000_000, None, 3_000_000, False),
        ("more than a quarter of a million birds", "more than a quarter of a million", 250_000, None, None, False),
    ],
)  # fmt: skip
def test_hedges_follow_the_contract(text: str, words: str, low: int, best: int, high: int, approximate: bool) -> None:
    numeral = only(text)
    assert text[numeral.start : numeral.end] == words
    assert (numeral.low, numeral.best, numeral.high, numeral.approximate) == (low, best, high, approximate)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "value"),
    [
        ("a two-fold increase", "ratio", "ratio", 2),
        ("the doubling of fares", "ratio", "ratio", 2),
        ("12 per cent of voters", "percent", "%", 12),
        ("damage of $3.5 million", "money", "USD", 3_500_000),
        ("120 tenge a litre", "money", "tenge", 120),
    ],
)
def test_units(text: str, kind: str, unit: str, value: float) -> None:
    numeral = only(text)
    assert (numeral.kind, numeral.unit, numeral.best) == (kind, unit, value)


@pytest.mark.parametrize(
    "text",
    [
        "under Article 4 of the pact",
        "an Orlan-10 drone and a T-72 tank at the G20",
        "a 26-year-old baker",
        "Mara Tolvik, 26, was walking home",
        "the boy, 11, ran away",
        "12 kilometres from Port Ardent",
        "call 555-0142",
        "937 Harrow Road",
        "the twenty-first of them",
        "one of the most beautiful towns",
        "on the 3rd floor",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert find_numerals(text) == ()


def test_a_rise_from_one_number_to_another_is_no_range() -> None:
    assert [n.best for n in find_numerals("The toll rose from 12 to 40.")] == [12, 40]


def test_spans_that_are_taken_hold_no_number() -> None:
    assert find_numerals("on 4 May", [(3, 8)]) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-one", 21), ("a hundred", 100), ("two hundred and five", 205), ("3.5 million", 3_500_000), ("half a dozen", 6),
     ("two dozen", 24), ("1,000", 1000), ("twelve thousand three hundred", 12_300), ("lamp", None)],
)  # fmt: skip
def test_values_of_words(words: str, value: float | None) -> None:
    assert value_of(words) == value


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["{}", "{:,}"]))
def test_digits_are_read_as_they_stand(number: int, shape: str) -> None:
    text = f"They counted {shape.format(number)} birds."
    numeral = only(text)
    assert numeral.best == number
    assert text[numeral.number_start : numeral.number_end] == shape.format(number)


@given(st.text(alphabet="at least 12-,.andoverfivehundred\n $%()", max_size=200))
def test_spans_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert 0 <= numeral.start <= numeral.number_start < numeral.number_end <= numeral.end <= len(text)
        assert numeral.number_start >= end
        end = numeral.number_end
