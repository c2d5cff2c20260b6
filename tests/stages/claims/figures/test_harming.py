"""What befell those in hospital, those who shot, and those of whom something is merely claimed. Sentences and names are invented."""

import pytest
from tests.stages.claims.figures.test_find import found


def told(text: str) -> list[tuple[str, str]]:
    return [(f.figure.measure, f.figure.text) for f in found(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A woman was hospitalized after being shot by mistake in Torvik.", [("injured", "A woman")]),
        ("A teen lies in the hospital following a mistaken shooting at a cabin.", [("injured", "A teen")]),
        ("A girl recovers in a hospital from what guards call an accident.", []),
        (
            "A boy was taken to the Torvik clinic due to a self-inflicted gunshot wound.",
            [("injured", "A boy")],
        ),
        ("A nurse is in the hospital with a fever.", [("hospitalised", "A nurse")]),
        ("Four people were hit in an overnight shooting in Torvik.", [("injured", "Four people")]),
    ],
)
def test_what_put_them_in_hospital(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A boy was shot in the neck, killing him.", [("killed", "A boy")]),
        ("A guard shot two men, killing one of them.", [("other", "two men"), ("killed", "one")]),
        ("Police say Dahl shot and killed Ryker.", [("killed", "Ryker")]),
        ("A girl was taken to the clinic but the coroner said that she died there.", [("killed", "A girl")]),
    ],
)
def test_who_is_told_to_die_of_it(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Two men shot into the house of Lena Dahl.",
        "Her cousin is also hurting.",
        "A boy was target shooting in the yard.",
        "Witnesses claim a man began to fire into the hall.",
        "He lifted the nearly lifeless body of a boy from the car.",
        "It was the third shooting of a child this year.",
        "They face one count of shooting into a dwelling.",
    ],
)
def test_nobody_is_told_to_have_been_hurt(text: str) -> None:
    assert not {"killed", "injured"} & {measure for measure, _ in told(text)}


def test_the_fire_claims_lives_but_the_guard_claims_words() -> None:
    assert told("The fire claimed 12 lives.") == [("killed", "12 lives")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Gunmen killed one officer and wounded another on Monday.",
            [("killed", "one officer"), ("injured", "another")],
        ),
        ("One pupil is dead, and another seriously injured.", [("killed", "One pupil"), ("injured", "another")]),
        ("One guard died and the other is in critical condition.", [("killed", "One guard"), ("injured", "the other")]),
        ("The law calls it the killing of another.", []),
    ],
)
def test_a_person_without_a_noun(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


def test_neither_of_them_was_hurt() -> None:
    assert {f.modality for f in found("Neither the driver nor the other passenger was injured.")} == {"denied"}


def test_ages_in_a_list_of_names_are_no_tolls() -> None:
    ages = {34, 35, 26}
    assert not ages & {
        f.figure.best for f in found("Omar Jarl, 35; Shona Young, 34; and Dana Lucer, 26, died in the fire.")
    }
    assert {f.figure.best for f in found("A crash killed an older boy, 11.")} == {1}
