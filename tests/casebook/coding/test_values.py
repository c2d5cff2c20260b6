"""When two coders' values are the same, and where they lie on their scale."""

from datetime import date

import pytest

from rashomon.casebook.coding.values import said


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("figure", "12", "twelve"),
        ("figure", "at least 12", "no fewer than 12"),
        ("estimate", "3,500", "3500"),
        ("date", "2031-05-06", "2031-05-06 to 2031-05-06"),
        ("published", "2031-05-06T10:00:00+00:00", "2031-05-06"),
        ("counted", "Police  officers", "police officers"),
        ("rating", "b", "B"),
    ],
)
def test_the_same(field: str, one: str, other: str) -> None:
    assert said(field, one).key == said(field, other).key


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("figure", "12", "at least 12"),
        ("figure", "12", "about 12"),
        ("date", "2031-05-06", "2031-05-06 to 2031-05-07"),
        ("scope", "total", "new"),
    ],
)
def test_not_the_same(field: str, one: str, other: str) -> None:
    assert said(field, one).key != said(field, other).key


@pytest.mark.parametrize(
    ("field", "words", "number"),
    [
        ("figure", "at least 12", 12),
        ("figure", "10 to 14", 12),
        ("figure", "up to 14", 14),
        ("figure", "many", None),
        ("date", "2031-05-06", date(2031, 5, 6).toordinal()),
        ("date", "2031-05", date(2031, 5, 1).toordinal()),
        ("date", "2031-13-45", None),
        ("date", "on Tuesday", None),
        ("rating", "E", 5),
        ("rating", "F", None),
    ],
)
def test_where_it_lies(field: str, words: str, number: float | None) -> None:
    assert said(field, words).number == number
