"""Trees of descent, releases, retellings, and inputs that are meant to do harm; all reports are invented."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon
from rashomon.model.lineage import Lineage, Passage, Traced
from rashomon.model.report import Credit, Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import Origins, origin_of, trace
from rashomon.stages.lineage.tree import nearest
from rashomon.stages.lineage.voices import derived_ones, voice

DEMO = Path(rashomon.__file__).parent / "demo" / "harbour"
QUAKE = [
    "An earthquake shook the valley of Ostermoor before dawn on Monday and brought down the bell tower of Lindau church.",
    "Rescuers pulled seven people from the ruins of a bakery, and two of them later died, the valley council said.",
    "The railway between Ostermoor and Kelling will stay shut until engineers have walked the whole of the line.",
    "Schools opened their gymnasiums to some 400 people who dared not sleep at home.",
    "Geologists counted eleven weaker shocks by noon and asked people to keep away from walls.",
]
OWN = [
    "Our reporter found the market square empty but for a man who swept up glass.",
    "He had lived through the great shock of his childhood, he said, and this one was longer.",
    "Vines on the southern slope stood untouched between their broken posts.",
]


def report(id: str, text: str, outlet: str = "", published: str | None = None, **more: object) -> Report:
    return Report(
        id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet or None, published=published, **more
    )  # type: ignore[arg-type]


def traced(*reports: Report, chosen: Settings | None = None) -> Traced:
    sketches = [sketch(each, chosen) for each in reports]
    edges = compare(reports, [fingerprint(each, chosen) for each in reports], sketches, chosen)
    return trace(reports, sketches, edges, chosen)


def between(found: Traced) -> dict[tuple[str, str], Lineage]:
    return {(row.derived, row.origin): row for row in found.rows if row.origin}


def test_copies_of_one_text_each_lead_to_it_and_not_to_each_other() -> None:
    wire = report("w", " ".join(QUAKE), "Kelling Wire", "2031-05-05T06:00+00:00")
    copies = [
        report("a", " ".join(QUAKE), "Valley Post", "2031-05-05T07:00+00:00"),
        report("b", " ".join(QUAKE[:4]), "Lindau Star", "2031-05-05T08:00+00:00"),
        report("c", " ".join(QUAKE[:3]), "Moor Mail", "2031-05-05T09:00+00:00"),
    ]
    found = traced(wire, *copies)
    assert set(between(found)) == {("a", "w"), ("b", "w"), ("c", "w")}
    assert len(found.voices) == 1


def test_a_copy_of_an_edited_copy_leads_to_the_edited_one() -> None:
    wire = report("w", " ".join(QUAKE), "Kelling Wire", "2031-05-05")
    edited = report("a", " ".join([*QUAKE[:4], *OWN[:2]]), "Valley Post", "2031-05-06")
    again = report("b", " ".join([*QUAKE[:4], *OWN[:2]]), "Moor Mail", "2031-05-07")
    assert ("b", "a") in between(traced(wire, edited, again))


def test_a_text_under_an_agency_dateline_of_its_own_is_an_agencys() -> None:
    wire = report("w", f"LINDAU, May 5 (Kelling Wire) - {' '.join(QUAKE)}", "Kelling Wire", "2031-05-05")
    found = traced(wire, report("a", " ".join(QUAKE), "Valley Post", "2031-05-06"))
    assert [(voice.name, voice.kind) for voice in found.voices] == [("Kelling Wire", "agency")]


RELEASE = (
    "Blue Tent Aid has put up three kitchens in Ostermoor.\n\n"
    '"Some 400 people sleep in the open, and a third of them are over seventy," said Jorun Halle, who leads Blue Tent Aid '
    'in the valley. "We need stoves before the frost comes."\n\n'
    "Blue Tent Aid asks for wool, fuel and dry wood."
)
QUOTING = (
    "A charity cooks for the valley of Ostermoor since the earthquake.\n\n"
    'Jorun Halle, head of Blue Tent Aid, said in a statement that "some 400 people sleep in the open, and a third of them '
    'are over seventy".\n\n"We need stoves before the frost comes," she added.\n\n'
    "The council looks for empty houses along the southern road."
)


def test_who_quotes_a_press_release_relays_it_and_keeps_a_voice_of_its_own() -> None:
    release = report("r", RELEASE, "Blue Tent Aid", "2031-05-06T09:00+00:00")
    found = traced(release, report("q", QUOTING, "Radio Kelling", "2031-05-06T18:00+00:00"))
    row = between(found)["q", "r"]
    assert row.kind == "relay"
    assert found.voice_of["q"] != found.voice_of["r"]
    assert {voice.name: voice.kind for voice in found.voices}["Blue Tent Aid"] == "institution"


def test_a_copy_says_nothing_new_about_a_source() -> None:
    quoting = [report(f"q{i}", QUOTING, f"Paper {i}", f"2031-05-0{i}") for i in (6, 7, 8)]
    other = report("o", f"{' '.join(OWN)} {RELEASE.splitlines()[2]}", "Moor Mail", "2031-05-06")
    found = traced(*quoting, other)
    outside = [row for row in found.rows if row.origin is None and row.kind == "relay"]
    assert len({found.voice_of[row.derived] for row in outside}) == len(outside) == 2


RETOLD = (
    "Two people have died after rescuers freed seven from a bakery in ruins, the agency Kelling Wire was told by the council "
    "of the valley. On Monday, before dawn, Lindau church lost its bell tower to the earthquake. Engineers must first walk "
    "the line; until then no train uses the railway from Kelling to Ostermoor. In gymnasiums opened by schools slept about "
    "400, afraid of their homes. Eleven shocks, weaker ones, were counted by geologists up to noon."
)


def test_a_retelling_that_names_the_agency_in_passing_is_a_rewrite_of_its_report() -> None:
    rows = [json.loads(line) for line in (DEMO / "wire.jsonl").read_text().splitlines()]
    wires = [report(row["id"], row["text"], row["outlet"], row["published"]) for row in rows]
    gazette = (DEMO / "gazette.txt").read_text()
    text = gazette[gazette.index("Fourteen people") : gazette.index("Harbour Gazette (")].strip()
    at = text.index("Meridian Wire")
    credit = Credit(name="Meridian Wire", start=at, end=at + 13)
    found = traced(*wires, report("g", text, "Harbour Gazette", "2024-03-14", credits=(credit,)))
    row = between(found)["g", "mw-2"]
    assert (row.kind, row.direction) == ("rewrite", "known")
    assert row.passages and row.share >= 0.5
    assert found.voice_of["g"] == found.voice_of["mw-2"] != found.voice_of["mw-1"]


def test_an_independent_report_that_only_names_the_agency_is_no_rewrite() -> None:
    wire = report("w", " ".join(QUAKE), "Kelling Wire", "2031-05-05")
    own = " ".join([*OWN, "The mayor told Kelling Wire that he had slept in his car in Lindau."])
    at = own.index("Kelling Wire")
    credit = Credit(name="Kelling Wire", start=at, end=at + 12)
    found = traced(wire, report("g", own, "Hill Gazette", "2031-05-06", credits=(credit,)))
    assert not between(found)


def test_two_clients_of_one_agency_do_not_tell_who_was_first() -> None:
    credit = (Credit(name="Kelling Wire"),)
    a = report("a", " ".join(QUAKE), "Valley Post", "2031-05-05", credits=credit)
    b = report("b", " ".join(QUAKE), "Moor Mail", "2031-05-06", credits=credit)
    assert between(traced(a, b))["b", "a"].direction == "undetermined"


def test_an_undated_text_that_names_a_later_day_was_written_later() -> None:
    later = " ".join([*QUAKE, "Trains ran again on May 9, 2031."])
    a, b = report("a", later, "Moor Mail"), report("b", " ".join(QUAKE), "Valley Post", "2031-05-05")
    assert between(traced(a, b))["a", "b"].direction == "likely"


def test_a_corrected_version_is_the_later() -> None:
    mended = " ".join(QUAKE).replace("eleven", "twelve") + "\n\nThis story has been corrected to mend a count."
    a, b = report("a", mended, "Valley Post", "2031-05-05"), report("b", " ".join(QUAKE), "Valley Post", "2031-05-05")
    row = between(traced(a, b))["a", "b"]
    assert (row.kind, row.direction) == ("revision", "known")


def test_an_index_of_origins_answers_as_the_single_question() -> None:
    mixed = report("b", " ".join([*OWN, QUAKE[2], *OWN[:1]]), "Moor Mail", "2031-05-08")
    found = traced(report("a", " ".join(QUAKE), "Valley Post", "2031-05-05"), mixed)
    origins = Origins(found)
    start = mixed.text.index(QUAKE[2])
    assert origins.of("b", start, start + len(QUAKE[2])) == found.voice_of["a"]
    spans = [(i, i + 40) for i in range(0, len(mixed.text), 17)]
    assert [origins.of("b", *span) for span in spans] == [origin_of("b", *span, found) for span in spans]


def test_of_a_very_long_text_the_beginning_is_compared_and_a_problem_says_so() -> None:
    chosen = Settings(longest=900)
    long = " ".join(QUAKE) + " filler words" * 500
    found = traced(report("a", long, "Valley Post"), report("b", " ".join(QUAKE), "Moor Mail"), chosen=chosen)
    assert [(problem.report, problem.code) for problem in found.problems] == [("a", "text-too-long")]
    assert len(between(found)) == 1


@pytest.mark.parametrize("text", ["word " * 200_000, "word. " * 100_000, "(" * 300_000, "Ab " * 200_000])
def test_a_huge_monotone_text_is_read_in_time(text: str) -> None:
    started = time.perf_counter()
    found = traced(report("a", text), report("b", text), report("c", " ".join(QUAKE)))
    assert time.perf_counter() - started < 20
    assert {problem.report for problem in found.problems} == {"a", "b"}


def test_hundreds_of_identical_reports_lead_to_the_earliest_in_time() -> None:
    started = time.perf_counter()
    found = traced(*(report(f"r{i:03}", " ".join(QUAKE), f"Paper {i}", f"2031-05-{i % 27 + 1:02}") for i in range(300)))
    assert time.perf_counter() - started < 20
    assert {row.origin for row in found.rows} == {"r000"} and len(found.rows) == 299


BODIES = st.lists(st.sampled_from([*QUAKE, *OWN, RELEASE, RETOLD]), min_size=1, max_size=5, unique=True).map(" ".join)
DAYS = st.sampled_from([None, "2031-05-05", "2031-05-06", "2031-05-06T10:00+00:00"])
OUTLETS = st.sampled_from(["", "Kelling Wire", "Valley Post", "Moor Mail", "Blue Tent Aid"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(BODIES, OUTLETS, DAYS), min_size=2, max_size=6), st.randoms())
def test_the_order_of_reports_changes_nothing(rows: list[tuple[str, str, str | None]], chance: object) -> None:
    reports = [report(f"r{i}", *row) for i, row in enumerate(rows)]
    mixed = list(reports)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert traced(*reports) == traced(*mixed)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(BODIES, OUTLETS, DAYS), min_size=2, max_size=6))
def test_every_report_has_one_voice_and_every_row_stands_in_its_texts(rows: list[tuple[str, str, str | None]]) -> None:
    reports = [report(f"r{i}", *row) for i, row in enumerate(rows)]
    texts = {each.id: each.text for each in reports}
    found = traced(*reports)
    assert sorted(r for voice in found.voices for r in voice.reports) == sorted(texts)
    for row in found.rows:
        assert 0 <= row.share <= 1 and row.derived != row.origin
        for passage in row.passages:
            assert 0 <= passage.derived[0] < passage.derived[1] <= len(texts[row.derived])
            assert passage.origin is None or passage.origin[1] <= len(texts[str(row.origin)])


def _link(derived: str, origin: str, kind: str, direction: str) -> Lineage:
    passage = Passage(derived=(0, 100), origin=(0, 100))
    return Lineage(
        derived=derived, origin=origin, kind=kind, direction=direction, share=0.9, passages=(passage,), why=""
    )


def test_a_translation_between_two_tellings_of_one_text_follows_from_them() -> None:
    known = {id: Report(id=id, source=id, text="x" * 100, language="en") for id in "abc"}
    rows = [
        _link("b", "a", "rewrite", "known"),
        _link("c", "a", "translation", "known"),
        _link("b", "c", "translation", "likely"),
    ]
    assert [(row.derived, row.origin) for row in nearest(rows, known)] == [("b", "a"), ("c", "a")]


def test_a_voice_is_named_by_the_text_that_the_others_go_back_to() -> None:
    wire = Report(id="w", source="w", text="x", language="en", outlet="Tindra Wire", published="2031-05-06T13:15")
    daily = Report(id="d", source="d", text="x", language="en", outlet="Faro Daily", published="2031-05-06")
    rows = [_link("d", "w", "translation", "known")]
    assert voice([daily, wire], {}, derived_ones(rows)).name == "Tindra Wire"
