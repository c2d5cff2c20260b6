"""What persons decided on which things belong together, freed of contradictions: the later decision outranks the earlier."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec

from rashomon.model.judgement import JOIN, SPLIT, STORY, Judgement, order, standing

Pair = tuple[str, str]


class Bonds(msgspec.Struct, frozen=True, kw_only=True):
    """What persons decided of reports, claims or words that mean entities: pairs of their ids, in any order.

    `together`: the two belong together. `apart`: they do not; no rule joins two groups that hold such a pair, not even that
    two reports speak with one text. Where the two lists contradict each other `apart` stands. Pairs of which one is not
    there say nothing.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


class Upheld(NamedTuple):
    """`judgements`: those that decide something, the earliest first; `bonds`: what they decide."""

    judgements: tuple[Judgement, ...]
    bonds: Bonds


def uphold(log: Sequence[Judgement], present: Collection[str], of: str = STORY) -> Upheld:
    """What the log's joins and splits of one kind of thing say of those that are present, by their ids; the same in whatever order the
    log is given.

    What is not there is passed over, and so is a judgement of which nothing is left: undone, outranked in all that it
    says, or on what is not there."""
    groups, held = Groups(), []
    for each in standing(log):
        if each.of != of:
            continue
        on = [one for one in each.on if one in present]
        against = [one for one in each.against if one in present]
        split = each.what == SPLIT and groups.part(on, against)
        joined = (each.what == JOIN or split) and groups.join(on)
        if split or joined:
            held.append(each)
    bonds = Bonds(together=tuple(sorted(groups.together)), apart=tuple(sorted(groups.apart)))
    return Upheld(tuple(sorted(held, key=order)), bonds)


class Groups:
    """What was put together, and which groups are held apart; what was decided first is never given up."""

    def __init__(self) -> None:
        self.together: list[Pair] = []
        self.apart: list[Pair] = []
        self._top: dict[str, str] = {}
        self._strangers: dict[str, set[str]] = defaultdict(set)

    def join(self, reports: Sequence[str]) -> bool:
        """Puts each with the first of the others that it may be with. Whether any two are together now."""
        met = [any(self._unite(other, report) for other in reports[:number]) for number, report in enumerate(reports)]
        return any(met)

    def part(self, reports: Sequence[str], others: Sequence[str]) -> bool:
        """Holds each of the reports apart from each of the others. Whether any two are apart now."""
        parted = [self._part(a, b) for a in reports for b in others]
        return any(parted)

    def _unite(self, a: str, b: str) -> bool:
        top, other = self._find(a), self._find(b)
        if other in self._strangers[top]:
            return False
        if top != other:
            self.together.append((a, b))
            self._top[other] = top
            for stranger in self._strangers.pop(other, set()):
                self._strangers[stranger] = self._strangers[stranger] - {other} | {top}
                self._strangers[top].add(stranger)
        return True

    def _part(self, a: str, b: str) -> bool:
        top, other = self._find(a), self._find(b)
        if top == other:
            return False
        if other not in self._strangers[top]:
            self.apart.append((a, b))
            self._strangers[top].add(other)
            self._strangers[other].add(top)
        return True

    def _find(self, report: str) -> str:
        while report in self._top:
            report = self._top[report]
        return report
