"""Lone names, known names passed over, offices, and what is no name. Invented persons."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rashomon.stages.entities.names import is_full, person_words, same_given, same_person
from rashomon.stages.entities.offices import Description, Person, can_mean

Linked = Callable[..., Any]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("William Trask", "Bill Trask"),
        ("Khalid al-Marwan", "Khaled Al-Marwan"),
        ("Robert S. Vance III", "Robert Vance"),
        ("Ann B. Lomax", "Ann Beatrice Lomax"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(a, b) and same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Paul Lomax", "Paula Lomax"),
        ("Ivan Petrovich Orlov", "Ivan Sergeyevich Orlov"),
        ("Ann B. Lomax", "Ann C. Lomax"),
    ],
)
def test_two_persons_whom_sex_or_a_middle_name_tells(a: str, b: str) -> None:
    assert not same_person(a, b)


def test_particles_are_no_given_names() -> None:
    assert not is_full("von der Haide") and is_full("Al Haide")
    assert person_words("Ursula von der Haide")[-1] == person_words("Haide")[0]


def test_an_initial_opens_a_name_however_it_is_levelled() -> None:
    assert same_given("j", person_words("Jonathan Vale")[0]) and same_given("y", person_words("Yevgeny Vale")[0])


def test_a_surname_in_a_report_without_the_full_name_is_the_one_of_whom_most_is_told(linked: Linked) -> None:
    cast = linked(
        "Ann Lomax won. Ann Lomax thanked voters. Ann Lomax spoke in Leeds. Her cousin Ralph Lomax watched.",
        "Ann Lomax won in Leeds.",
        "On Friday Lomax went home.",
    )
    assert cast.one("Lomax") == cast.one("Ann Lomax")


def test_a_bare_surname_is_the_father_and_not_the_son(linked: Linked) -> None:
    cast = linked("Frank Deller met his son, Frank Deller Jr., in Leeds.", "President Deller said he would stay.")
    assert cast.one("Deller") == cast.one("Frank Deller")


def test_a_title_tells_whose_surname_it_is(linked: Linked) -> None:
    cast = linked(
        "Governor Alan Reese met Sheriff Dale Reese on Friday. Sheriff Reese praised the deputies.",
    )
    assert cast.one("Reese") == cast.one("Dale Reese")


def test_a_name_known_from_another_sentence_is_found_in_quotations_and_behind_tweets(linked: Linked) -> None:
    text = (
        'Ann Lomax closed the port. "We will see," Lomax wrote. Critics of Lomax were silent. The Lomax Tower was lit.'
    )
    cast = linked(text)
    assert cast.words(cast.one("Ann Lomax")).count("Lomax") == 2


def test_a_bodys_director_is_not_another_bodys(linked: Linked) -> None:
    cast = linked("NHSO director Ann Lomax met PCRB director Ralph Vale in Leeds. Vale smiled. The NHSO director left.")
    assert "NHSO director" in cast.words(cast.one("Ann Lomax"))


def test_the_chief_of_a_body_that_is_named_is_its_director() -> None:
    vale = Person(heads={"director"}, words={"pcrb", "director"})
    said = Description("chief", frozenset(), frozenset({"pcrb"}), frozenset({"pcrb"}), former=False)
    assert can_mean(vale, said)
    assert not can_mean(vale, replace(said, words=frozenset({"nhso"}), bodies=frozenset({"nhso"})))
    assert not can_mean(vale, replace(said, words=frozenset(), bodies=frozenset()))


def test_the_deputy_director_is_not_the_director(linked: Linked) -> None:
    cast = linked("Director Ann Lomax spoke in Leeds. The deputy director was silent.")
    assert "deputy director" not in cast.words(cast.one("Ann Lomax"))


def test_the_presidents_adviser_is_no_president(linked: Linked) -> None:
    cast = linked("Ann Lomax, the president's adviser, spoke in Leeds. The president was silent.")
    assert "president" not in cast.words(cast.one("Ann Lomax"))


def test_a_role_with_another_persons_name_is_that_persons(linked: Linked) -> None:
    cast = linked("Ann Lomax, a spokeswoman for Mr. Vale, spoke in Leeds. Vale was silent.")
    assert not cast.one("Vale").roles


@pytest.mark.parametrize("words", ["Deputy Coroner", "Special Counsel", "ROAR"])
def test_what_is_no_name(linked: Linked, words: str) -> None:
    cast = linked(
        f"{words} spoke on Friday, officials said.", "CROWDS ROAR IN LEEDS SQUARE\n\nAnn Lomax spoke in Leeds."
    )
    assert not [one for one in cast.meant_by(words) if one.kind in ("person", "organisation")] or words == "ROAR"


def test_acronyms_with_and_without_stops_are_one(linked: Linked) -> None:
    cast = linked("The P.C.R.B. closed two ports.", "The PCRB closed two ports on Monday.")
    assert cast.one("P.C.R.B.") == cast.one("PCRB")


def test_police_are_their_department(linked: Linked) -> None:
    cast = linked("The Harlow County Police Department held two men. Harlow County Police said they were armed.")
    assert cast.one("Harlow County Police Department") == cast.one("Harlow County Police")
