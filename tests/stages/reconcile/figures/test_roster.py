"""Persons told of one by one: who is who over the reports, and what a rule may count of them."""

from typing import TYPE_CHECKING, Any

import pytest

from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.roster import label, roster, same_name

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def told(making: Making) -> list[list[str]]:
    """The words of each person's claims, persons in order of the roster."""
    dossier: Dossier = making.dossier()
    return [[single.claim.figure.text for single in person.singles] for person in roster(making.claims, dossier)]


def toll(making: Making, measure: str) -> Any:
    return next(
        finding for finding in making.findings() if finding.question.startswith(f"How many people were {measure}")
    )


def test_a_ferryman_and_his_sister_are_two(making: Making) -> None:
    making.report("star", "A ferryman and his sister were drowned at Orlen.")
    making.person("star", "A ferryman", "killed", "ferryman")
    making.person("star", "his sister", "killed", "sister")
    ucdp = toll(making, "killed").estimates["ucdp"]
    assert (ucdp.low, ucdp.best, ucdp.high) == (2, 2, 2)
    assert len(ucdp.persons) == 2
    assert ucdp.why == "No report gives a sum; told of one by one: a ferryman and a sister."


def test_two_reports_of_one_boy_tell_of_one(making: Making) -> None:
    making.report("star", "A 9-year-old boy was killed at the quay.")
    making.report("sun", "The boy was killed by a falling crane.")
    making.person("star", "boy", "killed", "9-year-old boy")
    making.person("sun", "The boy", "killed", "boy")
    assert told(making) == [["boy", "The boy"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("9-year-old boy", "40-year-old man"), ("man", "woman"), ("suspect", "officer"), ("girl", "grandmother")],
)
def test_age_sex_and_side_tell_persons_apart(making: Making, one: str, other: str) -> None:
    making.report("star", f"A {one} was killed at the quay.")
    making.report("sun", f"A {other} was killed at the quay.")
    making.person("star", one.split()[-1], "killed", one)
    making.person("sun", other.split()[-1], "killed", other)
    assert len(told(making)) == 2


def test_another_is_one_more(making: Making) -> None:
    making.report("star", "A man was killed on the pier. Another man was killed in the hold.")
    making.person("star", "A man", "killed", "man")
    making.person("star", "Another man", "killed", "man")
    assert len(told(making)) == 2


def test_a_person_not_told_of_together_with_the_others_is_not_added(making: Making) -> None:
    """The guard may have died elsewhere: no report joins the two."""
    making.report("star", "A woman was killed in the blast. The mayor spoke. A guard was killed, police said.")
    making.person("star", "A woman", "killed", "woman")
    making.person("star", "A guard", "killed", "male guard")
    assert toll(making, "killed").estimates["ucdp"].best == 1


def test_the_wounded_man_who_died_later_is_no_longer_among_the_injured(making: Making) -> None:
    making.report("star", "A 30-year-old miner was hurt in the cave-in.", "2031-05-02")
    making.report("sun", "The 30-year-old miner died of his wounds.", "2031-05-04")
    making.person("star", "miner", "injured", "30-year-old miner")
    death = making.person("sun", "miner", "killed", "30-year-old miner")
    injured = toll(making, "injured").estimates["ucdp"]
    assert (injured.best, injured.high, injured.died) == (0, 1, (death,))
    assert "Not counted, since told to have died" in injured.why
    assert toll(making, "killed").estimates["ucdp"].best == 1


def test_the_wounded_stay_where_another_died(making: Making) -> None:
    making.report("star", "A woman was hurt in the cave-in.", "2031-05-02")
    making.report("sun", "A 12-year-old boy died in the cave-in.", "2031-05-04")
    making.person("star", "A woman", "injured", "woman")
    making.person("sun", "boy", "killed", "12-year-old boy")
    assert toll(making, "injured").estimates["ucdp"].best == 1


def test_one_of_three_injured_died_since(making: Making) -> None:
    making.report("star", "The crash injured three people.", "2031-05-02")
    making.report("sun", "The crash killed one person, the clinic said.", "2031-05-03")
    making.report("moon", "One person was killed by the crash.", "2031-05-03")
    making.figure("star", "three people", "injured", best=3)
    making.figure("sun", "one person", "killed", "person", best=1)
    making.figure("moon", "One person", "killed", "person", best=1)
    ucdp = toll(making, "injured").estimates["ucdp"]
    assert (ucdp.best, ucdp.high) == (2, 3)
    assert ucdp.why.endswith("Not counted: one who died since, as the reports tell that count the dead.")


def test_the_injured_are_counted_by_those_who_know_of_the_dead(making: Making) -> None:
    making.report("star", "The crash injured three people.", "2031-05-02")
    making.report("sun", "The crash killed one person and injured three people.", "2031-05-03")
    making.figure("star", "three people", "injured", best=3)
    making.figure("sun", "one person", "killed", "person", best=1)
    making.figure("sun", "three people", "injured", best=3)
    assert toll(making, "injured").estimates["ucdp"].best == 3


def test_one_told_of_singly_is_one_of_those_counted(making: Making) -> None:
    making.report("star", "A quake killed four people at Orlen.")
    making.report("sun", "A boy was killed by the quake at Orlen.")
    making.figure("star", "four people", "killed", best=4)
    making.person("sun", "A boy", "killed", "boy")
    finding = toll(making, "killed")
    assert [answer.best for answer in finding.answers] == [4, 1]
    assert [row.kind for row in finding.relations] == ["subset"]
    assert finding.relations[0].why.endswith("a boy is one of 4.")
    assert finding.estimates["ucdp"].best == 4


def test_a_report_that_counts_has_its_own_parts_behind(making: Making) -> None:
    """ "Five were hurt. Three of the five are in danger" and a report that gives the part alone: five is the count."""
    orlen = making.place("Orlen", "VD", 10.0, 10.0)
    for name in ("star", "sun"):
        making.report(
            name, "A blast at the mill of Orlen hurt five people. Three people were hurt gravely by the blast at Orlen."
        )
        making.figure(name, "five people", "injured", best=5, places=(orlen,))
        making.figure(name, "Three people", "injured", best=3, places=(orlen,))
    assert [answer.best for answer in toll(making, "injured").answers] == [5, 3]


def test_what_was_long_ago_is_another_happening(making: Making) -> None:
    making.report("star", "A man was killed on Monday. A man was killed there in March.", "2031-05-02")
    making.person("star", "A man", "killed", "man", day="2031-04-28")
    making.person("star", "A man was killed there", "killed", "man", day="2031-03-03")
    assert told(making) == [["A man"]]


def test_the_roster_does_not_depend_on_the_order(making: Making) -> None:
    making.report("star", "A boy and a woman were killed, and Mira Toll was hurt.")
    making.report("sun", "Mira Toll, 30, was killed. A 9-year-old boy was killed.")
    making.person("star", "A boy", "killed", "boy")
    making.person("star", "a woman", "killed", "woman")
    making.person("star", "Mira Toll", "injured")
    making.person("sun", "Mira Toll", "killed")
    making.person("sun", "boy", "killed", "9-year-old boy")
    dossier = making.dossier()
    forth, back = roster(making.claims, dossier), roster(making.claims[::-1], dossier)
    assert [person.key for person in forth] == [person.key for person in back]
    assert {label(person) for person in forth} >= {"Mira Toll"}


def test_names_in_two_spellings() -> None:
    assert same_name(frozenset({"mira", "tollander"}), frozenset({"mira", "tolander"}))
    assert same_name(frozenset({"mira"}), frozenset({"mira", "toll"}))
    assert not same_name(frozenset({"mira", "toll"}), frozenset({"janek", "toll"}))
