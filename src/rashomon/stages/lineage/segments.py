"""The index as it grows: reports are added in any order, and those that meet a given report are found from its buckets alone.

Sorted segments, the newest small ones merged into older ones as they grow (a log-structured merge, O'Neil et al. 1996): adding
n reports one by one costs each row log n sortings, and a question looks into log n segments, of each bucket at no more
sentences and of each sentence at no more reports than the answer hangs on, however many have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.columns import NO_RUN, SLOTS, Columns, columns, joined, ranges, taken
from rashomon.stages.lineage.meeting import Distinct, distinct_sentences
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np


class Segment(NamedTuple):
    """Reports `[first, first + len(names))` by order of arrival. `names`: what orders them, sorted; `numbers`: the order of
    arrival of each, counted from `first`; `places`: the other way round. `rows.report` numbers them by name. `hashes`: of the
    distinct sentences; `keys`: slot and least hash of each one's runs (uint64), sorted, `owners` the distinct sentences beside
    them."""

    first: int
    names: tuple[str, ...]
    numbers: np.ndarray
    places: np.ndarray
    rows: Columns
    distinct: Distinct
    hashes: np.ndarray
    keys: np.ndarray
    owners: np.ndarray


class Index(NamedTuple):
    """`reports`: how many there are."""

    reports: int = 0
    segments: tuple[Segment, ...] = ()


def with_reports(index: Index, names: Sequence[str], texts: Sequence[str], settings: Settings | None = None) -> Index:
    """The index with further reports; the given one stays as it is. `names`: what orders the reports (their moment, then their
    id), all of the index distinct."""
    chosen = settings or Settings()
    new = _segment(index.reports, names, columns(texts, chosen.sketched), chosen)
    segments = [*index.segments, new]
    while len(segments) > 1 and len(segments[-2].names) < 2 * len(segments[-1].names):
        segments[-2:] = [_one_of_two(segments[-2], segments[-1], chosen)]
    return Index(index.reports + len(names), tuple(segments))


def _one_of_two(older: Segment, newer: Segment, settings: Settings) -> Segment:
    """A segment of both; the rows as they came, for `_segment` puts them in order."""
    moved = newer.rows._replace(report=newer.rows.report + older.rows.reports)
    numbers = [*older.numbers.tolist(), *(len(older.names) + newer.numbers).tolist()]
    return _segment(older.first, (*older.names, *newer.names), joined([older.rows, moved]), settings, numbers)


def _segment(
    first: int, names: Sequence[str], rows: Columns, settings: Settings, numbers: Sequence[int] | None = None
) -> Segment:
    """`rows.report` and `numbers` are beside `names`."""
    import numpy as np

    order = sorted(range(len(names)), key=names.__getitem__)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    report = rank[rows.report]
    rows = taken(rows._replace(report=report), np.argsort(report, kind="stable"))
    came = np.arange(len(order)) if numbers is None else np.array(numbers, np.int64)
    came = came[order]
    places = np.empty(len(came), np.int64)
    places[came] = np.arange(len(came))
    distinct = distinct_sentences(rows, settings)
    heads = distinct.rows[distinct.first]
    keys = keys_of(rows.slots[heads])
    by_key = np.argsort(keys, kind="stable")
    owners = by_key % max(1, len(heads))
    ordered = tuple(names[each] for each in order)
    return Segment(first, ordered, came, places, rows, distinct, rows.hash[heads], keys[by_key], owners)


def keys_of(slots: np.ndarray) -> np.ndarray:
    """One number for each slot's value, all rows of the first slot, then of the next."""
    import numpy as np

    found: np.ndarray = (
        slots.T.astype(np.uint64) | (np.arange(SLOTS, dtype=np.uint64) << np.uint64(32))[:, None]
    ).ravel()
    return found


def rows_of(segment: Segment, numbers: np.ndarray) -> np.ndarray:
    """All rows of those of the reports (by order of arrival, over all segments) that stand in the segment."""
    import numpy as np

    here = numbers[(numbers >= segment.first) & (numbers < segment.first + len(segment.names))] - segment.first
    report = segment.places[here]
    head = np.searchsorted(segment.rows.report, report)
    return ranges(head, np.searchsorted(segment.rows.report, report, "right") - head)


def in_buckets(segment: Segment, slots: np.ndarray, most: int) -> np.ndarray:
    """A row for each distinct sentence that has one of the least runs, of each run `most` at most."""
    import numpy as np

    wanted = np.unique(keys_of(slots))
    wanted = wanted[wanted & np.uint64(NO_RUN) != NO_RUN]
    first = np.searchsorted(segment.keys, wanted)
    size = np.minimum(np.searchsorted(segment.keys, wanted, "right") - first, most)
    owners = segment.owners[ranges(first, size)]
    found: np.ndarray = segment.distinct.rows[segment.distinct.first[owners]]
    return found


def with_sentence(segment: Segment, hashes: np.ndarray, most: int | None) -> np.ndarray:
    """The first rows, one for each report, of the distinct sentences with those hashes; of each the `most` earliest reports."""
    import numpy as np

    place = np.searchsorted(segment.hashes, hashes)
    place = place[place < len(segment.hashes)][: len(hashes)]
    place = place[np.isin(segment.hashes[place], hashes)]
    size = segment.distinct.size[place]
    size = size if most is None else np.minimum(size, most)
    found: np.ndarray = segment.distinct.rows[ranges(segment.distinct.first[place], size)]
    return found


def around(segment: Segment, rows: np.ndarray, steps: int) -> np.ndarray:
    """The rows and those that stand next to them in their reports, so many on each side."""
    import numpy as np

    places = (rows[:, None] + np.arange(-steps, steps + 1)).ravel()
    places = np.clip(places, 0, max(0, len(segment.rows.report) - 1))
    found: np.ndarray = places[segment.rows.report[places] == np.repeat(segment.rows.report[rows], 2 * steps + 1)]
    return found


def picked(index: Index, rows: Sequence[np.ndarray]) -> tuple[Columns, np.ndarray]:
    """The given rows of each segment, each once, in order of the reports' names and numbered by it; which number is whose."""
    import numpy as np

    chosen = [np.unique(each) for each in rows]
    came: list[np.ndarray] = []
    names: list[str] = []
    parts: list[Columns] = []
    for segment, own in zip(index.segments, chosen, strict=True):
        reports, number = np.unique(segment.rows.report[own], return_inverse=True)
        part = taken(segment.rows, own)
        parts.append(part._replace(report=number + len(names), reports=len(reports)))
        came.append(segment.numbers[reports] + segment.first)
        names += [segment.names[each] for each in reports.tolist()]
    order = np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    held = joined(parts)
    report = rank[held.report]
    ordered = taken(held._replace(report=report), np.argsort(report, kind="stable"))
    return ordered, np.concatenate(came)[order]


def everywhere(index: Index, chosen: Iterable[np.ndarray], others: Iterable[np.ndarray]) -> list[np.ndarray]:
    """Two choices of rows as one, segment by segment."""
    import numpy as np

    return [np.concatenate(pair) for pair in zip(chosen, others, strict=True)]
