"""Agglomerative grouping by the likeness of all pairs and of the nearest, on the pairs that are like at all."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def grouped(
    count: int,
    likeness: Mapping[Pair, float],
    together: Iterable[Pair],
    join: float,
    nearest: float = 0.0,
    apart: Iterable[Pair] = (),
) -> list[list[int]]:
    """Items 0 to `count` - 1 in groups: those given `together` first, in their order, then the two groups that are most like, as
    long as that reaches `join`. No group ever holds a pair that is given as `apart`. How like two groups are: `nearest` (0–1) parts of their likest pair, the rest the mean of all pairs, so that a
    sidebar joins by the one report that it goes back to. Pairs that are not in `likeness` count 0. Deterministic."""
    groups = _Groups(count, likeness, nearest, apart)
    for a, b in together:
        if groups.may(a, b):
            groups.merge(a, b)
    queue = [
        (-value, a, b) for a in groups.sums for b in groups.sums[a] if a < b and (value := groups.like(a, b)) >= join
    ]
    heapq.heapify(queue)
    while queue:
        value, a, b = heapq.heappop(queue)
        if groups.current(a, b, -value) and groups.may(a, b):
            new = groups.merge(a, b)
            for other in groups.sums[new]:
                if (found := groups.like(new, other)) >= join:
                    heapq.heappush(queue, (-found, min(new, other), max(new, other)))
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """Groups by their smallest member, and between them the sum of likeness and the most; and which may not meet."""

    def __init__(self, count: int, likeness: Mapping[Pair, float], nearest: float, apart: Iterable[Pair] = ()) -> None:
        self.nearest = nearest
        self.members = {i: [i] for i in range(count)}
        self.top = list(range(count))
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        self.most: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in likeness.items():
            self.sums[a][b] = self.sums[b][a] = self.most[a][b] = self.most[b][a] = value
        self.apart: dict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def may(self, a: int, b: int) -> bool:
        """Whether nothing keeps the groups of the two apart."""
        return self._find(b) not in self.apart.get(self._find(a), ())

    def like(self, a: int, b: int) -> float:
        mean = self.sums[a][b] / (len(self.members[a]) * len(self.members[b]))
        return round(self.nearest * self.most[a][b] + (1 - self.nearest) * mean, 9)

    def current(self, a: int, b: int, value: float) -> bool:
        """Whether the two groups still stand, and are as like as when they were put into the queue."""
        return a in self.members and b in self.members and b in self.sums[a] and self.like(a, b) == value

    def merge(self, a: int, b: int) -> int:
        """The smaller of the two takes the other in."""
        a, b = sorted((self._find(a), self._find(b)))
        if a == b:
            return a
        self.members[a] += self.members.pop(b)
        self.top[b] = a
        for other in self.apart.pop(b, ()):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)
        most = self.most.pop(b, {})
        for other, value in self.sums.pop(b, {}).items():
            self.sums[other].pop(b, None)
            self.most[other].pop(b, None)
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + value
                self.most[a][other] = self.most[other][a] = max(self.most[a].get(other, 0.0), most[other])
        return a

    def _find(self, item: int) -> int:
        while self.top[item] != item:
            item = self.top[item]
        return item
