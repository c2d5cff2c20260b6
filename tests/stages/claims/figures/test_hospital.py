"""Those taken to hospital of a shooting, and those told of with a pronoun. Sentences and names are invented."""

import pytest
from tests.stages.claims.figures.test_find import found


def told(text: str) -> list[tuple[str, float | None, str]]:
    return [(f.figure.measure, f.figure.best, f.figure.text) for f in found(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Shots fell at a wedding in Torvik. Three guests were rushed to the hospital.",
            [("injured", 3, "Three guests")],
        ),
        ("Three guests were rushed to the hospital.", [("hospitalised", 3, "Three guests")]),
        (
            "A man was taken to hospital as a precaution after shots fell.",
            [("hospitalised", 1, "A man")],
        ),
        (
            "It rained in Torvik. The referee was taken to the hospital.",
            [],
        ),
        (
            "Four guests were shot in Torvik. Two were taken to the hospital.",
            [("injured", 4, "Four guests"), ("hospitalised", 2, "Two")],
        ),
    ],
)
def test_those_taken_to_hospital_where_shots_fell_are_injured(
    text: str, figures: list[tuple[str, float | None, str]]
) -> None:
    assert told(text) == figures


def test_the_known_victim_who_dies_in_hospital_is_dead() -> None:
    text = "The victim was taken to Lund General, where he later died."
    assert told(text) == [("killed", 1, "The victim")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Dahl was at the mill, and doctors pronounced him dead.", [("killed", 1, "him")]),
        ("Guards came to the mill. He was shot at noon.", [("injured", 1, "He")]),
        ("A nurse was killed in Torvik. He died at noon.", [("killed", 1, "A nurse")]),
        ("His brother did not survive his wounds.", [("killed", 1, "His brother")]),
    ],
)
def test_who_is_told_of_with_a_pronoun_counts_where_nobody_else_does(
    text: str, figures: list[tuple[str, float | None, str]]
) -> None:
    assert told(text) == figures


def test_one_whom_something_sets_apart_from_the_dead_was_hurt() -> None:
    text = "The gunman shot a guard at noon. The gunman died of a self-inflicted wound."
    assert ("injured", 1, "a guard") in told(text)


def test_who_shoots_at_somebody_is_not_shot() -> None:
    assert told("Ryker shot at officers while he fled.") == []
    assert "Ryker" not in [words for _, _, words in told("The man Ryker shot first was a brother of Dahl.")]


def test_the_state_right_behind_a_number_is_its_own() -> None:
    assert told("Forty dead and over 90 wounded these are the numbers of the raid on Torvik.")[1][0] == "injured"
    figures = told("In all 1,200 people have fallen ill since August and 97 have died.")
    assert ("killed", 97, "97") in figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 2031 three nurses died.", [("killed", 3, "three nurses")]),
        ("Torvik 05-02-2031 Raiders killed nine guards.", [("killed", 9, "nine guards")]),
    ],
)
def test_the_numbers_of_a_day_are_not_counted_and_hide_none(
    text: str, figures: list[tuple[str, float | None, str]]
) -> None:
    assert told(text) == figures
