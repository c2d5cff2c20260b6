"""A report's words laid out for aligning."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.text.kept import Kept
from rashomon.text.normalize import Words, is_content, stem, words
from rashomon.text.shingles import hashed

if TYPE_CHECKING:
    import numpy as np

_LONGEST = 120  # words; a longer "sentence" is a table
_LEAST_QUOTED = 5  # words; fewer are a term, not a quotation
_OPENS = re.compile(r"[.!?:;\n”\"“»«]|(?:^|\s)['‘`]{1,2}$")  # between two words: a sentence or quotation begins
_CLOSES = re.compile(r"[.!?\n”\"“»]|''|,\s?['’]")


class Unit(NamedTuple):
    """A sentence or quotation: its word span, its content stems, and those of them that are plain words."""

    span: tuple[int, int]
    stems: frozenset[str]
    plain: frozenset[str]


class UnitIndex(NamedTuple):
    """Which stem stands in which unit, each once in a unit: `keys` of stems, sorted, and beside each the number of its unit; a key
    is the same in one process only. Of each unit where it begins and ends (words), and whether it is `fit` to be compared: neither a
    table nor stock."""

    keys: np.ndarray
    owners: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    fit: np.ndarray


class Body:
    """Words of a text, its sentences and quotations as word spans `[first, last)`, and which words are plain (content, lower case)."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], aside: Sequence[tuple[int, int]] = ()) -> None:
        """`aside`: stretches of the text that are stock; their words are like no other's, and `own` counts the rest."""
        self.text = text
        self.words: Words = words(text)
        self._starts = [start for start, _ in self.words.spans]
        self.forms, self.own = self._without(aside)
        self.cut = tuple(spans)
        self._runs: dict[int, tuple[tuple[int, ...], ...]] = {}
        self.sentences = [self.between(*span) for span in spans]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Indices `[first, last)` of the words that begin in `[start, end)` of the text."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def _without(self, aside: Sequence[tuple[int, int]]) -> tuple[tuple[str, ...], int]:
        """The folded words, those of stock as a mark that no text holds, and how many are not stock."""
        if not aside:
            return self.words.forms, len(self.words.forms)
        forms, mark = list(self.words.forms), f"\0{id(self)}"
        for span in aside:
            for i in range(*self.between(*span)):
                forms[i] = mark
        return tuple(forms), len(forms) - forms.count(mark)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        quoted = [self.between(*span) for span in quotation_spans(self.text)]
        return [(first, last) for first, last in quoted if last - first >= _LEAST_QUOTED]

    @cached_property
    def number(self) -> list[int]:
        """For each word, how many sentences begin with it or before it."""
        number: list[int] = []
        for count, (first, _) in enumerate(self.sentences):
            number += [count] * (first - len(number))
        return number + [len(self.sentences)] * (len(self.words.forms) - len(number))

    @cached_property
    def _gaps(self) -> list[str]:
        """What stands before each word, and after the last."""
        ends = [0, *[end for _, end in self.words.spans]]
        starts = [*self._starts, len(self.text)]
        return [self.text[end:start] for end, start in zip(ends, starts, strict=True)]

    @cached_property
    def opens(self) -> list[bool]:
        """For each word, whether a sentence or quotation can begin with it."""
        return [True, *map(_OPENING.__getitem__, self._gaps[1:-1])] if self._starts else []

    @cached_property
    def closes(self) -> list[bool]:
        """For each word, whether a sentence or quotation can end with it."""
        return [*map(_CLOSING.__getitem__, self._gaps[1:-1]), True] if self._starts else []

    @cached_property
    def stems(self) -> list[str]:
        """One for each word; empty for function words."""
        return list(map(_STEMS.__getitem__, self.words.forms))

    @cached_property
    def lower(self) -> list[bool]:
        """For each word, whether it is a content word that is neither capitalised nor a number."""
        text = self.text
        return [each != "" and text[start].islower() for each, start in zip(self.stems, self._starts, strict=True)]

    def plain(self, first: int, last: int) -> set[str]:
        """The distinct plain words of `[first, last)`."""
        return {self.stems[i] for i in range(first, last) if self.lower[i]}

    @cached_property
    def _units(self) -> list[tuple[tuple[int, int], frozenset[str]]]:
        """Its sentences, then its quotations, with their stems: a text may frame the quoted words of another in its own way."""
        return [(span, frozenset(self.stems[slice(*span)]) - {""}) for span in (*self.sentences, *self.quotations)]

    def unit(self, number: int) -> Unit:
        span, stems = self._units[number]
        return Unit(span, stems, frozenset(self.plain(*span)))

    @cached_property
    def units(self) -> UnitIndex:
        import numpy as np

        spans = np.array([span for span, _ in self._units], np.int64).reshape(-1, 2)
        keys = np.array([hash(stem) for _, stems in self._units for stem in stems], np.int64)
        owners = np.repeat(np.arange(len(self._units)), [len(stems) for _, stems in self._units])
        order = np.argsort(keys, kind="stable")
        fit = [
            first < last <= first + _LONGEST and self.forms[first] == self.words.forms[first]
            for (first, last), _ in self._units
        ]
        return UnitIndex(keys[order], owners[order], spans[:, 0], spans[:, 1], np.array(fit, bool))

    def runs(self, length: int) -> tuple[tuple[int, ...], ...]:
        """The hashes of the word runs of each sentence (see `text.shingles`)."""
        if length not in self._runs:
            self._runs[length] = hashed([self.text[start:end] for start, end in self.cut], length).runs
        return self._runs[length]

    def around(self, word: int) -> str:
        """The sentence that a word stands in, with its marks."""
        at = self._starts[word]
        place = bisect_right(self.cut, (at, len(self.text))) - 1
        start, end = self.cut[place] if place >= 0 else (0, 0)
        return self.text[start:end] if at < end else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word `first` up to the end of word `last - 1`."""
        return self.words.spans[first][0], self.words.spans[last - 1][1]


def body(text: str, spans: Sequence[tuple[int, int]], aside: Sequence[tuple[int, int]] = ()) -> Body:
    return Body(text, spans, aside)


def _stem(form: str) -> str:
    return stem(form) if is_content(form) else ""


def _can_open(gap: str) -> bool:
    return bool(_OPENS.search(gap))


def _can_close(gap: str) -> bool:
    return bool(_CLOSES.search(gap))


_STEMS = Kept(_stem)
_OPENING = Kept(_can_open)  # nearly all are a space, or a mark and a space
_CLOSING = Kept(_can_close)
