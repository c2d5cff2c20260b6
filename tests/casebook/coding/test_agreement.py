"""How far two coders agree, on what they differ and how that was settled."""

from collections.abc import Callable

import pytest

from rashomon.casebook.coding.agreement import agreement, withheld
from rashomon.casebook.coding.alpha import alpha
from rashomon.casebook.coding.ground import Ground
from rashomon.model.agreement import Agreement, Reliability
from rashomon.model.judgement import Judgement

Judge = Callable[..., Judgement]
NINE, TWELVE = "clm1-09", "clm1-12"


def of(found: Agreement, kind: str, variable: str) -> Reliability:
    (row,) = (each for each in found.reliabilities if (each.of, each.variable) == (kind, variable))
    return row


def test_two_coders_of_two_claims(ground: Ground, judge: Judge) -> None:
    """Four values, two kinds: they agree on one claim of two; the expected disagreement is 2 · 3 · 1 / (4 · 3)."""
    log = [judge("ada", "confirm", NINE), judge("ada", "confirm", TWELVE)]
    log += [judge("ben", "confirm", NINE), judge("ben", "reject", TWELVE, why="It has no source")]
    found = agreement(log, ground, "sto1-01")
    verdicts = of(found, "claim", "verdict")
    assert (verdicts.units, verdicts.paired, verdicts.values, verdicts.agreement) == (2, 2, 4, 0.5)
    assert verdicts.alpha == pytest.approx(1 - (2 / 4) / (2 * 3 / 12))
    assert (verdicts.metric, verdicts.verdict, verdicts.low) == ("nominal", "unreliable", None)
    assert [(each.who, each.judged, each.alone, each.lacks) for each in found.coders] == [
        ("ada", 2, 0, 0),
        ("ben", 2, 0, 0),
    ]


def test_what_they_differ_on_has_each_ones_value_reason_and_time_and_the_words(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", TWELVE), judge("ben", "reject", TWELVE, why="It has no source")]
    (unit,) = agreement(log, ground).differences
    assert [(each.who, each.value, each.why, each.when) for each in unit.codings] == [
        ("ada", "confirmed", "As I read it", log[0].when),
        ("ben", "rejected", "It has no source", log[1].when),
    ]
    (words,) = unit.words
    assert words.text == ground.claims[TWELVE].quote == ground.reports[words.report].text[words.start : words.end]
    assert (unit.of, unit.variable, unit.on, unit.settled) == ("claim", "verdict", (TWELVE,), None)


def test_numbers_lie_on_a_ratio_scale_and_hedges_are_told_apart_in_the_share_alone(
    ground: Ground, judge: Judge
) -> None:
    log = [judge("ada", "correct", NINE, field="figure", value="at least 9"), judge("ben", "confirm", NINE)]
    log += [judge("ada", "confirm", TWELVE), judge("ben", "confirm", TWELVE, field="figure")]
    numbers = of(agreement(log, ground), "claim", "figure")
    assert (numbers.metric, numbers.agreement, numbers.alpha) == ("ratio", 0.5, 1.0)
    assert [
        each.number for unit in agreement(log, ground).differences for each in unit.codings if unit.variable == "figure"
    ] == [9, 9]


def test_an_adjudication_settles_and_changes_no_alpha(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", NINE), judge("ben", "reject", NINE), judge("ada", "confirm", TWELVE)]
    log += [judge("ben", "reject", TWELVE)]
    before = agreement(log, ground)
    log += [judge("cai", "reject", NINE, why="Withdrawn by the navy", final=True)]
    after = agreement(log, ground)
    assert after.reliabilities == before.reliabilities
    assert [
        (unit.on, unit.settled and (unit.settled.who, unit.settled.value, unit.settled.why))
        for unit in after.differences
    ] == [
        ((TWELVE,), None),
        ((NINE,), ("cai", "rejected", "Withdrawn by the navy")),
    ]
    assert [each.who for each in after.coders] == ["ada", "ben"]
    log += [judge("cai", "undo", log[-1].id, of="story")]
    assert agreement(log, ground) == before


def test_one_coder_alone_has_no_alpha_and_it_is_said_why(ground: Ground, judge: Judge) -> None:
    found = agreement([judge("ada", "confirm", NINE)], ground)
    assert of(found, "claim", "verdict").undefined and of(found, "claim", "verdict").alpha is None
    assert "Agreement takes two coders at least." in found.notes
    assert agreement([], ground) == Agreement(notes=found.notes[:1])


def test_coders_who_always_say_the_same_have_no_alpha(ground: Ground, judge: Judge) -> None:
    log = [judge(who, "confirm", claim) for who in ("ada", "ben") for claim in (NINE, TWELVE)]
    verdicts = of(agreement(log, ground), "claim", "verdict")
    assert (verdicts.agreement, verdicts.alpha) == (1.0, None)
    assert "variation" in str(verdicts.undefined)


def test_what_was_judged_in_sight_of_the_other_is_counted(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", NINE)]
    log += [judge("ben", "confirm", NINE, knowing=(log[0].id,)), judge("ben", "reject", TWELVE)]
    found = agreement(log, ground)
    assert of(found, "claim", "verdict").in_sight == 1
    assert any("not independent" in note for note in found.notes)


def test_coders_can_be_chosen_and_the_time_at_which_it_is_looked_at(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", NINE), judge("ben", "reject", NINE), judge("cai", "confirm", NINE)]
    log += [judge("ben", "confirm", NINE, why="I was wrong")]
    assert [each.who for each in agreement(log, ground).coders] == ["ada", "ben", "cai"]
    assert agreement(log, ground, by=("ada", "ben")).differences == ()
    (unit,) = agreement(log, ground, by=("ada", "ben"), until=log[2].when).differences
    assert [each.value for each in unit.codings] == ["confirmed", "rejected"]


def test_a_coder_who_judged_nothing_here_is_said(ground: Ground, judge: Judge) -> None:
    found = agreement([judge("ada", "confirm", NINE)], ground, by=("ada", "ben"))
    assert [(each.who, each.judged, each.lacks) for each in found.coders] == [("ada", 1, 0), ("ben", 0, 1)]
    assert "ben has judged nothing here." in found.notes


def test_until_all_are_done_nothing_is_shown_to_a_coder(ground: Ground, judge: Judge) -> None:
    log = [judge("cai", "code", "rep1-aa", of="story", value=who) for who in ("ada", "ben")]
    log += [
        judge("ada", "confirm", NINE),
        judge("ben", "reject", NINE),
        judge("ada", "done", "rep1-aa", of="story"),
    ]
    found = agreement(log, ground)
    assert (found.waiting, [each.done for each in found.coders]) == (("ben",), [log[-1].when, None])
    assert withheld(found).differences == () == withheld(found).reliabilities
    assert "ben is not done yet" in withheld(found).notes[0]


def test_the_order_of_the_log_does_not_matter(ground: Ground, judge: Judge) -> None:
    log = [
        judge("ada", "confirm", NINE),
        judge("ben", "reject", NINE),
        judge("ben", "confirm", TWELVE),
        judge("ada", "reject", NINE),
    ]
    assert agreement(log, ground) == agreement(log[::-1], ground)


def test_one_person_who_writes_his_name_in_two_ways_is_one_coder(ground: Ground, judge: Judge) -> None:
    log = [judge("cai", "code", "rep1-aa", of="story", value=who) for who in ("Ada", "Ben")]
    log += [judge("ada", "confirm", NINE), judge("ADA", "reject", TWELVE), judge("ben", "reject", NINE)]
    assert [(each.who, each.judged) for each in agreement(log, ground).coders] == [("Ada", 2), ("Ben", 1)]
    assert [each.who for each in agreement(log, ground, by=("BEN", "ada", "Ada")).coders] == ["Ada", "BEN"]


def test_alpha_can_be_computed_anew_from_all_units(ground: Ground, judge: Judge) -> None:
    log = [judge(who, what, claim) for who, what, claim in (("ada", "confirm", NINE), ("ben", "reject", NINE))]
    log += [judge("ada", "confirm", TWELVE), judge("ben", "confirm", TWELVE)]
    found = agreement(log, ground, whole=True)
    values = [[each.value for each in unit.codings] for unit in found.units]
    assert alpha(values, "nominal").value == of(found, "claim", "verdict").alpha
    assert agreement(log, ground).units == ()
