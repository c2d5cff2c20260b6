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
