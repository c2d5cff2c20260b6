"""Lineage by whole sentences, as collections go that are too large to align word by word: shards, pairs and voices of the stream's reports."""

import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from stream import WAYS, Settings, blocks

from rashomon.model.report import Report
from rashomon.stages.lineage import one_text
from rashomon.stages.lineage import settings as lineage
from rashomon.stages.lineage.by_sentence import BySentence, by_sentence
from rashomon.stages.lineage.shards import makings, shard
from reuse.stages import reports_of
from reuse.truth import Truth, known, precision, recalls, shared_sentences

Value = TypeVar("Value")
_PARTS = ("lifted", "lifted edited")  # ways that leave a report its own text


def coarse(n: int, seed: int) -> dict[str, dict[str, float]]:
    """The figures, taken in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(_coarse, n, seed).result()


def _coarse(n: int, seed: int) -> dict[str, dict[str, float]]:
    with TemporaryDirectory() as folder:
        parts, sharding = _sharded(reports_of(n, seed), Path(folder))
        found, comparing = _timed(lambda: by_sentence((), parts=parts, folder=Path(folder) / "whole"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        edges, passing = _timed(lambda: sum(1 for _ in found.edges()))
        stored = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        spent = {"shards": sharding, "comparing": comparing, "in all": sharding + comparing}
        figures: dict[str, dict[str, float]] = {
            stage: {"seconds": seconds, "reports a second": n / seconds} for stage, seconds in spent.items()
        }
        figures["in all"] |= {"peak memory, MB": peak, "files, MB": stored / 1e6}
        figures["edges"] = {"seconds": passing, "pairs a second": edges / passing}
        figures["in all"] |= _judged(known(blocks(n, Settings(seed=seed)))[0], found)
    return figures


def _sharded(reports: Iterator[Report], folder: Path) -> tuple[list[str], float]:
    """The shards, and the seconds in which they were made; making the reports is not counted."""
    made, spent = [], 0.0
    for task in makings(reports, folder / "shards", lineage.Settings()):
        path, seconds = _timed(lambda task=task: shard(task))  # type: ignore[misc]
        made.append(path)
        spent += seconds
    return made, spent


def _judged(truth: Truth, found: BySentence) -> dict[str, float]:
    pairs = np.stack([found.pairs.a, found.pairs.b], axis=1)
    figures: dict[str, float] = {"pairs of reports": len(pairs), "voices": len(found.voices)}
    figures |= {f"recall of {way}": each for way, each in recalls(truth, pairs).items()}
    figures["precision of pairs"] = precision(truth, pairs)
    number = {voice.id: place for place, voice in enumerate(found.voices)}
    ours = np.array([number[found.voice_of[report]] for report in found.ids])
    return figures | voice_figures(one_texts(truth), ours)


def one_texts(truth: Truth) -> np.ndarray:
    """For each report the number of its text: that of its origin where it is a copy, of the one that most of it comes from where it is put together."""
    taken = np.flatnonzero(~np.isin(truth.way, [WAYS.index(way) for way in _PARTS]))
    shared = shared_sentences(truth, truth.derived[taken], truth.origin[taken])
    order = taken[np.lexsort((-shared, truth.derived[taken]))]
    best = order[np.append(True, truth.derived[order][1:] != truth.derived[order][:-1])[: len(order)]]
    return one_text.groups(truth.reports, np.stack([truth.derived[best], truth.origin[best]], axis=1))


def voice_figures(true: np.ndarray, ours: np.ndarray) -> dict[str, float]:
    """Precision and recall of pairs of reports that have one voice."""
    both = _pairs(true * (int(ours.max(initial=0)) + 1) + ours)
    right, given = both / max(1, _pairs(ours)), both / max(1, _pairs(true))
    return {
        "precision of voices": right,
        "recall of voices": given,
        "F1 of voices": 2 * right * given / max(1e-9, right + given),
    }


def _pairs(labels: np.ndarray) -> int:
    sizes = np.unique(labels, return_counts=True)[1]
    return int((sizes * (sizes - 1) // 2).sum())


def _timed(work: Callable[[], Value]) -> tuple[Value, float]:
    began = time.process_time()
    return work(), time.process_time() - began
