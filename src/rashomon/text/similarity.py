"""How much sets of words have in common, weighed by rarity, without comparing every set with every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Vector = Mapping[str, float]


def rarity(sets: Sequence[Mapping[str, float]], background: int) -> dict[str, float]:
    """Inverse document frequency of each feature over the sets, as if `background` further sets without it had been
    read: in a handful of texts a word that stands in all of them is still worth something."""
    counts = Counter(feature for features in sets for feature in features)
    total = len(sets) + background
    return {feature: log(total / count) for feature, count in counts.items()}


def unit(features: Mapping[str, float], weights: Mapping[str, float]) -> dict[str, float]:
    """Features weighed and scaled to length 1; empty for no features."""
    weighed = {feature: value * weights[feature] for feature, value in features.items()}
    length = sqrt(sum(value * value for value in weighed.values()))
    return {feature: value / length for feature, value in weighed.items()} if length else {}


def similar_pairs(vectors: Sequence[Vector], least: float, most_shared: int) -> dict[tuple[int, int], float]:
    """Cosine of each pair (i < j) of unit vectors that reaches `least`.

    Goes over an index of features; a feature that stands in more than `most_shared` vectors is left out of the sum (it is
    common, thus light). Cost: the sum over vectors of the sizes of their features' lists.
    """
    import numpy as np

    index = _index(vectors, most_shared)
    pairs: dict[tuple[int, int], float] = {}
    for i, vector in enumerate(vectors):
        lists = [(index[f], value) for f, value in vector.items() if f in index]
        if not lists:
            continue
        others = np.concatenate([rows for (rows, _), _ in lists])
        products = np.concatenate([values * value for (_, values), value in lists])
        later = others > i
        sums = np.bincount(others[later], weights=products[later])
        for j in np.nonzero(sums >= least)[0]:
            pairs[i, int(j)] = round(float(sums[j]), 6)
    return pairs


def _index(vectors: Sequence[Vector], most_shared: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    import numpy as np

    rows: dict[str, list[int]] = {}
    for i, vector in enumerate(vectors):
        for feature in vector:
            rows.setdefault(feature, []).append(i)
    kept = {feature: found for feature, found in rows.items() if 2 <= len(found) <= most_shared}
    return {
        feature: (np.array(found), np.array([vectors[i][feature] for i in found]))
        for feature, found in sorted(kept.items())
    }
