"""What is said as an object, by a noun, or in a poll. Invented names and places."""

import pytest

from rashomon.stages.claims.statements.attribute import attribute


def rows(make_article, text: str) -> list[tuple[str | None, str, str]]:
    return [
        (s.speaker, text[s.cue_start : s.cue_end], text[s.content_start : s.content_end].rstrip(" ."))
        for s in (one.statement for one in attribute(make_article(text)).statements)
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The survey showed a narrow lead for the mayor.", ("The survey", "showed", "a narrow lead for the mayor")),
        (
            "The minister made it clear that the port would close.",
            ("The minister", "made it clear", "that the port would close"),
        ),
        ("The governor appealed to the army to send divers.", ("The governor", "appealed", "to send divers")),
        (
            "The island sent a request to the captains of the league to assist in the search.",
            ("The island", "request", "to assist in the search"),
        ),
        (
            "The governor appealed to the league with a request to send divers.",
            ("The governor", "request", "to send divers"),
        ),
        ("The union's criticism of the plan was harsh.", ("The union's", "criticism of", "the plan")),
        ("It was also reported about two wrecks.", (None, "was also reported", "two wrecks")),
        ("The council backed the plan.", ("The council", "backed", "the plan")),
        ("In a new poll, half of them travel by ferry.", ("a new poll", "In", "half of them travel by ferry")),
    ],
)
def test_what_is_said_and_by_whom(make_article, text: str, row: tuple[str | None, str, str]) -> None:
    assert row in rows(make_article, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke to reporters.",
        "The bridge requires repairs.",
        "The ferry was supposed to leave at noon.",
        "A decision to close the port was taken in May.",
        "The storm showed no mercy.",
    ],
)
def test_what_nobody_says(make_article, text: str) -> None:
    assert rows(make_article, text) == []


def test_who_shared_a_picture_stands_before_it(make_article) -> None:
    text = "A video shared by the Harbour Ministry shows boats leaving the port."
    (found,) = attribute(make_article(text)).statements
    assert [link.name for link in found.chain] == ["Harbour Ministry", "video"]
