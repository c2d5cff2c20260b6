"""Looks at all pairs of many reports, stretch of days by stretch: each stretch is a task of its own, for whatever runs tasks."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from rashomon.stages.stories.candidates import telling
from rashomon.stages.stories.card import NAME, NUMBER, TERM
from rashomon.stages.stories.cards import Cards
from rashomon.stages.stories.pairing import points
from rashomon.stages.stories.postings import LEVEL
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.signs import LEAST, as_likelihood
from rashomon.stages.stories.weighing import Array, Weighed, spread, weighed

_POINTS = log(LEAST / (1 - LEAST)) - 1e-6  # less than those are no likelihood of LEAST
_STRETCH = 16_384  # reports whose pairs are looked at in one task
_MET = 1 << 21  # meetings of reports in words that are counted at a time
_PAIRS = 1 << 12  # pairs that are looked at at a time
_MAIN = (NAME | TERM | NUMBER) << 8


class Stretch(NamedTuple):
    """The pairs of the reports from place `first` to `last` (half-open) with those that stand before them. `given`: the reports, or the folder
    in which their columns lie."""

    given: Weighed | str
    first: int
    last: int
    settings: Settings


class Found(NamedTuple):
    """Pairs of places and their likelihood, and how many were looked at."""

    one: Array
    other: Array
    value: Array
    looked: int


Engine = Callable[[Callable[[Stretch], Found], Iterable[Stretch]], Iterator[Found]]


def looked_over(cards: Cards, numbers: Collection[int], settings: Settings, engine: Engine, folder: Path) -> Found:
    """The likely pairs among the reports of these numbers, by number. The columns lie in the folder meanwhile."""
    of = weighed(cards, numbers, settings)
    given, number = (shelved(of, folder), of.number) if len(of.number) > _STRETCH else (of, of.number)
    del of
    found = list(engine(looked_at, stretches(given, len(number), settings)))
    one, other, value = (np.concatenate([each[i] for each in found]) for i in range(3))
    return Found(number[one], number[other], value, sum(each.looked for each in found))


def stretches(given: Weighed | str, count: int, settings: Settings) -> list[Stretch]:
    """Tasks for all pairs of `count` reports."""
    return [Stretch(given, first, min(first + _STRETCH, count), settings) for first in range(0, count, _STRETCH)]


def shelved(given: Weighed, folder: Path) -> str:
    """Lays the columns into the folder, so that tasks need not carry them."""
    for name, column in given._asdict().items():
        np.save(folder / f"{name}.npy", column)
    return str(folder)


def _taken(given: Weighed | str) -> Weighed:
    if isinstance(given, Weighed):
        return given
    return Weighed(*(np.load(Path(given) / f"{name}.npy", mmap_mode="r") for name in Weighed._fields))


def looked_at(stretch: Stretch) -> Found:
    """The likely pairs of the stretch."""
    of, settings = _taken(stretch.given), stretch.settings
    table = np.zeros(int(of.size), np.uint16)
    ones, others, values, looked = [], [], [], 0
    for one, other in _partners(of, stretch):
        looked += len(one)
        for low in range(0, len(one), _PAIRS):
            part = slice(low, low + _PAIRS)
            found = points(of, one[part], other[part], settings, table)
            at = np.flatnonzero(found >= _POINTS)
            value = np.array([as_likelihood(each) for each in found[at].tolist()])
            at, value = at[value >= LEAST], value[value >= LEAST]
            ones.append(one[part][at])
            others.append(other[part][at])
            values.append(value)
    none = np.zeros(0, np.int32)
    return Found(
        np.concatenate([none, *ones]), np.concatenate([none, *others]), np.concatenate([np.zeros(0), *values]), looked
    )


# -- which pairs: those that share words which tell


class _Meetings(NamedTuple):
    """Each word of a report that tells, in order of reports: the report's place, the word's weight, and the run of `who` in which the partners
    lie that have it too, in two parts: those of the window, and those without a day."""

    one: Array
    heavy: Array
    first: Array
    counts: Array
    who: Array


def _partners(of: Weighed, stretch: Stretch) -> Iterator[tuple[Array, Array]]:
    """Pairs of places in order of the first; it is the later of the two."""
    settings, span = stretch.settings, len(of.day)
    met = _meetings(of, stretch)
    near, far = (_levels(weight) for weight in (settings.heft, settings.heft_late))
    for part in _portions(met):
        counts = met.counts[part]
        pair = np.repeat(met.one[part] * span, counts) + met.who[spread(met.first[part], counts)]
        key = pair << 8 | np.repeat(met.heavy[part], counts)
        key.sort()
        pair = key >> 8
        first = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
        heft = np.add.reduceat(key & 255, first)
        one, other = np.divmod(pair[first], span)
        soon = np.abs(of.day[one] - of.day[other]) <= settings.late
        chosen = (heft >= far) | ((heft >= near) & soon)
        yield one[chosen], other[chosen]


def _levels(heft: float) -> int:
    """The fewest levels that weigh so much."""
    return next(levels for levels in itertools.count(int(heft)) if levels * LEVEL >= heft)


def _portions(met: _Meetings) -> Iterator[slice]:
    """Whole reports, of so many meetings at most or one report, none without any."""
    cuts = np.concatenate([np.flatnonzero(np.diff(met.one, prepend=-1)), [len(met.one)]])
    ends = np.concatenate([[0], np.cumsum(met.counts)])[cuts]
    low = 0
    while low < len(cuts) - 1:
        high = max(low + 1, int(np.searchsorted(ends, ends[low] + _MET, "right")) - 1)
        if ends[high] > ends[low]:
            yield slice(int(cuts[low]), int(cuts[high]))
        low = high


def _meetings(of: Weighed, stretch: Stretch) -> _Meetings:
    first, last, span = stretch.first, stretch.last, len(of.day)
    undated = min(int(of.undated), last)
    since = np.maximum(np.searchsorted(of.day, of.day[first:last] - stretch.settings.window), undated)
    one, word, heavy = _telling(of, first, last, stretch.settings)
    names, word = np.unique(word, return_inverse=True)
    key = _postings(of, names, ((0, undated), (int(since.min(initial=last)), last)))
    found = [
        _runs(key, word, np.arange(len(names)) * span, undated, one),
        _window(key, word * span, since[one - first], one),
    ]
    order = np.argsort(np.tile(one, 2), kind="stable")
    begins, ends = (np.concatenate([each[i] for each in found])[order] for i in (0, 1))
    return _Meetings(np.tile(one, 2)[order], np.tile(heavy, 2)[order], begins, np.maximum(ends - begins, 0), key % span)


def _window(key: Array, base: Array, since: Array, one: Array) -> tuple[Array, Array]:
    """Where in the postings each word's run of the window begins and ends. They are asked for in order, which is many times faster."""
    order = np.argsort(base + one)
    begins, ends = np.empty_like(base), np.empty_like(base)
    begins[order] = np.searchsorted(key, (base + since)[order])
    ends[order] = np.searchsorted(key, (base + one)[order])
    return begins, ends


def _runs(key: Array, word: Array, base: Array, undated: int, one: Array) -> tuple[Array, Array]:
    """The same of the reports without a day: all of them, or those before a report that has none itself."""
    begins, ends = np.searchsorted(key, base), np.searchsorted(key, base + undated)
    early = np.flatnonzero(one < undated)
    found = ends[word]
    found[early] = np.searchsorted(key, base[word[early]] + one[early])
    return begins[word], found


def _telling(of: Weighed, first: int, last: int, settings: Settings) -> tuple[Array, Array, Array]:
    """The words that tell in the reports from the first place to the last (half-open): the report's place, the word, its weight."""
    own = slice(int(of.starts[first]), int(of.starts[last]))
    least = np.array([total - telling(total, settings) for total in range(256)])[of.total[first:last]]
    report = np.repeat(np.arange(first, last), np.diff(of.starts[first : last + 1]))
    marks = np.asarray(of.marks[own])
    heavy = (marks & 255).astype(np.int64)
    at = np.flatnonzero((heavy >= least[report - first]) & ((marks & _MAIN) > 0))
    return report[at], of.words[own][at], heavy[at]


def _postings(of: Weighed, names: Array, parts: Iterable[tuple[int, int]]) -> Array:
    """Where these words (sorted) stand in some runs of reports: the word's place in `names`, times the number of all reports, and the report's
    place, in order."""
    place = np.full(int(of.size), -1, np.int32)
    place[names] = np.arange(len(names))
    keys = [np.zeros(0, np.int64)]
    for first, last in parts:
        for low in range(first, last, _STRETCH):
            high = min(low + _STRETCH, last)
            own = place[of.words[of.starts[low] : of.starts[high]]]
            at = np.flatnonzero(own >= 0)
            report = np.repeat(np.arange(low, high), np.diff(of.starts[low : high + 1]))[at]
            keys.append(own[at] * np.int64(len(of.day)) + report)
    key = np.concatenate(keys)
    key.sort()
    return key
