"""Lineage by whole sentences, for collections too large to align word by word: who shares text, and which reports have one voice.

What two reports share word by word, its kind and its direction are told when a story is read; here is what shares of common
sentences and the clock tell."""

from __future__ import annotations

import builtins
import shutil
import weakref
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import CopyEdge, Traced, Voice
from rashomon.model.report import Report
from rashomon.stages.lineage import buckets, one_text, shards
from rashomon.stages.lineage.alike import Faced, face_to_face
from rashomon.stages.lineage.columns import Columns
from rashomon.stages.lineage.compare import moment
from rashomon.stages.lineage.heads import Head
from rashomon.stages.lineage.one_text import Clock, Pairs
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.shards import Map, makings, shard
from rashomon.stages.lineage.voices import kept_apart, voice

if TYPE_CHECKING:
    import numpy as np


class BySentence:
    """`pairs`: the reports that share sentences, by number; `ids`: the id of each; `voices` in order of ids, and whose each report
    is. Holds no text and no report; the columns stay in files as long as this stands."""

    def __init__(self, ids: Sequence[str], pairs: Pairs, voices: Sequence[Voice], held: _Held) -> None:
        self.ids, self.pairs = ids, pairs
        self.voices = tuple(sorted(voices, key=lambda each: each.id))
        self.voice_of = {report: each.id for each in self.voices for report in each.reports}
        self._held = held

    def traced(self) -> Traced:
        """The voices; no rows, for kinds and directions are told word by word."""
        return Traced(voices=self.voices, voice_of=self.voice_of, rows=())

    def among(self, reports: Iterable[str]) -> np.ndarray:
        """The numbers of the pairs of which both are among those reports (ids)."""
        import numpy as np

        wanted = set(reports)
        held = np.fromiter((each in wanted for each in self.ids), bool, len(self.ids))
        return np.flatnonzero(held[self.pairs.a] & held[self.pairs.b])

    def edges(self, numbers: Iterable[int] | None = None) -> Iterator[CopyEdge]:
        """What the pairs of those numbers (all if None; places in `pairs`) share, made as they are asked for: sentences as they go on
        on both sides."""
        import numpy as np

        chosen = np.arange(len(self.pairs.a)) if numbers is None else np.fromiter(numbers, np.int64)
        for first in range(0, len(chosen), _STRETCH):
            yield from self._edges(chosen[first : first + _STRETCH])

    def _edges(self, numbers: np.ndarray) -> Iterator[CopyEdge]:
        import numpy as np

        rows, pairs = self._held.columns, self.pairs
        faced = face_to_face(rows, pairs.a[numbers], pairs.b[numbers], self._held.settings)
        head = np.flatnonzero(~_goes_on(faced))
        last = np.append(head[1:], len(faced.pair)) - 1
        first = np.searchsorted(faced.pair[head], np.arange(len(numbers) + 1)).tolist()
        left, right = (
            list(zip(rows.start[each[head]].tolist(), rows.end[each[last]].tolist(), strict=True))
            for each in (faced.a, faced.b)
        )
        for place, number in enumerate(numbers.tolist()):
            spans = slice(first[place], first[place + 1])
            yield self._edge(number, tuple(zip(left[spans], right[spans], strict=True)))

    def _edge(self, number: int, passages: tuple[tuple[tuple[int, int], tuple[int, int]], ...]) -> CopyEdge:
        a, b, share_a, share_b = (column[number].item() for column in self.pairs)
        if self.ids[a] > self.ids[b]:
            a, b, share_a, share_b = b, a, share_b, share_a
            passages = tuple(sorted((q, p) for p, q in passages))
        return CopyEdge(
            a=self.ids[a], b=self.ids[b], share_a=round(share_a, 4), share_b=round(share_b, 4), passages=passages
        )


def _goes_on(faced: Faced) -> np.ndarray:
    """Whether each entry follows the one before it sentence by sentence on both sides: one passage."""
    import numpy as np

    found = np.zeros(len(faced.pair), bool)
    same = np.diff(faced.pair) == 0
    found[1:] = same & (np.diff(faced.a) == 1) & (np.diff(faced.b) == 1)
    return found


class _Held:
    """The columns and the settings; `own`: a folder that goes when this goes."""

    def __init__(self, columns: Columns, settings: Settings, own: str | None) -> None:
        self.columns, self.settings = columns, settings
        if own:
            weakref.finalize(self, shutil.rmtree, own, ignore_errors=True)


_STRETCH = 100_000  # pairs faced at once


def by_sentence(
    reports: Iterable[Report],
    settings: Settings | None = None,
    *,
    parts: Sequence[str | Path] | None = None,
    folder: Path | None = None,
    map: Map = builtins.map,
    bonds: Bonds | None = None,
) -> BySentence:
    """The coarse lineage of a collection; the same in whatever order the reports come and wherever the tasks are done.

    `reports` are read once, one after the other, a shard held at a time; not at all where `parts` are given: the folders that
    `shards.shard` made of them. `folder`: where the columns go, so many bytes as the texts; for as long as the result stands if None.
    `map`: who does the tasks. `bonds`: what persons decided on which reports speak with one text."""
    chosen = settings or Settings()
    own = mkdtemp(prefix="rashomon-") if folder is None else None
    room = Path(own or str(folder))
    made = list(map(shard, makings(reports, room / "shards", chosen))) if parts is None else list(parts)
    held = _Held(shards.together(room, made), chosen, own)
    ids, clock = _order(shards.heads(made))
    met = buckets.meetings(room, held.columns, clock.rank, chosen, map)
    pairs = Pairs(*met, *buckets.shares(room, met, chosen, map))
    first = _groups(held, ids, pairs, clock, bonds or Bonds())
    return BySentence(ids, pairs, list(_voices(shards.heads(made), first)), held)


def _order(heads: Iterable[Head]) -> tuple[list[str], Clock]:
    import numpy as np

    ids, moments, days, minutes, zoned = [], [], [], [], []
    for each in heads:
        ids.append(each.report.id)
        moments.append(moment(each.report))
        days.append(each.day)
        minutes.append(each.minute)
        zoned.append(each.zoned)
    rank = np.empty(len(ids), np.int64)
    rank[sorted(range(len(ids)), key=moments.__getitem__)] = np.arange(len(ids))
    return ids, Clock(rank, np.array(days, np.int64), np.array(minutes, np.int64), np.array(zoned, bool))


def _groups(held: _Held, ids: Sequence[str], pairs: Pairs, clock: Clock, bonds: Bonds) -> np.ndarray:
    """For each report the least number of its group."""
    import numpy as np

    close = one_text.close_pairs(pairs, buckets.words_of(held.columns), clock, held.settings)
    found = one_text.together(held.columns, close, clock, held.settings)
    found = found[np.lexsort(clock.rank[found].T)]
    if bonds.together or bonds.apart:
        place = {each: number for number, each in enumerate(ids)}
        named = [*bonds.together, *((ids[a], ids[b]) for a, b in found.tolist())]
        known = [each for each in named if each[0] in place and each[1] in place]
        upheld = kept_apart(known, bonds.apart) if bonds.apart else known
        found = np.array([(place[a], place[b]) for a, b in upheld], np.int64).reshape(-1, 2)
    return one_text.groups(len(ids), found)


def _voices(heads: Iterable[Head], first: np.ndarray) -> Iterator[Voice]:
    """The voice of each group; of the heads only those of groups that are not yet whole are held."""
    import numpy as np

    missing = np.bincount(first, minlength=len(first)).tolist()
    waiting: dict[int, list[Head]] = {}
    for each, group in zip(heads, first.tolist(), strict=True):
        waiting.setdefault(group, []).append(each)
        missing[group] -= 1
        if not missing[group]:
            yield _voice(waiting.pop(group))


def _voice(heads: Sequence[Head]) -> Voice:
    outside = {each.report.id: [each.outside] for each in heads if each.outside}
    return voice(sorted((each.report for each in heads), key=moment), outside)
