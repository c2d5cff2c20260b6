"""How rare a word is among sets of words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log


def rarity(sets: Sequence[Mapping[str, float]], background: int) -> dict[str, float]:
    """Inverse document frequency of each feature over the sets, as if `background` further sets without it had been
    read: in a handful of texts a word that stands in all of them is still worth something."""
    counts = Counter(feature for features in sets for feature in features)
    total = len(sets) + background
    return {feature: log(total / count) for feature, count in counts.items()}
