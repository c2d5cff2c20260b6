"""Which runs of words two texts share, and where: seeds, extension to maximal runs, and merging over small gaps.

After the seed–extend–filter scheme of the PAN text-alignment task (Potthast et al. 2012)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np

# A run that begins at more places than this is a refrain; following all of them costs time and tells nothing.
_MOST_PLACES = 12
# Runs come in the order of the first text: only the last few stretches can still be within a gap.
_MOST_OPEN = 32

# A text is aligned with many others: the places of its runs are kept, of so many texts (11 kB for one of 350 words).
_TEXTS = 2_000
_STEP = 0x9E3779B97F4A7C15  # odd, so that a word weighs in each place
_SHORT = 2_000  # words; of longer texts nothing is kept


class Places(NamedTuple):
    """Where the runs of a text begin: `words` as numbers, a number for the run that begins at each (`runs`), these in their order
    (`ordered`) and the place of each. The numbers are those of one process."""

    words: np.ndarray
    runs: np.ndarray
    ordered: np.ndarray
    place: np.ndarray


class Run(NamedTuple):
    """`size` words from word `a` of one text equal those from word `b` of the other."""

    a: int
    b: int
    size: int


class Stretch(NamedTuple):
    """Words `[a0, a1)` and `[b0, b1)` that go together, `matched` of them equal in order, `longest` in one run."""

    a0: int
    a1: int
    b0: int
    b1: int
    matched: int
    longest: int


def shared_runs(a: Sequence[str], b: Sequence[str], shortest: int) -> list[Run]:
    """Maximal equal runs of at least `shortest` words, longest first choice, no word of either text used twice. By a."""
    found = sorted(_maximal(a, b, shortest), key=lambda run: (-run.size, run.a, run.b))
    used_a, used_b = bytearray(len(a)), bytearray(len(b))
    taken = []
    for run in found:
        for piece in _free(run, used_a, used_b):
            if piece.size >= shortest:
                used_a[piece.a : piece.a + piece.size] = b"\1" * piece.size
                used_b[piece.b : piece.b + piece.size] = b"\1" * piece.size
                taken.append(piece)
    return sorted(taken)


def _maximal(a: Sequence[str], b: Sequence[str], shortest: int) -> set[Run]:
    found = set()
    begun = Counter[int]()
    for i, j in _beginnings(_places(a, shortest), _places(b, shortest)):
        begun[i] += 1
        if begun[i] <= _MOST_PLACES and a[i : i + shortest] == b[j : j + shortest]:
            found.add(Run(i, j, shortest + _length(a, b, i + shortest, j + shortest)))
    return found


def _beginnings(a: Places, b: Places) -> list[tuple[int, int]]:
    """Where equal runs begin in both texts that do not go on from one word earlier; in order of `b`, then of `a`."""
    import numpy as np

    low = np.searchsorted(a.ordered, b.runs)
    counts = np.minimum(np.searchsorted(a.ordered, b.runs, "right") - low, _MOST_PLACES)
    met = np.flatnonzero(counts)
    if not len(met):
        return []
    low, counts = low[met], counts[met]
    i = a.place[np.arange(counts.sum()) + np.repeat(low - np.cumsum(counts) + counts, counts)]
    j = np.repeat(met, counts)
    new = (i == 0) | (j == 0) | (a.words[i - 1] != b.words[j - 1])
    return list(zip(i[new].tolist(), j[new].tolist(), strict=True))


def _places(words: Sequence[str], size: int) -> Places:
    return _kept(tuple(words), size) if len(words) <= _SHORT else _laid_out(words, size)


@lru_cache(maxsize=_TEXTS)
def _kept(words: tuple[str, ...], size: int) -> Places:
    return _laid_out(words, size)


def _laid_out(words: Sequence[str], size: int) -> Places:
    import numpy as np

    numbers = np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)
    runs = np.zeros(max(0, len(words) - size + 1), np.uint64)
    for place in range(size):
        runs = runs * np.uint64(_STEP) + numbers[place : place + len(runs)]
    order = np.argsort(runs, kind="stable")
    return Places(numbers, runs, runs[order], order)


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """How many words from `i` and `j` on are equal."""
    size, most = 0, min(len(a) - i, len(b) - j)
    while size < most and a[i + size] == b[j + size]:
        size += 1
    return size


def _free(run: Run, used_a: bytearray, used_b: bytearray) -> list[Run]:
    """The parts of the run whose words are still free on both sides."""
    ends_a, ends_b = run.a + run.size, run.b + run.size
    if not any(used_a[run.a : ends_a]) and not any(used_b[run.b : ends_b]):
        return [run]
    pieces, start = [], None
    for k in range(run.size + 1):
        free = k < run.size and not used_a[run.a + k] and not used_b[run.b + k]
        if free and start is None:
            start = k
        elif not free and start is not None:
            pieces.append(Run(run.a + start, run.b + start, k - start))
            start = None
    return pieces


def merged(runs: Sequence[Run], gap: int) -> list[Stretch]:
    """Runs in the same order on both sides with at most `gap` words between on each become one stretch."""
    stretches: list[Stretch] = []
    for run in sorted(runs):
        new = Stretch(run.a, run.a + run.size, run.b, run.b + run.size, run.size, run.size)
        recent = range(len(stretches) - 1, max(-1, len(stretches) - 1 - _MOST_OPEN), -1)
        place = next((i for i in recent if _joins(stretches[i], new, gap)), None)
        if place is None:
            stretches.append(new)
        else:
            stretches[place] = _joined(stretches[place], new)
    return sorted(stretches)


def _joins(old: Stretch, new: Stretch, gap: int) -> bool:
    return 0 <= new.a0 - old.a1 <= gap and 0 <= new.b0 - old.b1 <= gap


def _joined(old: Stretch, new: Stretch) -> Stretch:
    return Stretch(old.a0, new.a1, old.b0, new.b1, old.matched + new.matched, max(old.longest, new.longest))
