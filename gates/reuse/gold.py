"""What each way finds of the pairs that were labelled by hand, judged by the set's own scorer: which pairs share text, and which reports speak with one voice."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from rashomon.fetch import open_inputs
from rashomon.model.report import RawPage, Report
from rashomon.stages import intake
from rashomon.stages.lineage.by_sentence import by_sentence
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.index import columns, met
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside
from rashomon.stages.lineage.trace import trace
from reuse.ways import Way

Row = dict[str, Any]
VOICE = 0.5  # share of the shorter from which two reports are one voice: the labels' own rule
COPY = 0.8  # share of the shorter from which the labels speak of a copy
EMPTY = "stories voices entities claims findings times timeline omissions frames rejected".split()


def labelled(folder: Path, ways: Mapping[str, Callable[[], Way]]) -> dict[str, dict[str, float]]:
    """The figures of each way on the labelled set in the folder. Ours three times: the index alone, by whole sentences (as the program goes about large collections), and
    the whole of lineage. Compiled, the index finds the same."""
    reports = taken_in(folder / "reports.jsonl")
    found: dict[str, dict[str, float]] = {}
    for name, way in ways.items():
        if name == "compiled":
            continue
        found |= _ours(reports, folder) if name == "ours" else {name: _scored(_other(reports, way()), folder)}
    return found


def taken_in(path: Path) -> list[Report]:
    """The reports in order of time, as intake leaves them."""
    pages = (page for page in open_inputs([str(path)]) if isinstance(page, RawPage))
    found = (intake.read(page).report for page in pages)
    return sorted((report for report in found if report), key=lambda report: (report.published or "", report.id))


def _ours(reports: list[Report], folder: Path) -> dict[str, dict[str, float]]:
    ways = {"ours": _index, "by whole sentences": _coarse, "whole of lineage": _whole}
    return {name: _scored(way(reports), folder) for name, way in ways.items()}


def _index(reports: list[Report]) -> Row:
    """Pairs that share sentences; half of the shorter makes one voice."""
    found = met(columns([report.text for report in reports]))
    rows, together = [], []
    for i, (a, b) in enumerate(zip(found.a.tolist(), found.b.tolist(), strict=True)):
        share = float(max(found.share_a[i], found.share_b[i]))
        part = slice(found.first[i], found.first[i + 1])
        spans = [
            {"derived": y, "origin": x}
            for x, y in zip(found.left[part].tolist(), found.right[part].tolist(), strict=True)
        ]
        rows.append(_row(reports[b], reports[a], "copy" if share >= COPY else "excerpt", spans))
        together += [(a, b)] * (share >= VOICE)
    return _record(reports, rows, components(len(reports), together))


def _coarse(reports: list[Report]) -> Row:
    """What the program says of the same reports where they stand among very many."""
    found = by_sentence(reports)
    known = {report.id: report for report in reports}
    rows = []
    for edge in found.edges():
        kind = "copy" if found.voice_of[edge.a] == found.voice_of[edge.b] else "excerpt"
        spans = [{"derived": there, "origin": here} for here, there in edge.passages]
        rows.append(_row(known[edge.b], known[edge.a], kind, spans))
    return _record(reports, rows, [found.voice_of[report.id] for report in reports])


def _whole(reports: list[Report]) -> Row:
    """What the program says of the reports."""
    prints, sketches = [fingerprint(report) for report in reports], [sketch(report) for report in reports]
    stock = set_aside(reports, prints, sketches)
    traced = trace(reports, sketches, compare(reports, prints, sketches, stock=stock), stock=stock)
    rows = [msgspec.to_builtins(row) for row in traced.rows]
    return _record(reports, rows, [traced.voice_of[report.id] for report in reports])


def _other(reports: list[Report], way: Way) -> Row:
    """Pairs alone: each is a copy, and copies are one voice."""
    way.add([report.text for report in reports])
    way.finish()
    pairs = [(int(a), int(b)) for a, b in way.found().pairs]
    rows = [_row(reports[b], reports[a], "copy", []) for a, b in pairs]
    return _record(reports, rows, components(len(reports), pairs))


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The least number that each hangs together with."""
    top = np.arange(count)
    for a, b in pairs:
        top[top == max(top[a], top[b])] = min(top[a], top[b])
    return [int(each) for each in top]


def _row(derived: Report, origin: Report, kind: str, passages: list[Row]) -> Row:
    return {"derived": derived.id, "origin": origin.id, "kind": kind, "share": 1.0, "passages": passages}


def _record(reports: list[Report], rows: list[Row], voices: list[Any]) -> Row:
    """As much of a record as the scorer looks at."""
    told = [
        msgspec.to_builtins(report) | {"voice": str(voice), "story": "s"}
        for report, voice in zip(reports, voices, strict=True)
    ]
    return {"schema": "rashomon-record/1", "reports": told, "lineage": rows, **{name: [] for name in EMPTY}}


def _scored(record: Row, folder: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as own:
        path = Path(own) / "record.json"
        path.write_text(json.dumps(record))
        done = subprocess.run(
            [sys.executable, folder / "score.py", path], stdout=subprocess.PIPE, text=True, check=True
        )
    scored = json.loads(done.stdout.strip().splitlines()[-1])
    pairs, voices = scored["relations"]["detection"], scored["voices"]
    names = {"precision": "p", "recall": "r", "F1": "f1"}
    return {f"pairs that share text, {name}": pairs[key] for name, key in names.items()} | {
        f"voices, {name}": voices[key] for name, key in names.items()
    }
