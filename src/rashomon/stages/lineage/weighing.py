"""How rare a word is among the reports around two that are compared: what stands in all of them tells no two apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from rashomon.model.lineage import Sketch

# Texts about other matter that stand behind the given ones when words are weighed: few, so that in a handful of reports
# the words of all weigh less than the words of two.
_BACKGROUND = 20
_KEPT = 2_000  # reports whose surroundings are kept counted


class Surroundings:
    """The reports that each report meets, and how many of them have a word. Weights hang on these alone: a new report changes
    what it meets and nothing else."""

    def __init__(self, pairs: Iterable[tuple[str, str]], sketches: Mapping[str, Sketch]) -> None:
        self._sketches = sketches
        self._met: dict[str, list[str]] = defaultdict(list)
        for a, b in pairs:
            self._met[a].append(b)
            self._met[b].append(a)
        self._counted = lru_cache(maxsize=_KEPT)(self._count)

    def weights(self, a: str, b: str) -> "Weights":
        return Weights(self._counted(a), self._counted(b), len(self._met[a]) + len(self._met[b]) + 2)

    def _count(self, report: str) -> Counter[str]:
        """In how many reports of the surroundings, the report itself among them, each word stands."""
        counts = Counter[str]()
        for each in (report, *self._met[report]):
            counts.update(self._sketches[each].terms)
            counts.update(self._sketches[each].numerals)
        return counts


class Weights(dict[str, float]):
    """Inverse document frequency of words around two reports, reckoned when asked for."""

    def __init__(self, around_a: Counter[str], around_b: Counter[str], reports: int) -> None:
        super().__init__()
        self._around, self._total = (around_a, around_b), reports + 2 * _BACKGROUND

    def __missing__(self, word: str) -> float:
        found = sum(counts[word] for counts in self._around)
        self[word] = log(self._total / max(2, found))
        return self[word]
