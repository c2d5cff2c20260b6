"""The whole of lineage as the program runs it, stage after stage, on the stream's reports."""

import time
from collections.abc import Callable
from typing import TypeVar

from stream import Settings, blocks
from stream.stream import name

from rashomon.model.report import Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import trace

Value = TypeVar("Value")


def stages(n: int, seed: int) -> dict[str, float]:
    """Reports a second of each stage, and pairs a second of those that work on pairs."""
    reports = given(n, seed)
    prints, printing = timed(lambda: [fingerprint(report) for report in reports])
    sketches, sketching = timed(lambda: [sketch(report) for report in reports])
    edges, comparing = timed(lambda: compare(reports, prints, sketches))
    traced, tracing = timed(lambda: trace(reports, sketches, edges))
    whole = {"fingerprint": printing, "sketch": sketching, "compare": comparing, "trace": tracing}
    figures = {f"{stage}: reports a second": n / seconds for stage, seconds in whole.items()}
    figures |= {f"{stage}: pairs a second": len(edges) / whole[stage] for stage in ("compare", "trace")}
    figures["lineage in all: reports a second"] = n / sum(whole.values())
    return figures | {"lineage in all: pairs": len(edges), "lineage in all: rows": len(traced.rows)}


def given(n: int, seed: int) -> list[Report]:
    return [
        Report(
            id=name(block.first + i),
            source=f"stream.jsonl#{name(block.first + i)}",
            text=text,
            title=block.titles[i],
            outlet=block.outlets[i],
            published=block.published[i],
            language="en",
        )
        for block in blocks(n, Settings(seed=seed))
        for i, text in enumerate(block.texts)
    ]


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    began = time.process_time()
    return work(), time.process_time() - began
