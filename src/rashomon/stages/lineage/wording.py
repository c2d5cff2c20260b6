"""Sentences of two reports that word the same thing: many rare words in common, though no long run of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.settings import Settings
from rashomon.text.align import Stretch

_PLAIN = 4  # distinct plain words in common; names and numbers alone are the happening's, not a text's
_LONGEST = 120  # words; a longer "sentence" is a table


def reworded(
    a: Body, b: Body, weights: Mapping[str, float], known: Sequence[Stretch], settings: Settings
) -> list[Stretch]:
    """For each sentence of `a` the sentence of `b` that it words anew, where neither lies in a known stretch."""
    left = list(_sentences(a, [(s.a0, s.a1) for s in known]))
    right = dict(_sentences(b, [(s.b0, s.b1) for s in known]))
    index = defaultdict(list)
    for number, (_, stems) in right.items():
        for each in stems:
            index[each].append(number)
    scored = []
    for number, (span, stems) in left:
        for other in sorted({n for each in stems for n in index[each]}):
            score = _overlap(a, b, span, stems, right[other], weights, settings)
            if score:
                scored.append((-score, number, other))
    return _best(sorted(scored), dict(left), right, a, b)


_Sentence = tuple[tuple[int, int], frozenset[str]]


def _sentences(text: Body, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Sentence]]:
    """Sentences and quotations: two reports may frame the same quoted words each in its own way."""
    for number, (first, last) in enumerate([*text.sentences, *text.quotations]):
        covered = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
        if last - first <= _LONGEST and covered < 0.5 * (last - first):
            yield number, ((first, last), frozenset(filter(None, text.stems[first:last])))


def _overlap(
    a: Body,
    b: Body,
    span: tuple[int, int],
    stems: frozenset[str],
    other: _Sentence,
    weights: Mapping[str, float],
    settings: Settings,
) -> float:
    """Weighed share of the lighter sentence's words that the other has; 0 below what counts."""
    shared = stems & other[1]
    if len(shared) <= _PLAIN or len(a.plain(*span) & b.plain(*other[0])) < _PLAIN:
        return 0.0
    lighter = min(sum(weights[w] for w in stems), sum(weights[w] for w in other[1]))
    score = sum(weights[w] for w in shared) / lighter
    return score if score >= settings.overlap else 0.0


def _best(
    scored: Sequence[tuple[float, int, int]],
    left: Mapping[int, _Sentence],
    right: Mapping[int, _Sentence],
    a: Body,
    b: Body,
) -> list[Stretch]:
    """Best pairs first, no word twice."""
    found: list[Stretch] = []
    for _, number, other in scored:
        shared = left[number][1] & right[other][1]
        new = Stretch(*_ends(a, left[number][0], shared), *_ends(b, right[other][0], shared), len(shared), 0)
        if not any(_meet(new, old) for old in found):
            found.append(new)
    return found


def _meet(new: Stretch, old: Stretch) -> bool:
    return (new.a0 < old.a1 and old.a0 < new.a1) or (new.b0 < old.b1 and old.b0 < new.b1)


def _ends(text: Body, span: tuple[int, int], shared: frozenset[str]) -> tuple[int, int]:
    """From the first to the last shared word of a sentence."""
    places = [i for i in range(*span) if text.stems[i] in shared]
    return places[0], places[-1] + 1
