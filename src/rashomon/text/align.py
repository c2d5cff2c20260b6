"""Which runs of words two texts share, and where: seeds, extension to maximal runs, and merging over small gaps.

After the seed–extend–filter scheme of the PAN text-alignment task (Potthast et al. 2012)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

# A run that begins at more places than this is a refrain; following all of them costs time and tells nothing.
_MOST_PLACES = 12
# Runs come in the order of the first text: only the last few stretches can still be within a gap.
_MOST_OPEN = 32

# A text is aligned with many others: the places of its runs are kept, of so many texts (60 kB for one of 350 words).
_TEXTS = 2_000
_SHORT = 2_000  # words; of longer texts nothing is kept


class Places(NamedTuple):
    """Where the runs of a text begin: `first` of each, and all places of those that begin at `several`."""

    first: Mapping[tuple[str, ...], int]
    several: Mapping[tuple[str, ...], list[int]]

    def of(self, run: tuple[str, ...]) -> Sequence[int]:
        return self.several.get(run) or (self.first[run],)


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
    places, others = _places(a, shortest), _places(b, shortest)
    met = sorted((j, start) for start in places.first.keys() & others.first.keys() for j in others.of(start))
    found = set()
    begun = Counter[int]()
    for j, start in met:
        for i in places.of(start)[:_MOST_PLACES]:
            if i and j and a[i - 1] == b[j - 1]:
                continue  # the run was met one word earlier
            begun[i] += 1
            if begun[i] > _MOST_PLACES:
                continue
            found.add(Run(i, j, shortest + _length(a, b, i + shortest, j + shortest)))
    return found


def _places(words: Sequence[str], size: int) -> Places:
    return _kept(tuple(words), size) if len(words) <= _SHORT else _beginnings(words, size)


@lru_cache(maxsize=_TEXTS)
def _kept(words: tuple[str, ...], size: int) -> Places:
    return _beginnings(words, size)


def _beginnings(words: Sequence[str], size: int) -> Places:
    """Where each run of `size` words begins."""
    runs = list(zip(*(words[k:] for k in range(size)), strict=False))
    first = dict(zip(reversed(runs), range(len(runs) - 1, -1, -1), strict=True))
    several: dict[tuple[str, ...], list[int]] = {}
    if len(first) < len(runs):
        for i, run in enumerate(runs):
            if first[run] != i:
                several.setdefault(run, [first[run]]).append(i)
    return Places(first, several)


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
