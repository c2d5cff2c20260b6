"""What is grouped: reports of the labelled sets beside the project, and of the stream; and how groups are judged."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reuse.stages import given as streamed

from rashomon.fetch import open_inputs
from rashomon.model.report import RawPage, Report
from rashomon.stages import intake


class Given(NamedTuple):
    """`happening` of each report that is judged, by the report's id; empty where nobody knows."""

    reports: list[Report]
    happening: dict[str, str]


def gva(folder: Path) -> Given:
    """Local reports of shootings; each incident is a happening."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines()]
    return _named(folder, {report: row["incident"] for row in rows for report in row["reports"]})


def clusters5w(folder: Path) -> Given:
    """News of all kinds; judged are those that were printed within two weeks of their event."""
    rows = json.loads((folder / "gold.json").read_text())["reports"]
    return _named(folder, {row["id"]: row["event"] for row in rows if row["near"]})


SETS: dict[str, Callable[[Path], Given]] = {"gva": gva, "clusters5w": clusters5w}


def there(shared: Path) -> Iterator[str]:
    """The sets that stand beside the project."""
    return (name for name in SETS if (shared / name / "reports.jsonl").exists())


def given(what: str, n: int, shared: Path) -> Given:
    """A set by its name, else `n` reports of the stream."""
    return SETS[what](shared / what) if what in SETS else Given(streamed(n, 1), {})


def _named(folder: Path, happening: Mapping[str, str]) -> Given:
    """The set's reports as intake leaves them, furniture removed, and their happenings by the ids that intake gives."""
    reports = taken_in(folder / "reports.jsonl")
    names = {report.source.rsplit("#", 1)[-1]: report.id for report in reports}
    return Given(reports, {names.get(name, name): event for name, event in happening.items()})


def taken_in(path: Path) -> list[Report]:
    pages = (page for page in open_inputs([str(path)]) if isinstance(page, RawPage))
    found = (intake.read(page).report for page in pages)
    return sorted((report for report in found if report), key=lambda report: (report.source, report.id))


def b_cubed(group: Mapping[str, Hashable], happening: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998) over the reports that are judged; one without a group counts 0."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    events: dict[str, set[str]] = defaultdict(set)
    for report, event in happening.items():
        events[event].add(report)
        if report in group:
            groups[group[report]].add(report)
    right = {one: len(groups[group[one]] & events[event]) for one, event in happening.items() if one in group}
    precision = sum(met / len(groups[group[one]]) for one, met in right.items()) / len(happening)
    recall = sum(met / len(events[happening[one]]) for one, met in right.items()) / len(happening)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / ((precision + recall) or 1)}
