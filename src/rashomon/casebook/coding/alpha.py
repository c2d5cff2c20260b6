"""Krippendorff's alpha: agreement beyond chance, for any number of coders, with values missing, on four scales of measurement.

K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E. The known packages are GPL or no longer kept.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from random import Random
from typing import NamedTuple

from rashomon.model.agreement import INTERVAL, NOMINAL, ORDINAL, RATIO, RELIABLE, TENTATIVE

Values = Sequence[Hashable]
Difference = Callable[[Hashable, Hashable], float]
_DRAWS = 1_000
_WORK = 2_000_000  # units drawn over all draws, at most
_FEWEST = 10  # units: of fewer a bootstrap says next to nothing
_TAIL = 0.025


class Alpha(NamedTuple):
    """`value` None where it is undefined, with the reason in `undefined`; `low` and `high` as of a Reliability."""

    value: float | None
    low: float | None = None
    high: float | None = None
    undefined: str | None = None


def alpha(units: Sequence[Values], metric: str) -> Alpha:
    """Of the values that each unit was given, one a coder; numbers where the metric is not nominal. A unit with one value is passed over."""
    paired = [values for values in units if len(values) > 1]
    if not paired:
        return Alpha(None, undefined="No two coders gave a value to the same thing.")
    counts = Counter(value for values in paired for value in values)
    if len(counts) == 1:
        return Alpha(
            None, undefined="All values are the same, and without variation agreement by chance cannot be told."
        )
    difference = METRICS[metric](counts)
    expected = _expected(counts, difference)
    # counts, disagreement: what each unit adds to the observed disagreement, and its number of values
    parts = [(_within(values, difference), len(values)) for values in paired]
    value = 1 - _observed(parts) / expected
    low, high = _interval(parts, expected) if len(parts) >= _FEWEST else (None, None)
    return Alpha(value, low, high)


def share_alike(units: Sequence[Values]) -> float | None:
    """The share of pairs of values within a unit that are the same; None where there are none."""
    pairs = [a == b for values in units for a, b in combinations(values, 2)]
    return sum(pairs) / len(pairs) if pairs else None


def level(value: float | None) -> str | None:
    """What Krippendorff's thresholds make of it."""
    if value is None:
        return None
    return "reliable" if value >= RELIABLE else "tentative" if value >= TENTATIVE else "unreliable"


def _within(values: Values, difference: Difference) -> float:
    """The squared differences of all ordered pairs of a unit's values, by one less than their number."""
    return 2 * sum(difference(a, b) for a, b in combinations(values, 2)) / (len(values) - 1)


def _observed(parts: Sequence[tuple[float, int]]) -> float:
    return sum(part for part, _ in parts) / sum(number for _, number in parts)


def _expected(counts: Counter[Hashable], difference: Difference) -> float:
    n = counts.total()
    pairs = combinations(counts.items(), 2)
    return 2 * sum(m * k * difference(a, b) for (a, m), (b, k) in pairs) / (n * (n - 1))


def _interval(parts: Sequence[tuple[float, int]], expected: float) -> tuple[float, float]:
    """Units drawn anew, the expected disagreement kept (as in Hayes and Krippendorff 2007); the same draws every time."""
    draws = max(100, min(_DRAWS, _WORK // len(parts)))
    random = Random(0)
    found = sorted(1 - _observed(random.choices(parts, k=len(parts))) / expected for _ in range(draws))
    cut = int(draws * _TAIL)
    return found[cut], found[-1 - cut]


# --- how far apart two values are, squared ------------------------------------------------------------------------------


def _nominal(_: Counter[Hashable]) -> Difference:
    return lambda a, b: float(a != b)


def _ordinal(counts: Counter[Hashable]) -> Difference:
    """By how many values stand between the two, themselves by half."""
    below, total = dict[Hashable, float](), 0.0
    for value in sorted(counts, key=_number):
        below[value] = total + counts[value] / 2
        total += counts[value]
    return lambda a, b: (below[a] - below[b]) ** 2


def _interval_metric(_: Counter[Hashable]) -> Difference:
    return lambda a, b: (_number(a) - _number(b)) ** 2


def _ratio(_: Counter[Hashable]) -> Difference:
    """By the sum of their sizes: of numbers on two sides of nought the whole, where the published form has no bound."""

    def difference(a: Hashable, b: Hashable) -> float:
        size = abs(_number(a)) + abs(_number(b))
        return ((_number(a) - _number(b)) / size) ** 2 if size else 0.0

    return difference


def _number(value: Hashable) -> float:
    assert isinstance(value, int | float)
    return float(value)


METRICS: dict[str, Callable[[Counter[Hashable]], Difference]] = {
    NOMINAL: _nominal,
    ORDINAL: _ordinal,
    INTERVAL: _interval_metric,
    RATIO: _ratio,
}
