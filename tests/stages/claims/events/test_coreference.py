"""Whom "he", "its" and "the ministry" mean in what was done: where sure, else nobody."""

import pytest

from rashomon.stages.claims.events.find import find_events


def meant(article, words: str) -> str | None:
    """The entity of the first actor or target with these words."""
    everybody = (p for found in find_events(article) for p in (*found.event.actors, *found.event.targets))
    return next((p.entity for p in everybody if p.text == words), None)


@pytest.mark.parametrize(
    ("text", "entities", "words", "expected"),
    [
        (
            "Ilo Oro announced on Monday his decision to fire Ada Marek.",
            {"Ilo Oro": "person", "Ada Marek": "person"},
            "his",
            "Ilo Oro",
        ),
        (
            "The Arvany Council said it had sent observers to Belmar.",
            {"Arvany Council": "organisation", "Belmar": "place"},
            "it",
            "Arvany Council",
        ),
        (
            "The Arvany Council fined Oro. It also banned the rally.",
            {"Arvany Council": "organisation", "Oro": "person"},
            "It",
            "Arvany Council",
        ),
        (
            "Until his arrest on Sunday, Ilo Oro led the strike.",
            {"Ilo Oro": "person"},
            "his",
            "Ilo Oro",
        ),
        (
            "The Ministry of Ports warned of floods. On Monday the ministry closed the harbour.",
            {"Ministry of Ports": "organisation"},
            "the ministry",
            "Ministry of Ports",
        ),
        (
            "The Arvany Pact met on Monday. The alliance sent troops to the border.",
            {"Arvany Pact": "organisation"},
            "The alliance",
            "Arvany Pact",
        ),
    ],
)
def test_who_is_meant(make_article, text: str, entities: dict[str, str], words: str, expected: str) -> None:
    assert meant(make_article(text, entities=entities), words) == expected


@pytest.mark.parametrize(
    ("text", "entities", "words"),
    [
        # A man without a name stands beside the director.
        (
            "The keeper Ilo Oro said a man had climbed the wall before he attacked the guards.",
            {"Ilo Oro": "person"},
            "he",
        ),
        # Another's words have their own "he".
        ('"He attacked the guards," Ilo Oro said. "He burned the hall."', {"Ilo Oro": "person"}, "He"),
        # Two ministries may be meant.
        (
            "The Ministry of Ports and the Health Ministry met. The ministry closed the harbour.",
            {"Ministry of Ports": "organisation", "Health Ministry": "organisation"},
            "The ministry",
        ),
    ],
)
def test_nobody_where_it_is_not_sure(make_article, text: str, entities: dict[str, str], words: str) -> None:
    assert meant(make_article(text, entities=entities), words) is None
