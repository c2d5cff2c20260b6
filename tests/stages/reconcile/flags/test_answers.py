"""What later reports say against what persons confirmed, corrected or rejected."""

from typing import Any

import pytest


def told(telling: Any, kind: str = "conflict", later: str = "2031-05-08") -> tuple[str, str, str]:
    """Nine were killed, says the gazette; at least nine, says the courier; and later the beacon, which says 14."""
    gazette, courier = telling.report("gazette"), telling.report("courier")
    beacon = telling.report("beacon", published=later)
    nine, least = telling.figure("nine", gazette, 9), telling.figure("least", courier, 9, low=9)
    more = telling.figure("more", beacon, 14)
    telling.finding([nine], [least], [more], relations=[(0, 1, "compatible"), (0, 2, kind), (1, 2, kind)])
    return nine, least, more


@pytest.mark.parametrize("what", ["confirm", "correct"])
@pytest.mark.parametrize("kind", ["conflict", "update", "correction", "retraction"])
def test_a_later_report_answers_otherwise(telling: Any, what: str, kind: str) -> None:
    nine, least, more = told(telling, kind)
    said = {"field": "figure", "value": "9"} if what == "correct" else {}
    (flag,) = telling.flags(what, nine, seen=(nine, least), **said)
    assert (flag.kind, flag.on) == (kind, (more,))
    assert flag.text == "Since then The Beacon gives 14, not 9. They cannot both be true."


def test_what_was_there_when_it_was_judged_is_no_contradiction(telling: Any) -> None:
    nine, least, more = told(telling)
    assert telling.flags("confirm", nine, seen=(nine, least, more)) == []


def test_another_report_of_a_known_conflict_is_none_either(telling: Any) -> None:
    nine, least, more = told(telling)
    late = telling.figure("late", telling.report("tribune"), 14)
    telling.findings.clear()
    telling.finding([nine], [more, late], relations=[(0, 1, "conflict")])
    assert telling.flags("confirm", nine, seen=(nine, least, more)) == []


def test_nor_is_what_agrees_or_counts_something_else(telling: Any) -> None:
    for kind in ("compatible", "scope", "subset", "copy"):
        telling.__init__()
        nine, least, _ = told(telling, kind)
        assert telling.flags("confirm", nine, seen=(nine, least)) == []


def test_an_older_count_that_comes_in_late_brings_nothing_up_to_date(telling: Any) -> None:
    nine, least, _ = told(telling, "update", later="2031-05-05")
    assert telling.flags("confirm", nine, seen=(nine, least)) == []


def test_who_confirmed_another_field_is_not_contradicted_by_a_number(telling: Any) -> None:
    nine, least, _ = told(telling)
    assert telling.flags("confirm", nine, field="attribution", seen=(nine, least)) == []


def test_a_confirmed_finding(telling: Any) -> None:
    nine, least, more = told(telling)
    (flag,) = telling.flags("confirm", nine, least, of="finding", seen=(nine, least))
    assert (flag.kind, flag.on) == ("conflict", (more,))


@pytest.mark.parametrize(
    ("value", "contradicted"), [("9", True), ("8 to 10", True), ("at least 9", False), ("9 to 20", False)]
)
def test_a_number_that_a_person_gave(telling: Any, value: str, contradicted: bool) -> None:
    nine, least, more = told(telling)
    flags = telling.flags("correct", nine, least, of="finding", field="estimate", value=value, seen=(nine, least))
    assert [(flag.kind, flag.on) for flag in flags] == ([("conflict", (more,))] if contradicted else [])


def test_where_nobody_said_what_was_seen_only_what_came_out_afterwards_counts(telling: Any) -> None:
    nine, _, more = told(telling)
    assert [flag.on for flag in telling.flags("confirm", nine)] == [(more,)]
    telling.__init__()
    nine, *_ = told(telling, later="2031-05-06")
    assert telling.flags("confirm", nine) == []


# --- what was rejected -------------------------------------------------------------------------------------------------


def test_a_rejected_claim_that_others_now_carry(telling: Any) -> None:
    nine, least, _ = told(telling)
    beacon = telling.report("tribune")
    again = telling.figure("again", beacon, 9)
    telling.findings.clear()
    telling.finding([least], [again])
    (flag,) = telling.flags("reject", nine, seen=(nine, least))
    assert (flag.kind, flag.on) == ("support", (again,))
    assert flag.text == "Since then The Tribune carries what was rejected, in a text of its own."


def test_a_copy_of_its_text_is_no_support(telling: Any) -> None:
    nine, least, _ = told(telling)
    again = telling.figure("again", telling.report("tribune"), 9, origin="voi1-gazette")
    telling.finding([least], [again])
    assert telling.flags("reject", nine, seen=(nine, least)) == []


def test_nor_is_the_same_number_of_another_question(telling: Any) -> None:
    nine, least, _ = told(telling)
    again = telling.figure("again", telling.report("tribune"), 9)
    telling.findings.clear()
    telling.finding([least])
    telling.finding([again])
    assert telling.flags("reject", nine, seen=(nine, least)) == []


def test_nor_is_the_same_number_of_another_day(telling: Any) -> None:
    first = telling.figure("first", telling.report("gazette"), 9, day="2031-05-05")
    telling.figure("again", telling.report("tribune"), 9, day="2031-05-07")
    assert telling.flags("reject", first, seen=(first,)) == []


def test_a_rejected_act_that_others_now_tell(telling: Any) -> None:
    first = telling.event("first", telling.report("gazette"), "dismiss", "president", "minister")
    telling.event("other", telling.report("courier"), "dismiss", "president", "admiral")
    again = telling.event("again", telling.report("tribune"), "dismiss", "president", "minister")
    assert [flag.on for flag in telling.flags("reject", first, seen=(first,))] == [(again,)]


def test_what_is_rejected_supports_nothing(telling: Any) -> None:
    first = telling.figure("first", telling.report("gazette"), 9)
    telling.figure("again", telling.report("tribune"), 9, rejected=True)
    assert telling.flags("reject", first, seen=(first,)) == []
