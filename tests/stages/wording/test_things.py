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
    telling.report("star", "Two dams broke. Its worn dam held.")
    telling.report("sun", "Many such narrow dams held.")
    assert telling.row("dam") == [("star", "dams"), ("star", "worn dam"), ("sun", "narrow dams")]


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
    telling.report("star", "The big blast broke the worn dam.")
    telling.report("sun", "The explosion broke the narrow dam.")
    telling.report("moon", "An enormous explosion was heard.")
    assert [frame.concept for frame in telling.frames()] == ["explosion", "dam"]


def test_one_noun_with_and_without_its_owner_or_kind_is_no_row(telling: Telling) -> None:
    telling.report("star", "The fuel depot burned.")
    telling.report("sun", "The depot burned. Velmora's depots were closed.")
    assert telling.row("depot") == [("star", "fuel depot"), ("sun", "depot"), ("sun", "Velmora's depots")]
    telling.reports.pop()
    telling.report("sun", "The depot burned.")
    assert telling.row("depot") == []


def test_a_row_with_a_word_that_judges_stands_first(telling: Telling) -> None:
    telling.report("star", "The explosion was heard. The bombing of Carrow went on.")
    telling.report("sun", "A blast was heard. It was a massacre.")
    assert [frame.concept for frame in telling.frames()] == ["attack", "explosion"]


def test_two_things_of_one_noun_are_told_apart_by_whose_they_are(telling: Telling) -> None:
    for name in ("star", "sun"):
        telling.report(
            name,
            "The navy's inquiry began. The court's probe ended. The navy's probe went on. The court's inquiry did not.",
        )
    telling.entity("navy", "organisation", "navy", ("star", "navy"), ("sun", "navy"))
    telling.entity("court", "organisation", "court", ("star", "court"), ("sun", "court"))
    telling.mentions_everywhere("navy", "court")
    rows = {frame.concept: {term.text for term in frame.terms} for frame in telling.frames()}
    assert rows == {
        "investigation (court)": {"court's probe", "court's inquiry"},
        "investigation (navy)": {"navy's inquiry", "navy's probe"},
    }


def test_a_report_that_was_not_read_has_no_terms(telling: Telling) -> None:
    telling.report("star", "The cracked dam gave way.")
    telling.report("sun", "The old dam gave way.")
    telling.readings = dict  # type: ignore[method-assign]
    assert telling.frames() == ()


def test_a_wording_does_not_begin_before_a_quotation_mark(telling: Telling) -> None:
    telling.report("star", 'They met the emerging "naval threat" there.')
    telling.report("sun", "The grave threat is past.")
    assert telling.row("threat") == [("star", "naval threat"), ("sun", "grave threat")]
