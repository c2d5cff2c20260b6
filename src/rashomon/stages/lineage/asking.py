"""Asked of the index as it grows: whom do these reports meet? The answer is that of `meetings` over all reports, from a part of them.

What is looked at hangs on a sentence's wordings, never on how many reports have it: of each distinct sentence the earliest
reports, as many as tell whether it is stock and to whom it leads; of a bucket one distinct sentence more than it may have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rashomon.stages.lineage import segments
from rashomon.stages.lineage.columns import Columns, taken
from rashomon.stages.lineage.meeting import AROUND, distinct_sentences, leading, meetings, near, of_stock
from rashomon.stages.lineage.segments import Index, everywhere, picked
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

Rows = Sequence["np.ndarray"]  # of each segment those that are looked at


def meeting(index: Index, reports: Iterable[int], settings: Settings | None = None) -> list[tuple[int, int]]:
    """The pairs (a before b by name) of which one is among `reports` (numbers by order of arrival), sorted: what `meetings`
    finds over all."""
    import numpy as np

    chosen, asked = settings or Settings(), np.unique(np.fromiter(reports, np.int64))
    if not index.segments:
        return []
    rows: Rows = [segments.rows_of(each, asked) for each in index.segments]
    own, _ = picked(index, rows)
    rows = _with_neighbours(index, rows, own, own.hash, chosen)
    beside, numbers = picked(index, rows)
    told = _less_stock(beside, own.hash, chosen)
    if not len(told):
        return []
    wordings = _with_wordings(beside, told, chosen)
    rows = _with_neighbours(index, rows, _having(beside, wordings), wordings, chosen)
    ahead = _with_wordings(beside, _led_by(beside, numbers, told, asked, chosen), chosen)
    rows = everywhere(index, rows, [segments.with_sentence(each, ahead, None) for each in index.segments])
    beside, numbers = picked(index, rows)
    a, b = meetings(beside, chosen)
    a, b = numbers[a], numbers[b]
    held = np.isin(a, asked) | np.isin(b, asked)
    return sorted(zip(a[held].tolist(), b[held].tolist(), strict=True))


def _with_neighbours(index: Index, rows: Rows, own: Columns, hashes: np.ndarray, settings: Settings) -> Rows:
    """Further rows: the buckets of `own`, and the earliest reports' own stretch around each of the sentences `hashes` and their
    wordings."""
    rows = everywhere(
        index, rows, [segments.in_buckets(each, own.slots, settings.bucket + 1) for each in index.segments]
    )
    wanted = _with_wordings(picked(index, rows)[0], hashes, settings)
    most = max(settings.group, settings.crowd) + 1
    first = [segments.with_sentence(each, wanted, most) for each in index.segments]
    judged = [segments.with_sentence(each, wanted, settings.crowd) for each in index.segments]
    rows = everywhere(index, rows, first)
    return everywhere(
        index, rows, [segments.around(each, own, AROUND) for each, own in zip(index.segments, judged, strict=True)]
    )


def _having(rows: Columns, hashes: np.ndarray) -> Columns:
    import numpy as np

    return taken(rows, np.flatnonzero(np.isin(rows.hash, hashes)))


def _with_wordings(rows: Columns, hashes: np.ndarray, settings: Settings) -> np.ndarray:
    """The hashes, sorted, and those of the sentences alike to one of theirs."""
    import numpy as np

    if not len(hashes):
        return hashes
    distinct = distinct_sentences(rows, settings)
    every = rows.hash[distinct.rows[distinct.first]]
    mine = np.isin(every, hashes)
    one, other = near(rows, distinct, settings)
    mine[np.concatenate([one[mine[other]], other[mine[one]]])] = True
    found: np.ndarray = every[mine]
    return found


def _less_stock(rows: Columns, hashes: np.ndarray, settings: Settings) -> np.ndarray:
    """Those of the sentences that are no stock, sorted."""
    import numpy as np

    distinct = distinct_sentences(rows, settings)
    every = rows.hash[distinct.rows[distinct.first]]
    alike = near(rows, distinct, settings)
    stock = of_stock(rows, distinct, alike, leading(distinct, alike, settings), settings)
    found: np.ndarray = every[np.isin(every, hashes) & ~stock]
    return found


def _led_by(
    rows: Columns, numbers: np.ndarray, hashes: np.ndarray, asked: np.ndarray, settings: Settings
) -> np.ndarray:
    """Those of the sentences that one of the asked reports has before all others: they lead to it, however many have them."""
    import numpy as np

    distinct = distinct_sentences(rows, settings)
    heads = distinct.rows[distinct.first]
    first = np.isin(numbers[rows.report[heads]], asked) & np.isin(rows.hash[heads], hashes)
    found: np.ndarray = rows.hash[heads[first]]
    return found
