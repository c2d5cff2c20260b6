"""A state under its country's, its seat's and its government's names."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Telling
else:
    Telling = Any


def words(telling: Telling, entity: str) -> list[tuple[str, str]]:
    return [(t.report, t.text) for frame in telling.frames() if frame.entity == entity for t in frame.terms]


def norway(telling: Telling, *mentions: tuple[str, str]) -> None:
    telling.entity("no", "place", "Norway", *mentions, country="NO", precision="country")


def test_a_capital_that_acts_is_its_state(telling: Telling) -> None:
    telling.report("star", "Norway closed the border.")
    telling.report("sun", "Oslo closed the border.")
    norway(telling, ("star", "Norway"))
    telling.entity("oslo", "place", "Oslo", ("sun", "Oslo"), country="NO", precision="city")
    assert words(telling, "no") == [("star", "Norway"), ("sun", "Oslo")]


def test_a_capital_where_something_happens_is_a_town(telling: Telling) -> None:
    telling.report("star", "Norway closed the border.")
    telling.report("sun", "A bridge fell in Oslo.")
    norway(telling, ("star", "Norway"))
    telling.entity("oslo", "place", "Oslo", ("sun", "Oslo"), country="NO", precision="city")
    assert words(telling, "no") == []


def test_its_government_is_the_state_and_its_police_is_not(telling: Telling) -> None:
    telling.report("star", "Norway closed the border.")
    telling.report("sun", "The Norwegian government did it, and Norwegian police watched.")
    norway(telling, ("star", "Norway"))
    telling.entity("gov", "organisation", "Norwegian government", ("sun", "Norwegian government"), country="NO")
    telling.entity("pol", "group", "Norwegian police", ("sun", "Norwegian police"), country="NO")
    assert words(telling, "no") == [("star", "Norway"), ("sun", "Norwegian government")]


def test_a_seat_that_is_no_town_speaks_for_its_state_wherever_it_stands(telling: Telling) -> None:
    telling.report("star", "Russia signed.")
    telling.report("sun", "They heard of it from the Kremlin.")
    telling.entity("ru", "place", "Russia", ("star", "Russia"), country="RU", precision="country")
    telling.entity("kr", "organisation", "Kremlin", ("sun", "Kremlin"))
    assert words(telling, "ru") == [("star", "Russia"), ("sun", "Kremlin")]


def test_the_half_that_a_state_is_named_after_is_the_state(telling: Telling) -> None:
    telling.report("star", "North Macedonia closed the border.")
    telling.report("sun", "North Macedonia closed the border, and the North sent soldiers to the north coast.")
    telling.entity(
        "mk", "place", "North Macedonia", ("star", "North Macedonia"), ("sun", "North Macedonia"),
        country="MK", precision="country",
    )  # fmt: skip
    assert ("sun", "North") in words(telling, "mk")
    assert "north" not in dict(words(telling, "mk")).values()


def test_the_regime_of_a_countrys_officer_is_its_government(telling: Telling) -> None:
    telling.report("star", "Norway closed the border. Norwegian ruler Jan Dahl spoke.")
    telling.report("sun", "The Dahl regime closed the border.")
    norway(telling, ("star", "Norway"))
    telling.entity("dahl", "person", "Jan Dahl", ("star", "Jan Dahl"), ("sun", "Dahl"))
    assert words(telling, "no") == [("star", "Norway"), ("sun", "Dahl regime")]


def test_official_names_alone_are_no_row(telling: Telling) -> None:
    telling.report("star", "Norway closed the border.")
    telling.report("sun", "The Kingdom of Norway closed the border.")
    norway(telling, ("star", "Norway"), ("sun", "Kingdom of Norway"))
    assert words(telling, "no") == []


def test_a_seat_where_somebody_goes_is_a_building(telling: Telling) -> None:
    telling.report("star", "Russia signed.")
    telling.report("sun", "They dined at the Kremlin.")
    telling.entity("ru", "place", "Russia", ("star", "Russia"), country="RU", precision="country")
    telling.entity("kr", "organisation", "Kremlin", ("sun", "Kremlin"))
    assert words(telling, "ru") == []


def test_an_agency_is_no_government(telling: Telling) -> None:
    telling.report("star", "Norway closed the border.")
    telling.report("sun", "The Norwegian Harbour Administration closed the port.")
    norway(telling, ("star", "Norway"))
    telling.entity(
        "adm", "organisation", "Harbour Administration", ("sun", "Norwegian Harbour Administration"), country="NO"
    )
    assert words(telling, "no") == []
