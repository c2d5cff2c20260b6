"""The index of what reports share, in numpy alone: `columns(texts)`, then `met(columns)`.

`columns` cuts texts into sentences, each with an exact hash, a min-wise sketch of its word runs, a bitmap of its content words
and its place. `met` gives the pairs of reports that have a sentence in common, word by word or with some words changed, and
for each pair all sentences that go together, with their characters on both sides. Offsets are code points of the texts as
given. A collection that grows is held as an `Index`: `with_reports` adds to it, `meeting` gives the pairs of given reports
from their buckets alone, the same in whatever order the reports came. Time grows with the reports and with the pairs found, never with all pairs; the result is the same in every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.alike import Faced, face_to_face
from rashomon.stages.lineage.asking import meeting
from rashomon.stages.lineage.columns import Columns, columns, joined
from rashomon.stages.lineage.meeting import meetings
from rashomon.stages.lineage.segments import Index, with_reports
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Columns", "Index", "Met", "columns", "joined", "meeting", "met", "with_reports"]


class Met(NamedTuple):
    """Pairs of reports, `a[i] < b[i]`, sorted (int64). `share_a`, `share_b`: share (0-1, float32) of the words of each that
    stand in sentences which the other has. Passages of pair i are `first[i]:first[i + 1]` of `left` and `right`: `[start, end)`
    in the texts of a and b (int32, two columns), sorted by left, none of a text twice."""

    a: np.ndarray
    b: np.ndarray
    share_a: np.ndarray
    share_b: np.ndarray
    first: np.ndarray
    left: np.ndarray
    right: np.ndarray


def met(columns: Columns, settings: Settings | None = None, fast: bool = False) -> Met:
    """The pairs of reports that share sentences. Numbers of reports are in order of time where that counts: a sentence in more
    than `settings.group` reports leads to the one with the least number. `fast`: see `alike.face_to_face`."""
    chosen = settings or Settings()
    a, b = meetings(columns, chosen)
    return _met(columns, a, b, face_to_face(columns, a, b, chosen, fast))


def _met(columns: Columns, a: np.ndarray, b: np.ndarray, faced: Faced) -> Met:
    import numpy as np

    total = np.maximum(np.bincount(columns.report, columns.words, columns.reports), 1)
    shared_a = np.bincount(faced.pair, columns.words[faced.a], len(a))
    shared_b = np.bincount(faced.pair, columns.words[faced.b], len(a))
    return Met(
        a,
        b,
        (shared_a / total[a]).astype(np.float32),
        (shared_b / total[b]).astype(np.float32),
        np.searchsorted(faced.pair, np.arange(len(a) + 1)),
        np.stack([columns.start[faced.a], columns.end[faced.a]], axis=1),
        np.stack([columns.start[faced.b], columns.end[faced.b]], axis=1),
    )
