"""Sentences edited so much that few runs are left: nearly all content words in common on both sides, in whatever order."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rashomon.stages.lineage.body import Body, Unit
from rashomon.stages.lineage.settings import Settings
from rashomon.text.align import Stretch

_PLAIN = 4  # distinct plain words in common; names and numbers alone are the happening's, not a text's
_LONGEST = 120  # words; a longer "sentence" is a table
_MOST = 12  # sentences; a word in more of one text finds none


def reworded(a: Body, b: Body, known: Sequence[Stretch], settings: Settings) -> list[Stretch]:
    """For each sentence of `a` the sentence of `b` that it is an edited form of, where neither lies in a known stretch."""
    left = dict(_units(a, [(s.a0, s.a1) for s in known]))
    right = dict(_units(b, [(s.b0, s.b1) for s in known]))
    index = defaultdict(list)
    for number, unit in right.items():
        for each in unit.stems:
            index[each].append(number)
    scored = []
    for number, unit in left.items():
        if len(unit.stems) < settings.overlap_words:
            continue
        met = Counter(n for each in unit.stems if len(index.get(each, ())) <= _MOST for n in index.get(each, ()))
        for other in sorted(n for n, count in met.items() if 2 * count >= settings.overlap_words):
            score = _overlap(unit, right[other], settings)
            if score:
                scored.append((-score, number, other))
    return _best([(left[number], right[other]) for _, number, other in sorted(scored)], a, b)


def _units(text: Body, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Unit]]:
    """Sentences and quotations that lie outside `taken`: two reports may frame the same quoted words each in its way."""
    for number, unit in enumerate(text.units):
        first, last = unit.span
        covered = sum(max(0, min(last, end) - max(first, start)) for start, end in taken)
        if last - first <= _LONGEST and covered < 0.5 * (last - first) and text.forms[first] == text.words.forms[first]:
            yield number, unit


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
