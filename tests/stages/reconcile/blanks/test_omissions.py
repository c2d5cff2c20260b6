"""What a report leaves out, though two other texts carried it before it came out."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any

_TOLL = "In Dorvale 14 people were killed."
_WEATHER = "The weather in Dorvale was fine."


def _lacking(making: Making) -> list[str]:
    for name, report in list(making.reports.items()):
        if report.text == _TOLL:
            making.figure(name, "14", "killed", best=14)
    return [row.report for row in making.decided().omissions]


@pytest.mark.parametrize(
    ("first", "second", "now", "lacks"),
    [
        ("2031-05-01", "2031-05-02", "2031-05-02", True),
        ("2031-05-01", "2031-05-03", "2031-05-02", False),  # one of the two came later
        ("2031-05-02T08:00", "2031-05-02T09:30", "2031-05-02T09:30", True),
        ("2031-05-02T08:00", "2031-05-02T09:31", "2031-05-02T09:30", False),  # by the minute, where both have one
        ("2031-05-02", "2031-05-02T23:00", "2031-05-02", True),  # by the day, where one has no more
        ("2031-05-02", "2031-05-02", "2031-05-02T00:05", True),
        ("2031-05-02", None, "2031-05-03", False),  # nobody knows when the second came
        ("2031-05-01", "2031-05-02", None, False),
    ],
)
def test_a_report_lacks_what_two_others_had_told_when_it_came(
    making: Making, first: str | None, second: str | None, now: str | None, lacks: bool
) -> None:
    making.report("star", _TOLL, published=first)
    making.report("tide", _TOLL, published=second)
    making.report("post", _WEATHER, published=now)
    assert ("post" in _lacking(making)) is lacks


def test_two_reports_of_one_text_are_one_voice(making: Making) -> None:
    making.report("star", _TOLL, published="2031-05-01", voice="wire")
    making.report("tide", _TOLL, published="2031-05-01", voice="wire")
    making.report("post", _WEATHER, published="2031-05-02")
    assert _lacking(making) == []


def test_a_report_of_a_text_that_tells_it_lacks_nothing(making: Making) -> None:
    making.report("star", _TOLL, published="2031-05-01")
    making.report("tide", _TOLL, published="2031-05-01")
    making.report("post", _WEATHER, published="2031-05-02", voice="tide")
    assert _lacking(making) == []


def test_only_the_weightiest_are_named_and_the_rest_counted(making: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.stages.reconcile.blanks.omissions._LISTED", 1)
    for name in ("star", "tide"):
        making.report(name, f"{_TOLL} And 30 were injured.", published="2031-05-01")
        making.figure(name, "14 people", "killed", best=14)
        making.figure(name, "30", "injured", best=30)
    making.report("post", _WEATHER, published="2031-05-02")
    decided = making.decided()
    (row,) = decided.omissions
    assert (row.findings, row.more) == ((decided.findings[0].id,), 1)
