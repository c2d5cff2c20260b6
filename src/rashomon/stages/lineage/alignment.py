"""Pairs of reports aligned, each by what its two reports say and nothing else: the passages, what they weigh, and how much it takes.

A batch holds all that its pairs need and pickles, so that any process can align it. What other reports have too is no matter of
the pair, and is weighed in `related`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from rashomon.stages.lineage.bodies import Bodies, Laid
from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.english_sources import has_cue
from rashomon.stages.lineage.evidence import credits, passage_source
from rashomon.stages.lineage.house import same_house
from rashomon.stages.lineage.passages import Common, common_passages, share
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.telling import Worth, runs_of, worth
from rashomon.text.align import Stretch

_FURTHER = 0.5  # weight of all passages but the best
_ONE_TEXT = 0.4  # a share of the shorter report over which two reports are one text, whatever else they say
_HANDED = 5  # equal words of a passage that both hand to one source
_SAID = 12  # equal words of a quotation that no formula has
_PECULIAR = 3  # names and numbers in common passages, where the reports have no others in common

Span = tuple[int, int]


class Found(NamedTuple):
    """One common passage: its `words` `[first, last)` in both reports, its `spans` in their texts, its `worth`, and the hashes of its
    word `runs`."""

    words: tuple[Span, Span]
    spans: tuple[Span, Span]
    worth: Worth
    runs: tuple[int, ...]


class Aligned(NamedTuple):
    """A pair whose passages may relate it: those `found`, the weight `needed`, each report's count of words of its `own`, and whether
    the two are `one_text` whatever others say."""

    pair: Pair
    found: tuple[Found, ...]
    needed: float
    own: tuple[int, int]
    one_text: bool


class Batch(msgspec.Struct, frozen=True):
    """`pairs` to be aligned, the `likeness` of each (by names, 0–1), and the reports of all of them, by id. Pickles."""

    pairs: tuple[Pair, ...]
    likeness: tuple[float, ...]
    laid: Mapping[str, Laid]
    settings: Settings


def align(batch: Batch) -> tuple[Aligned | None, ...]:
    """What is found for each pair, in their order; None where it can never be enough."""
    bodies = Bodies(batch.laid)
    return tuple(
        look_at(pair, bodies, likeness, batch.settings)
        for pair, likeness in zip(batch.pairs, batch.likeness, strict=True)
    )


def look_at(pair: Pair, bodies: Bodies, likeness: float, settings: Settings) -> Aligned | None:
    """The passages of one pair, where they weigh enough if nobody else has them."""
    a, b = (bodies[each] for each in pair)
    found = tuple(common_passages(a, b, settings, edited=likeness >= settings.alike))
    if not any(_anchors(each.stretch, settings) for each in found):
        return None
    left, right = (bodies.report(each) for each in pair)
    met = _Met(a, b, found, likeness, credits(left, right) or credits(right, left), same_house(left, right))
    weights = [worth(each.stretch, each.within, a, b, met.kin) for each in found]
    needed = _needed(met, settings)
    if weighed([each.known(0.0) for each in weights]) < needed:
        return None
    one_text = max(_shares(met)) >= _ONE_TEXT
    if not (met.credited or likeness >= settings.unlike or one_text or _peculiar(met)):
        return None
    rows = zip(found, weights, strict=True)
    return Aligned(pair, tuple(_found(met, c, w, settings) for c, w in rows), needed, (a.own, b.own), one_text)


def weighed(weights: Sequence[float]) -> float:
    """Of several passages together: the best counts whole."""
    best = max(weights)
    return best + _FURTHER * (sum(weights) - best)


class _Met(NamedTuple):
    """A pair of reports with their passages; whether one credits the other's outlet; whether one house has both."""

    a: Body
    b: Body
    found: tuple[Common, ...]
    likeness: float
    credited: bool
    kin: bool


def _found(met: _Met, common: Common, weight: Worth, settings: Settings) -> Found:
    s = common.stretch
    return Found(
        words=((s.a0, s.a1), (s.b0, s.b1)),
        spans=(met.a.span(s.a0, s.a1), met.b.span(s.b0, s.b1)),
        worth=weight,
        runs=tuple(runs_of(s, met.a, settings.run)),
    )


def _anchors(stretch: Stretch, settings: Settings) -> bool:
    """Whether one passage is long enough to relate two reports: an edited sentence, or so many equal words."""
    return stretch.matched >= settings.anchor or not stretch.longest


def _needed(met: _Met, settings: Settings) -> float:
    """What it takes: more between reports of unlike matter, unless one quotes the other's words; less where one says that it has
    matter from the other's outlet, or both give the words as one source's: the question is not then whether two writers hit on them."""
    known = met.likeness >= settings.alike or _quotes(met)
    least = settings.telling if known else settings.telling_unlike
    least -= settings.telling_credited if met.credited else 0.0
    return least - settings.telling_given if _of_one_source(met) else least


def _of_one_source(met: _Met) -> bool:
    """Whether two houses both hand a common passage to a source of one name."""
    a, b = met.a, met.b
    return not met.kin and any(
        has_cue(a.around(s.a0))
        and has_cue(b.around(s.b0))
        and passage_source(a.text, a.span(s.a0, s.a1), b.text, b.span(s.b0, s.b1)) is not None
        for s, _ in met.found
        if s.matched >= _HANDED
    )


def _quotes(met: _Met) -> bool:
    """Whether one of the two has so many words in quotation marks that the other has too: it says itself that they are another's."""
    long = (s for s, _ in met.found if s.matched >= _SAID)
    return any(_said(met.a, s.a0, s.a1) or _said(met.b, s.b0, s.b1) for s in long)


def _peculiar(met: _Met) -> bool:
    """Whether the common passages hold names and numbers, or are what somebody said: a standing text has neither."""
    a, b = met.a, met.b
    if any(s.matched >= _SAID and _said(a, s.a0, s.a1) and _said(b, s.b0, s.b1) for s, _ in met.found):
        return True
    places = (i for common in met.found for run in common.within for i in range(run.a, run.a + run.size))
    facts = {a.words.forms[i] for i in places if a.stems[i] and not a.lower[i] and not a.opens[i]}
    return len(facts) >= _PECULIAR


def _said(text: Body, first: int, last: int) -> bool:
    """Whether most of the words `[first, last)` stand in one quotation."""
    return any(2 * (min(last, end) - max(first, start)) > last - first for start, end in text.quotations)


def _shares(met: _Met) -> tuple[float, float]:
    return shares([((s.a0, s.a1), (s.b0, s.b1)) for s, _ in met.found], (met.a.own, met.b.own))


def shares(words: Iterable[tuple[Span, Span]], own: tuple[int, int]) -> tuple[float, float]:
    """Of each report's own words those in the passages (0–1)."""
    spans = list(words)
    return share((left for left, _ in spans), own[0]), share((right for _, right in spans), own[1])
