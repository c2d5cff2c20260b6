"""The gate of the page says what is too large or too slow, and passes what is not."""

from page_size import INTERACTIVE, too_much

SIZE = "kilobytes of the page"


def test_a_page_within_its_bounds_passes() -> None:
    assert too_much(5, {SIZE: 649.9, INTERACTIVE: 1999.0}) == []


def test_a_page_too_large_is_named_with_its_bound() -> None:
    assert too_much(5, {SIZE: 651.0}) == ["5 reports: kilobytes of the page: 651.0, but 650 at most"]
    assert too_much(50, {SIZE: 9999.0}) == []


def test_a_page_too_slow_is_named_and_one_that_was_not_timed_passes() -> None:
    assert too_much(500, {SIZE: 1.0, INTERACTIVE: 2400.0}) == [
        "500 reports: milliseconds until it answers: 2400, but 2000 at most"
    ]
    assert too_much(500, {SIZE: 1.0}) == []
