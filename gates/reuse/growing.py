"""The index as reports come in: what a new report costs, beside how many stand there already."""

import statistics
import time
from collections.abc import Sequence

from stream import Settings, blocks
from stream.block import name

from rashomon.stages.lineage.index import Index, meeting, with_reports


def growing(n: int, seed: int, batches: Sequence[int] = (1, 50), times: int = 15) -> dict[str, dict[str, float]]:
    """Milliseconds (medians of so many) in which a batch is put in and the pairs of its reports are found, when `n` reports are there. A put may
    merge segments: the mean says what that adds."""
    coming = sum(batches) * times
    texts: list[str] = []
    index = Index()
    for block in blocks(n + coming, Settings(seed=seed)):
        texts += block.texts
        there = max(0, min(len(block.texts), n - block.first))
        if there:
            index = with_reports(index, [name(block.first + i) for i in range(there)], block.texts[:there])
            texts = texts[there:]
    figures: dict[str, dict[str, float]] = {}
    for size in batches:
        spent, pairs = [], 0
        for _ in range(times):
            batch, texts = texts[:size], texts[size:]
            began, first = time.process_time(), index.reports
            index = with_reports(index, [name(first + i) for i in range(size)], batch)
            pairs += len(meeting(index, range(first, first + size)))
            spent.append(1000 * (time.process_time() - began))
        figures[f"{size} at a time"] = {
            "milliseconds, median": statistics.median(spent),
            "milliseconds, mean": statistics.mean(spent),
            "milliseconds a report, median": statistics.median(spent) / size,
            "pairs a report": pairs / size / times,
        }
    return figures
