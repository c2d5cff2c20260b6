"""Who is counted."""

import pytest

from rashomon.stages.reconcile.population import population_in, population_of, singular


@pytest.mark.parametrize(
    ("counted", "name"),
    [
        ("police officers", "police"),
        ("riot policemen", "police"),
        ("soldiers", "soldiers"),
        ("army officers", "soldiers"),
        ("people", "people"),
        (None, "people"),
        ("civilians, mostly women", "civilians"),
        ("pro-government fighters", "soldiers"),
        ("jihadist fighters", "fighters"),
        ("protesters in the square", "protesters"),
        ("outside a bakery", "people"),
        ("tractors", "tractor"),
    ],
)
def test_the_class_of_a_noun_phrase(counted: str | None, name: str) -> None:
    assert population_of(counted).name == name


def test_of_the_dead_were_names_a_part() -> None:
    assert population_in("dead", "that nine of the dead were rebel fighters").name == "fighters"
    assert population_in("wounded", "eight of the wounded lay in critical condition").name == "critical"


@pytest.mark.parametrize(
    ("plural", "single"), [("men", "man"), ("cities", "city"), ("buses", "buse"), ("boxes", "box")]
)
def test_singular_by_its_ending(plural: str, single: str) -> None:
    assert singular(plural) == single
