"""People who act together, by common nouns."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]


def test_groups_of_one_noun_are_told_apart_by_their_modifiers(linked: Linked) -> None:
    cast = linked("Danish paratroopers landed at dawn. Masked gunmen attacked the port. Police officers were hurt.")
    groups = {entity.name: entity for entity in cast.entities if entity.kind == "group"}
    assert {"Danish paratroopers", "Masked gunmen", "Police officers"} <= set(groups)
    assert groups["Danish paratroopers"].country == "DK"


def test_the_bare_noun_is_the_group_that_the_report_named(linked: Linked) -> None:
    cast = linked("Danish paratroopers landed at dawn. The paratroopers took the port.")
    assert cast.words(cast.one("paratroopers")) == ["Danish paratroopers", "paratroopers"]


def test_a_peoples_adjective_is_no_group(linked: Linked) -> None:
    cast = linked("Danish television showed the port. Danes were shocked.")
    assert [cast.words(e) for e in cast.entities if e.kind == "group"] == [["Danes"]]


def test_the_government_is_its_countrys(linked: Linked) -> None:
    cast = linked("Nepal's government resigned. The government of Peru did not. Chilean police arrested the drivers.")
    found = {(entity.kind, entity.country) for entity in cast.meant_by("government")}
    assert found == {("organisation", "NP"), ("organisation", "PE")}


def test_the_bare_government_is_the_one_of_the_story(linked: Linked) -> None:
    cast = linked("Nepal's government resigned.", "The government resigned on Monday.")
    assert cast.one("government").country == "NP"


def test_numbers_hedges_and_moods_are_no_part_of_a_group(linked: Linked) -> None:
    cast = linked(
        "Enough police officers came. Extra nurses were sent. Anxious residents left, and 19-year-old students too."
    )
    groups = {entity.name for entity in cast.entities if entity.kind == "group"}
    assert groups == {"police officers", "nurses", "residents", "students"}


def test_a_hyphenated_word_is_whole(linked: Linked) -> None:
    cast = linked("Yellow-vested workers blocked the port.")
    assert [entity.name for entity in cast.entities if entity.kind == "group"] == ["Yellow-vested workers"]


def test_one_spelling_with_and_without_a_capital_is_one_group(linked: Linked) -> None:
    cast = linked(
        "Voters were angry. The voters stayed at home. Protesters came; a policeman saw policemen and police officers."
    )
    assert cast.one("Voters") == cast.one("voters")
    assert cast.one("policemen") == cast.one("police officers")


def test_peacekeepers_are_the_peacekeeping_forces(linked: Linked) -> None:
    cast = linked(
        "The peacekeeping forces landed. Peacekeepers took the port. The peacekeeping contingent left, its advance units too."
    )
    meant = {cast.one(words).id for words in ("peacekeeping forces", "Peacekeepers", "peacekeeping contingent")}
    assert len(meant) == 1
    assert cast.one("advance units").id not in meant


def test_a_modifier_that_tells_nothing_does_not_hide_the_owner(linked: Linked) -> None:
    cast = linked("Nepal's current government resigned.")
    assert cast.one("government").country == "NP"


def test_a_bare_noun_without_an_article_points_to_no_group_named_before(linked: Linked) -> None:
    cast = linked("Corrupt Danish officials fled. Officials said on Friday that the officials had left.")
    assert cast.words(cast.one("officials")) == ["Corrupt Danish officials", "officials"]
    assert cast.words(cast.one("Officials")) == ["Officials"]


def test_a_people_of_two_words_gives_its_country(linked: Linked) -> None:
    cast = linked("South Korean soldiers fired at noon. African-American passengers were on board.")
    groups = {entity.name: entity.country for entity in cast.entities if entity.kind == "group"}
    assert groups == {"South Korean soldiers": "KR", "African-American passengers": None}
