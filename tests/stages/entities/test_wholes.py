"""Invented places: the gazetteer knows parts of their names, and not them."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]

SOUTH = (
    "A fire broke out in Port Hallow on Tuesday. The mayor of Port Hallow promised help. "
    "In Port Hallow, schools were closed. Residents of Brandle Bay and Mirrow were told to leave."
)


def test_the_parts_of_an_invented_place_are_no_places(linked: Linked) -> None:
    cast = linked(SOUTH)
    assert cast.one("Port Hallow").lat is None
    assert not cast.meant_by("Port") and not cast.meant_by("Hallow")


def test_every_occurrence_of_a_known_name_is_whole(linked: Linked) -> None:
    cast = linked(SOUTH, "Port Hallow fire kills nine. Firefighters from Brandle Bay came to Port Hallow.")
    words = [word for e in cast.entities if e.kind != "group" for word in cast.words(e)]
    assert words.count("Port Hallow") == 5
