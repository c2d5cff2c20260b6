"""Which reports are looked into for several happenings, by what is known without their text: a report can be a round-up only where reports that it is like are not like each other."""

from collections.abc import Sequence
from itertools import combinations

from rashomon.stages.stories.english_roundups import titled
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.tells import TELLS_NAMES

_LIKE = 0.3  # likelihood of two reports from which the one may tell of the other's happening
_SCANNED, _HELD, _EACH = (
    400,
    40,
    3,
)  # the likest that are seen, that an item is held against, and of these that are alike


def likely_to_tell_several(report: str, index: StoryIndex) -> list[str]:
    """The reports that the report's items are held against, the likest first; none where it cannot be a round-up.

    Without a headline that says so it is one only if it tells two happenings beside the one that it begins with. So there must be three reports, no two of them
    alike, each of which has a name in its beginning that an item can tell: the names of an item are among those of its report."""
    others = _others(report, index)
    least = 2 if titled(index.title(report) or "") else 3
    if not _unlike(others, index, least):
        return []
    own = index.matter(report)
    told = [other for other in others if all(sign(own, index.matter(other)) for sign in TELLS_NAMES)]
    return others if _unlike(told, index, least) else []


def _others(report: str, index: StoryIndex) -> list[str]:
    """The reports that it is like, the likest first, a few of those that are alike."""
    kept: list[str] = []
    for other, value in index.like(report)[:_SCANNED]:
        if value < _LIKE:
            break
        if sum(index.alike(other, each) for each in kept) < _EACH:
            kept.append(other)
    return kept[:_HELD]


def _unlike(others: Sequence[str], index: StoryIndex, count: int) -> bool:
    """Whether so many (2 or 3) of them are there of which no two are alike."""
    if len(others) < count:
        return False
    unlike = {one: set[str]() for one in others}
    for a, b in combinations(others, 2):
        if not index.alike(a, b):
            if count == 2 or unlike[a] & unlike[b]:
                return True
            unlike[a].add(b)
            unlike[b].add(a)
    return False
