"""Pairs are aligned by batches that any process can work, with the result that one process has."""

import pickle
from collections.abc import Iterator, Sequence

from rashomon.model.report import Report
from rashomon.stages.lineage.alignment import Aligned, Batch, align
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.related import Look
from rashomon.stages.lineage.sketch import sketch

LIFTED = "Divers will examine the damaged hull as soon as the wind drops, although nobody expects a leak."
REPORTS = [
    Report(id="a", source="a.txt", language="en", outlet="Coast Post", text=f"The Halvorsund ran aground off Brekkoy. {LIFTED}"),
    Report(id="b", source="b.txt", language="en", outlet="Fjord Times", text=f"{LIFTED} Fishermen in Brekkoy had complained."),
    Report(id="c", source="c.txt", language="en", outlet="Hill Gazette", text="Sheep prices rose again at the market in Vardal."),
]  # fmt: skip
PRINTS = [fingerprint(each) for each in REPORTS]
SKETCHES = [sketch(each) for each in REPORTS]


def test_batches_shipped_elsewhere_give_the_edges_of_one_process() -> None:
    shipped: list[Batch] = []

    def work(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[Aligned | None]:
        for _, pair in tasks:
            batch = pickle.loads(pickle.dumps(look.batch([pair])))
            shipped.append(batch)
            yield from pickle.loads(pickle.dumps(align(batch)))

    assert compare(REPORTS, PRINTS, SKETCHES, work=work) == compare(REPORTS, PRINTS, SKETCHES) != ()
    assert {pair for batch in shipped for pair in batch.pairs} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_a_batch_holds_the_reports_of_its_pairs_only() -> None:
    held: list[set[str]] = []

    def work(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[None]:
        held.extend(set(look.batch([pair]).laid) for _, pair in tasks)
        return (None for _ in tasks)

    assert compare(REPORTS, PRINTS, SKETCHES, work=work) == ()
    assert sorted(map(sorted, held)) == [["a", "b"], ["a", "c"], ["b", "c"]]
