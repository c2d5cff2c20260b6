"""Places that no gazetteer has, and buildings: on the map where reports say they lie. Invented villages, real countries."""

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Linked
else:
    Linked = Any


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels shelled the town of Belmar al-Dur on Friday. Belmar al-Dur was quiet.", "Belmar al-Dur"),
        ("A bomb went off in Orvasset village on Monday.", "Orvasset"),
        ("Troops entered Kell Dorum, a small village, on Monday.", "Kell Dorum"),
    ],
)
def test_what_is_called_a_town_or_a_village_is_a_place(linked: Linked, text: str, name: str) -> None:
    assert linked(text).one(name).kind == "place"


@pytest.mark.parametrize(
    ("text", "country", "precision", "latitude"),
    [
        ("A mine killed two people in the village of Orvasset, near Bergen.", "NO", "region", 60),
        ("A mine killed two people in the village of Orvasset in western Norway.", "NO", "country", 61),
        ("A mine killed two people in the Norwegian village of Orvasset.", "NO", "country", 61),
        ("A mine killed two people in the village of Orvasset north of Nairobi.", "KE", "region", -1),
    ],
)
def test_an_unknown_village_lies_where_the_report_says(
    linked: Linked, text: str, country: str, precision: str, latitude: int
) -> None:
    village = linked(text).one("Orvasset")
    assert (village.country, village.precision, village.geonames) == (country, precision, None)
    assert village.lat is not None and abs(village.lat - latitude) < 4


def test_a_village_of_which_nothing_is_said_has_no_spot(linked: Linked) -> None:
    village = linked("A mine killed two people in the village of Orvasset. The minister spoke in Norway.").one(
        "Orvasset"
    )
    assert (village.country, village.lat, village.precision) == (None, None, None)


def test_a_building_lies_in_its_town(linked: Linked) -> None:
    airport = linked("Smoke rose over Nairobi. Flights from Nairobi International Airport were halted.").one(
        "Nairobi International Airport"
    )
    assert (airport.kind, airport.country, airport.precision) == ("facility", "KE", "city")


def test_a_town_spelled_by_ear_is_found_in_the_country_of_the_story(linked: Linked) -> None:
    cast = linked("Yemen buried its dead. Strikes in Yemen hit the port of Hodeydeh on Friday, Yemen said.")
    assert cast.one("Hodeydeh").geonames == 79415


def test_words_beside_a_town_are_no_part_of_it(linked: Linked) -> None:
    cast = linked("Fighting reached Aleppo city. Syrian Idlib was hit. Guards left Hasakeh city.")
    assert {entity.country for entity in cast.entities if entity.kind == "place"} == {"SY"}
    assert all(entity.lat is not None for entity in cast.entities if entity.kind == "place")
