"""How much a passage tells: what two writers would hardly word alike unless one had the other's text, or both a third.

Weighed are common words of the language; names, numbers and function words weigh little, for a happening gives them to everybody.
Set phrases weigh as function words do, lines to the reader nothing. A whole sentence tells more than a piece of one; a word of
difference takes away; another name or number in the same place makes a formula of it ("an inquiry led by … is to open")."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.stages.lineage import english_sources, english_stock
from rashomon.stages.lineage.body import Body
from rashomon.text.align import Run, Stretch

_GIVEN = 0.25  # weight of a name, a number, a function word, a word of a set phrase; a common word is one
_FORMULA = 0.3  # what a passage with another name or number in it keeps
_FORMULA_MOST = 7.0  # words that it loses at most: no formula has many more
_WHOLE = 0.5  # further weight of a word in a whole sentence
_KNOWN = 0.9  # what a passage loses that reports of unlike matter have too; its whole sentences lose less
_KNOWN_WHOLE = 0.6
_LEAST = 5  # words of a sentence that counts as whole
_REPORTED = 14  # equal words from which an official's words are printed, set phrases and all
_LONG = 60  # equal words from which a passage tells enough, whatever they are


class Worth(NamedTuple):
    """The weight of a passage in words, that of its whole `sentences` apart."""

    words: float
    sentences: float

    def known(self, share: float) -> float:
        """The weight that is left where reports of unlike matter have a `share` (0–1) of the passage too."""
        return self.words * (1 - _KNOWN * share) + self.sentences * (1 - _KNOWN_WHOLE * share)


def worth(stretch: Stretch, within: Sequence[Run], a: Body, b: Body, one_house: bool) -> Worth:
    """The weight of a passage. `within`: its equal runs, in order; `one_house`: whether one newsroom wrote both, which has
    formulas of its own for an official's words."""
    if not stretch.longest:  # an edited sentence: content words in common, no run
        return Worth(stretch.matched, 0.0)
    nothing = _empty_words(within, a)
    if stretch.matched - len(nothing) >= _LONG:
        return Worth(stretch.matched, 0.0)
    told = not one_house and stretch.matched >= _REPORTED and _is_told(within, a, b)
    stock = _set_words(within, a, told)
    common = _common(within, a, stock, nothing) - sum(_edited(a, b, x, y, told) for x, y in pairwise(within))
    common -= min(_FORMULA_MOST, (1 - _FORMULA) * common * _filled_in(within, a, b))
    return Worth(max(0.0, common), _WHOLE * _whole(within, a, b, stock | nothing))


def _common(within: Sequence[Run], a: Body, stock: set[int], nothing: set[int]) -> float:
    words = [i for run in within for i in range(run.a, run.a + run.size) if i not in nothing]
    return sum(1.0 if a.lower[i] and i not in stock else _GIVEN for i in words)


def _is_told(within: Sequence[Run], a: Body, b: Body) -> bool:
    """Whether one side hands a sentence of the passage to a source."""
    places = [(text, place) for run in within for text, place in ((a, run.a), (b, run.b))]
    return any(english_sources.has_cue(text.around(place)) for text, place in places)


def _set_words(within: Sequence[Run], a: Body, told: bool) -> set[int]:
    """Words of set phrases."""
    start, end = a.span(within[0].a, within[-1].a + within[-1].size)
    found = english_stock.set_phrases(a.text[start:end], told)
    return {i for low, high in found for i in range(*a.between(start + low, start + high))}


def _empty_words(within: Sequence[Run], a: Body) -> set[int]:
    """Words of sentences that tell nothing of the happening."""
    first, last = within[0].a, within[-1].a + within[-1].size
    met = ((low, high) for low, high in a.sentences if low < last and first < high)
    empty = (span for span in met if english_stock.says_nothing(a.text[slice(*a.span(*span))]))
    return {i for span in empty for i in range(*span)}


def _edited(a: Body, b: Body, one: Run, other: Run, told: bool) -> int:
    """Content words that one side has between two runs and the other's sentence has not; a clause that was only put in counts
    once, what was only moved not at all; nor does, where a source is `told`, what stands between two sentences: who says so."""
    if told and all(
        text.number[low] != text.number[high] for text, low, high in ((a, one.a, other.a), (b, one.b, other.b))
    ):
        return 0
    left = {stem for stem in a.stems[one.a + one.size : other.a] if stem} - _near(b, one.b, other.b)
    right = {stem for stem in b.stems[one.b + one.size : other.b] if stem} - _near(a, one.a, other.a)
    fewer, more = sorted((len(left), len(right)))
    return more if fewer else min(more, 1)


def _near(text: Body, first: int, last: int) -> set[str]:
    """The content words of the sentences from that of word `first` to that of word `last`."""
    low = text.sentences[text.number[first] - 1][0] if text.number[first] else 0
    high = text.sentences[text.number[last] - 1][1] if text.number[last] else last
    return set(text.stems[low:high])


def _differ(a: Body, b: Body, one: Run, other: Run) -> bool:
    """Whether each side has a name or number between two runs that the other has not."""
    left = set(_facts(a, one.a + one.size, other.a))
    right = set(_facts(b, one.b + one.size, other.b))
    return bool(left - right) and bool(right - left)


def _filled_in(within: Sequence[Run], a: Body, b: Body) -> float:
    """The share (0–1) of the equal words that stand in sentences with another name or number on each side: what is common in the
    sentences beside them is no formula for that."""
    differ = [(x, y) for x, y in pairwise(within) if _differ(a, b, x, y)]
    filled = {a.number[i] for x, y in differ for i in (x.a + x.size - 1, y.a)}
    words = [a.number[i] in filled for run in within for i in range(run.a, run.a + run.size)]
    return sum(words) / len(words)


def _facts(text: Body, first: int, last: int) -> list[str]:
    return [text.words.forms[i] for i in range(first, last) if text.stems[i] and not text.lower[i]]


def _whole(within: Sequence[Run], a: Body, b: Body, stock: set[int]) -> int:
    """Words, those of stock aside, of whole sentences: from where both sides open to where both close, all of one side equal."""
    total, begun = 0, -1
    words: list[tuple[int, int]] = []
    for run in within:
        if words and run.a > words[-1][0] + 1 and run.b > words[-1][1] + 1:
            begun = -1
        for k in range(run.size):
            x, y = run.a + k, run.b + k
            words.append((x, y))
            if begun < 0 and a.opens[x] and b.opens[y]:
                begun = len(words) - 1
            if begun >= 0 and a.closes[x] and b.closes[y]:
                own = sum(word not in stock for word, _ in words[begun:])
                total, begun = total + (own if own >= _LEAST else 0), -1
    return total


def runs_of(stretch: Stretch, a: Body, length: int) -> list[int]:
    """Hashes of a passage's word runs that lie within a sentence."""
    found: list[int] = []
    for (first, last), runs in zip(a.sentences, a.runs(length), strict=True):
        low, high = max(first, stretch.a0), min(last, stretch.a1)
        if high - low >= length:
            found += runs[low - first : high - first - length + 1]
    return found
