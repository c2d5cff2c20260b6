"""The judge of the ways: what counts as found, and what as false."""

from pathlib import Path

import lineage_speed
import numpy as np
import pinned
import pytest
from reuse.coarse import coarse, one_texts, voice_figures
from reuse.gold import components
from reuse.growing import growing
from reuse.ours import Ours
from reuse.stages import stages
from reuse.truth import Truth, known, precision, recalls, span_figures
from reuse.ways import shingles
from stream import Block, Settings, blocks
from stream.ragged import cuts_of


def truth() -> Truth:
    """Report 1 is report 0 verbatim, report 2 lifts the second sentence of 0, report 3 is its own; each sentence of ten characters."""
    roots = [[1, 2], [1, 2], [5, 2, 6], [7, 8]]
    spans = [[12 * i, 12 * i + 10] for row in roots for i in range(len(row))]
    return Truth(
        derived=np.array([1, 2]),
        origin=np.array([0, 0]),
        way=np.array([0, 4]),
        cuts=cuts_of(np.array([len(row) for row in roots])),
        root=np.concatenate(roots),
        span=np.array(spans),
    )


def test_a_pair_counts_for_its_way_of_making_and_is_right_where_a_sentence_is_shared() -> None:
    pairs = np.array([[0, 1], [1, 2], [0, 3]])
    assert recalls(truth(), pairs) == {"verbatim": 1.0, "lifted": 0.0, "all copies": 0.5}
    assert precision(truth(), pairs) == pytest.approx(2 / 3), (
        "1 and 2 share a sentence, though neither copied the other"
    )
    assert precision(truth(), pairs[:0]) == 1.0


def test_spans_count_by_the_character_on_both_sides() -> None:
    both = [(2, 0, 12, 22), (0, 2, 12, 22)]
    half = [(1, 0, 0, 10), (0, 1, 0, 10)]
    figures = span_figures(truth(), np.array([*both, *half]))
    assert figures["span recall of lifted"] == 1.0
    assert figures["span recall of verbatim"] == 0.5
    assert figures["span precision"] == 1.0
    wide = span_figures(truth(), np.array([(2, 0, 0, 22), (0, 2, 12, 22)]))
    assert wide["span precision"] == pytest.approx(20 / 32)


def test_spans_that_meet_count_once() -> None:
    twice = [(2, 0, 12, 20), (2, 0, 15, 22), (0, 2, 12, 22)]
    assert span_figures(truth(), np.array(twice))["span recall of lifted"] == 1.0


@pytest.fixture(scope="module")
def made() -> list[Block]:
    return list(blocks(600, Settings(seed=3, block=300)))


def test_our_index_finds_nearly_all(made: list[Block]) -> None:
    known_truth, size = known(made)
    ours = Ours()
    for block in made:
        ours.add(block.texts)
    ours.finish()
    found = ours.found()
    figures = recalls(known_truth, found.pairs)
    assert size == sum(len(text.encode()) for block in made for text in block.texts)
    assert all(figures[way] > 0.99 for way in ("verbatim", "cut", "lifted", "merged", "edited15"))
    assert found.spans is not None
    assert span_figures(known_truth, found.spans)["span recall of all copies"] > 0.9
    assert found.work["sentences"] >= len(known_truth.root)


def test_a_new_report_is_met_by_those_that_stand_there() -> None:
    figures = growing(200, seed=3, batches=(1, 5), times=4)
    assert figures.keys() == {"1 at a time", "5 at a time"}
    assert all(each["milliseconds, median"] > 0 for each in figures.values())
    assert figures["5 at a time"]["pairs a report"] > 0


def test_the_whole_of_lineage_is_judged_by_the_same_truth() -> None:
    figures = stages(60, seed=3)
    assert list(figures) == ["fingerprint", "sketch", "compare", "trace", "in all"]
    assert figures["in all"]["recall of verbatim"] == 1.0
    assert figures["in all"]["precision of pairs"] > 0.8
    assert figures["in all"]["seconds"] == pytest.approx(sum(figures[each]["seconds"] for each in list(figures)[:-1]))


def test_shingles_are_the_distinct_runs_of_five_words() -> None:
    assert sorted(shingles("One two, three four five six.")) == [b"one two three four five", b"two three four five six"]
    assert shingles("Too short") == [b"too short"]


def test_pairs_make_groups_that_are_named_after_their_least() -> None:
    assert components(6, [(4, 5), (1, 2), (2, 4)]) == [0, 1, 1, 3, 1, 1]


def test_growth_is_cost_to_cost() -> None:
    tables = {"10": {"ours": {"milliseconds a report": 2.0}}, "100": {"ours": {"milliseconds a report": 3.0}}}
    assert lineage_speed.growth(tables) == {"ours": {"cost of a report among 100 to among 10": 1.5}}


def test_a_library_that_is_not_there_is_named_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage_speed.importlib.util, "find_spec", lambda name: None)
    lineage_speed.absent(["ours"])
    with pytest.raises(SystemExit, match=r"datasketch is not installed.*\n.*requirements-bench\.lock"):
        lineage_speed.absent(["ours", "datasketch"])


def test_pinning_one_table_leaves_the_others(tmp_path: Path) -> None:
    pinned.pin("cold start", {"ratio": 1.98234}, tmp_path)
    pinned.pin("lineage", {"10,000 reports": {"ours": {"seconds": 1234.56, "pairs": 98765}}}, tmp_path)
    assert (tmp_path / "speed.json").read_text().split() == (
        '{ "cold start": { "ratio": 1.982 }, "lineage": { "10,000 reports": { "ours": { "seconds": 1235, "pairs": 98765 } } } }'.split()
    )


def test_lineage_by_whole_sentences_is_measured_against_the_texts_that_were_made() -> None:
    assert one_texts(truth()).tolist() == [0, 0, 2, 3], "what lifts a sentence remains a text of its own"
    figures = voice_figures(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]))
    assert figures == pytest.approx({"precision of voices": 0.5, "recall of voices": 1 / 3, "F1 of voices": 0.4})
    measured = coarse(300, 3)
    assert measured["in all"]["recall of verbatim"] == 1.0
    assert measured["in all"]["F1 of voices"] > 0.8
    assert measured["comparing"]["reports a second"] > 100
