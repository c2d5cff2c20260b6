"""Who took from whom, told on invented reports."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import Lineage, Traced, Voice
from rashomon.model.report import Credit, Furniture, Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import origin_of, trace
from rashomon.stages.lineage.tree import to_the_earliest

FERRY = (
    "The ferry Halvorsund ran aground on a sandbank off Brekkoy early on Tuesday with 84 people on board. "
    "Lifeboats from three harbours took the passengers off within two hours, and nobody was badly hurt. "
    "The captain had reported a failing rudder shortly before the ship left the shipping lane. "
    "Divers will examine the hull as soon as the wind drops, the owners of the line announced."
)
OWN = (
    "Fishermen in Brekkoy had complained about the shifting sands all winter long. "
    "The village council met in the school on Tuesday evening and asked for new buoys. "
    "Old charts still show the channel where the ship now lies on her side."
)
RELEASE = (
    '"The rudder was overhauled in the spring and passed every inspection that the law asks for", '
    "the Nordvik Line said in a statement."
)


def report(id: str, text: str, outlet: str = "", published: str | None = None, **more: object) -> Report:
    return Report(
        id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet or None, published=published, **more
    )  # type: ignore[arg-type]


def traced(*reports: Report, bonds: Bonds | None = None) -> Traced:
    sketches = [sketch(each) for each in reports]
    edges = compare(reports, [fingerprint(each) for each in reports], sketches)
    return trace(reports, sketches, edges, bonds=bonds)


def between(found: Traced) -> list[Lineage]:
    return [row for row in found.rows if row.origin]


def test_a_text_printed_again_later_is_a_copy_of_the_earlier() -> None:
    found = traced(report("a", FERRY, "Coast Post", "2031-05-06"), report("b", FERRY, "Fjord Times", "2031-05-07"))
    (row,) = between(found)
    assert (row.derived, row.origin, row.kind, row.direction) == ("b", "a", "copy", "likely")
    assert row.share > 0.95
    assert found.voice_of["a"] == found.voice_of["b"]
    (voice,) = found.voices
    assert (voice.name, voice.kind, voice.reports) == ("Coast Post", "outlet", ("a", "b"))


def test_persons_decide_which_reports_speak_with_one_text() -> None:
    copies = [report(name, FERRY, f"Paper {name}", f"2031-05-0{day}") for day, name in enumerate("abc", 1)]
    own = report("d", OWN, "Fjord Times", "2031-05-06")
    together = traced(*copies, own, bonds=Bonds(together=(("a", "d"),))).voice_of
    assert len(set(together.values())) == 1
    apart = traced(*copies, own, bonds=Bonds(apart=(("a", "c"),))).voice_of
    assert apart["a"] != apart["c"]
    assert len(set(apart.values())) == 3
    assert traced(*copies, bonds=Bonds(apart=(("a", "c"),))).rows == traced(*copies).rows


def test_light_editing_is_seen_through() -> None:
    edited = FERRY.replace("84", "eighty-four").replace("harbours", "harbors").replace("nobody was", "no one was")
    (row,) = between(traced(report("a", FERRY, "Coast Post"), report("b", edited, "Fjord Times")))
    assert row.kind == "copy"
    assert row.share > 0.9


def test_reordered_sentences_are_found_where_they_stand_now() -> None:
    sentences = FERRY.split(". ")
    turned = ". ".join([*sentences[2:3], *sentences[:2]]) + "."
    a, b = report("a", FERRY, "Coast Post"), report("b", turned, "Fjord Times")
    (row,) = between(traced(a, b))
    for passage in row.passages:
        assert passage.origin is not None
        left = b.text[slice(*passage.derived)].split()
        right = a.text[slice(*passage.origin)].split()
        assert len(set(left) & set(right)) > len(set(left)) / 2


def test_one_house_later_version_is_a_revision() -> None:
    later = FERRY.replace("84 people", "86 people") + " One sailor was treated for a broken wrist on Wednesday."
    found = traced(report("a", FERRY, "Coast Post", "2031-05-06"), report("b", later, "Coast Post", "2031-05-07"))
    (row,) = between(found)
    assert (row.kind, row.direction, row.derived) == ("revision", "known", "b")


def test_lifted_sentences_in_an_own_report_are_an_excerpt_and_name_their_origin() -> None:
    lifted = FERRY.split(". ")[2] + "."
    mixed = report("b", f"{OWN}\n\n{lifted}", "Fjord Times", "2031-05-08")
    found = traced(report("a", FERRY, "Coast Post", "2031-05-06"), mixed)
    (row,) = between(found)
    assert row.kind == "excerpt"
    assert found.voice_of["a"] != found.voice_of["b"]
    start = mixed.text.index(lifted)
    assert origin_of("b", start, start + len(lifted), found) == found.voice_of["a"]
    assert origin_of("b", 0, 60, found) is None


def test_two_reports_that_quote_one_release_are_a_relay_and_two_voices() -> None:
    first = f"{FERRY.split('. ')[0]}. {RELEASE}"
    second = f"{OWN} {RELEASE} More than fifty villagers signed the letter to the ferry company in Brekkoy."
    found = traced(report("a", first, "Coast Post", "2031-05-06"), report("b", second, "Fjord Times", "2031-05-06"))
    (row,) = between(found)
    assert row.kind == "relay"
    assert row.origin_name is not None and "Nordvik Line" in row.origin_name
    assert found.voice_of["a"] != found.voice_of["b"]
    outside = [each for each in found.rows if each.origin is None]
    assert [(each.derived, each.kind) for each in outside] == [("a", "relay"), ("b", "relay")]
    assert "Nordvik Line" in row.why


def test_standing_background_is_no_copying() -> None:
    members = "The Sound Pact includes Norland, Estmark, Vesterholm, Ostrava Bay, Karelund and Tavastia."
    first = f"Ministers met in Karelund on Monday. {members} They spoke about fishing quotas for cod."
    second = f"A storm closed both airports of Vesterholm for a day. {members} Trains ran again by noon."
    assert traced(report("a", first, "Coast Post"), report("b", second, "Fjord Times")).rows == ()


def test_a_source_line_says_whose_the_whole_text_is() -> None:
    agency = report(
        "a", FERRY, "Coast Post", credits=(Credit(name="Norlandic Wire"),),
        furniture=(Furniture(text="Source: Norlandic Wire", kind="source"),),
    )  # fmt: skip
    found = traced(agency)
    (row,) = found.rows
    assert (row.origin, row.origin_name, row.kind, row.share, row.assumed) == (
        None,
        "Norlandic Wire",
        "copy",
        1.0,
        False,
    )
    assert (found.voices[0].name, found.voices[0].kind) == ("Norlandic Wire", "agency")


def test_who_told_another_paper_gives_its_text_away() -> None:
    text = "People ran from the pier, Ola Brandt told the Evening Mail on Tuesday. The cafe stayed open."
    at = text.index("Evening Mail")
    told = report("a", text, "Fast Bulletin", credits=(Credit(name="Evening Mail", start=at, end=at + 12),))
    (row,) = traced(told).rows
    assert (row.origin_name, row.kind, row.assumed) == ("Evening Mail", "rewrite", True)


def test_a_credited_report_in_other_words_is_a_rewrite() -> None:
    told_anew = (
        "Halvorsund lies stuck near Brekkoy since Tuesday morning, Coast Post reports. All 84 passengers were brought to "
        "safety by lifeboats, and divers will look at the hull of the ferry once the wind permits. A rudder had failed, "
        "so its captain had warned, before the ship drifted out of the lane onto a sandbank."
    )
    at = told_anew.index("Coast Post")
    rewritten = report(
        "b", told_anew, "Fjord Times", "2031-05-07", credits=(Credit(name="Coast Post", start=at, end=at + 10),)
    )
    (row,) = between(traced(report("a", FERRY, "Coast Post", "2031-05-06"), rewritten))
    assert (row.derived, row.origin, row.kind, row.direction) == ("b", "a", "rewrite", "known")
    assert "credits Coast Post" in row.why


def test_what_was_told_to_the_paper_itself_is_its_own() -> None:
    text = "People ran from the pier, Ola Brandt told the Evening Mail on Tuesday."
    at = text.index("Evening Mail")
    assert (
        traced(report("a", text, "Evening Mail", credits=(Credit(name="Evening Mail", start=at, end=at + 12),))).rows
        == ()
    )


def test_the_order_of_the_input_changes_nothing() -> None:
    reports = [
        report("a", FERRY, "Coast Post", "2031-05-06"),
        report("b", FERRY, "Fjord Times", "2031-05-07"),
        report("c", f"{OWN} {RELEASE}", "Isle Mail"),
        report("d", f"{RELEASE} {OWN[:80]}", "Skerry Star"),
    ]
    assert traced(*reports) == traced(*reversed(reports))


def test_one_text_in_many_reports_leads_to_the_earliest() -> None:
    many = [report(f"r{i:02}", FERRY, f"Paper {i}", f"2031-05-{i + 1:02}") for i in range(24)]
    rows = between(traced(*many))
    assert len(rows) == 23
    assert {row.origin for row in rows} == {"r00"}


@pytest.mark.parametrize("text", ["", "Short.", '"' * 500, "a " * 3000])
def test_odd_texts_do_no_harm(text: str) -> None:
    found = traced(report("a", text), report("b", FERRY))
    assert set(found.voice_of) == {"a", "b"}


def test_a_long_page_of_capitals_and_quotation_marks_is_read_in_time() -> None:
    page = ('"Alpha Beta Of The Gamma ' * 4000) + "said " * 2000
    started = time.perf_counter()
    traced(report("a", page), report("b", page[:-5]))
    assert time.perf_counter() - started < 10


def test_one_word_of_a_page_long_is_read_in_time() -> None:
    page = "Police said that " + "K" * 30000 + " was shut. Officials said that it was " + "a-" * 15000 + "."
    started = time.perf_counter()
    traced(report("a", page), report("b", page[:-5]))
    assert time.perf_counter() - started < 10


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*FERRY.split(". "), *OWN.split(". "), RELEASE]), max_size=8), st.data())
def test_passages_lie_in_their_texts(sentences: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(sentences))
    a, b = report("a", " ".join(sentences), "Coast Post"), report("b", " ".join(other), "Fjord Times")
    texts = {"a": a.text, "b": b.text}
    for row in traced(a, b).rows:
        assert 0 <= row.share <= 1
        for passage in row.passages:
            assert 0 <= passage.derived[0] < passage.derived[1] <= len(texts[row.derived])
            assert row.origin is None or passage.origin is not None
            if row.origin and passage.origin:
                assert 0 <= passage.origin[0] < passage.origin[1] <= len(texts[row.origin])


def test_a_printing_without_a_row_to_the_earliest_leads_there_by_another() -> None:
    rows = [
        Lineage(derived=f"r{i:02}", origin="r00" if i < 22 else f"r{i - 1:02}", kind="copy", direction="likely", share=1.0, passages=(), why="x")
        for i in range(1, 26)
    ]  # fmt: skip
    aside = Lineage(derived="r05", origin="r04", kind="copy", direction="likely", share=1.0, passages=(), why="x")
    words = Lineage(
        derived="r23", origin="r00", kind="relay", origin_name="x", direction="likely", share=0.1, passages=(), why="x"
    )
    known = {f"r{i:02}": report(f"r{i:02}", FERRY, f"Paper {i}", f"2031-05-{i + 1:02}") for i in range(26)}
    text = Voice(id="v", name="x", kind="outlet", reports=tuple(sorted(known)))
    assert to_the_earliest([words, *rows, aside], [text], known, 20) == [words, *rows]
