"""How answers differ, told as stories in plain text (`typed/*.txt`, see telling.py) and read from end to end."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import telling
    from making import Making
else:
    import telling

    Making = Any

CASES = [case for path in sorted((Path(__file__).parent / "typed").glob("*.txt")) for case in telling.cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_story_has_the_relations_that_an_editor_would_give(case: "telling.Case") -> None:
    record = telling.read(case)
    assert telling.faults(case, record) == [], telling.show(record)


def test_a_figure_is_taken_back_only_by_who_gave_it(making: Making) -> None:
    making.report("star", "The ministry said 40 people were killed in the blast.")
    making.report(
        "sun", "The union said the figure of 40 people was wrong: 15 people were killed in the blast.", "2031-05-03"
    )
    a = making.figure("star", "40 people", "killed", best=40, by="The ministry", type="official")
    making.figure("sun", "40 people", "killed", best=40, by="The union")
    b = making.figure("sun", "15 people", "killed", best=15, by="The union")
    finding = making.finding(a, b)
    assert finding.status != "corrected"


@pytest.mark.parametrize(
    "words",
    [
        "The troops withdrew from the hill after 12 people were killed.",
        "A bus was hit in error and 12 people were killed.",
        "The gunner wrongly took it for a tank, and 12 people were killed.",
        "The ministry lowered the flag for 12 people who were killed.",
        "The army cut the road after 12 people were killed.",
    ],
)
def test_words_that_take_back_no_figure(making: Making, words: str) -> None:
    making.report("star", "The fire service said 20 people were killed.")
    making.report("sun", words, "2031-05-03")
    a = making.figure("star", "20 people", "killed", best=20, by="The fire service")
    b = making.figure("sun", "12 people", "killed", best=12, by="The fire service")
    assert making.finding(a, b).relations[0].kind not in ("correction", "retraction")


def test_a_series_says_what_was_withdrawn_and_who_repeats_it(making: Making) -> None:
    making.report("star", "The ministry said 40 people were killed in the blast.", "2031-05-02")
    making.report(
        "sun",
        "The ministry withdrew its earlier figure of 40 people; 14 people were killed in the blast, it said.",
        "2031-05-03",
    )
    making.report("moon", "The blast killed 40 people, the ministry said.", "2031-05-04")
    making.report("post", "The union said 40 people were killed in the blast.", "2031-05-04")
    given = making.figure("star", "40 people", "killed", best=40, by="The ministry", type="official")
    told = making.figure("sun", "40 people", "killed", best=40)
    stands = making.figure("sun", "14 people", "killed", best=14, by="The ministry", type="official")
    again = making.figure("moon", "40 people", "killed", best=40, by="the ministry", type="official")
    other = making.figure("post", "40 people", "killed", best=40, by="The union")
    series = {point.claim: point for point in making.finding(given, stands).series}
    assert [point.published for point in making.finding(given, stands).series] == sorted(
        p.published or "" for p in series.values()
    )
    assert series[given].withdrawn is not None and series[given].withdrawn.claim == told
    assert {key: (point.withdrawn is not None, point.repeats_withdrawn) for key, point in series.items()} == {
        given: (True, False), told: (True, False), stands: (False, False), again: (True, True), other: (False, False),
    }  # fmt: skip


def test_one_answer_of_one_day_has_no_series(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "The fire killed 16 people.")
        making.figure(name, "16 people", "killed", best=16)
    (finding,) = making.findings()
    assert finding.series == ()


def test_each_answer_has_its_own_support(making: Making) -> None:
    making.report("star", "The fire killed 16 people, the mayor said.")
    making.report("sun", "The fire killed 16 people, police said.")
    making.report("moon", "The fire killed 18 people, the union said.")
    for name, number, by in (("star", 16, "the mayor"), ("sun", 16, "police"), ("moon", 18, "the union")):
        making.figure(name, f"{number} people", "killed", best=number, by=by)
    (finding,) = making.findings()
    counts = {
        answer.value: (answer.support.reports, answer.support.speakers) for answer in finding.answers if answer.support
    }
    assert counts == {"16": (2, 2), "18": (1, 1)}
    assert finding.answers[0].support == finding.support


def test_one_report_does_not_contradict_itself(making: Making) -> None:
    making.report("star", "The mill employs 63 weavers. It took on 67 weavers for the feast.")
    a = making.figure("star", "63 weavers", "other", "weavers", best=63)
    b = making.figure("star", "67 weavers", "other", "weavers", best=67)
    for finding in making.findings():
        ids = {key for answer in finding.answers for key in answer.claims}
        assert finding.status != "contested" or not {a, b} <= ids
