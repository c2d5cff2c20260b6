"""Sentences of two reports that word the same thing: many rare words in common, though no long run of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.settings import Settings
from rashomon.text.align import Stretch

_PLAIN = 4  # distinct plain words in common; names and numbers alone are the happening's, not a text's
_LONGEST = 120  # words; a longer "sentence" is a table


def reworded(
    a: Body, b: Body, weights: Mapping[str, float], known: Sequence[Stretch], settings: Settings
) -> list[Stretch]:
    """For each sentence of `a` the sentence of `b` that it words anew, where neither lies in a known stretch."""
    left = dict(_units(a, [(s.a0, s.a1) for s in known]))
    right = dict(_units(b, [(s.b0, s.b1) for s in known]))
    index = defaultdict(list)
    for number, unit in right.items():
        for each in unit.stems:
            index[each].append(number)
    scored = []
    for number, unit in left.items():
        for other in sorted({n for each in unit.stems for n in index[each]}):
            score = _overlap(unit, right[other], weights)
            if score >= settings.overlap:
                scored.append((-score, number, other))
    return _best([(left[number], right[other]) for _, number, other in sorted(scored)], a, b)


class _Unit(NamedTuple):
    """A sentence or quotation: its word span, its content stems, and those of them that are plain words."""

    span: tuple[int, int]
    stems: frozenset[str]
    plain: frozenset[str]


def _units(text: Body, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Unit]]:
    """Sentences and quotations that lie outside `taken`: two reports may frame the same quoted words each in its way."""
    for number, (first, last) in enumerate([*text.sentences, *text.quotations]):
        covered = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
        if last - first <= _LONGEST and covered < 0.5 * (last - first):
            stems = frozenset(filter(None, text.stems[first:last]))
            yield number, _Unit((first, last), stems, frozenset(text.plain(first, last)))


def _overlap(one: _Unit, other: _Unit, weights: Mapping[str, float]) -> float:
    """Weighed share of the lighter unit's words that the other has; 0 where too few plain words are common."""
    shared = one.stems & other.stems
    if len(shared) <= _PLAIN or len(one.plain & other.plain) < _PLAIN:
        return 0.0
    lighter = min(sum(weights[w] for w in one.stems), sum(weights[w] for w in other.stems))
    return round(sum(weights[w] for w in shared) / lighter, 9)


def _best(pairs: Sequence[tuple[_Unit, _Unit]], a: Body, b: Body) -> list[Stretch]:
    """Best pairs first, no word twice."""
    found: list[Stretch] = []
    for one, other in pairs:
        shared = one.stems & other.stems
        new = Stretch(*_ends(a, one.span, shared), *_ends(b, other.span, shared), len(shared), 0)
        if not any(_meet(new, old) for old in found):
            found.append(new)
    return found


def _meet(new: Stretch, old: Stretch) -> bool:
    return (new.a0 < old.a1 and old.a0 < new.a1) or (new.b0 < old.b1 and old.b0 < new.b1)


def _ends(text: Body, span: tuple[int, int], shared: frozenset[str]) -> tuple[int, int]:
    """From the first to the last shared word of a sentence."""
    places = [i for i in range(*span) if text.stems[i] in shared]
    return places[0], places[-1] + 1
