"""What kind of thing a name is, by what stands around it."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Linked
else:
    Linked = Any


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guards found 17-year-old Destiny Carrow shot in the head.", "Destiny Carrow"),
        ("They named 40-year-old Ina Burle, and 10-month-old Justice Burle.", "Justice Burle"),
        ("Sorrel Vale and another man, Bradley Stokes, were selling boats.", "Bradley Stokes"),
        ("The agency identified the girl as Nautica Whitlow.", "Nautica Whitlow"),
        ("Diego Marrow stood outside at 7:20 p.m. near the quay.", "Diego Marrow"),
    ],
)
def test_who_has_an_age_or_a_given_name_or_is_introduced_is_a_person(linked: Linked, text: str, name: str) -> None:
    assert linked(text).one(name).kind == "person"


def test_the_town_of_somebody_with_an_age_is_a_place(linked: Linked) -> None:
    assert linked("A 24-year-old Milwaukee man was shot.").one("Milwaukee").kind == "place"


def test_a_body_or_building_called_after_somebody_is_no_person(linked: Linked) -> None:
    cast = linked("The Diego Marrow Foundation paid. They met at Brandon Sorrel Airport.")
    assert [entity.kind for entity in cast.entities if "Marrow" in entity.name] == ["organisation"]
    assert [entity.kind for entity in cast.entities if "Sorrel" in entity.name] == ["facility"]
