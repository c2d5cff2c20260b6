"""Which pairs of reports are worth aligning: never all pairs of a large collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage.alike import in_touch
from rashomon.stages.lineage.columns import columns
from rashomon.stages.lineage.meeting import meetings
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

Pair = tuple[str, str]


def candidates(reports: Sequence[Report], sketches: Sequence[Sketch], settings: Settings) -> list[Pair]:
    """Pairs (a < b by id) that have a sentence or several rare features in common; all pairs of a small input. `reports` in
    order of time and `sketches` beside them: a sentence of many reports leads to the first. The pairs are in order of their
    earlier reports, then of the others, so that those of one report come one after the other."""
    if len(reports) <= settings.small:
        return [_pair(a.id, b.id) for a, b in combinations(reports, 2)]
    rows = columns([report.text for report in reports], settings.sketched)
    a, b = sharing(reports, sketches, settings)
    touched = in_touch(rows, a, b, settings.touching)
    found = set(_listed(*meetings(rows, settings))) | set(_listed(a[touched], b[touched]))
    return [_pair(reports[a].id, reports[b].id) for a, b in sorted(found)]


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _listed(a: np.ndarray, b: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(a.tolist(), b.tolist(), strict=True))


def sharing(reports: Sequence[Report], sketches: Sequence[Sketch], settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Numbers a < b of reports of near days that have `settings.common_features` features which few reports have. Cost: a
    feature makes `settings.group`² / 2 pairs at most."""
    import numpy as np

    most = min(settings.group, max(4, len(reports) // 10))
    keys = np.fromiter(_meeting_by(_holders(sketches), most), np.int64)
    pairs, counts = np.unique(keys, return_counts=True)
    pairs = pairs[counts >= settings.common_features]
    days = np.array([_day(report.published) for report in reports])
    a, b = pairs >> 32, pairs & 0xFFFFFFFF
    near = ~(abs(days[a] - days[b]) > settings.days)  # an undated report is near to all
    return a[near], b[near]


def _holders(sketches: Sequence[Sketch]) -> Iterable[list[int]]:
    """For each feature the numbers of the reports that have it, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for feature in features_of(sketch):
            found[feature].append(number)
    return found.values()


def _meeting_by(holders: Iterable[list[int]], most: int) -> Iterator[int]:
    for reports in holders:
        if 2 <= len(reports) <= most:
            for a, b in combinations(reports, 2):
                yield a << 32 | b


def _day(published: str | None) -> float:
    """The ordinal of the day of an ISO date; nan where there is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return float("nan")


def features_of(sketch: Sketch) -> dict[str, float]:
    """Terms once, names and numerals beside them: a name counts as term and as name."""
    named = {f"n:{name}": 1.0 for name in sketch.names}
    return {f"t:{term}": 1.0 for term in sketch.terms} | named | {f"d:{number}": 0.5 for number in sketch.numerals}
