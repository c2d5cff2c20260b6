"""Round-ups: reports that tell several happenings. A report is likely to go with the reports of each, so that it would tie their stories together.

A report is looked into where reports that it is like are not like each other. Its items (`items.py`) are held against these: those that tell of one report, or of reports that
are alike, tell of one *happening*. A normal report mentions other happenings too, as background; ROUNDUP says by points whether this is a round-up. Like
the likelihood of pairs this depends on the set of reports alone. Precision comes before recall: what is not sure stays with the main story.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import median_high, median_low
from typing import NamedTuple

import msgspec

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.stories.english_roundups import looks_back, titled
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.items import items
from rashomon.stages.stories.postings import UNDATED
from rashomon.stages.stories.signs import Matter, likelihood
from rashomon.stages.stories.suspects import likely_to_tell_several
from rashomon.stages.stories.tells import tells

Look = Callable[[Report], Sketch]
_MOST_ITEMS = 120
_LONGEST = 200_000  # characters; longer texts are not looked into
_OWN_NAME = 9  # weight (levels) of a name that ties two items to one happening
_FRESH, _STALE = 7, 14  # days
_REST = 8  # words that stand on their own


class Item(NamedTuple):
    """A run of paragraphs, and the number of the happening that it tells; None where that is not known."""

    start: int
    end: int
    matter: Matter
    told: int | None


class Case(NamedTuple):
    """A report, its items, and the reports that are about each happening (ids, the likest first); `lead` is that of the report which
    it is likest, None where its headline names no one happening; `late` the days from its coming out to the nearest report of each of the others."""

    report: Report
    items: tuple[Item, ...]
    happenings: tuple[tuple[str, ...], ...]
    lead: int | None
    late: tuple[int, ...]

    @property
    def foreign(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.told is not None and item.told != self.lead)

    @property
    def rest(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.told is None)


# -- what makes a report a round-up: points for and against


def several(case: Case) -> bool:
    """It tells two or more happenings beside the one that it begins with: background mostly goes back to one."""
    return len({item.told for item in case.foreign}) >= 2


def named_so(case: Case) -> bool:
    """Its headline says that several things follow."""
    return titled(case.report.title or "")


def half(case: Case) -> bool:
    """What tells of others is two fifths of it or more: background is shorter than what it stands behind."""
    return _length(case.foreign) >= 0.4 * _length(case.items)


def apart(case: Case) -> bool:
    """No name of the passages that is their own stands elsewhere in it: background is tied to the news by a cast or a place."""
    rest = {name for item in case.items if item not in case.foreign for name in item.matter.names}
    names = (each for item in case.foreign for each in item.matter.names.items())
    return not any(value >= _OWN_NAME and name in rest for name, value in names)


def fresh(case: Case) -> bool:
    """It came out within a week of most of the others: they are told as news."""
    return bool(case.late) and median_low(case.late) <= _FRESH


def stale(case: Case) -> bool:
    """Half of the others were told more than two weeks before or after, and not since."""
    return bool(case.late) and median_high(case.late) > _STALE


def looking_back(case: Case) -> bool:
    """Half of the passages begin by looking back: "the third fire this year", "last month"."""
    back = [looks_back(case.report.text[item.start : item.end]) for item in case.foreign]
    return 2 * sum(back) >= len(back)


ROUNDUP: tuple[tuple[Callable[[Case], bool], int], ...] = (
    (several, 2), (named_so, 2), (half, 1), (apart, 1), (fresh, 1), (stale, -2), (looking_back, -2),
)  # fmt: skip
_POINTS = 4


def is_roundup(case: Case) -> bool:
    return bool(case.foreign) and sum(points for sign, points in ROUNDUP if sign(case)) >= _POINTS


def _length(some: Sequence[Item]) -> int:
    return sum(item.end - item.start for item in some)


def main_happening(case: Case) -> int | None:
    """The happening whose story is the round-up's main one. None: the main story is the round-up's own, where much of it tells what no other report is
    about; a report that begins with one happening and spends most of itself on it keeps to that one."""
    if case.lead is not None and not half(case):
        return case.lead
    if any(len(case.report.text[item.start : item.end].split()) >= _REST for item in case.rest):
        return None
    length = [0] * len(case.happenings)
    for item in case.items:
        if item.told is not None:
            length[item.told] += item.end - item.start
    return max(range(len(length)), key=lambda number: (number == case.lead, length[number], -number))


# -- all reports


def roundups(index: StoryIndex, reports: Sequence[Report], look: Look, ids: Sequence[str] | None = None) -> list[Case]:
    """The round-ups among the reports, in order of their ids. `look` makes the sketch of a passage. What another round-up begins with is told by neither. `ids`: those of the
    reports, in their order; where they are given no report is read but those that may be round-ups."""
    given = ids if ids is not None else [report.id for report in reports]
    seen = (
        _case(
            reports[place], others, index, look
        )  # in the order in which they lie, so that each is fetched with its neighbours
        for place, id in enumerate(given)
        if (others := likely_to_tell_several(id, index))
    )
    cases = sorted((case for case in seen if case and is_roundup(case)), key=lambda case: case.report.id)
    found = {case.report.id: case for case in cases}
    again = (_without(case, found) for case in found.values())
    return [case for case in again if is_roundup(case)]


def _without(case: Case, others: Mapping[str, Case]) -> Case:
    happenings = tuple(tuple(each for each in some if each not in others) for some in case.happenings)
    kept = {number for number, some in enumerate(happenings) if some}
    known = tuple(item if item.told in kept else item._replace(told=None) for item in case.items)
    return case._replace(items=known, happenings=happenings, lead=case.lead if case.lead in kept else None)


def _case(report: Report, others: Sequence[str], index: StoryIndex, look: Look) -> Case | None:
    spans = items(report.text) if len(report.text) <= _LONGEST else []
    if not 2 <= len(spans) <= _MOST_ITEMS:
        return None
    held = [index.matter(other) for other in others]

    parts = [msgspec.structs.replace(report, title=None, text=report.text[start:end]) for start, end in spans]
    matters = [index.matter_of(part, look(part)) for part in parts]
    told = [[i for i, other in enumerate(held) if tells(each, other)] for each in matters]
    groups = _happenings(others, matters, told, index)
    if len(groups) < 2:
        return None
    likest = [
        max(some, key=lambda i: (likelihood(each, held[i]), -i), default=None)
        for each, some in zip(matters, told, strict=True)
    ]
    of = {i: number for number, group in enumerate(groups) for i in group}
    labels = list(_carried(matters, [of[i] if i is not None else None for i in likest]))
    lead = None if titled(report.title or "") else of[min(of)]
    found = tuple(Item(*span, each, label) for span, each, label in zip(spans, matters, labels, strict=True))
    names = tuple(tuple(others[i] for i in group) for group in groups)
    return Case(report, found, names, lead, tuple(_late(report.id, names, lead, index)))


def _happenings(
    others: Sequence[str], matters: Sequence[Matter], told: Sequence[Sequence[int]], index: StoryIndex
) -> list[list[int]]:
    """The reports told of (their places in `others`) by happening: together are those that one item tells, that are alike, and that items with a
    name of their own in common tell."""
    top = {i: i for some in told for i in some}

    def find(i: int) -> int:
        while top[i] != i:
            i = top[i]
        return i

    def join(a: int, b: int) -> None:
        a, b = sorted((find(a), find(b)))
        top[b] = a

    for some in told:
        for also in some[1:]:
            join(some[0], also)
    for a, b in combinations(sorted(top), 2):
        if index.alike(others[a], others[b]):
            join(a, b)
    telling = [(each, some[0]) for each, some in zip(matters, told, strict=True) if some]
    for (one, first), (other, second) in combinations(telling, 2):
        if any(min(one.names[name], other.names[name]) >= _OWN_NAME for name in one.names.keys() & other.names.keys()):
            join(first, second)
    groups: dict[int, list[int]] = {}
    for i in sorted(top):
        groups.setdefault(find(i), []).append(i)
    return list(groups.values())


def _carried(matters: Sequence[Matter], told: Sequence[int | None]) -> Iterator[int | None]:
    """What each item tells, also those that go on with the one before: they have no name of their own."""
    happening, known = None, set[int]()
    for matter, own in zip(matters, told, strict=True):
        goes_on = own is None and all(value < _OWN_NAME or name in known for name, value in matter.names.items())
        known = known | set(matter.names) if goes_on or own == happening else set(matter.names)
        happening = happening if goes_on else own
        yield happening


def _late(report: str, happenings: Sequence[Sequence[str]], lead: int | None, index: StoryIndex) -> Iterator[int]:
    day = index.matter(report).day
    for number, some in enumerate(happenings):
        days = [other for one in some if (other := index.matter(one).day) != UNDATED]
        if number != lead and days and day != UNDATED:
            yield min(abs(day - other) for other in days)
