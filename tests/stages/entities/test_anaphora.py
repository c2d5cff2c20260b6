"""Words that stand for a name."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]

ARMY = (
    "Former commander of the Coastal Guard of Peru, retired General Tomas Quiroga, told reporters that the ships would leave. "
    "The former commander said they would be back soon. "
    "He added that the crews were tired."
)


def test_a_role_noun_stands_for_the_person_who_had_the_role(linked: Linked) -> None:
    cast = linked(ARMY)
    quiroga = cast.one("Tomas Quiroga")
    assert "former commander" in cast.words(quiroga)
    assert quiroga.roles[0].role == "Former commander of the Coastal Guard of Peru"


def test_a_pronoun_is_marked(linked: Linked) -> None:
    cast = linked(ARMY)
    assert [m.pronoun for m in cast.one("Tomas Quiroga").mentions] == [False, False, True]


def test_the_president_of_a_country_is_not_another_countrys(linked: Linked) -> None:
    cast = linked(
        "Chilean President Elena Rojas met Peruvian President Tomas Quiroga on Friday. "
        "The Chilean leader thanked her guest. The president of Peru left on Saturday."
    )
    assert "Chilean leader" in cast.words(cast.one("Elena Rojas"))
    assert "president of Peru" in cast.words(cast.one("Tomas Quiroga"))


def test_a_pronoun_in_a_quotation_is_left_alone(linked: Linked) -> None:
    cast = linked('Elena Rojas spoke in Santiago. "He is not welcome here," Rojas said.')
    assert "He" not in [words for entity in cast.entities for words in cast.words(entity)]


def test_a_title_that_names_the_other_sex_bars_a_pronoun(linked: Linked) -> None:
    cast = linked("Mrs. Rojas spoke in Santiago. He left early.")
    assert "He" not in cast.words(cast.one("Rojas"))


def test_the_country_stands_for_the_country_and_is_marked(linked: Linked) -> None:
    cast = linked("Floods hit Nepal on Monday. Roads across the country were closed.")
    assert [(cast.texts[0][m.start : m.end], m.pronoun) for m in cast.one("Nepal").mentions] == [
        ("Nepal", False),
        ("country", True),
    ]


def test_who_spoke_last_says(linked: Linked) -> None:
    cast = linked(
        "Police spokesman Tomas Quiroga said a 24-year-old man was shot outside a bar. He was taken to hospital. He said two were held."
    )
    he = [m for m in cast.one("Tomas Quiroga").mentions if m.pronoun]
    assert [cast.texts[0][m.start : m.end + 5] for m in he] == ["He said"]


def test_the_given_name_tells_the_sex(linked: Linked) -> None:
    cast = linked("Elena Rojas met Tomas Quiroga in Lima. She thanked the sailors.")
    assert "She" in cast.words(cast.one("Elena Rojas"))
    assert "She" not in cast.words(cast.one("Tomas Quiroga"))


def test_two_who_fit_leave_it_open(linked: Linked) -> None:
    cast = linked("Judge Andrey Petrov refused bail for Tomas Quiroga. He goes back to court in May.")
    assert "He" not in [words for entity in cast.entities for words in cast.words(entity)]
