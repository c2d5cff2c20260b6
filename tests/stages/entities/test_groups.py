"""People who act together, by common nouns."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]


def test_groups_of_one_noun_are_told_apart_by_their_modifiers(linked: Linked) -> None:
    cast = linked("Danish paratroopers landed at dawn. Masked gunmen attacked the port. Police officers were hurt.")
    groups = {entity.name: entity for entity in cast.entities if entity.kind == "group"}
    assert {"Danish paratroopers", "Masked gunmen", "Police officers"} <= set(groups)
    assert groups["Danish paratroopers"].country == "DK"


def test_the_bare_noun_is_the_group_that_the_report_named(linked: Linked) -> None:
    cast = linked("Danish paratroopers landed at dawn. The paratroopers took the port.")
    assert cast.words(cast.one("paratroopers")) == ["Danish paratroopers", "paratroopers"]


def test_a_peoples_adjective_is_no_group(linked: Linked) -> None:
    cast = linked("Danish television showed the port. Danes were shocked.")
    assert [cast.words(e) for e in cast.entities if e.kind == "group"] == [["Danes"]]


def test_the_government_is_its_countrys(linked: Linked) -> None:
    cast = linked("Nepal's government resigned. The government of Peru did not. Chilean police arrested the drivers.")
    found = {(entity.kind, entity.country) for entity in cast.meant_by("government")}
    assert found == {("organisation", "NP"), ("organisation", "PE")}


def test_the_bare_government_is_the_one_of_the_story(linked: Linked) -> None:
    cast = linked("Nepal's government resigned.", "The government resigned on Monday.")
    assert cast.one("government").country == "NP"
