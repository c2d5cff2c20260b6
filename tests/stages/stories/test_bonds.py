"""What persons decide of which reports belong together outranks every rule."""

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import Voice
from rashomon.model.report import Report
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories.cluster import cluster

FERRY = "The ferry Halvorsund ran aground off Brekkoy on Tuesday. Lifeboats took 84 passengers off the ship."
MILL = (
    "A fire destroyed the paper mill in Tavastia. Two workers were treated for smoke; firefighters fought the flames."
)


def told(texts: dict[str, str], bonds: Bonds, voices: tuple[Voice, ...] = ()) -> set[tuple[str, ...]]:
    given = [Report(id=id, source=id, text=text, language="en", published="2031-05-06") for id, text in texts.items()]
    found = cluster(given, [sketch(each) for each in given], voices, bonds=bonds)
    return {tuple(sorted(story.reports)) for story in found}


def test_a_person_joins_what_no_rule_joins() -> None:
    assert told({"a": FERRY, "b": MILL}, Bonds()) == {("a",), ("b",)}
    assert told({"a": FERRY, "b": MILL}, Bonds(together=(("b", "a"),))) == {("a", "b")}


def test_a_person_keeps_apart_what_every_rule_joins() -> None:
    assert told({"a": FERRY, "b": FERRY}, Bonds()) == {("a", "b")}
    assert told({"a": FERRY, "b": FERRY}, Bonds(apart=(("b", "a"),))) == {("a",), ("b",)}


def test_not_even_one_text_joins_what_a_person_keeps_apart() -> None:
    one_text = (Voice(id="v", name="Wire", kind="agency", reports=("a", "b", "c")),)
    apart = Bonds(apart=(("a", "b"), ("a", "c")))
    assert told({"a": FERRY, "b": FERRY, "c": FERRY}, apart, one_text) == {("a",), ("b", "c")}


def test_reports_that_are_not_there_say_nothing() -> None:
    assert told({"a": FERRY}, Bonds(together=(("a", "z"),), apart=(("y", "z"), ("a", "y")))) == {("a",)}


def test_of_two_lists_that_contradict_each_other_apart_stands() -> None:
    assert told({"a": FERRY, "b": FERRY}, Bonds(together=(("a", "b"),), apart=(("a", "b"),))) == {("a",), ("b",)}
