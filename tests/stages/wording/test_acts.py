"""One act under the verbs and nouns of each report."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Telling
else:
    Telling = Any


def test_verbs_for_what_was_done_to_one_party_stand_together(telling: Telling) -> None:
    telling.report("star", "The queen dismissed the cabinet.")
    telling.report("sun", "The cabinet stepped down.")
    telling.does("star", "dismissed the cabinet", "dismiss", "dismiss", "the cabinet")
    telling.does("sun", "stepped down", "step", "resign", "The cabinet")
    assert telling.row("departure") == [("star", "dismissed the cabinet"), ("sun", "stepped down")]


def test_what_was_done_to_two_is_two_rows_or_none(telling: Telling) -> None:
    telling.report("star", "Gunmen seized the airport.")
    telling.report("sun", "Troops retook the bridge.")
    telling.does("star", "seized the airport", "seize", "seize", "the airport")
    telling.does("sun", "retook the bridge", "retake", "retake", "the bridge")
    assert telling.frames() == ()


def test_verbs_stand_beside_the_nouns_of_their_thing(telling: Telling) -> None:
    telling.report("star", "Ostland invaded Velmora.")
    telling.report("sun", "The peacekeeping mission began. Ostland sent troops to Velmora.")
    telling.does("star", "invaded Velmora", "invade", "invade", "Velmora")
    telling.does("sun", "sent troops to Velmora", "send", "deploy", "Velmora")
    assert telling.row("intervention") == [
        ("star", "invaded Velmora"),
        ("sun", "peacekeeping mission"),
        ("sun", "sent troops to Velmora"),
    ]


def test_a_verb_that_says_nothing_without_its_object_needs_it(telling: Telling) -> None:
    telling.report("star", "Troops, it was said, were being sent.")
    telling.report("sun", "Ostland deployed troops.")
    telling.does("star", "were being sent", "send", "deploy", "Troops")
    telling.does("sun", "deployed troops", "deploy", "deploy", "troops")
    assert telling.row("intervention") == []
