"""Stamps of a page among its words."""

from rashomon.stages.claims.times import find_times
from rashomon.text.dates.stamps import stamps


def read(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_times(text, "2031-03-06")]


def test_last_updated_dates_the_page_with_both_its_clocks() -> None:
    assert read("Page last updated at 08:58 GMT, Tuesday, 4 March 2031 09:58 UK A kiln burst on Monday.") == ["Monday"]


def test_a_stamp_may_stand_before_its_label() -> None:
    assert read("4 March 2031 Last updated at 04:46 GMT Help A kiln burst on Monday.") == ["Monday"]


def test_a_label_with_a_colon_makes_a_stamp() -> None:
    assert read("Posted: 4 March 2031\nA kiln burst on Monday.") == ["Monday"]


def test_what_was_updated_or_published_is_told() -> None:
    assert read("The list was last updated on 4 March 2031.") == ["4 March 2031"]
    assert read("Published on 4 March 2031, the list names ten.") == ["4 March 2031"]


def test_no_expressions_no_stamps() -> None:
    assert stamps("Last updated", []) == frozenset()
