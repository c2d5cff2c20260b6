"""Questions read like ones that a person wrote."""

from typing import TYPE_CHECKING, Any

import pytest

from rashomon.model.measure import When
from rashomon.stages.reconcile.asking import agreed, is_plural
from rashomon.stages.reconcile.events.things import thing_class, thing_named
from rashomon.stages.reconcile.measuring import told
from rashomon.stages.reconcile.population import plural, population_of

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-05-05", "2031-05-05", "5 May 2031"),
        ("2031-05-02", "2031-05-05", "2–5 May 2031"),
        ("2031-04-30", "2031-05-02", "30 April – 2 May 2031"),
        ("2030-12-31", "2031-01-01", "31 December 2030 – 1 January 2031"),
        ("2031-04-01", "2031-04-30", "April 2031"),
        ("2031-12-01", "2031-12-31", "December 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-05-05T06:00", "2031-05-05T06:00", "5 May 2031, 06:00"),
        ("2031-05", "2031-05", "May 2031"),
    ],
)
def test_dates_are_told_as_a_person_writes_them(start: str, end: str, words: str) -> None:
    assert told(When(start=start, end=end, text="")) == words


def test_a_class_is_named_by_its_own_noun(making: Making) -> None:
    making.report("star", "Six firemans lost their lives, and eight of the hunted looters died.")
    six = making.figure("star", "Six firemans", "killed", "firemans", best=6)
    eight = making.figure("star", "eight of the hunted looters", "killed", "hunted looters", best=8)
    assert making.finding(six).question == "How many firemen were killed?"
    assert making.finding(eight).question == "How many protesters were killed?"


def test_members_are_members_of_something(making: Making) -> None:
    making.report("star", "Three members of the guild were killed.")
    three = making.figure("star", "Three members", "killed", "members", best=3)
    assert making.finding(three).question == "How many members of the guild were killed?"


def test_a_bare_number_counts_nobody(making: Making) -> None:
    making.report("star", "Six of the fourteen were hurt.")
    making.figure("star", "Six of the fourteen", "injured", "fourteen", best=6)
    assert making.findings() == ()


def test_a_count_of_one_text_without_a_measure_is_no_finding(making: Making) -> None:
    making.report("star", "A charity has opened four shelters.")
    making.figure("star", "four shelters", "other", "shelters", best=4)
    assert making.findings() == ()


def test_a_count_of_two_texts_is_asked_with_its_clause(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "The 120 divers from Ostland will stay for a fortnight.")
        making.figure(name, "120 divers", "other", "divers", best=120)
    (finding,) = making.findings()
    assert finding.question == "How many divers from Ostland will stay for a fortnight?"


def test_the_freed_and_the_kidnapped_are_two_questions(making: Making) -> None:
    making.report("star", "Rebels kidnapped 90 children in May. So far 21 children were freed.")
    taken = making.figure("star", "90 children", "detained", "children", best=90)
    free = making.figure("star", "21 children", "detained", "children", best=21)
    assert making.finding(taken).question == "How many children were kidnapped or held?"
    assert making.finding(free).question == "How many children were set free?"


@pytest.mark.parametrize("words", ["internet services", "mobile internet", "nationwide internet access"])
def test_one_thing_by_many_names(words: str) -> None:
    assert thing_named(words) == "internet access"


def test_a_government_plane_is_no_government() -> None:
    assert thing_class("the government") == "government"
    assert thing_class("a government plane") is None


def test_a_thing_counts_by_its_head() -> None:
    assert is_plural("the borders") and not is_plural("a state of emergency")
    assert agreed("When was the borders closed?", "the borders") == "When were the borders closed?"


def test_plurals_and_numerals() -> None:
    assert (plural("child"), plural("fireman")) == ("children", "firemen")
    assert population_of("fourteen").name == "people"


def test_a_part_of_the_people_is_named_by_its_own_words(making: Making) -> None:
    making.report("star", "31 people were injured. Two citizens of Elmin were among the injured.")
    whole = making.figure("star", "31 people", "injured", best=31)
    part = making.figure("star", "Two citizens", "injured", "citizens", best=2, of=whole)
    assert making.finding(part).question == "How many citizens of Elmin were injured?"
