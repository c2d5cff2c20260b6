"""Buildings, streets and grounds."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]


def test_a_place_before_a_common_noun_names_a_building(linked: Linked) -> None:
    cast = linked("Flights from Oslo international airport were cancelled on Monday. The airport reopened later.")
    assert cast.one("Oslo international airport").kind == "facility"
    assert cast.one("Oslo").kind == "place"


def test_a_seat_needs_one_who_resides_there(linked: Linked) -> None:
    cast = linked("Protesters entered the presidential palace in Lima. Workers left an office.")
    assert cast.one("presidential palace").kind == "facility"
    assert not cast.meant_by("office")


def test_a_seat_that_speaks_is_no_building(linked: Linked) -> None:
    assert not linked("The mayor's office said roads were closed.").meant_by("mayor's office")


def test_a_street_is_a_facility_and_its_short_form_the_same(linked: Linked) -> None:
    cast = linked("Two men were shot on Maple Street on Friday. Police closed Maple St. for hours.")
    assert cast.one("Maple Street").kind == "facility"
    assert cast.one("Maple Street") in cast.meant_by("Maple St.") + cast.meant_by("Maple St")


def test_several_councils_are_a_group(linked: Linked) -> None:
    cast = linked("Clerks of the Security Councils of four countries met. The Security Council of Peru met too.")
    assert all(
        "Security Councils" not in name for e in cast.entities if e.kind == "organisation" for name in cast.words(e)
    )
