"""Which pairs of reports may tell of one happening, and how likely each does."""

from collections.abc import Mapping, Sequence

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.signs import day_of, likelihood, matters
from rashomon.text.similarity import rarity, similar_pairs, unit

_COMMON = 300  # reports; a word in more of them than this and than a fifth of all is left out of the sum
_LEAST = 0.02  # likelihood under which a pair says nothing


def features(sketch: Sketch, settings: Settings) -> dict[str, float]:
    """Weights of what a sketch holds; a name stands as a word among the terms too."""
    named = {f"name {name}": settings.name for name in sketch.names}
    numbers = {f"number {number}": settings.numeral for number in sketch.numerals}
    return {f"term {term}": 1.0 for term in sketch.terms} | named | numbers


def vectors(sketches: Sequence[Sketch], settings: Settings) -> list[dict[str, float]]:
    sets = [features(each, settings) for each in sketches]
    weights = rarity(sets, settings.background)
    return [unit(each, weights) for each in sets]


def likeness(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    found: Sequence[Mapping[str, float]],
    settings: Settings,
) -> dict[tuple[int, int], float]:
    """How likely each pair (i < j) tells of one happening, of those whose words are like at all and that lie within the window."""
    pairs = similar_pairs(found, settings.near, max(_COMMON, len(reports) // 5))
    days = [day_of(report) for report in reports]
    about = matters(reports, sketches, settings)
    near = ((i, j) for i, j in pairs if _within(days[i], days[j], settings.window))
    likely = {(i, j): round(likelihood(about[i], about[j]), 9) for i, j in near}
    return {pair: value for pair, value in likely.items() if value >= _LEAST}


def _within(a: int | None, b: int | None, window: int) -> bool:
    return a is None or b is None or abs(a - b) <= window
