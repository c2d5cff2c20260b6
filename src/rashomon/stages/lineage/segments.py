"""The index as it grows: reports are added in any order, and those that meet a given report are found from its buckets alone.

Sorted segments, the newest small ones merged into older ones as they grow (a log-structured merge, O'Neil et al. 1996): adding
n reports one by one costs each row log n sortings, and a question looks into log n segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.columns import NO_RUN, SLOTS, Columns, columns, joined, ranges
from rashomon.stages.lineage.meeting import distinct_sentences, meetings, near
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np


class Segment(NamedTuple):
    """Reports `[first, first + rows.reports)` by order of arrival, `rows.report` counted from 0. `keys`: slot and least hash of
    each row's runs (uint64), sorted, `holders` the rows beside them."""

    first: int
    rows: Columns
    keys: np.ndarray
    holders: np.ndarray


class Index(NamedTuple):
    """`names`: what orders the reports (their moment, then their id), distinct, in order of arrival."""

    names: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()


def with_reports(index: Index, names: Sequence[str], texts: Sequence[str], settings: Settings | None = None) -> Index:
    """The index with further reports; the given one stays as it is."""
    chosen = settings or Settings()
    segments = [*index.segments, _segment(len(index.names), columns(texts, chosen.sketched))]
    while len(segments) > 1 and segments[-2].rows.reports < 2 * segments[-1].rows.reports:
        segments[-2:] = [_segment(segments[-2].first, _one_behind_the_other(*segments[-2:]))]
    return Index((*index.names, *names), tuple(segments))


def _segment(first: int, rows: Columns) -> Segment:
    import numpy as np

    keys = _keys(rows.slots)
    held = np.flatnonzero(rows.slots.T.ravel() != NO_RUN)
    order = held[np.argsort(keys[held], kind="stable")]
    return Segment(first, rows, keys[order], order % max(1, len(rows.report)))


def _keys(slots: np.ndarray) -> np.ndarray:
    """One number for each slot's value, all rows of the first slot, then of the next."""
    import numpy as np

    found: np.ndarray = (
        slots.T.astype(np.uint64) | (np.arange(SLOTS, dtype=np.uint64) << np.uint64(32))[:, None]
    ).ravel()
    return found


def _one_behind_the_other(older: Segment, newer: Segment) -> Columns:
    moved = newer.rows._replace(report=newer.rows.report + older.rows.reports)
    return joined([older.rows, moved])


def meeting(index: Index, reports: Iterable[int], settings: Settings | None = None) -> list[tuple[int, int]]:
    """The pairs (a before b by name) of which one is among `reports` (numbers by order of arrival), sorted: what `meetings`
    finds over all. Time hangs on the reports in the buckets of their sentences and of those alike to them."""
    import numpy as np

    chosen, asked = settings or Settings(), np.unique(np.fromiter(reports, np.int64))
    own, _ = _of_reports(index, asked)
    first, _ = _of_reports(index, _in_buckets(index, own))
    beside, numbers = _of_reports(index, _in_buckets(index, _with_wordings(first, own, chosen)))
    a, b = meetings(beside, chosen)
    a, b = numbers[a], numbers[b]
    held = np.isin(a, asked) | np.isin(b, asked)
    return sorted(zip(a[held].tolist(), b[held].tolist(), strict=True))


def _in_buckets(index: Index, rows: Columns) -> np.ndarray:
    """Numbers of the reports that have a least run of one of the rows; the rows' own reports among them."""
    import numpy as np

    keys = np.unique(_keys(rows.slots))
    found = [
        segment.first + segment.rows.report[segment.holders[_places(segment.keys, keys)]] for segment in index.segments
    ]
    return np.unique(np.concatenate(found).astype(np.int64))


def _places(keys: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Where the wanted values stand in a sorted array."""
    import numpy as np

    first, last = np.searchsorted(keys, wanted), np.searchsorted(keys, wanted, "right")
    return ranges(first, last - first)


def _of_reports(index: Index, reports: np.ndarray) -> tuple[Columns, np.ndarray]:
    """All rows of the reports (sorted numbers), in order of the reports' names and numbered by it; which number is whose."""
    import numpy as np

    numbers = reports[np.argsort(np.array([index.names[each] for each in reports.tolist()], str), kind="stable")]
    rank = np.empty(len(numbers), np.int64)
    rank[np.searchsorted(reports, numbers)] = np.arange(len(numbers))
    parts = []
    for segment in index.segments:
        here = (reports >= segment.first) & (reports < segment.first + segment.rows.reports)
        own = reports[here] - segment.first
        heads = np.searchsorted(segment.rows.report, own)
        size = np.searchsorted(segment.rows.report, own, "right") - heads
        picked = _taken(segment.rows, ranges(heads, size))
        parts.append(picked._replace(report=np.repeat(rank[here], size)))
    rows = joined(parts)
    order = np.argsort(rows.report, kind="stable")
    return _taken(rows, order)._replace(reports=len(reports)), numbers


def _taken(rows: Columns, places: np.ndarray) -> Columns:
    report, start, end, words, hashes, slots, bits, reports = rows
    return Columns(
        report[places], start[places], end[places], words[places], hashes[places], slots[places], bits[places], reports
    )


def _with_wordings(rows: Columns, own: Columns, settings: Settings) -> Columns:
    """The rows whose sentence is one of `own` or alike to one."""
    import numpy as np

    distinct = distinct_sentences(rows, settings)
    heads = distinct.rows[distinct.first]
    mine = np.isin(rows.hash[heads], own.hash)
    one, other = near(rows, distinct, settings)
    kept = np.unique(np.concatenate([np.flatnonzero(mine), one[mine[other]], other[mine[one]]]))
    return _taken(rows, heads[kept])
