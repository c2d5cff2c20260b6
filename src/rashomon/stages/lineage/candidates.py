"""Which pairs of reports are worth aligning: never all pairs of a large collection."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from rashomon.model.lineage import Fingerprint, Sketch
from rashomon.stages.lineage.settings import Settings
from rashomon.text.similarity import rarity, similar_pairs, unit

Pair = tuple[str, str]
_BACKGROUND = 500  # texts about other matter that stand behind a small input
_COMMON = 200  # reports; a word in more of them tells no two apart


def candidates(prints: Sequence[Fingerprint], sketches: Sequence[Sketch], settings: Settings) -> list[Pair]:
    """Pairs (a < b by id) that share hashed runs, or whose sketches are near, in order; all pairs of a small input.
    `prints` in order of time: a run of many reports leads to the first of them."""
    if len(prints) <= settings.small:
        return sorted(_pair(a.report, b.report) for a, b in combinations(prints, 2))
    found = by_runs(prints, settings)
    found.update(by_sketch(sketches, settings))
    return sorted(found)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def by_runs(prints: Sequence[Fingerprint], settings: Settings) -> set[Pair]:
    holders: dict[int, list[str]] = defaultdict(list)
    for each in prints:
        for run in {run for runs in each.shingles for run in runs}:
            holders[run].append(each.report)
    shared = Counter(
        pair for reports in holders.values() if len(reports) > 1 for pair in _pairs(reports, settings.group)
    )
    return {pair for pair, count in shared.items() if count >= settings.common_runs}


def _pairs(reports: Sequence[str], group: int) -> Iterable[Pair]:
    if len(reports) <= group:
        return (_pair(a, b) for a, b in combinations(reports, 2))
    return (_pair(reports[0], other) for other in reports[1:])


def by_sketch(sketches: Sequence[Sketch], settings: Settings) -> set[Pair]:
    similar = similarities(sketches, settings.near)
    return {_pair(sketches[i].report, sketches[j].report) for i, j in similar}


def similarities(sketches: Sequence[Sketch], least: float) -> dict[tuple[int, int], float]:
    features = [features_of(each) for each in sketches]
    weights = rarity(features, _BACKGROUND)
    return similar_pairs([unit(each, weights) for each in features], least, max(_COMMON, len(sketches) // 10))


def features_of(sketch: Sketch) -> dict[str, float]:
    """Terms once, names and numerals beside them: a name counts as term and as name."""
    named = {f"n:{name}": 1.0 for name in sketch.names}
    return {f"t:{term}": 1.0 for term in sketch.terms} | named | {f"d:{number}": 0.5 for number in sketch.numerals}
