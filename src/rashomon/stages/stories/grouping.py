"""Agglomerative grouping by mean likeness, on the pairs that are like at all."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def grouped(count: int, likeness: Mapping[Pair, float], together: Iterable[Pair], join: float) -> list[list[int]]:
    """Items 0 to `count` - 1 in groups: those given `together` first, then the two groups whose items are most like in
    the mean, as long as that mean reaches `join`. Pairs that are not in `likeness` count 0. Deterministic."""
    groups = _Groups(count, likeness)
    for a, b in together:
        groups.merge(a, b)
    queue = [(-groups.mean(a, b), a, b) for a in groups.sums for b in groups.sums[a] if a < b]
    heapq.heapify(queue)
    while queue:
        value, a, b = heapq.heappop(queue)
        if -value < join:
            break
        if groups.current(a, b, -value):
            new = groups.merge(a, b)
            for other in groups.sums[new]:
                heapq.heappush(queue, (-groups.mean(new, other), min(new, other), max(new, other)))
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """Groups by their smallest member, and the sums of likeness between them."""

    def __init__(self, count: int, likeness: Mapping[Pair, float]) -> None:
        self.members = {i: [i] for i in range(count)}
        self.top = list(range(count))
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        for (a, b), value in likeness.items():
            self.sums[a][b] = self.sums[b][a] = value

    def mean(self, a: int, b: int) -> float:
        return round(self.sums[a][b] / (len(self.members[a]) * len(self.members[b])), 9)

    def current(self, a: int, b: int, value: float) -> bool:
        """Whether the two groups still stand, and are as like as when they were put into the queue."""
        return a in self.members and b in self.members and b in self.sums[a] and self.mean(a, b) == value

    def merge(self, a: int, b: int) -> int:
        """The smaller of the two takes the other in."""
        a, b = sorted((self._find(a), self._find(b)))
        if a == b:
            return a
        self.members[a] += self.members.pop(b)
        self.top[b] = a
        for other, value in self.sums.pop(b, {}).items():
            self.sums[other].pop(b, None)
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + value
        return a

    def _find(self, item: int) -> int:
        while self.top[item] != item:
            item = self.top[item]
        return item
