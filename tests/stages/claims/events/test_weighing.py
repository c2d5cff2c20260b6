"""What the words around an act make of it: talks that fail, questions, powers, what is told by the way."""

import pytest

from rashomon.stages.claims.events.find import find_events


def rows(article) -> list[tuple[str | None, str | None, str, list[str], list[str]]]:
    """Type, frame, modality, who and whom of each event."""
    return [
        (
            found.event.type,
            found.event.frame,
            found.modality,
            [p.text for p in found.event.actors],
            [p.text for p in found.event.targets],
        )
        for found in find_events(article)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Arvany and Belmar collapsed.", (None, "meet", "asserted", [], ["Arvany", "Belmar"])),
        ("The ceasefire collapsed.", (None, "agree", "asserted", [], [])),
        ("Belmar broke off talks with Arvany.", ("SANCTION", "break-talks", "asserted", ["Belmar"], ["Arvany"])),
        ("Officers staged a coup.", ("COERCE", "coup", "asserted", ["Officers"], [])),
        (
            "The council lifted sanctions on Arvany.",
            ("COOPERATE", "sanction-end", "asserted", ["The council"], ["Arvany"]),
        ),
        ("The occupation of the hall did not end until Monday.", ("COERCE", "occupy", "asserted", [], ["the hall"])),
        ("Did rebels attack the barracks?", ("ASSAULT", "attack", "hypothetical", ["rebels"], ["the barracks"])),
        ("A bomber struck a wedding.", ("ASSAULT", "strike-military", "asserted", ["A bomber"], ["a wedding"])),
        (
            "The boy was taken to hospital in Belmar.",
            ("AID", "treat", "asserted", [], ["The boy"]),
        ),
        (
            "The ministry ordered two million masks.",
            (None, "buy", "asserted", ["The ministry"], ["two million masks"]),
        ),
        (
            "A militia attack on the barracks killed two.",
            ("ASSAULT", "attack", "asserted", ["militia"], ["the barracks"]),
        ),
        ("Oro was convicted of killing Marek and sentenced to death.", ("COERCE", "convict", "asserted", [], ["Oro"])),
        ("Critics blamed the delay on the mayor.", ("ACCUSE", "accuse", "asserted", ["Critics"], ["the mayor"])),
        ("The attack, blamed on rebels, shut the port.", ("ASSAULT", "attack", "asserted", [], [])),
    ],
)
def test_what_it_comes_to(make_article, text: str, expected: tuple) -> None:
    assert expected in rows(make_article(text))


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("The law grants women the right to vote.", "vote"),
        ("You agree to receive updates.", "agree"),
        ("The team seized on the letter.", "seize"),
        ("The guard could not close out the game.", "close"),
        ("The letter helped depress turnout.", "assist"),
        ("The firm did not respond to requests for comment.", "respond"),
    ],
)
def test_what_is_no_such_act(make_article, text: str, frame: str) -> None:
    assert frame not in [row[1] for row in rows(make_article(text))]


def test_what_is_told_by_the_way_is_no_news(make_article) -> None:
    text = "Police came. Guards spoke. Cooks left. Police said a gun that he was polishing in the kitchen went off."
    assert "polish" not in [found.event.action for found in find_events(make_article(text))]


def test_who_is_blamed_behind_the_noun(make_article) -> None:
    found = find_events(make_article("The attack, blamed on rebels, shut the port."))
    assert ["rebels"] in [[p.text for p in each.event.blamed] for each in found]


def test_a_strike_that_planes_are_suspected_of(make_article) -> None:
    found = find_events(make_article("The strike is suspected to be carried out by Belmar warplanes."))
    assert [(each.event.frame, [p.text for p in each.event.blamed]) for each in found] == [
        ("strike-military", ["Belmar warplanes"])
    ]
