"""What persons reject answers nothing; what they join or split is one question or two; their own estimate stands beside the rules'."""

from typing import Any

import msgspec
import pytest
from making import Making

from rashomon.model.claim import Extracted
from rashomon.model.judgement import (
    CONFIRM,
    CORRECT,
    FINDING,
    JOIN,
    OUTLET,
    RATE,
    SPLIT,
    Judgement,
    judgement,
)  # fmt: skip
from rashomon.model.record import Finding
from rashomon.stages.reconcile import as_judged, counting, decide
from rashomon.stages.reconcile.judged import numbers, ratings, readable


def made(what: str, *on: str, of: str = FINDING, **more: Any) -> Judgement:
    return judgement(who="ada", when="2031-05-06T10:00:00+00:00", what=what, on=on, why="seen", of=of, **more)


def findings(making: Making, *log: Judgement) -> tuple[Finding, ...]:
    found = decide(
        making.story,
        list(making.reports.values()),
        making.claims,
        making.links,
        making.voices,
        making.entities,
        judgements=log,
    )
    return as_judged(found, log).findings


@pytest.fixture
def tolls(making: Making) -> Making:
    making.report("post", "Twelve guards were killed in the fire. Nine miners were killed in the flood.")
    making.report("echo", "Fourteen guards were killed in the fire. Ten miners were killed in the flood.")
    making.report("bugle", "Forty guards were killed in the fire.")
    for report, words, counted, best in (
        ("post", "Twelve guards", "guards", 12), ("post", "Nine miners", "miners", 9), ("echo", "Fourteen guards", "guards", 14),
        ("echo", "Ten miners", "miners", 10), ("bugle", "Forty guards", "guards", 40),
    ):  # fmt: skip
        making.figure(report, words, "killed", counted, best=best)
    return making


def claim(making: Making, words: str) -> str:
    return next(each.id for each in making.claims if each.figure and each.figure.text == words)


def values(some: tuple[Finding, ...]) -> list[list[str]]:
    return sorted(sorted(answer.value for answer in each.answers) for each in some)


APART = [["10", "9"], ["12", "14", "40"]]


def test_what_is_joined_is_one_question_and_keeps_an_id(tolls: Making) -> None:
    assert values(findings(tolls)) == APART
    join = made(JOIN, claim(tolls, "Twelve guards"), claim(tolls, "Nine miners"))
    (both,) = findings(tolls, join)
    assert both.judged == (join.id,)
    assert len(both.answers) == 5
    assert both.id in {each.id for each in findings(tolls)}


def test_what_is_split_is_two_questions(tolls: Making) -> None:
    split = made(
        SPLIT, claim(tolls, "Forty guards"), against=[claim(tolls, "Twelve guards"), claim(tolls, "Fourteen guards")]
    )
    assert values(findings(tolls, split)) == [["10", "9"], ["12", "14"], ["40"]]
    assert len({each.id for each in findings(tolls, split)}) == 3


def test_a_split_of_claims_that_stand_apart_changes_nothing(tolls: Making) -> None:
    split = made(SPLIT, claim(tolls, "Nine miners"), against=[claim(tolls, "Twelve guards")])
    assert findings(tolls, split) == findings(tolls)


def test_equal_answers_of_joined_findings_are_one(making: Making) -> None:
    making.report("post", "Twelve guards were killed in the fire.")
    making.report("echo", "Twelve sailors were killed in the fire.")
    one, other = (
        making.figure("post", "Twelve guards", "killed", "guards", best=12),
        making.figure("echo", "Twelve sailors", "killed", "sailors", best=12),
    )
    (both,) = findings(making, made(JOIN, one, other))
    assert [(answer.value, set(answer.claims)) for answer in both.answers] == [("12", {one, other})]


def test_a_judgement_on_a_finding_is_on_that_which_holds_most_of_its_claims(tolls: Making) -> None:
    on = [claim(tolls, words) for words in ("Twelve guards", "Fourteen guards", "Nine miners")]
    judged = [each for each in findings(tolls, made(CONFIRM, *on)) if each.judged]
    assert values(tuple(judged)) == [["12", "14", "40"]]


def test_an_estimate_of_a_person(tolls: Making) -> None:
    own = made(CORRECT, claim(tolls, "Twelve guards"), field="estimate", value="12 to 14")
    (found,) = (each for each in findings(tolls, own) if each.judged)
    estimate = (found.estimates or {})["analyst"]
    assert (estimate.low, estimate.best, estimate.high, estimate.why) == (12, None, 14, "ada: seen")


def test_what_an_unreliable_outlet_alone_says_is_no_highest_figure(tolls: Making) -> None:
    rated = made(RATE, "the bugle", of=OUTLET, value="E")
    plain, now = (
        next((each.estimates or {})["ucdp"] for each in some if len(each.answers) == 3)
        for some in (findings(tolls), findings(tolls, rated))
    )
    assert (plain.high, now.high) == (40, 14)
    assert now.why.endswith("Left out, for the outlet is rated E or F: 40 (The Bugle).")


def test_a_rating_names_outlets_as_people_do() -> None:
    rated = ratings([made(RATE, "  THE  bugle", of=OUTLET, value="B")], ["The Bugle", None])
    assert [(name, each.value, each.who) for name, each in rated.items()] == [("bugle", "B", "ada")]


def test_a_rejected_claim_is_no_part_of_anything(tolls: Making) -> None:
    first, *rest = tolls.claims
    assert first.figure is not None
    of_it = msgspec.structs.replace(rest[0], figure=msgspec.structs.replace(rest[0].figure, of=first.id))
    found = Extracted(claims=(msgspec.structs.replace(first, rejected=True), of_it), links=(), times=(), voices=())
    (left,) = counting(found).claims
    assert left.figure is not None
    assert left.figure.of is None
    untouched = msgspec.structs.replace(found, claims=tuple(rest))
    assert counting(untouched) is untouched


@pytest.mark.parametrize("words", ["", "many", "dozens", "12 dead", "12 or so they say 14", "ten to"])
def test_what_is_no_estimate_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"write"):
        readable("estimate", words)


def test_an_estimate_in_words_or_digits() -> None:
    assert numbers("10 to 14") == (10, None, 14)
    assert numbers("at least twelve") == (12, 12, None)
    with pytest.raises(ValueError, match="no field"):
        readable("figure", "12")
