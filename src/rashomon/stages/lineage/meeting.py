"""Which reports meet: in a sentence that both have, word by word or nearly, found by sorting and never by all pairs.

After the near-duplicate join by min-wise sketches (Broder 1997), over sentences in place of documents: two reports that share
one sentence of thirty have next to nothing in common as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.alike import likeness
from rashomon.stages.lineage.columns import NO_RUN, SLOTS, Columns
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np


class Distinct(NamedTuple):
    """Distinct sentences, in order of their hashes, and who has them: `rows[first[i]:first[i] + size[i]]` are rows of the
    columns, one for each report, the earliest report first."""

    rows: np.ndarray
    first: np.ndarray
    size: np.ndarray


def meetings(columns: Columns, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Numbers a < b of the reports that have a sentence in common, sorted, each pair once. Reports of one sentence in more
    than `settings.group` of them go to the earliest only (the least number): n reports make n - 1 pairs at most there."""
    import numpy as np

    distinct = distinct_sentences(columns, settings)
    same = _within(columns.report[distinct.rows], distinct, settings.group)
    alike = _across(columns.report[distinct.rows], distinct, near(columns, distinct, settings), settings.group)
    keys = np.unique(np.concatenate([same, alike]))
    return keys >> 32, keys & 0xFFFFFFFF


def distinct_sentences(columns: Columns, settings: Settings) -> Distinct:
    """Those of `settings.sentence` words and more."""
    import numpy as np

    rows = np.flatnonzero(columns.words >= settings.sentence)
    rows = rows[np.argsort(columns.hash[rows], kind="stable")]
    hashes, reports = columns.hash[rows], columns.report[rows]
    new = np.append(True, hashes[1:] != hashes[:-1])[: len(rows)]
    once = new | np.append(True, reports[1:] != reports[:-1])[: len(rows)]
    first = np.flatnonzero(new[once])
    return Distinct(rows[once], first, np.diff(first, append=int(once.sum())))


def near(columns: Columns, distinct: Distinct, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Numbers i < j of distinct sentences that are wordings of each other, each pair once."""
    import numpy as np

    heads = distinct.rows[distinct.first]
    found = [np.zeros(0, np.int64)]
    for slot in range(SLOTS):
        slots = columns.slots[heads, slot]
        order = np.argsort(slots, kind="stable")
        for one, other in _neighbours(slots[order], settings.bucket):
            left, right = order[one], order[other]
            alike = likeness(columns.bits, heads[left], heads[right]) >= settings.alike
            found.append(left[alike] << 32 | right[alike])
    keys = np.unique(np.concatenate(found))
    return keys >> 32, keys & 0xFFFFFFFF


def _neighbours(slots: np.ndarray, most: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Places i < j of equal values in a sorted array, by the distance between them; values that stand there more than `most`
    times are passed over."""
    import numpy as np

    new = np.append(True, slots[1:] != slots[:-1])[: len(slots)]
    first = np.flatnonzero(new)
    size = np.diff(first, append=len(slots))
    fit = (size > 1) & (size <= most) & (slots[first] != NO_RUN)
    return list(_by_distance(first[fit], size[fit]))


def _by_distance(first: np.ndarray, size: np.ndarray):  # type: ignore[no-untyped-def]
    """All pairs of places within each group."""
    for distance in range(1, int(size.max(initial=0))):
        wide = size > distance
        first, size = first[wide], size[wide]
        one = _ranges(first, size - distance)
        yield one, one + distance


def _ranges(first: np.ndarray, size: np.ndarray) -> np.ndarray:
    """The numbers first[i], first[i] + 1, … of each group, `size[i]` of them."""
    import numpy as np

    found: np.ndarray = np.arange(int(size.sum())) + np.repeat(first - (np.cumsum(size) - size), size)
    return found


def _within(reports: np.ndarray, distinct: Distinct, group: int) -> np.ndarray:
    """Keys of the pairs of reports that have one distinct sentence; `reports` of `distinct.rows`."""
    import numpy as np

    small, large = (distinct.size > 1) & (distinct.size <= group), distinct.size > group
    found = [_keys(reports[a], reports[b]) for a, b in _by_distance(distinct.first[small], distinct.size[small])]
    first, size = distinct.first[large], distinct.size[large]
    found.append(_keys(reports[np.repeat(first, size - 1)], reports[_ranges(first + 1, size - 1)]))
    return np.unique(np.concatenate(found))


def _across(reports: np.ndarray, distinct: Distinct, pairs: tuple[np.ndarray, np.ndarray], group: int) -> np.ndarray:
    """Keys of the pairs of reports of which one has the one sentence and one the other."""
    import numpy as np

    one, other = pairs
    small = distinct.size[one] + distinct.size[other] <= group
    found = [_every(reports, distinct, one[small], other[small])]
    for left, right in ((one[~small], other[~small]), (other[~small], one[~small])):
        size = distinct.size[right]
        found.append(
            _keys(reports[np.repeat(distinct.first[left], size)], reports[_ranges(distinct.first[right], size)])
        )
    return np.unique(np.concatenate(found))


def _every(reports: np.ndarray, distinct: Distinct, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Each report of the one sentence with each of the other."""
    import numpy as np

    left = _ranges(distinct.first[one], distinct.size[one])
    right = np.repeat(other, distinct.size[one])
    size = distinct.size[right]
    return _keys(reports[np.repeat(left, size)], reports[_ranges(distinct.first[right], size)])


def _keys(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """One number for each pair of different reports, the lesser in the upper half."""
    import numpy as np

    differ = a != b
    a, b = a[differ].astype(np.int64), b[differ].astype(np.int64)
    found: np.ndarray = np.minimum(a, b) << 32 | np.maximum(a, b)
    return found
