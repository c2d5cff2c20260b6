"""How much two sentences have in common, by the bits that their words set; and the sentences of two reports face to face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.columns import Columns, machine_code, ranges
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

LEAST_SHARED = 4  # content words; two sentences with fewer in common are alike by chance
_AT_ONCE = 50_000  # sentences against sentences held at once: what the cache holds counts for more than the calls
_MANY = 10_000  # pairs of reports from which machine code is worth the moment that it takes to come
FACED = 1_000  # sentences of one report; a newspaper feature has a few hundred


class Faced(NamedTuple):
    """Rows of the columns that go together: `pair` is the number of the pair of reports, `a` and `b` the rows (int64). Sorted;
    no row twice in a pair."""

    pair: np.ndarray
    a: np.ndarray
    b: np.ndarray


def likeness(bits: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Jaccard (float32) of the content words of rows `left[i]` and `right[i]`; 0 where hardly any are common."""
    import numpy as np

    one, other = bits.take(left, 0), bits.take(right, 0)
    both, either = _counted(one & other), _counted(one | other)
    both[both < LEAST_SHARED] = 0
    found: np.ndarray = both / np.maximum(either, 1).astype(np.float32)
    return found


def _counted(bits: np.ndarray) -> np.ndarray:
    """How many bits each row has (below 256: a sentence has fewer words): the bytes of the row's four counts in one sum."""
    import numpy as np

    found: np.ndarray = (np.bitwise_count(bits).view(np.uint32).ravel() * np.uint32(0x01010101)) >> np.uint32(24)
    return found


def in_touch(columns: Columns, a: np.ndarray, b: np.ndarray, least: int) -> np.ndarray:
    """For each pair of reports whether some sentence of the one has `least` content words of some sentence of the other."""
    import numpy as np

    first, size = extents(columns)
    found = np.zeros(len(a), bool)
    for chunk in _chunks(size[a] * size[b]):
        pair, left, right = _all_rows(first, size, a[chunk], b[chunk])
        shared = _counted(columns.bits.take(left, 0) & columns.bits.take(right, 0))
        found[pair[shared >= least] + chunk.start] = True
    return found


def face_to_face(columns: Columns, a: np.ndarray, b: np.ndarray, settings: Settings, fast: bool = False) -> Faced:
    """For each pair of reports the sentences of one that the other words too: best likeness first, equal hashes before all. Of a
    report of more than `FACED` sentences the first so many are looked at. `fast`: by machine code, if there are many and numba is at
    hand; one result."""
    import numpy as np

    if fast and len(a) >= _MANY and machine_code():
        from rashomon.stages.lineage import facing

        return facing.face_to_face(columns, a, b, settings.wording)
    first, size = extents(columns)
    parts = [_faced(columns, first, size, a, b, chunk, settings) for chunk in _chunks(size[a] * size[b])]
    return Faced(*(np.concatenate(each) for each in zip(*parts, strict=True))) if parts else Faced(a, a, b)


def extents(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Each report's first row, and how many of its rows are looked at."""
    import numpy as np

    heads = np.searchsorted(columns.report, np.arange(columns.reports + 1))
    return heads[:-1], np.minimum(np.diff(heads), FACED)


def _chunks(costs: np.ndarray) -> Iterator[slice]:
    """Runs of pairs that have `_AT_ONCE` pairs of sentences together, or a single pair."""
    import numpy as np

    upto = np.cumsum(costs)
    start = 0
    while start < len(costs):
        before = upto[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(upto, before + _AT_ONCE, "right")))
        yield slice(start, stop)
        start = stop


def _faced(
    columns: Columns,
    first: np.ndarray,
    size: np.ndarray,
    a: np.ndarray,
    b: np.ndarray,
    chunk: slice,
    settings: Settings,
) -> Faced:
    import numpy as np

    pair, left, right = _all_rows(first, size, a[chunk], b[chunk])
    value = likeness(columns.bits, left, right)
    value[columns.hash[left] == columns.hash[right]] = 2.0
    held = np.flatnonzero(value >= settings.wording)
    pair, left, right, value = pair[held], left[held], right[held], value[held]
    best = _first_of(pair, left, value, right) & _first_of(pair, right, value, left)
    return Faced(pair[best] + chunk.start, left[best], right[best])


def _all_rows(
    first: np.ndarray, size: np.ndarray, a: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each sentence of each a with each sentence of its b: the number of the pair, the rows."""
    import numpy as np

    pair = np.repeat(np.arange(len(a)), size[a])
    across = size[b][pair]
    left, right = ranges(first[a], size[a]), ranges(first[b][pair], across)
    return np.repeat(pair, across), np.repeat(left, across), right


def _first_of(pair: np.ndarray, row: np.ndarray, value: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each entry, whether it is the best of its row in its pair; of equals the first."""
    import numpy as np

    order = np.lexsort((other, -value, row, pair))
    new = np.ones(len(order), bool)
    new[1:] = (row[order][1:] != row[order][:-1]) | (pair[order][1:] != pair[order][:-1])
    found = np.zeros(len(order), bool)
    found[order[new]] = True
    return found
