"""What bounds each stage: how much goes through it a second, beside what the machine, or the bare language model, could do.

    python gates/bounds_speed.py [-n 2000] [--save]

One core, processor time, the stream of make_stream.py; numpy's arithmetic is kept to one thread. Reading takes the sentences of some of the reports, and the same sentences go through spaCy's `nlp.pipe`, each as a text of its own.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from pinned import pin, rounded
from reuse.stages import given

from rashomon.model.report import RawPage, Report, Row
from rashomon.stages import intake, reading
from rashomon.stages.lineage.columns import columns
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.index import met
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import trace
from rashomon.stages.stories.cluster import cluster
from rashomon.text.segment import sentences

Value = TypeVar("Value")
Figures = dict[str, float]
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
READ = 150  # reports whose sentences are read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=2_000, help="reports")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    if not ONE_CORE.items() <= os.environ.items():  # numpy asks for it once, when it is loaded
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | ONE_CORE)
    reports = given(options.n, 1)
    figures = {**machine(), **stages(reports), **read(reports)}
    for name, figure in figures.items():
        print(f"{name:<64}{rounded(figure):>12,}")
    if options.save:
        pin("bounds", {"one core": figures})


def machine() -> Figures:
    """What the machine copies and multiplies."""
    block, into = np.ones(25_000_000), np.empty(25_000_000)
    matrix = np.ones((2_048, 2_048), np.float32)
    np.copyto(into, block)
    copying, multiplying = least(lambda: np.copyto(into, block)), least(lambda: matrix @ matrix)
    return {
        "memory: gigabytes copied a second": block.nbytes / copying / 1e9,
        "arithmetic: GFLOP a second, matrices of numpy": 2 * 2_048**3 / multiplying / 1e9,
    }


def stages(reports: list[Report]) -> Figures:
    texts = [report.text for report in reports]
    size, n = sum(len(text.encode()) for text in texts) / 1e6, len(reports)
    pages = [
        RawPage(source=r.source, media="text", text=r.text, row=Row(title=r.title, outlet=r.outlet, published=r.published, language="en"))
        for r in reports
    ]  # fmt: skip
    whole = columns(texts)
    prints, sketches = [fingerprint(report) for report in reports], [sketch(report) for report in reports]
    edges, comparing = timed(lambda: compare(reports, prints, sketches))
    traced, tracing = timed(lambda: trace(reports, sketches, edges))
    _, clustering = timed(lambda: cluster(reports, sketches, traced.voices))
    return {
        "intake: megabytes of text a second": size / least(lambda: [intake.read(page) for page in pages]),
        "sketch: megabytes of text a second": size / least(lambda: [sketch(report) for report in reports]),
        "sentences cut, hashed, sketched: megabytes a second, numpy": size / least(lambda: columns(texts)),
        **compiled(texts, size),
        "sentences met and held face to face: reports a second": n / least(lambda: met(whole)),
        "sentences cut and met: reports a second": n / least(lambda: met(columns(texts))),
        "aligned word by word: pairs that share text a second": len(edges) / comparing,
        "traced: pairs a second": len(edges) / tracing,
        "stories: reports a second": n / clustering,
    }


def compiled(texts: list[str], size: float) -> Figures:
    """By machine code, where numba is there."""
    try:
        import numba  # noqa: F401
    except ImportError:
        return {}
    columns(texts, fast=True)
    met(columns(texts), fast=True)
    cut = least(lambda: columns(texts, fast=True))
    both = least(lambda: met(columns(texts, fast=True), fast=True))
    return {
        "sentences cut, hashed, sketched: megabytes a second, compiled": size / cut,
        "sentences cut and met: reports a second, compiled": len(texts) / both,
    }


def read(reports: list[Report]) -> Figures:
    """The same sentences by ours and by the bare model."""
    texts = list(dict.fromkeys(r.text[start:end] for r in reports[:READ] for start, end in sentences(r.text)))
    reader = reading.Reader(*reading.installed_model(os.environ.get("RASHOMON_MODEL")))
    list(reading.read(texts[:50], reader))
    found, ours = timed(lambda: list(reading.read(texts, reader)))
    pipeline = plain(reader)
    list(pipeline.pipe(texts[:50]))
    _, bare = timed(lambda: list(pipeline.pipe(texts)))
    tokens = sum(len(one.tokens) for one in found)
    return {
        "reading: sentences a second": len(texts) / ours,
        "reading: tokens a second": tokens / ours,
        "the bare model: sentences a second": len(texts) / bare,
        "reading to the bare model": bare / ours,
    }


def plain(reader: reading.Reader):  # type: ignore[no-untyped-def]
    import importlib

    import spacy

    package = importlib.import_module(reader.model.package)
    path = getattr(package, "model_path", None)
    return spacy.load(path()) if path else package.load()


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    began = time.process_time()
    return work(), time.process_time() - began


def least(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of some runs."""
    return min(timed(work)[1] for _ in range(times))


if __name__ == "__main__":
    main()
