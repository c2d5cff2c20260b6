"""The coarse lineage of large collections, on invented reports."""

import random
from pathlib import Path

from rashomon.model.bonds import Bonds
from rashomon.model.report import Credit, Report
from rashomon.stages.lineage.by_sentence import BySentence, by_sentence
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.shards import Making, makings, shard

WORDS = [a + b + c for a in "bdfglmnprst" for b in ("ar", "el", "in", "or", "un") for c in ("ton", "mar", "vik", "sed")]


def body(draw: random.Random, length: int) -> list[str]:
    return [" ".join(draw.choice(WORDS) for _ in range(14)).capitalize() + "." for _ in range(length)]


def report(
    name: str, sentences: list[str], hour: int | None, outlet: str = "Norlandic Wire", credit: str = ""
) -> Report:
    return Report(
        id=name,
        source=f"made#{name}",
        text=" ".join(sentences),
        language="en",
        outlet=outlet,
        published=None if hour is None else f"2031-03-01T{hour:02d}:00+00:00",
        credits=(Credit(name=credit),) if credit else (),
    )


def edited(sentence: str, draw: random.Random) -> str:
    words = sentence[:-1].split()
    words[draw.randrange(1, 13)] = draw.choice(WORDS)
    return " ".join(words) + "."


def collection() -> list[Report]:
    """Two wires of which one report is put together, copies, an excerpt and strangers."""
    draw = random.Random(5)
    first, second, own = body(draw, 12), body(draw, 9), body(draw, 10)
    return [
        report("a-wire", first, 6),
        report("b-cut", first[:8], 9, "Brekkoy Post", "Norlandic Wire"),
        report("c-edited", [edited(each, draw) for each in first], 10, "Sundal Herald"),
        report("d-wire", second, 7, "Tervik Agency"),
        report("e-copy", second, None, "Kollen Times"),
        report("f-merged", first + second, 12, "Marnes Globe"),
        report("g-lifted", own + first[3:6], 13, "Ostby Echo"),
        *(report(f"h-stranger-{i}", body(draw, 8), 14) for i in range(3)),
    ]


def groups(found: BySentence) -> set[tuple[str, ...]]:
    return {voice.reports for voice in found.voices if len(voice.reports) > 1}


def test_copies_speak_with_one_voice_and_a_merged_report_joins_the_text_that_most_of_it_comes_from() -> None:
    found = by_sentence(collection())
    assert groups(found) == {("a-wire", "b-cut", "c-edited", "f-merged"), ("d-wire", "e-copy")}
    assert {v.name for v in found.voices if len(v.reports) > 1} == {"Norlandic Wire", "Tervik Agency"}
    assert len(found.voice_of) == 10


def test_edges_come_when_asked_for_with_the_words_on_both_sides() -> None:
    reports = collection()
    texts = {each.id: each.text for each in reports}
    edges = {(edge.a, edge.b): edge for edge in by_sentence(reports).edges()}
    lifted = edges["a-wire", "g-lifted"]
    assert [texts["a-wire"][slice(*p)] for p, _ in lifted.passages] == [
        texts["g-lifted"][slice(*q)] for _, q in lifted.passages
    ]
    assert (lifted.share_a, lifted.share_b) == (0.25, round(3 / 13, 4))
    assert not any("stranger" in name for pair in edges for name in pair)


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = collection()
    before = by_sentence(reports)
    turned = by_sentence(reports[::-1])
    assert turned.traced() == before.traced()
    assert sorted(turned.edges(), key=lambda e: (e.a, e.b)) == sorted(before.edges(), key=lambda e: (e.a, e.b))


def test_shards_made_elsewhere_give_the_same(tmp_path: Path) -> None:
    reports = collection()
    parts = [
        shard(Making(tuple(some), str(tmp_path / name), Settings()))
        for name, some in (("one", reports[:4]), ("two", reports[4:4]), ("three", reports[4:]))
    ]
    found = by_sentence([], parts=parts, folder=tmp_path / "all")
    assert found.traced() == by_sentence(reports).traced()
    assert list(found.edges()) == list(by_sentence(reports).edges())
    assert [len(each.reports) for each in makings(reports, tmp_path, Settings())] == [10]


def test_persons_outrank_what_the_sentences_tell() -> None:
    bonds = Bonds(together=(("a-wire", "h-stranger-0"),), apart=(("d-wire", "e-copy"),))
    found = by_sentence(collection(), bonds=bonds)
    assert groups(found) == {("a-wire", "b-cut", "c-edited", "f-merged", "h-stranger-0")}


def test_nothing_comes_of_nothing() -> None:
    assert by_sentence([]).voices == ()
    assert len(by_sentence([report("a", [], 1), report("b", [], None)]).voices) == 2


def test_two_wires_stay_two_when_the_report_made_of_them_is_copied_and_undated() -> None:
    reports = collection()
    draw = random.Random(8)
    merged = next(each.text for each in reports if each.id == "f-merged")
    second = next(each.text for each in reports if each.id == "d-wire")
    more = [
        report("i-copied", [merged], None, "Lunde Mail"),
        report("j-copied", [merged], 15, "Aasen Argus"),
        report("k-late-cut", second.split(" ")[:80], 16, "Fjordby Sun"),
        report("l-stranger", body(draw, 8), 3),
    ]
    assert groups(by_sentence([*reports, *more])) == {
        ("a-wire", "b-cut", "c-edited", "f-merged", "i-copied", "j-copied"),
        ("d-wire", "e-copy", "k-late-cut"),
    }
