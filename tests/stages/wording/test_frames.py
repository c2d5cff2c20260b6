"""One actor under the words of each report."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Telling
else:
    Telling = Any


def test_a_description_beside_the_name_is_a_row(telling: Telling) -> None:
    telling.report("star", "Ana Orlin spoke.")
    telling.report("sun", "Orlin spoke, and the iron lady left.")
    telling.entity("orlin", "person", "Ana Orlin", ("star", "Ana Orlin"), ("sun", "the iron lady"))
    (frame,) = telling.frames()
    assert frame.entity == "orlin"
    assert [(term.report, term.text) for term in frame.terms] == [("star", "Ana Orlin"), ("sun", "the iron lady")]


def test_names_alone_are_no_row(telling: Telling) -> None:
    telling.report("star", "Ana Orlin spoke.")
    telling.report("sun", "Orlin spoke.")
    telling.entity("orlin", "person", "Ana Orlin", ("star", "Ana Orlin"), ("sun", "Orlin"))
    assert telling.frames() == ()


def test_one_reports_words_for_an_actor_are_no_row(telling: Telling) -> None:
    telling.report("star", "Ana Orlin spoke, and the iron lady left.")
    telling.entity("orlin", "person", "Ana Orlin", ("star", "Ana Orlin"), ("star", "the iron lady"))
    assert telling.frames() == ()


def test_a_term_knows_its_speaker_and_whether_it_judges(telling: Telling) -> None:
    telling.report("star", "Protesters met the guards. The minister said armed gangs came from abroad.")
    telling.report("sun", "Rioters fled.")
    telling.says("star", "The minister", "armed gangs came from abroad")
    (frame,) = [frame for frame in telling.frames() if frame.concept == "crowd"]
    assert {(term.text, term.speaker, term.loaded) for term in frame.terms} == {
        ("Protesters", None, False),
        ("armed gangs", "The minister", True),
        ("Rioters", None, False),
    }


def test_the_order_of_the_reports_changes_nothing(telling: Telling) -> None:
    telling.report("star", "The probe began, and the blast shook Port Sorrel.")
    telling.report("sun", "A judge opened an inquiry into the huge explosion.")
    assert telling.frames() == telling.frames(reverse=True)
    assert [frame.concept for frame in telling.frames()] == ["explosion", "investigation"]
