"""Two texts aligned sentence by sentence by their anchors: dynamic programming over beads (Gale & Church 1993), scored by
what the two sides have in common rather than by length alone. Works for two languages and within one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf, log, sqrt
from typing import NamedTuple

from rashomon.stages.lineage.translation.anchors import Anchor, Anchored, Line
from rashomon.stages.lineage.translation.spelling import alike

# What an anchor is worth where both sides have it, and what it costs where one side lacks it.
_WORTH = {"number": 1.4, "clock": 1.4, "day": 1.4, "weekday": 0.7, "place": 0.9, "name": 1.0, "noun": 0.9, "word": 0.5}
_LACK = {"number": 0.5, "clock": 0.5, "day": 0.5, "weekday": 0.2, "place": 0.15, "name": 0.15, "noun": 0.0, "word": 0.0}
HARD = frozenset({"number", "clock", "day"})
_SMALL = 10  # a number below it is in many sentences
_PAIR = 2  # "both", "the two sides": other languages say it without a number
_LENGTH = 0.25  # of the cost of unlike lengths
_DEVIATION = 1.1  # of the logarithm of lengths' ratio, scaled by the root of the length
_MOST_LENGTH = 1.2
_SKIP = 0.12
_SPELLINGS = 40  # of one name in one text that are compared
ALONE = 0.7  # worth of common anchors below which two sentences are hardly beside each other
_MERGE = 0.25
_MOVES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))


class Bead(NamedTuple):
    """Sentences `[a0, a1)` of the one beside `[b0, b1)` of the other; `matched` the worth of common anchors, `common` how
    many they are, `hard` and `lacking` numbers, times and days that both or only one of the two have."""

    a0: int
    a1: int
    b0: int
    b1: int
    matched: float
    common: int
    hard: int
    lacking: int


class Common(NamedTuple):
    """For each sentence of either side its anchors by number; for each number its worth and cost; the numbers that are
    hard (figures and days), and those that both sides have."""

    a: tuple[frozenset[int], ...]
    b: tuple[frozenset[int], ...]
    worth: dict[int, float]
    lack: dict[int, float]
    hard: frozenset[int]
    shared: frozenset[int]


def common(a: Anchored, b: Anchored) -> Common:
    """The anchors of both numbered alike where they are one; each worth the less, the more sentences have it."""
    numbers = _numbered(a, b)
    left = tuple(frozenset(numbers[0, anchor] for anchor in line.anchors) for line in a.lines)
    right = tuple(frozenset(numbers[1, anchor] for anchor in line.anchors) for line in b.lines)
    counts: list[dict[int, int]] = [defaultdict(int), defaultdict(int)]
    for count, lines in zip(counts, (left, right), strict=True):
        for line in lines:
            for each in line:
                count[each] += 1
    worth: dict[int, float] = {}
    lack: dict[int, float] = {}
    hard = set()
    for (_, anchor), number in numbers.items():
        spread = sqrt(max(counts[0].get(number, 0), counts[1].get(number, 0), 1))
        worth[number] = max(worth.get(number, 0.0), _worth(anchor) / spread)
        lack[number] = max(lack.get(number, 0.0), _lack(anchor) / spread)
        if _is_hard(anchor):
            hard.add(number)
    shared = frozenset(counts[0].keys() & counts[1].keys())
    return Common(left, right, worth, lack, frozenset(hard), shared)


def beside(found: Common) -> int:
    """How many sentences of the side that has fewer such have one on the other side that shares as much as one rare name
    or number: as many beads at most stand for themselves. Much cheaper than aligning."""
    worth: dict[tuple[int, int], float] = defaultdict(float)
    lines: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list)]
    for each, side in zip(lines, (found.a, found.b), strict=True):
        for i, line in enumerate(side):
            for number in line & found.shared:
                each[number].append(i)
    for number in sorted(found.shared):
        for i in lines[0][number]:
            for j in lines[1][number]:
                worth[i, j] += found.worth[number]
    pairs = [pair for pair, value in worth.items() if value >= ALONE]
    return min(len({i for i, _ in pairs}), len({j for _, j in pairs}))


def _worth(anchor: Anchor) -> float:
    return _WORTH[anchor.kind] * (0.5 if _value(anchor) < _SMALL else 1.0)


def _lack(anchor: Anchor) -> float:
    return _LACK[anchor.kind] if _value(anchor) > _PAIR else 0.0


def _is_hard(anchor: Anchor) -> bool:
    return anchor.kind in HARD and _value(anchor) > _PAIR


def _value(anchor: Anchor) -> float:
    """The value of a number; infinite for all else."""
    return float(min(anchor.keys)[2:]) if anchor.kind == "number" else inf


def _numbered(a: Anchored, b: Anchored) -> dict[tuple[int, Anchor], int]:
    """A number for each anchor of each side: the same for anchors that are one."""
    anchors = [(side, x) for side, text in enumerate((a, b)) for x in dict.fromkeys(_all(text.lines))]
    parent = list(range(len(anchors)))

    def top(i: int) -> int:
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    holders: dict[str, list[int]] = defaultdict(list)
    for i, (_, anchor) in enumerate(anchors):
        for key in sorted(anchor.keys):
            holders[key].append(i)
    for key in sorted(holders):
        left = [i for i in holders[key] if anchors[i][0] == 0][:_SPELLINGS]
        right = [i for i in holders[key] if anchors[i][0] == 1][:_SPELLINGS]
        for i in left:
            for j in right:
                if _one(key, anchors[i][1], a.language, anchors[j][1], b.language):
                    parent[max(top(i), top(j))] = min(top(i), top(j))
    return {each: top(i) for i, each in enumerate(anchors)}


def _all(lines: Sequence[Line]) -> Iterator[Anchor]:
    return (anchor for line in lines for anchor in line.anchors)


def _one(key: str, x: Anchor, x_language: str, y: Anchor, y_language: str) -> bool:
    return ":" in key or alike(x.word, x_language, y.word, y_language)


def align(a: Anchored, b: Anchored) -> list[Bead]:
    """The best run of beads in order; sentences of either side that no bead has are left out. Sentences are merged only
    where the merged have something in common.

    Cost: lines of the one times lines of the other (each at most `MOST_LINES`).
    """
    return best_path(common(a, b), a, b)


def best_path(found: Common, a: Anchored, b: Anchored) -> list[Bead]:
    rows, columns = len(a.lines), len(b.lines)
    left = [_Sums(found, found.a, [line.words for line in a.lines], size) for size in (1, 2, 3)]
    right = [_Sums(found, found.b, [line.words for line in b.lines], size) for size in (1, 2, 3)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if not (i or j):
                continue
            top, move = -1e9, (0, 0)
            if i and best[i - 1][j] - _SKIP > top:
                top, move = best[i - 1][j] - _SKIP, (1, 0)
            if j and best[i][j - 1] - _SKIP > top:
                top, move = best[i][j - 1] - _SKIP, (0, 1)
            for x, y in _MOVES:
                if i >= x and j >= y and (x == y or _meet(left[x - 1], i - x, right[y - 1], j - y)):
                    score = _score(found, left[x - 1], i - x, right[y - 1], j - y)
                    if x + y > 2:
                        score -= _MERGE * (x + y - 2)
                    if best[i - x][j - y] + score > top:
                        top, move = best[i - x][j - y] + score, (x, y)
            best[i][j], back[i][j] = top, move
    return list(_beads(found, back, rows, columns))


class _Sums:
    """For runs of `size` sentences from each on: their anchors, their words and what all of them would cost unmatched."""

    def __init__(self, found: Common, lines: Sequence[frozenset[int]], words: Sequence[int], size: int) -> None:
        spans = range(len(lines) - size + 1)
        self.anchors = [frozenset().union(*lines[i : i + size]) for i in spans]
        self.shared = [each & found.shared for each in self.anchors]
        self.words = [sum(words[i : i + size]) for i in spans]
        self.cost = [sum(found.lack[x] for x in sorted(each)) for each in self.anchors]


def _meet(left: _Sums, i: int, right: _Sums, j: int) -> bool:
    return not left.shared[i].isdisjoint(right.shared[j])


def _score(found: Common, left: _Sums, i: int, right: _Sums, j: int) -> float:
    x, y = left.words[i], right.words[j]
    delta = log(x / y) * sqrt(min(x, y)) / _DEVIATION if x and y else 0.0
    score = -min(_MOST_LENGTH, _LENGTH * delta * delta * 0.5) - left.cost[i] - right.cost[j]
    both = left.shared[i] & right.shared[j]
    if both:
        score += sum(found.worth[n] + 2 * found.lack[n] for n in sorted(both))
    return score


def _beads(found: Common, back: list[list[tuple[int, int]]], i: int, j: int) -> Iterator[Bead]:
    beads: list[Bead] = []
    while i or j:
        x, y = back[i][j]
        if x and y:
            beads.append(_bead(found, i - x, i, j - y, j))
        i, j = i - x, j - y
    return reversed(beads)


def _bead(found: Common, a0: int, a1: int, b0: int, b1: int) -> Bead:
    left, right = frozenset().union(*found.a[a0:a1]), frozenset().union(*found.b[b0:b1])
    both = left & right
    return Bead(
        a0,
        a1,
        b0,
        b1,
        round(sum(found.worth[n] for n in sorted(both)), 6),
        len(both),
        len(both & found.hard),
        len((left ^ right) & found.hard),
    )
