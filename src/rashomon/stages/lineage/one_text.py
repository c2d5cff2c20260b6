"""Which of the reports that meet speak with one text, told by the sentences that they share: `voices` in columns of numbers.

The rule is that of `voices.one_text_pairs`; kinds and directions are told by shares and the clock alone, and either end of a pair
may be the one that is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.alike import Faced, face_to_face
from rashomon.stages.lineage.columns import Columns, ranges
from rashomon.stages.lineage.cutting import once
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 200_000  # pairs faced at once


class Pairs(NamedTuple):
    """Pairs of reports by number, `a[i] < b[i]`, sorted (int64); shares (0-1, float32) of the words of each that stand in
    sentences which the other has."""

    a: np.ndarray
    b: np.ndarray
    share_a: np.ndarray
    share_b: np.ndarray


class Clock(NamedTuple):
    """Of each report: `rank` in order of time; `day`, `minute`, `zoned` as in `heads.Head`."""

    rank: np.ndarray
    day: np.ndarray
    minute: np.ndarray
    zoned: np.ndarray


class Close(NamedTuple):
    """Pairs of which half of the shorter stands in the other: `derived` and `origin` by number, `known` whether the clock
    tells which is which, `share` of the derived, `other` of the origin, `whole` whether hardly any of the shorter is its own."""

    derived: np.ndarray
    origin: np.ndarray
    known: np.ndarray
    share: np.ndarray
    other: np.ndarray
    whole: np.ndarray


def close_pairs(pairs: Pairs, words: np.ndarray, clock: Clock, settings: Settings) -> Close:
    """`words`: how many each report has."""
    import numpy as np

    a, b, share_a, share_b = pairs
    shorter = np.where(words[a] <= words[b], share_a, share_b)
    held = np.flatnonzero(shorter >= settings.half)
    a, b, share_a, share_b, shorter = a[held], b[held], share_a[held], share_b[held], shorter[held]
    later = _later(a, b, clock)
    turned = np.where(later, later > 0, clock.rank[b] > clock.rank[a])  # whether b is the derived one
    return Close(
        np.where(turned, b, a),
        np.where(turned, a, b),
        later != 0,
        np.where(turned, share_b, share_a),
        np.where(turned, share_a, share_b),
        shorter >= settings.whole,
    )


def _later(a: np.ndarray, b: np.ndarray, clock: Clock) -> np.ndarray:
    """1 where b was published later than a, -1 where earlier, 0 where the clock cannot tell. A day and a time, or times of
    which one tells its zone, are compared by the day (as `direction.later_of`)."""
    import numpy as np

    dated = (clock.day[a] > 0) & (clock.day[b] > 0)
    timed = (clock.minute[a] > 0) & (clock.minute[b] > 0) & (clock.zoned[a] == clock.zoned[b])
    by_time = np.sign(clock.minute[b] - clock.minute[a])
    by_day = np.sign(clock.day[b] - clock.day[a])
    found: np.ndarray = np.where(dated, np.where(timed, by_time, by_day), 0)
    return found


def together(columns: Columns, close: Close, clock: Clock, settings: Settings) -> np.ndarray:
    """Pairs of numbers (two columns) of reports that speak with one text. A report put together from two texts joins the one that
    most of it comes from; one that has hardly more than half in common, the one that it has most of, if it joins no other."""
    import numpy as np

    fit = ~_beside(columns, close, clock, settings)
    sure = fit & close.whole
    joined = np.stack([close.derived[sure], close.origin[sure]], axis=1)
    alone = np.ones(len(clock.rank), bool)
    alone[joined.ravel()] = False
    loose = np.flatnonzero(~close.whole & alone[close.derived])
    order = loose[np.lexsort((clock.rank[close.origin[loose]], -close.share[loose], close.derived[loose]))]
    new = np.append(True, close.derived[order][1:] != close.derived[order][:-1])[: len(order)]
    best = order[new]
    found: np.ndarray = np.concatenate([joined, np.stack([close.derived[best], close.origin[best]], axis=1)])
    return found


def _beside(columns: Columns, close: Close, clock: Clock, settings: Settings) -> np.ndarray:
    """Whether a pair has other words in common than those that make the most of one of its reports."""
    import numpy as np

    count = len(close.derived)
    row = np.tile(np.arange(count), 2)
    report = np.concatenate([close.derived, close.origin])
    other = np.concatenate([close.origin, close.derived])
    best = _mains(close, clock, settings.whole)[report]
    asked = np.flatnonzero((best >= 0) & (best != row))
    found = np.zeros(count, bool)
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        there = _overlap(columns, report[some], other[some], _other(close, best[some], report[some]), settings)
        found[row[some[~there]]] = True
    return found


def _mains(close: Close, clock: Clock, whole: float) -> np.ndarray:
    """For each report the number of the close pair that it has the most from, so far as the clock allows; -1 for none."""
    import numpy as np

    unsure = np.flatnonzero(~close.known)
    row = np.concatenate([np.arange(len(close.derived)), unsure])
    report = np.concatenate([close.derived, close.origin[unsure]])
    other = np.concatenate([close.origin, close.derived[unsure]])
    share = np.concatenate([close.share, close.other[unsure]])
    mutual = (
        np.minimum(close.share, close.other) >= whole
    )  # tells what the two have, not what each is put together from
    order = np.lexsort((clock.rank[other], -share, report))
    order = order[~mutual[row[order]]]
    new = np.append(True, report[order][1:] != report[order][:-1])[: len(order)]
    by = np.full(len(clock.rank), -1)
    by[report[order[new]]] = row[order[new]]
    return by


def _overlap(
    columns: Columns, report: np.ndarray, one: np.ndarray, other: np.ndarray, settings: Settings
) -> np.ndarray:
    """Whether the words that a report has in common with the one and those with the other are the same, half of the fewer."""
    import numpy as np

    pairs = once(np.concatenate([_key(report, one), _key(report, other)]))
    faced = face_to_face(columns, pairs >> 32, pairs & 0xFFFFFFFF, settings, fast=True)
    left, right = (_rows_of(faced, pairs, report, each) for each in (one, other))
    count, words = len(report), columns.words
    both = np.intersect1d(left, right, assume_unique=True)
    sizes = [np.bincount(each >> 32, words[each & 0xFFFFFFFF], count) for each in (both, left, right)]
    found: np.ndarray = 2 * sizes[0] >= np.minimum(sizes[1], sizes[2])
    return found


def _key(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    found: np.ndarray = one << 32 | other
    return found


def _rows_of(faced: Faced, pairs: np.ndarray, report: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each report its rows that the other words too, behind the number of the question."""
    import numpy as np

    pair = np.searchsorted(pairs, _key(report, other))
    first = np.searchsorted(faced.pair, pair)
    size = np.searchsorted(faced.pair, pair, "right") - first
    rows = faced.a[ranges(first, size)]
    found: np.ndarray = np.sort(np.repeat(np.arange(len(pair)), size) << 32 | rows)
    return found


def groups(count: int, pairs: np.ndarray) -> np.ndarray:
    """For each of so many reports the least number of those that pairs join it with."""
    import numpy as np

    top = list(range(count))

    def first(each: int) -> int:
        while top[each] != each:
            top[each] = each = top[top[each]]
        return each

    for a, b in pairs.tolist():
        one, other = first(a), first(b)
        top[max(one, other)] = min(one, other)
    return np.array([first(each) for each in range(count)], np.int64)


def _other(close: Close, row: np.ndarray, report: np.ndarray) -> np.ndarray:
    """The other report of each pair."""
    import numpy as np

    found: np.ndarray = np.where(close.derived[row] == report, close.origin[row], close.derived[row])
    return found
