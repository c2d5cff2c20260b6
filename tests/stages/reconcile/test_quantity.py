"""What figures leave open."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.claim import Figure
from rashomon.stages.reconcile.quantity import bounds, far_apart, overlap, value_of


def figure(text: str = "x", **own: Any) -> Figure:
    return Figure(measure="killed", text=text, start=0, end=len(text), **own)


@pytest.mark.parametrize(
    ("given_figure", "value"),
    [
        (figure(low=12, best=12, high=12), "12"),
        (figure(low=12, best=12), "at least 12"),
        (figure(low=1000), "more than 1,000"),
        (figure(high=12), "up to 12"),
        (figure(best=1000, approximate=True), "about 1,000"),
        (figure(low=70, high=90), "70 to 90"),
        (figure("Dozens of people", low=24, approximate=True), "dozens"),
        (figure("several hundred protesters", approximate=True), "several hundred"),
        (figure(low=0, best=0, high=0), "0"),
    ],
)
def test_a_figure_is_said_as_people_say_it(given_figure: Figure, value: str) -> None:
    assert value_of(given_figure) == value


def test_about_a_thousand_and_over_a_thousand_can_both_be_true() -> None:
    assert overlap(figure(best=1000, approximate=True), figure(low=1000))


def test_dozens_hold_59_and_not_10() -> None:
    dozens = figure("dozens", low=24, approximate=True)
    assert overlap(dozens, figure(low=59, best=59, high=59))
    assert not overlap(dozens, figure(low=10, best=10, high=10))


def test_more_than_50_leaves_50_out() -> None:
    assert not overlap(figure(low=50), figure(low=50, best=50, high=50))


def test_two_lower_bounds_far_apart() -> None:
    assert far_apart(figure(low=10, best=10), figure(low=90, best=90))
    assert not far_apart(figure(low=56, best=56), figure(low=85, best=85))


numbers = st.one_of(st.none(), st.integers(0, 10_000))
figures = st.builds(figure, low=numbers, best=numbers, high=numbers, approximate=st.booleans())


@given(figures, figures)
def test_overlap_has_no_direction(a: Figure, b: Figure) -> None:
    assert overlap(a, b) == overlap(b, a)


@given(st.integers(1, 10_000))
def test_an_exact_figure_leaves_nothing_open(number: int) -> None:
    assert bounds(figure(low=number, best=number, high=number)) == (number, number)
