"""Whether an alignment shows a translation, rather than two independent reports of one happening.

Independent reports share names and a few figures as well; a translation has nearly all of them, in the same sentences, in
the same order, and hardly a figure that the other lacks there.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.stages.lineage.translation.anchors import Anchored, Line
from rashomon.stages.lineage.translation.beads import Bead, Common, beside, best_path, common

_STRONG = 1.0  # worth of a bead's common anchors from which it stands for itself: a number, or a name that is rare in the text


class Profile(NamedTuple):
    """What an alignment must have at least (`loose`: at most) to show a translation; each as in `Match`, `shorter` the
    share of the shorter text."""

    what: str
    sentences: int
    shorter: float
    order: float
    agreement: float
    figures: int
    loose: float


# Set on pairs of real reports of one language, of which independent ones of one happening have none of these profiles and
# printings of one text mostly one. The shorter or poorer the evidence, the purer it must be.
PROFILES = (
    Profile("a whole text", 4, 0.70, 0.87, 0.85, 4, 0.25),
    Profile("a whole text of names", 5, 0.75, 0.95, 0.85, 0, 0.25),
    Profile("a brief", 3, 0.90, 0.95, 0.95, 4, 0.0),
    Profile("a long text", 10, 0.45, 0.85, 0.90, 4, 0.35),
    Profile("a long text with few figures", 8, 0.45, 0.90, 0.90, 2, 0.35),
    Profile("half of a text", 5, 0.50, 0.92, 0.95, 5, 0.25),
    Profile("an excerpt", 6, 0.20, 0.88, 0.95, 6, 0.20),
)

_FEWEST = min(each.sentences for each in PROFILES)

Span = tuple[int, int]


class Match(NamedTuple):
    """Two texts of which one tells the other's sentences again. `passages`: sentences beside sentences, as character
    spans; `share_a`, `share_b`: shares (0–1) of the words that they cover; `sentences`: pairs that stand for themselves;
    `figures`: numbers, times and days in them that both have; `agreement`: the share (0–1) of these among all of theirs;
    `order`: the share (0–1) of the worth of all that the two have in common that lies in pairs that keep the order;
    `loose`: the share (0–1) of the steps from pair to pair that skip sentences on both sides."""

    passages: tuple[tuple[Span, Span], ...]
    share_a: float
    share_b: float
    sentences: int
    figures: int
    agreement: float
    order: float
    loose: float


def match(a: Anchored, b: Anchored) -> Match | None:
    """The alignment of two texts, where it shows that one translates the other or a good part of it."""
    found = likeness(a, b)
    return found if found and profile(found, a, b) else None


def likeness(a: Anchored, b: Anchored) -> Match | None:
    """How far two texts (of two languages or of one) tell the same in the same order; None where fewer than three
    sentences of the one stand beside sentences of the other."""
    both = common(a, b)
    if beside(both) < _FEWEST:
        return None
    kept = _kept(best_path(both, a, b))
    strong = [bead for bead in kept if bead.matched >= _STRONG and not _spoken(bead, a, b)]
    return _measured(kept, len(strong), both, a, b) if len(strong) >= _FEWEST else None


def profile(found: Match, a: Anchored, b: Anchored) -> Profile | None:
    """The first profile that the alignment of the two has."""
    shorter = found.share_a if a.words <= b.words else found.share_b
    return next((each for each in PROFILES if _fits(found, shorter, each)), None)


def _fits(found: Match, shorter: float, least: Profile) -> bool:
    return (
        found.sentences >= least.sentences
        and shorter >= least.shorter
        and found.order >= least.order
        and found.agreement >= least.agreement
        and found.figures >= least.figures
        and found.loose <= least.loose
    )


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


def _measured(kept: Sequence[Bead], sentences: int, both: Common, a: Anchored, b: Anchored) -> Match:
    hard, lacking = sum(bead.hard for bead in kept), sum(bead.lacking for bead in kept)
    everything = sum(both.worth[n] for n in sorted(both.shared))
    held = frozenset(n for bead in kept for n in _held(both.a, bead.a0, bead.a1) & _held(both.b, bead.b0, bead.b1))
    return Match(
        passages=tuple((_span(a.lines[k.a0 : k.a1]), _span(b.lines[k.b0 : k.b1])) for k in kept),
        share_a=_share([line for k in kept for line in a.lines[k.a0 : k.a1]], a),
        share_b=_share([line for k in kept for line in b.lines[k.b0 : k.b1]], b),
        sentences=sentences,
        figures=hard,
        agreement=round(2 * hard / (2 * hard + lacking), 4) if hard or lacking else 1.0,
        order=round(sum(both.worth[n] for n in sorted(held)) / everything, 4) if everything else 0.0,
        loose=_loose(kept),
    )


def _loose(beads: Sequence[Bead]) -> float:
    steps = list(pairwise(beads))
    return round(sum(y.a0 > x.a1 and y.b0 > x.b1 for x, y in steps) / len(steps), 4) if steps else 0.0


def _held(lines: Sequence[frozenset[int]], first: int, last: int) -> frozenset[int]:
    return frozenset().union(*lines[first:last])


def _span(lines: Sequence[Line]) -> Span:
    return lines[0].start, lines[-1].end


def _share(lines: Sequence[Line], text: Anchored) -> float:
    return round(sum(line.words for line in lines) / max(1, text.words), 4)
