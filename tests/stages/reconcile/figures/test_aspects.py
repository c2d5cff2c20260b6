"""Which question a figure answers, by the words about it."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


@pytest.mark.parametrize(
    ("text", "words", "counted", "question"),
    [
        ("Thirty people were unaccounted for.", "Thirty people", "people", "How many people are missing?"),
        ("Thirty people were held after the march.", "Thirty people", "people", "How many people were detained?"),
        (
            "Thirty people took part in the march.",
            "Thirty people",
            "people",
            "How many people took part or were there?",
        ),
        ("The ferry was carrying 30 passengers.", "30 passengers", "passengers", "How many people were on board?"),
        ("Thirty miners are trapped.", "Thirty miners", "miners", "How many miners were trapped?"),
        ("Divers pulled 30 people from the water.", "30 people", "people", "How many people were rescued?"),
        ("Thirty hostages were freed.", "Thirty hostages", "hostages", "How many hostages were set free?"),
        (
            "Clinics reported 30 new cases of the fever.",
            "30 new cases",
            "new cases",
            "How many more people were infected?",
        ),
        ("The storm left 30 homes without power.", "30 homes", "homes", "How many homes were without power?"),
    ],
)
def test_the_words_about_a_bare_count_tell_what_it_answers(
    making: Making, text: str, words: str, counted: str, question: str
) -> None:
    making.report("star", text)
    claim = making.figure("star", words, "other", counted, best=30)
    assert making.finding(claim).question == question


def test_each_figure_has_the_words_up_to_the_next(making: Making) -> None:
    making.report("star", "The ferry was carrying 212 passengers, of whom 31 were unaccounted for.")
    aboard = making.figure("star", "212 passengers", "other", "passengers", best=212)
    missing = making.figure("star", "31", "other", None, best=31)
    assert making.finding(aboard).question == "How many people were on board?"
    assert making.finding(missing).question == "How many people are missing?"


def test_two_reports_of_one_bare_number_ask_how_many_there_were(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "The league has counted 40 attacks on clinics in Orlo.")
    a, b = (making.figure(name, "40 attacks", "other", "attacks", best=40) for name in ("star", "sun"))
    assert making.finding(a, b).question == "How many attacks were there?"


def test_a_fine_is_no_price(making: Making) -> None:
    making.report("star", "The company was fined 2 million crowns.")
    fine = making.figure("star", "2 million crowns", "cost", None, best=2_000_000, unit="crowns")
    assert making.finding(fine).question == "How large is the fine?"
