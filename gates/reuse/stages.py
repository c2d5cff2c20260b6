"""The whole of lineage as the program runs it, stage after stage, on the stream's reports."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import numpy as np
from stream import Settings, blocks
from stream.block import name

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import trace
from reuse.truth import known, precision, recalls, span_figures

Value = TypeVar("Value")


def stages(n: int, seed: int) -> dict[str, dict[str, float]]:
    """Seconds, reports a second and pairs a second of each stage: fingerprint and sketch, then word by word alignment (compare), then kinds,
    directions and voices (trace)."""
    reports = given(n, seed)
    prints, printing = timed(lambda: [fingerprint(report) for report in reports])
    sketches, sketching = timed(lambda: [sketch(report) for report in reports])
    edges, comparing = timed(lambda: compare(reports, prints, sketches))
    traced, tracing = timed(lambda: trace(reports, sketches, edges))
    spent = {"fingerprint": printing, "sketch": sketching, "compare": comparing, "trace": tracing}
    spent["in all"] = sum(spent.values())
    truth = known(blocks(n, Settings(seed=seed)))[0]
    place = {report.id: number for number, report in enumerate(reports)}
    pairs = np.array([sorted((place[edge.a], place[edge.b])) for edge in edges], np.int64).reshape(-1, 2)
    work = {"pairs of reports": len(edges), "rows": len(traced.rows), "voices": len(traced.voices)}
    figures: dict[str, dict[str, float]] = {
        stage: {"seconds": seconds, "reports a second": n / seconds, "pairs a second": len(edges) / seconds}
        for stage, seconds in spent.items()
    }
    figures["in all"] |= work | {f"recall of {way}": each for way, each in recalls(truth, pairs).items()}
    figures["in all"] |= {"precision of pairs": precision(truth, pairs), **span_figures(truth, _spans(edges, place))}
    return figures


def _spans(edges: Iterable[CopyEdge], place: dict[str, int]) -> np.ndarray:
    """Both sides of all passages: (report, other report, start, end)."""
    rows = [(place[e.a], place[e.b], *left) for e in edges for left, _ in e.passages]
    rows += [(place[e.b], place[e.a], *right) for e in edges for _, right in e.passages]
    return np.array(rows, np.int64).reshape(-1, 4)


def given(n: int, seed: int) -> list[Report]:
    return list(reports_of(n, seed))


def reports_of(n: int, seed: int) -> Iterator[Report]:
    """The stream's reports, one block made at a time."""
    for block in blocks(n, Settings(seed=seed)):
        for i, text in enumerate(block.texts):
            yield Report(
                id=name(block.first + i),
                source=f"stream.jsonl#{name(block.first + i)}",
                text=text,
                title=block.titles[i],
                outlet=block.outlets[i],
                published=block.published[i],
                language="en",
            )


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    began = time.process_time()
    return work(), time.process_time() - began
