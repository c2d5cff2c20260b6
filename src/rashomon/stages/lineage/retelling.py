"""How far one report tells another's matter again in other words: sentence by sentence, and in what order."""

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from rashomon.stages.lineage.body import Body

_LONGEST = 120  # words; a longer "sentence" is a table
_MOST = 200  # sentences of a report that are looked at; a longer one is no news report
_SHARED = 3  # stems that a sentence and its telling have in common at least

Span = tuple[int, int]


class Retelling(NamedTuple):
    """`share` of the teller's words (0–1) that stand in sentences which tell a sentence of the other again; `order` the
    share (0–1) of their pairs that come in the same order on both sides, 1 where there are fewer than two; `passages`
    those sentences as character spans, the teller's first."""

    share: float
    order: float
    passages: tuple[tuple[Span, Span], ...]


def retelling(teller: Body, told: Body, weights: Mapping[str, float], least: float) -> Retelling:
    """Each sentence of the teller beside the sentence that has most of its weighed stems, from `least` (0–1) on."""
    sources = [(span, _stems(told, span)) for span in told.sentences[:_MOST]]
    matched: list[tuple[Span, Span]] = []
    for span in teller.sentences[:_MOST]:
        own = _stems(teller, span)
        scored = [(_part(own, stems, weights), -i) for i, (_, stems) in enumerate(sources)]
        score, place = max(scored, default=(0.0, 0))
        if score >= least:
            matched.append((span, sources[-place][0]))
    covered = sum(last - first for (first, last), _ in matched)
    return Retelling(
        share=round(covered / max(1, len(teller.words.forms)), 4),
        order=_order([origin for _, origin in matched]),
        passages=tuple((teller.span(*mine), told.span(*theirs)) for mine, theirs in matched),
    )


def _stems(text: Body, span: Span) -> frozenset[str]:
    return frozenset(filter(None, text.stems[slice(*span)])) if span[1] - span[0] <= _LONGEST else frozenset()


def _part(own: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weighed share (0–1) of a sentence's own stems that the other has; 0 where too few are common."""
    shared = own & other
    if len(shared) < _SHARED:
        return 0.0
    return round(sum(weights[w] for w in sorted(shared)) / max(1e-9, sum(weights[w] for w in sorted(own))), 9)


def _order(places: list[Span]) -> float:
    pairs = [(a, b) for a, b in combinations(places, 2) if a != b]
    return round(sum(a < b for a, b in pairs) / len(pairs), 4) if pairs else 1.0
