"""How alike two reports are by the names that they give: reports of one happening name the same people and places."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log2, sqrt

from rashomon.model.lineage import Sketch

_BACKGROUND = 100  # reports about other matter that stand behind a small input


class Likeness:
    """Asked pair by pair; only the vectors of the reports last asked about are held."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._names = {each.report: each.names for each in sketches}
        self._counts = Counter(name for each in sketches for name in each.names)
        self._total = len(sketches) + _BACKGROUND
        self._vector = lru_cache(maxsize=4_096)(self._vector_of)
        self._cosine = lru_cache(maxsize=65_536)(self._cosine_of)

    def of(self, a: str, b: str) -> float:
        """Cosine (0–1) of two reports' names, the rare ones heavy; by ids."""
        return self._cosine(a, b) if a < b else self._cosine(b, a)

    def _cosine_of(self, a: str, b: str) -> float:
        left, right = self._vector(a), self._vector(b)
        if len(right) < len(left):
            left, right = right, left
        return round(sum(weight * right[name] for name, weight in left.items() if name in right), 6)

    def _vector_of(self, report: str) -> dict[str, float]:
        weights = {name: self._weight(name) for name in self._names[report]}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {name: weight / length for name, weight in weights.items()}

    def _weight(self, name: str) -> int:
        """Rarity in whole steps of doubling, so that one report more changes next to nothing."""
        return max(1, round(log2(self._total / self._counts[name])))
