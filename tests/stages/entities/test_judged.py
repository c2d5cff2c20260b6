"""Persons join, split and correct entities by words that mean them; no mention is ever lost."""

import re
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import CORRECT, ENTITY, JOIN, SPLIT, Judgement, judgement, place
from rashomon.model.report import Report
from rashomon.stages.entities.judged import judged, readable

TEXT = "Anselm Brack spoke. Brack left. Petra Sollan stayed. The mayor slept. Sollan spoke. Brack wept."
LATER = "Brack came back. Lima is far."
REPORTS = [
    Report(id="rep1-aa", source="a.txt", text=TEXT, language="en"),
    Report(id="rep1-bb", source="b.txt", text=LATER, language="en"),
]


def spans(words: str, text: str = TEXT) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<!Anselm )(?<!Petra ){words}", text)]


def mention(span: tuple[int, int], report: str = "rep1-aa") -> Mention:
    return Mention(report=report, start=span[0], end=span[1])


def entity(key: str, name: str, *words: str, kind: str = "person") -> Entity:
    found = [mention(span) for each in (name, *words) for span in spans(each)]
    found += [mention(span, "rep1-bb") for each in (name, *words) for span in spans(each, LATER)]
    return Entity(
        id=key,
        kind=kind,
        name=name,
        aliases=tuple(sorted(words)),
        mentions=tuple(sorted(found, key=lambda m: (m.report, m.start))),
    )


BRACK, SOLLAN = entity("ent1-0a", "Anselm Brack", "Brack"), entity("ent1-0b", "Petra Sollan", "Sollan")
FOUND = (BRACK, SOLLAN, entity("ent1-0c", "Lima", kind="person"))


def at(words: str, number: int = 0, report: str = "rep1-aa") -> str:
    return place("", report, *spans(words, TEXT if report == "rep1-aa" else LATER)[number])


def made(minute: int, what: str, *on: str, against: tuple[str, ...] = (), **more: Any) -> Judgement:
    when = f"2031-05-06T10:{minute:02}:00+00:00"
    return judgement(who="ada", when=when, what=what, on=on, against=against, why="seen", of=ENTITY, **more)


def by_id(*log: Judgement) -> dict[str, Entity]:
    return {each.id: each for each in judged(FOUND, log, REPORTS)}


def words(found: Entity) -> list[str]:
    texts = {report.id: report.text for report in REPORTS}
    return [texts[m.report][m.start : m.end] for m in found.mentions]


def test_where_nobody_decided_anything_they_are_the_very_same() -> None:
    elsewhere = made(1, JOIN, "rep1-cc@0-4", "rep1-cc@6-9")
    assert judged(FOUND, (), REPORTS) is FOUND
    assert judged(FOUND, (elsewhere,), REPORTS) is FOUND


def test_joined_entities_are_one_that_keeps_the_id_of_the_more_told_of() -> None:
    join = made(1, JOIN, at("Anselm Brack"), at("Petra Sollan"))
    found = by_id(join)
    assert set(found) == {"ent1-0a", "ent1-0c"}
    assert found["ent1-0a"].aliases == ("Brack", "Petra Sollan", "Sollan")
    assert len(found["ent1-0a"].mentions) == len(BRACK.mentions) + len(SOLLAN.mentions)
    assert found["ent1-0a"].judged == (join.id,)


def test_split_words_mean_another_in_reports_that_come_later_too() -> None:
    split = made(1, SPLIT, at("Brack"), against=(at("Anselm Brack"),))
    found = by_id(split)
    (new,) = (each for own, each in found.items() if own not in ("ent1-0a", "ent1-0b", "ent1-0c"))
    assert words(found["ent1-0a"]) == ["Anselm Brack"]
    assert words(new) == ["Brack", "Brack", "Brack"]
    assert (new.name, new.kind, found["ent1-0a"].aliases) == ("Brack", "person", ())


def test_of_words_that_are_spelt_alike_only_those_that_are_named_are_taken_out() -> None:
    split = made(1, SPLIT, at("Brack", 0), against=(at("Anselm Brack"), at("Brack", 1)))
    found = by_id(split)
    assert words(found["ent1-0a"]) == ["Anselm Brack", "Brack", "Brack"]


def test_a_later_split_outranks_a_join_and_a_later_join_a_split() -> None:
    join, split = made(1, JOIN, at("Brack"), at("Sollan")), made(2, SPLIT, at("Brack"), against=(at("Sollan"),))
    assert set(by_id(join, split)) == {"ent1-0a", "ent1-0b", "ent1-0c"}
    assert set(by_id(join, split, made(3, JOIN, at("Brack"), at("Sollan")))) == {"ent1-0a", "ent1-0c"}


def test_a_corrected_entity_keeps_its_id_and_what_it_was() -> None:
    named = made(1, CORRECT, at("Brack"), field="name", value="Anselm T. Brack")
    found = by_id(named)["ent1-0a"]
    assert (found.name, found.aliases) == ("Anselm T. Brack", ("Anselm Brack", "Brack"))
    assert found.machine is not None
    assert found.machine.name == "Anselm Brack"


def test_what_is_a_place_after_all_is_found_in_the_gazetteer() -> None:
    lima = at("Lima", report="rep1-bb")
    found = by_id(made(1, CORRECT, lima, field="kind", value="place"))["ent1-0c"]
    assert (found.country, found.precision) == ("PE", "city")
    moved = made(2, CORRECT, lima, field="country", value="US")
    assert by_id(made(1, CORRECT, lima, field="kind", value="place"), moved)["ent1-0c"].country == "US"
    person = by_id(
        made(1, CORRECT, lima, field="kind", value="place"), made(2, CORRECT, lima, field="kind", value="person")
    )
    assert person["ent1-0c"].lat is None


def test_a_correction_is_on_the_entity_that_holds_most_of_its_words() -> None:
    split = made(1, SPLIT, at("Brack"), against=(at("Anselm Brack"),))
    named = made(2, CORRECT, at("Brack", 0), at("Brack", 1), at("Anselm Brack"), field="name", value="Jon Brack")
    assert {each.name for each in by_id(split, named).values()} == {"Anselm Brack", "Jon Brack", "Petra Sollan", "Lima"}


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "ship"), ("country", "Peru"), ("name", " "), ("age", "12"), (None, "x")]
)
def test_what_a_field_cannot_hold_is_refused(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        readable(field, value)


ANCHORS = [place("", m.report, m.start, m.end) for each in FOUND for m in each.mentions]
SOME = st.lists(st.sampled_from(ANCHORS), min_size=1, max_size=3, unique=True)
ANY = st.builds(lambda minute, on: made(minute, JOIN, *on), st.integers(0, 59), SOME) | st.builds(
    lambda minute, on, against: made(minute, SPLIT, *on, against=tuple(set(against) - set(on)) or (ANCHORS[0],)),
    st.integers(0, 59),
    SOME,
    SOME,
)


@settings(deadline=None)  # the gazetteer is opened once
@given(st.lists(ANY, max_size=4))
def test_no_mention_is_lost_or_told_twice_in_whatever_order_it_was_decided(log: list[Judgement]) -> None:
    found = judged(FOUND, log, REPORTS)
    every = sorted((m.report, m.start, m.end) for each in found for m in each.mentions)
    assert every == sorted((m.report, m.start, m.end) for each in FOUND for m in each.mentions)
    assert len({each.id for each in found}) == len(found)
    assert all(judged(FOUND, some, REPORTS) == found for some in permutations(log))
