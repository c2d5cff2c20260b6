"""How like two reports are: rare names and words in common, fading with the days between them."""

from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.stories.settings import Settings
from rashomon.text.similarity import rarity, similar_pairs, unit

_COMMON = 300  # reports; a word in more of them than this and than a fifth of all is left out of the sum


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
    reports: Sequence[Report], found: Sequence[Mapping[str, float]], settings: Settings
) -> dict[tuple[int, int], float]:
    """Likeness of each pair (i < j) that reaches `near`: the cosine, less as the days between them grow."""
    pairs = similar_pairs(found, settings.near, max(_COMMON, len(reports) // 5))
    days = [day(report) for report in reports]
    faded = {pair: value * _nearness(days[pair[0]], days[pair[1]], settings.window) for pair, value in pairs.items()}
    return {pair: value for pair, value in faded.items() if value >= settings.near}


def day(report: Report) -> int | None:
    """The publication day as a number of days; None where undated."""
    try:
        return date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        return None


def _nearness(a: int | None, b: int | None, window: int) -> float:
    """1 for reports of one day or without a date, falling to 0.6 at the window's end, 0 beyond it."""
    if a is None or b is None:
        return 1.0
    gap = abs(a - b)
    return 0.0 if gap > window else 1.0 - 0.4 * gap / window
