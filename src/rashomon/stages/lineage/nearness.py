"""How like reports are by their sketches, asked for one report at a time: over an index of rare features, never all pairs."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import sqrt

from rashomon.model.lineage import Sketch
from rashomon.stages.lineage.candidates import features_of
from rashomon.text.similarity import rarity

_BACKGROUND = 100  # texts about other matter that stand behind the given ones when words are weighed
_COMMON = 200  # reports; a feature that more of them have finds nothing, it only counts where two are compared
_CACHE = 4096  # reports of which the features are kept at hand


class Likeness:
    """Cosine of sketches, weighed by rarity over all of them. Everything is made at the first question."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._sketches = sorted(sketches, key=lambda sketch: sketch.report)
        self._row = {sketch.report: row for row, sketch in enumerate(self._sketches)}
        self._kept: dict[str, Mapping[str, float]] = {}

    def features(self, report: str) -> Mapping[str, float]:
        if report not in self._kept:
            if len(self._kept) >= _CACHE:
                self._kept.clear()
            self._kept[report] = features_of(self._sketches[self._row[report]])
        return self._kept[report]

    def sketch(self, report: str) -> Sketch:
        return self._sketches[self._row[report]]

    @cached_property
    def weights(self) -> dict[str, float]:
        return rarity([features_of(sketch) for sketch in self._sketches], _BACKGROUND)

    @cached_property
    def _norms(self) -> list[float]:
        return [self._norm(features_of(sketch)) for sketch in self._sketches]

    def _norm(self, features: Mapping[str, float]) -> float:
        return sqrt(sum((value * self.weights[each]) ** 2 for each, value in features.items())) or 1.0

    @cached_property
    def _holders(self) -> dict[str, array[int]]:
        """The rows of the reports that have a feature, where they are few."""
        found: dict[str, array[int]] = {}
        for row, sketch in enumerate(self._sketches):
            for each in features_of(sketch):
                rows = found.setdefault(each, array("L"))
                if len(rows) <= _COMMON:
                    rows.append(row)
        return {each: rows for each, rows in found.items() if 2 <= len(rows) <= _COMMON}

    def of(self, a: str, b: str) -> float:
        left, right = self.features(a), self.features(b)
        product = sum(left[each] * right[each] * self.weights[each] ** 2 for each in sorted(left.keys() & right.keys()))
        return round(product / (self._norms[self._row[a]] * self._norms[self._row[b]]), 6)

    def near(self, report: str, least: float) -> dict[str, float]:
        """The other reports whose rare features alone make them at least so like (0–1) the report, the likest first."""
        features, own = self.features(report), self._row[report]
        sums: dict[int, float] = {}
        for each in sorted(features.keys() & self._holders.keys()):
            weight = features[each] * self.weights[each] ** 2
            factor = 0.5 if each.startswith("d:") else 1.0
            for row in self._holders[each]:
                sums[row] = sums.get(row, 0.0) + weight * factor
        norm = self._norms[own]
        found = {row: round(total / (norm * self._norms[row]), 6) for row, total in sums.items() if row != own}
        ranked = sorted((-value, row) for row, value in found.items() if value >= least)
        return {self._sketches[row].report: -value for value, row in ranked}
