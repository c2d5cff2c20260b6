"""One act or thing under the words of each report."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Telling
else:
    Telling = Any


def test_nouns_for_one_thing_stand_together(telling: Telling) -> None:
    telling.report("star", "The secret talks in Carrow ended on Friday.")
    telling.report("sun", "A summit was held in Carrow.")
    assert telling.row("talks") == [("star", "secret talks"), ("sun", "summit")]


def test_a_noun_that_the_table_lacks_stands_for_itself(telling: Telling) -> None:
    telling.report("star", "The cracked dam gave way.")
    telling.report("sun", "Velmora's ageing dam gave way.")
    assert telling.row("dam") == [("star", "cracked dam"), ("sun", "Velmora's ageing dam")]


def test_articles_numbers_and_pronouns_are_no_part_of_a_wording(telling: Telling) -> None:
    telling.report("star", "Two dams broke. Its old dam held.")
    telling.report("sun", "The new dam held.")
    assert telling.row("dam") == [("star", "dams"), ("star", "old dam"), ("sun", "new dam")]


def test_one_wording_is_no_row(telling: Telling) -> None:
    telling.report("star", "The dam broke.")
    telling.report("sun", "The dams broke.")
    assert telling.frames() == ()


def test_what_one_report_alone_speaks_of_is_no_row(telling: Telling) -> None:
    telling.report("star", "The old dam broke. The new dam held.")
    telling.report("sun", "Rain fell on Carrow.")
    assert telling.frames() == ()


def test_general_nouns_and_persons_name_no_thing(telling: Telling) -> None:
    telling.report("star", "A big part of the first day was spent by a tall president with a close ally.")
    telling.report("sun", "A small part of the last day was spent by a short president with a distant ally.")
    assert telling.frames() == ()


def test_a_noun_that_describes_somebody_is_left_to_them(telling: Telling) -> None:
    telling.report("star", "The famous club signed Jory Vance.")
    telling.report("sun", "The local club lost.")
    telling.entity("club", "organisation", "Carrow Rovers", ("star", "The famous club"))
    assert telling.row("club") == []


def test_rows_of_which_most_reports_speak_stand_first(telling: Telling) -> None:
    telling.report("star", "The big blast broke the old dam.")
    telling.report("sun", "The explosion broke the new dam.")
    telling.report("moon", "An enormous explosion was heard.")
    assert [frame.concept for frame in telling.frames()] == ["explosion", "dam"]


def test_a_report_that_was_not_read_has_no_terms(telling: Telling) -> None:
    telling.report("star", "The cracked dam gave way.")
    telling.report("sun", "The old dam gave way.")
    telling.readings = dict  # type: ignore[method-assign]
    assert telling.frames() == ()
