"""How like reports are by their sketches, asked for one report at a time: over an index of rare features, never all pairs."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

from rashomon.model.lineage import Sketch
from rashomon.stages.lineage.candidates import features_of
from rashomon.text.similarity import rarity

if TYPE_CHECKING:
    import numpy as np

_BACKGROUND = 100  # texts about other matter that stand behind the given ones when words are weighed
_COMMON = 200  # reports; a feature that more of them have finds nothing, it only counts where two are compared
_ROUNDED = 1e-5  # more than rounding adds
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
    def _lengths(self) -> np.ndarray:
        import numpy as np

        return np.array(self._norms)

    @cached_property
    def _holders(self) -> dict[str, np.ndarray]:
        """The rows of the reports that have a feature, where they are few."""
        import numpy as np

        found: dict[str, array[int]] = {}
        for row, sketch in enumerate(self._sketches):
            for each in features_of(sketch):
                rows = found.setdefault(each, array("L"))
                if len(rows) <= _COMMON:
                    rows.append(row)
        return {each: np.array(rows, np.int64) for each, rows in found.items() if 2 <= len(rows) <= _COMMON}

    def of(self, a: str, b: str) -> float:
        left, right = self.features(a), self.features(b)
        product = sum(left[each] * right[each] * self.weights[each] ** 2 for each in sorted(left.keys() & right.keys()))
        return round(product / (self._norms[self._row[a]] * self._norms[self._row[b]]), 6)

    def near(self, report: str, least: float) -> dict[str, float]:
        """The other reports whose rare features alone make them at least so like (0–1) the report, the likest first."""
        import numpy as np

        features, own = self.features(report), self._row[report]
        common = sorted(features.keys() & self._holders.keys())
        if not common:
            return {}
        weights = [
            features[each] * self.weights[each] ** 2 * (0.5 if each.startswith("d:") else 1.0) for each in common
        ]
        rows = [self._holders[each] for each in common]
        sums = np.bincount(np.concatenate(rows), np.repeat(weights, [len(each) for each in rows]))
        values = sums / (self._norms[own] * self._lengths[: len(sums)])
        likely = np.flatnonzero(values > least - _ROUNDED).tolist()
        found = {row: round(float(values[row]), 6) for row in likely if row != own}
        ranked = sorted((-value, row) for row, value in found.items() if value >= least and value > 0)
        return {self._sketches[row].report: -value for value, row in ranked}
