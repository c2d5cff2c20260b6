"""Sentences edited so much that few runs are left: nearly all content words in common on both sides, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.stages.lineage.body import Body, Unit, UnitIndex
from rashomon.stages.lineage.settings import Settings
from rashomon.text.align import Stretch

if TYPE_CHECKING:
    import numpy as np

_PLAIN = 4  # distinct plain words in common; names and numbers alone are the happening's, not a text's
_MOST = 12  # sentences; a word in more of one text finds none
_HALF = 32  # bits of a pair's first and second number


def reworded(a: Body, b: Body, known: Sequence[Stretch], settings: Settings) -> list[Stretch]:
    """For each sentence of `a` the sentence of `b` that it is an edited form of, where neither lies in a known stretch."""
    left = _open(a, [(s.a0, s.a1) for s in known])
    right = _open(b, [(s.b0, s.b1) for s in known])
    scored = []
    for number, other in _met(a.units, left, b.units, right, settings.overlap_words / 2):
        score = _overlap(a.unit(number), b.unit(other), settings)
        if score:
            scored.append((-score, number, other))
    return _best([(a.unit(number), b.unit(other)) for _, number, other in sorted(scored)], a, b)


def _open(text: Body, taken: Sequence[tuple[int, int]]) -> np.ndarray:
    """Which sentences and quotations lie outside `taken`: two reports may frame the same quoted words each in its way."""
    import numpy as np

    units = text.units
    if not taken:
        return units.fit
    spans = np.array(taken, np.int64)
    common = np.minimum(units.ends[:, None], spans[:, 1]) - np.maximum(units.starts[:, None], spans[:, 0])
    found: np.ndarray = units.fit & (2 * np.maximum(common, 0).sum(1) < units.ends - units.starts)
    return found


def _met(a: UnitIndex, left: np.ndarray, b: UnitIndex, right: np.ndarray, least: float) -> list[tuple[int, int]]:
    """Units of the one and of the other, all of them open, that have so many stems in common, those of many units of the other aside."""
    import numpy as np

    mine, theirs = left[a.owners], right[b.owners]
    keys, owners, others, holders = a.keys[mine], a.owners[mine], b.keys[theirs], b.owners[theirs]
    low = np.searchsorted(others, keys)
    counts = np.searchsorted(others, keys, "right") - low
    counts[counts > _MOST] = 0
    places = np.arange(counts.sum()) + np.repeat(low - np.cumsum(counts) + counts, counts)
    pairs, shared = np.unique(np.repeat(owners, counts) << _HALF | holders[places], return_counts=True)
    return [(pair >> _HALF, pair & (1 << _HALF) - 1) for pair in pairs[shared >= least].tolist()]


def _overlap(one: Unit, other: Unit, settings: Settings) -> float:
    """Share of the shorter unit's content words that the other has; 0 where too few are common."""
    shared = len(one.stems & other.stems)
    if shared < settings.overlap_words or len(one.plain & other.plain) < _PLAIN:
        return 0.0
    short, long = sorted((len(one.stems), len(other.stems)))
    edited = shared >= settings.overlap * short and shared >= settings.overlap_long * long
    return round(shared / short, 9) if edited else 0.0


def _best(pairs: Sequence[tuple[Unit, Unit]], a: Body, b: Body) -> list[Stretch]:
    """Best pairs first, no word twice."""
    found: list[Stretch] = []
    for one, other in pairs:
        shared = one.stems & other.stems
        new = Stretch(*_ends(a, one.span, shared), *_ends(b, other.span, shared), _matched(one, other), 0)
        if not any(_meet(new, old) for old in found):
            found.append(new)
    return found


def _matched(one: Unit, other: Unit) -> int:
    """Common plain words less those that one has and the other has not: names and numbers are the happening's."""
    strange = max(len(one.stems - other.stems), len(other.stems - one.stems))
    return max(0, len(one.plain & other.plain) - strange)


def _meet(new: Stretch, old: Stretch) -> bool:
    return (new.a0 < old.a1 and old.a0 < new.a1) or (new.b0 < old.b1 and old.b0 < new.b1)


def _ends(text: Body, span: tuple[int, int], shared: frozenset[str]) -> tuple[int, int]:
    """From the first to the last shared word of a sentence."""
    places = [i for i in range(*span) if text.stems[i] in shared]
    return places[0], places[-1] + 1
