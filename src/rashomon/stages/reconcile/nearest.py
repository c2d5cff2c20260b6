"""Putting items into groups, each into the one it fits best, at a cost that does not grow with the square of the groups."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
_COMPARED = 400  # groups with which an item is compared; a story of five hundred reports has fewer of one question


def grouped(
    items: Iterable[Item],
    affinity: Callable[[Item, Sequence[Item]], float],
    keys: Callable[[Item], Iterable[Hashable]],
) -> list[list[Item]]:
    """The items in groups, in their order: each joins the group to which its `affinity` is greatest, if that is above 0 (the first of
    equals), else it begins one. Of more groups than can be compared those count that have most `keys` in common with the item."""
    groups: list[list[Item]] = []
    where: dict[Hashable, set[int]] = {}  # a key → the groups of which an item has it
    for item in items:
        own = set(keys(item))
        near = _nearest(own, where) if len(groups) > _COMPARED else range(len(groups))
        best = max(((affinity(item, groups[i]), -i) for i in near), default=(0.0, 0))
        place = -best[1] if best[0] > 0 else len(groups)
        if place == len(groups):
            groups.append([])
        groups[place].append(item)
        for key in own:
            where.setdefault(key, set()).add(place)
    return groups


def _nearest(keys: Iterable[Hashable], where: dict[Hashable, set[int]]) -> list[int]:
    common = Counter(i for key in keys for i in where.get(key, ()))
    return sorted(sorted(common, key=lambda i: (-common[i], i))[:_COMPARED])
