"""What `alike.face_to_face` does, in machine code: the same rows, many times as fast. Needs numba, as `compiled`."""

from __future__ import annotations

import numpy as np

from rashomon.stages.lineage.alike import FACED, LEAST_SHARED, Faced, extents
from rashomon.stages.lineage.columns import LANES, Columns
from rashomon.stages.lineage.compiled import kernel

_1, _2, _4, _56 = (np.uint64(number) for number in (1, 2, 4, 56))
_PAIRS, _FOURS, _BYTES = (np.uint64(each) for each in (0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F))
_ONES = np.uint64(0x0101010101010101)
_EQUAL = 2.0  # the likeness of equal hashes, above all others
_ROOM = 1 << 16  # rows kept before the room for them is doubled


def face_to_face(columns: Columns, a: np.ndarray, b: np.ndarray, wording: float) -> Faced:
    """The sentences of each pair of reports that go together."""
    first, size = extents(columns)
    return Faced(*_faced(columns.bits, columns.hash, first, size, a, b, wording))


@kernel
def _faced(
    bits: np.ndarray,
    hashes: np.ndarray,
    first: np.ndarray,
    size: np.ndarray,
    a: np.ndarray,
    b: np.ndarray,
    wording: float,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = np.empty((_ROOM, 3), np.int64)
    found = 0
    best_left, value_left = np.empty(FACED, np.int64), np.empty(FACED)
    best_right, value_right = np.empty(FACED, np.int64), np.empty(FACED)
    for pair in range(len(a)):
        left, right = first[a[pair]], first[b[pair]]
        high, wide = size[a[pair]], size[b[pair]]
        value_left[:high], value_right[:wide] = 0.0, 0.0
        for one in range(high):
            for other in range(wide):
                value = _likeness(bits, hashes, left + one, right + other)
                if value >= wording:
                    if value > value_left[one]:
                        value_left[one], best_left[one] = value, other
                    if value > value_right[other]:
                        value_right[other], best_right[other] = value, one
        if found + high > len(rows):
            rows = _wider(rows, found + high)
        for one in range(high):
            if value_left[one] > 0.0 and best_right[best_left[one]] == one:
                rows[found, 0], rows[found, 1], rows[found, 2] = pair, left + one, right + best_left[one]
                found += 1
    return rows[:found, 0].copy(), rows[:found, 1].copy(), rows[:found, 2].copy()


@kernel
def _wider(rows: np.ndarray, least: int) -> np.ndarray:
    more = np.empty((2 * least, 3), np.int64)
    more[: len(rows)] = rows
    return more


@kernel
def _likeness(bits: np.ndarray, hashes: np.ndarray, left: int, right: int) -> float:
    """Jaccard of the content words of two rows, as `alike.likeness`; equal hashes before all."""
    if hashes[left] == hashes[right]:
        return _EQUAL
    both = either = 0
    for lane in range(LANES):
        both += _counted(bits[left, lane] & bits[right, lane])
    if both < LEAST_SHARED:
        return 0.0
    for lane in range(LANES):
        either += _counted(bits[left, lane] | bits[right, lane])
    return both / either


@kernel
def _counted(bits: np.uint64) -> int:
    """How many bits are set, by sums of neighbours."""
    bits -= (bits >> _1) & _PAIRS
    bits = (bits & _FOURS) + ((bits >> _2) & _FOURS)
    bits = (bits + (bits >> _4)) & _BYTES
    found: int = np.int64((bits * _ONES) >> _56)  # type: ignore[assignment]
    return found
