"""Where an event was whose own clause does not say it, in sentences about places that do not exist."""

from dataclasses import replace

import pytest
from msgspec import structs

from rashomon.stages.claims.events.find import find_events
from rashomon.stages.claims.events.scene import with_events
from rashomon.stages.claims.figures.find import find_figures

PLACES = {"Belmar": "place", "Arvany": "place", "Oro Square": "facility", "BELMAR": "place"}


def places(article, frame: str) -> tuple[str, ...]:
    found = [each for each in find_events(article) if each.event.frame == frame]
    assert found, [each.event.frame for each in find_events(article)]
    return found[-1].places


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A blast tore through a market in Belmar. It killed twelve people.", "kill"),
        ("Gunmen attacked a bus in Belmar. Police arrested two men.", "arrest"),
    ],
)
def test_what_came_of_it_was_where_it_was(make_article, text: str, frame: str) -> None:
    assert places(make_article(text, PLACES), frame) == ("Belmar",)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Gunmen attacked a bus in Belmar. Two guards had been killed there a day before.", "kill"),
        ("Gunmen attacked a bus in Belmar. The council condemned the attack.", "accuse"),
        ("Gunmen attacked a bus in Belmar. Elsewhere ten people died.", "die"),
        ("Gunmen attacked a bus in Belmar. Soldiers from Arvany killed a man.", "kill"),
        (
            "Gunmen attacked a bus in Belmar. Soldiers shot a man in Arvany and rebels bombed a bus in Belmar. Ten people died.",
            "die",
        ),
        ("Rebels plan to attack a bus in Belmar. Police arrested two men.", "arrest"),
    ],
)
def test_no_other_events_place_is_taken(make_article, text: str, frame: str) -> None:
    assert places(make_article(text, PLACES), frame) in {(), ("Arvany",)}


def test_the_one_place_of_the_lead(make_article) -> None:
    text = "Protesters gathered after the vote. They had been camping on the grass at Oro Square. Students marched."
    assert places(make_article(text, PLACES), "gather") == ("Oro Square",)


def test_of_two_places_in_the_lead_none(make_article) -> None:
    text = "Protesters gathered after the vote. Crowds were seen at Oro Square. Shops stayed shut in Belmar."
    assert places(make_article(text, PLACES), "gather") == ()


def test_the_datelines_place(make_article) -> None:
    assert places(make_article("BELMAR (Oro News) — A bus crashed into a wall.", PLACES), "crash") == ("BELMAR",)
    assert places(make_article("BELMAR (Oro News) — A bus from Arvany crashed.", PLACES), "crash") != ("BELMAR",)


def test_what_is_assailed_is_where_it_was(make_article) -> None:
    assert places(make_article("Rebels stormed Oro Square.", PLACES), "storm") == ("Oro Square",)


def test_a_place_before_the_noun(make_article) -> None:
    assert places(make_article("The Belmar bombing killed two guards.", PLACES), "bomb") == ("Belmar",)


def test_the_seat_of_a_speaker_is_no_place(make_article) -> None:
    article = make_article("Forty people were killed, according to a doctor in Belmar.", PLACES)
    assert places(article, "kill") == ()


def test_the_dead_were_where_the_event_was(make_article) -> None:
    article = make_article("A blast tore through a market in Belmar. It killed twelve people.", PLACES)
    figure = next(each for each in find_figures(article) if each.figure.measure == "killed")
    assert with_events(figure, find_events(article)).places == ("Belmar",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six guards were killed in Arvany air strikes.", ()),
        ("Six guards were killed in Arvany.", ("Arvany",)),
    ],
)
def test_a_country_before_a_noun_of_force_says_whose(make_article, text: str, expected: tuple[str, ...]) -> None:
    article = make_article(text, PLACES)
    mentions = tuple(replace(m, entity=structs.replace(m.entity, precision="country")) for m in article.mentions)
    assert places(replace(article, mentions=mentions), "kill") == expected
