"""Krippendorff's alpha, against the published examples and what is true of any data."""

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.casebook.coding.alpha import METRICS, alpha, level, share_alike

Units = Sequence[Sequence[Hashable]]


def units(*coders: str) -> list[list[int]]:
    """What each unit was given: of rows of digits, one a coder, in which a dot is a missing value."""
    return [[int(value) for value in unit if value != "."] for unit in zip(*coders, strict=True)]


# Krippendorff (2011), the example of four observers. Of 41 values 40 can be paired: 9 ones, 13 twos, 10 threes, 5 fours, 3 fives.
FOUR = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_four_observers_with_values_missing(metric: str, published: float) -> None:
    assert alpha(FOUR, metric).value == pytest.approx(published, abs=0.0005)


def test_the_same_by_hand() -> None:
    """The diagonal of the matrix of coincidences is 7, 10, 8, 4 and 3."""
    matching = 9 * 8 + 13 * 12 + 10 * 9 + 5 * 4 + 3 * 2
    by_hand = (39 * (7 + 10 + 8 + 4 + 3) - matching) / (40 * 39 - matching)
    assert alpha(FOUR, "nominal").value == pytest.approx(by_hand)


def test_two_observers_of_two_values() -> None:
    """Krippendorff (2011), example A: 6 of 10 units alike, .095."""
    two = units("0100000010", "1110010000")
    assert share_alike(two) == 0.6
    assert alpha(two, "nominal").value == pytest.approx(0.095, abs=0.0005)


def test_two_observers_of_five_values() -> None:
    """Krippendorff (2011), example B: 9 of 12 units alike, .692."""
    two = [list(unit) for unit in zip("aabbdcccedda", "babbbccceddd", strict=True)]
    assert share_alike(two) == 0.75
    assert alpha(two, "nominal").value == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize("metric", METRICS)
def test_whoever_always_agrees_has_one(metric: str) -> None:
    assert alpha([(3, 3), (12, 12, 12), (1, 1)], metric).value == 1


def test_whoever_agrees_less_than_by_chance_is_below_nought() -> None:
    found = alpha([(1, 2)] * 4, "nominal").value
    assert found is not None and found < 0


def test_without_variation_there_is_no_alpha() -> None:
    found = alpha([("confirmed", "confirmed")] * 20, "nominal")
    assert found.value is None and found.low is None
    assert "same" in str(found.undefined)


@pytest.mark.parametrize("some", [[], [(1,)], [(1,), (2,), ()]])
def test_without_two_values_of_one_unit_there_is_no_alpha(some: Units) -> None:
    assert alpha(some, "nominal").value is None
    assert "two coders" in str(alpha(some, "nominal").undefined)
    assert share_alike(some) is None


def test_ratio_looks_at_the_size_of_numbers_where_interval_does_not() -> None:
    """Two against four is as far apart as 2,000 against 4,000; for an interval nothing but the thousands would count."""
    some = [(2, 4), (3, 3), (2000, 2000), (4000, 4000)]
    ratio, interval = alpha(some, "ratio").value, alpha(some, "interval").value
    assert ratio is not None and interval is not None
    assert ratio < 0.96 < 0.999 < interval


def test_numbers_on_two_sides_of_nought_stay_bounded() -> None:
    """Of the 15 pairs 11 are as far apart as can be, and 2 of them are 2 and 3: at 1/25."""
    observed, expected = 2 / 6, 2 * (11 + 2 / 25) / 30
    assert alpha([(-2, 2), (0, 0), (3, 3)], "ratio").value == pytest.approx(1 - observed / expected)


def test_a_bootstrap_interval_holds_alpha_and_is_the_same_every_time() -> None:
    some = [(1, 1)] * 8 + [(2, 2)] * 8 + [(1, 2)] * 4
    first, again = alpha(some, "nominal"), alpha(some, "nominal")
    assert first == again
    assert first.low is not None and first.high is not None and first.value is not None
    assert first.low < first.value < first.high
    assert alpha(some[:9], "nominal").low is None


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.8, "reliable"), (0.799, "tentative"), (0.667, "tentative"), (0.66, "unreliable"), (None, None)],
)
def test_levels_are_krippendorffs(value: float | None, said: str | None) -> None:
    assert level(value) == said


coded = st.lists(st.lists(st.integers(0, 5), min_size=0, max_size=4), max_size=12)


@given(coded, st.sampled_from(sorted(METRICS)))
def test_the_order_of_coders_and_units_does_not_matter(some: list[list[int]], metric: str) -> None:
    first = alpha(some, metric).value
    again = alpha([unit[::-1] for unit in some[::-1]], metric).value
    assert first == again or (first is not None and again is not None and first == pytest.approx(again))


@given(coded, st.sampled_from(sorted(METRICS)))
def test_alpha_is_one_at_most(some: list[list[int]], metric: str) -> None:
    found = alpha(some, metric).value
    assert found is None or found <= 1 + 1e-9
