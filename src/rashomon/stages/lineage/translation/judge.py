"""Whether an alignment shows a translation, rather than two independent reports of one happening.

Independent reports share names and a few figures as well; a translation has nearly all of them, in the same sentences, in
the same order, and hardly a figure that the other lacks there.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.stages.lineage.translation.anchors import Anchored, Line
from rashomon.stages.lineage.translation.beads import Bead, align, common

_STRONG = 1.0  # worth of a bead's common anchors from which it stands for itself: a number, or a name that is rare in the text
_FEWEST = 4  # such beads of a translation
_BRIEF = 3  # such beads of a brief that is translated whole
_WHOLE = 0.55  # share of the shorter text from which a translation is one of the whole text
_BRIEF_WHOLE = 0.8
_ORDER = 0.7  # share of the worth of all common anchors that the beads in order hold: chance leaves two thirds outside
_AGREE = 0.7  # share of the beads' numbers, times and days that both sides have
_PART = 5  # beads, of a report of which a part is translated
_PART_ORDER = 0.75
_PART_AGREE = 0.8

Span = tuple[int, int]


class Match(NamedTuple):
    """Two texts of which one translates the other or a part of it. `passages`: sentences beside sentences, as character
    spans; `share_a`, `share_b`: shares (0–1) of the words that they cover; `sentences`: pairs that stand for themselves,
    `figures`: numbers, times and days in them that both have, `agreement` (0–1) the share of these among all of theirs."""

    passages: tuple[tuple[Span, Span], ...]
    share_a: float
    share_b: float
    sentences: int
    figures: int
    agreement: float
    order: float


def match(a: Anchored, b: Anchored) -> Match | None:
    """The alignment of two texts (of two languages or of one), where it shows that one tells the other's text again."""
    beads = align(a, b)
    kept = _kept(beads)
    strong = [bead for bead in kept if bead.matched >= _STRONG and not _spoken(bead, a, b)]
    if len(strong) < _BRIEF:
        return None
    found = _measured(kept, strong, a, b)
    return found if _is_translation(found, a, b) else None


def _is_translation(found: Match, a: Anchored, b: Anchored) -> bool:
    shorter = found.share_a if a.words <= b.words else found.share_b
    if found.order < _ORDER or found.agreement < _AGREE:
        return False
    if shorter >= _WHOLE and found.sentences >= (_BRIEF if shorter >= _BRIEF_WHOLE else _FEWEST):
        return True
    return found.sentences >= _PART and found.order >= _PART_ORDER and found.agreement >= _PART_AGREE


def _kept(beads: Sequence[Bead]) -> list[Bead]:
    """Beads that stand for themselves, and those right between two of them."""
    sure = [bead.matched >= _STRONG for bead in beads]
    return [
        bead
        for i, bead in enumerate(beads)
        if sure[i] or (0 < i < len(beads) - 1 and sure[i - 1] and sure[i + 1] and _touch(beads[i - 1 : i + 2]))
    ]


def _touch(beads: Sequence[Bead]) -> bool:
    return all(x.a1 == y.a0 and x.b1 == y.b0 for x, y in pairwise(beads))


def _spoken(bead: Bead, a: Anchored, b: Anchored) -> bool:
    """Whether the bead is a quotation on both sides: two independent reports may quote one speaker."""
    return all(line.quoted for line in (*a.lines[bead.a0 : bead.a1], *b.lines[bead.b0 : bead.b1]))


def _measured(kept: Sequence[Bead], strong: Sequence[Bead], a: Anchored, b: Anchored) -> Match:
    both = common(a, b)
    hard, lacking = sum(bead.hard for bead in kept), sum(bead.lacking for bead in kept)
    everything = sum(both.worth[n] for n in sorted(both.shared))
    held = frozenset(n for bead in kept for n in _held(both.a, bead.a0, bead.a1) & _held(both.b, bead.b0, bead.b1))
    return Match(
        passages=tuple((_span(a.lines[k.a0 : k.a1]), _span(b.lines[k.b0 : k.b1])) for k in kept),
        share_a=_share([line for k in kept for line in a.lines[k.a0 : k.a1]], a),
        share_b=_share([line for k in kept for line in b.lines[k.b0 : k.b1]], b),
        sentences=len(strong),
        figures=hard,
        agreement=round(2 * hard / (2 * hard + lacking), 4) if hard or lacking else 1.0,
        order=round(sum(both.worth[n] for n in sorted(held)) / everything, 4) if everything else 0.0,
    )


def _held(lines: Sequence[frozenset[int]], first: int, last: int) -> frozenset[int]:
    return frozenset().union(*lines[first:last])


def _span(lines: Sequence[Line]) -> Span:
    return lines[0].start, lines[-1].end


def _share(lines: Sequence[Line], text: Anchored) -> float:
    return round(sum(line.words for line in lines) / max(1, text.words), 4)
