"""The likelihood of many pairs at once: the signs of `signs.py` over arrays, to the last bit what they say of each pair alone."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rashomon.stages.stories import signs
from rashomon.stages.stories.card import LEAD, NAME, NUMBER, PLAIN, TERM
from rashomon.stages.stories.postings import LEVEL
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.weighing import DAY, Array, Weighed, spread

_KINDS = np.zeros(256, np.int8)  # by what a word is: the column of its sum
for _column, _kind in enumerate((NAME, TERM, NUMBER, DAY)):
    _KINDS[[flags for flags in range(256) if flags & _kind]] = _column


class Shared(NamedTuple):
    """Words that both reports of a pair have: the pair, what the word is in the one, in both, and in the other, and how heavy it is in each."""

    pair: Array
    one: Array
    both: Array
    other: Array
    in_one: Array
    in_other: Array


def points(of: Weighed, one: Array, other: Array, settings: Settings, table: Array) -> Array:
    """What the signs say of each pair of places, before it is made a likelihood; pairs in order of the one. `table`: `of.size` zeros, 16 bits each; zeros
    again afterwards."""
    shared = _shared(of, one, other, table)
    count = len(one)
    names, terms, numbers, days = _dots(shared, count)
    lead = _lead(shared, count, settings)
    a, b = of.lengths[one], of.lengths[other]
    rarest = [_rarest(shared, kind, count) * LEVEL / signs.SCALE for kind in (NAME, PLAIN)]
    said: dict[signs.Sign, Array] = {
        signs.names: _part(names, a[:, 0] * b[:, 0]),
        signs.terms: _part(terms, a[:, 1] * b[:, 1]),
        signs.numbers: _part(numbers, a[:, 2] * b[:, 2]),
        signs.lead: _part(lead, a[:, 3] * b[:, 3]),
        signs.rarest_name: rarest[0],
        signs.rarest_word: rarest[1],
        signs.taken_up: _taken_up(of, shared, one, other),
        signs.days_told: _days_told(days, of.told[one], of.told[other]),
        signs.weeks_between: _weeks_between(of.day[one], of.day[other]),
        signs.one_outlet: ((of.outlet[one] > 0) & (of.outlet[one] == of.outlet[other])).astype(np.float64),
    }
    alike, beside = np.zeros(count), np.zeros(count)
    for sign, weight in signs.LIKENESS:
        alike += weight * said[sign]
    for sign, weight in signs.CIRCUMSTANCES:
        beside += weight * said[sign]
    counts = np.where(said[signs.one_outlet] > 0, np.minimum(1.0, signs.HALF + signs.BORNE_OUT * said[signs.lead]), 1.0)
    return signs.BEFOREHAND + counts * alike + beside


def _shared(of: Weighed, one: Array, other: Array, table: Array) -> Shared:
    found = list(_runs(of, one, other, table))
    pair, mine, theirs = (np.concatenate([each[i] for each in found]) for i in range(3))
    both = (mine & theirs) >> 8
    return Shared(pair, mine >> 8, both, theirs >> 8, (mine & 255).astype(np.int32), (theirs & 255).astype(np.int32))


def _runs(of: Weighed, one: Array, other: Array, table: Array) -> Iterator[tuple[Array, Array, Array]]:
    """For each report that stands first in pairs: the words that it shares, with their marks in it and in the other."""
    cuts = [0, *(np.flatnonzero(np.diff(one)) + 1).tolist(), len(one)]
    counts, firsts = of.starts[other + 1] - of.starts[other], of.starts[other]
    places = spread(firsts, counts)
    words = of.words[places]
    ends = np.concatenate([[0], np.cumsum(counts)])
    pairs = np.repeat(np.arange(len(one), dtype=np.int32), counts)
    for low, high in pairwise(cuts):
        own = slice(int(of.starts[one[low]]), int(of.starts[one[low] + 1]))
        part = slice(int(ends[low]), int(ends[high]))
        table[of.words[own]] = of.marks[own]
        mine = table[words[part]]
        table[of.words[own]] = 0
        at = np.flatnonzero(mine)
        yield pairs[part][at], mine[at], of.marks[places[part][at]]


def _dots(shared: Shared, count: int) -> Array:
    """Products of the names, the terms and the numbers, and how many days both name: a row for each, a column for each pair."""
    key = shared.pair * 4 + _KINDS[shared.both]
    return np.bincount(key, shared.in_one * shared.in_other, 4 * count).reshape(count, 4).T


def _lead(shared: Shared, count: int, settings: Settings) -> Array:
    at = np.flatnonzero(shared.both & LEAD)
    key = shared.pair[at] * 2 + ((shared.both[at] & NAME) > 0)
    found = np.bincount(key, shared.in_one[at] * shared.in_other[at], 2 * count).reshape(count, 2)
    return found[:, 0] + settings.name * settings.name * found[:, 1]


def _rarest(shared: Shared, kind: int, count: int) -> Array:
    """The weight of the heaviest word of the kind that both have, in levels."""
    found = np.zeros(count, np.int64)
    at = np.flatnonzero(shared.both & kind)
    if len(at):
        pair = shared.pair[at]
        first = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
        found[pair[first]] = np.maximum.reduceat(np.minimum(shared.in_one[at], shared.in_other[at]), first)
    return found


def _taken_up(of: Weighed, shared: Shared, one: Array, other: Array) -> Array:
    shares = []
    for flags, heavy, report in ((shared.one, shared.in_one, one), (shared.other, shared.in_other, other)):
        at = np.flatnonzero(((shared.both & NAME) > 0) & ((flags & LEAD) > 0))
        shares.append(_part(np.bincount(shared.pair[at], heavy[at], len(report)), of.whole[report]))
    return np.maximum(shares[0], shares[1])


def _days_told(both: Array, one: Array, other: Array) -> Array:
    least = np.minimum(one, other)
    return np.where(least > 0, both / np.maximum(least, 1), 0.5)


def _weeks_between(one: Array, other: Array) -> Array:
    gap = np.where((one > 0) & (other > 0), np.abs(one - other), 0)
    return np.array([signs.weeks(days) for days in range(int(gap.max(initial=0)) + 1)])[gap]


def _part(value: Array, whole: Array) -> Array:
    """The one by the other, 0 where there is nothing."""
    return np.divide(value, whole, out=np.zeros(len(value)), where=(value > 0) & (whole > 0))
