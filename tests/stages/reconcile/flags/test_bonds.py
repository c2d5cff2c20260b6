"""What later reports say against what persons joined, parted or rated."""

from typing import Any

import pytest


def test_joined_entities_that_a_later_report_names_side_by_side(telling: Any) -> None:
    first = telling.report("gazette", "Anna Ruud spoke. Captain Vik was rescued.")
    later = telling.report("beacon", "Captain Vik and Anna Ruud were rescued.")
    telling.entity("Vik", (first, "Anna Ruud"), (first, "Captain Vik"), (later, "Captain Vik"), (later, "Anna Ruud"))
    on = (telling.spot(first, "Anna Ruud"), telling.spot(first, "Captain Vik"))
    (flag,) = telling.flags("join", *on, of="entity", seen=(first,))
    assert (flag.kind, flag.on) == ("named apart", (later,))
    assert flag.text == "Since then The Beacon names “Captain Vik” and “Anna Ruud” side by side, as two."
    assert telling.flags("join", *on, of="entity", seen=(first, later)) == []


@pytest.mark.parametrize("text", ["Captain Vik said that Anna Ruud slept.", "Captain Vik, Anna Ruud by birth, spoke."])
def test_names_that_merely_stand_near_each_other_say_nothing(telling: Any, text: str) -> None:
    first, later = (
        telling.report("gazette", "Anna Ruud spoke. Captain Vik was rescued."),
        telling.report("beacon", text),
    )
    telling.entity("Vik", (first, "Anna Ruud"), (first, "Captain Vik"), (later, "Captain Vik"), (later, "Anna Ruud"))
    on = (telling.spot(first, "Anna Ruud"), telling.spot(first, "Captain Vik"))
    assert telling.flags("join", *on, of="entity", seen=(first,)) == []


def test_a_rank_and_a_name_with_one_word_in_common_are_not_told_apart(telling: Any) -> None:
    first, later = (
        telling.report("gazette", "Ruud spoke. Captain Ruud slept."),
        telling.report("beacon", "Ruud and Captain Ruud"),
    )
    telling.entity("Ruud", (first, "Ruud"), (first, "Captain Ruud"), (later, "Ruud"), (later, "Captain Ruud"))
    on = (telling.spot(first, "Ruud"), telling.spot(first, "Captain Ruud"))
    assert telling.flags("join", *on, of="entity", seen=(first,)) == []


def test_parted_entities_of_which_a_later_report_says_that_they_are_one(telling: Any) -> None:
    first = telling.report("gazette", "The Harbour Guild struck. The Dockers struck.")
    later = telling.report("beacon", "The Harbour Guild, also known as The Dockers, struck.")
    telling.entity("Guild", (first, "The Harbour Guild"), (later, "The Harbour Guild"))
    telling.entity("Dockers", (first, "The Dockers"), (later, "The Dockers"))
    on, against = telling.spot(first, "The Harbour Guild"), telling.spot(first, "The Dockers")
    (flag,) = telling.flags("split", on, against=(against,), of="entity", seen=(first,))
    assert (flag.kind, flag.on) == ("named as one", (later,))


def test_joined_findings_of_which_one_report_gives_two_numbers(telling: Any) -> None:
    gazette, beacon = telling.report("gazette"), telling.report("beacon")
    nine = telling.figure("nine", gazette, 9)
    a, b = telling.figure("a", beacon, 9), telling.figure("b", beacon, 30)
    telling.finding([nine, a], [b])
    (flag,) = telling.flags("join", nine, of="finding", seen=(nine,))
    assert (flag.kind, flag.on) == ("told apart", (a, b))


def test_two_speakers_of_one_report_may_differ_over_one_number(telling: Any) -> None:
    gazette, beacon = telling.report("gazette"), telling.report("beacon")
    nine = telling.figure("nine", gazette, 9)
    a, b = telling.figure("a", beacon, 9, by="the navy"), telling.figure("b", beacon, 30, by="the union")
    telling.finding([nine, a], [b])
    assert telling.flags("join", nine, of="finding", seen=(nine,)) == []


def test_parted_voices_that_copy_what_came_in_since(telling: Any) -> None:
    gazette, courier, agency = telling.report("gazette"), telling.report("courier"), telling.report("agency")
    telling.copied(gazette, agency)
    assert telling.flags("split", gazette, against=(courier,), of="voice", seen=(gazette, courier)) == []
    telling.copied(courier, agency)
    (flag,) = telling.flags("split", gazette, against=(courier,), of="voice", seen=(gazette, courier))
    assert (flag.kind, flag.on) == ("copied", (agency,))
    assert telling.flags("split", gazette, against=(courier,), of="voice", seen=(agency,)) == []


def test_an_outlet_rated_low_whose_number_others_bear_out(telling: Any) -> None:
    own = telling.figure("own", telling.report("gazette"), 9, by="a docker")
    others = [
        telling.figure(name, telling.report(name, published="2031-05-08"), 9, by=by)
        for name, by in (("courier", "the navy"), ("tribune", "the union"))
    ]
    telling.finding([own, *others])
    for value in "DE":
        (flag,) = telling.flags("rate", "The Gazette", of="outlet", value=value)
        assert (flag.kind, flag.on) == ("borne out", tuple(others))
    for value in "ABCF":
        assert telling.flags("rate", "The Gazette", of="outlet", value=value) == []


def test_what_bore_it_out_before_is_nothing_new(telling: Any) -> None:
    own = telling.figure("own", telling.report("gazette"), 9, by="a docker")
    others = [
        telling.figure(n, telling.report(n), 9, by=by) for n, by in (("courier", "the navy"), ("tribune", "the union"))
    ]
    telling.finding([own, *others])
    assert telling.flags("rate", "The Gazette", of="outlet", value="E") == []


def test_a_note_has_no_flags(telling: Any) -> None:
    assert telling.flags("note", telling.report("gazette"), of="report") == []
