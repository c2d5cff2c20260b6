"""A report's words laid out for aligning."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.text.normalize import Words, is_content, stem, words

_GAPS = 4_096  # different stretches between words: nearly all are a space, or a mark and a space
_LEAST_QUOTED = 5  # words; fewer are a term, not a quotation
_OPENS = re.compile(r"[.!?:;\n”\"“»«]|(?:^|\s)['‘`]{1,2}$")  # between two words: a sentence or quotation begins
_CLOSES = re.compile(r"[.!?\n”\"“»]|''|,\s?['’]")


@lru_cache(maxsize=_GAPS)
def _opens(gap: str) -> bool:
    return bool(_OPENS.search(gap))


@lru_cache(maxsize=_GAPS)
def _closes(gap: str) -> bool:
    return bool(_CLOSES.search(gap))


class Unit(NamedTuple):
    """A sentence or quotation: its word span, its content stems, and those of them that are plain words."""

    span: tuple[int, int]
    stems: frozenset[str]
    plain: frozenset[str]


class Body:
    """Words of a text, its sentences and quotations as word spans `[first, last)`, and which words are plain (content, lower case)."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], aside: Sequence[tuple[int, int]] = ()) -> None:
        """`aside`: stretches of the text that are stock; their words are like no other's, and `own` counts the rest."""
        self.text = text
        self.words: Words = words(text)
        self.forms = self._without(aside)
        self.own = sum(form == each for form, each in zip(self.forms, self.words.forms, strict=True))
        self.cut = tuple(spans)
        self.sentences = [self.words.between(*span) for span in spans]
        quoted = [self.words.between(*span) for span in quotation_spans(text)]
        self.quotations = [(first, last) for first, last in quoted if last - first >= _LEAST_QUOTED]

    def _without(self, aside: Sequence[tuple[int, int]]) -> tuple[str, ...]:
        """The folded words, those of stock as a mark that no text holds."""
        if not aside:
            return self.words.forms
        forms = list(self.words.forms)
        for span in aside:
            for i in range(*self.words.between(*span)):
                forms[i] = f"\0{id(self)}"
        return tuple(forms)

    @cached_property
    def number(self) -> list[int]:
        """For each word, the number of its sentence."""
        return [bisect_right(self.sentences, (i, len(self.words.forms))) for i in range(len(self.words.forms))]

    @cached_property
    def _gaps(self) -> list[str]:
        """What stands before each word, and after the last."""
        ends = [0, *(end for _, end in self.words.spans)]
        starts = [*(start for start, _ in self.words.spans), len(self.text)]
        return [self.text[end:start] for end, start in zip(ends, starts, strict=True)]

    @cached_property
    def opens(self) -> list[bool]:
        """For each word, whether a sentence or quotation can begin with it."""
        return [not i or _opens(gap) for i, gap in enumerate(self._gaps[:-1])]

    @cached_property
    def closes(self) -> list[bool]:
        """For each word, whether a sentence or quotation can end with it."""
        last = len(self._gaps) - 2
        return [i == last or _closes(gap) for i, gap in enumerate(self._gaps[1:])]

    @cached_property
    def stems(self) -> list[str]:
        """One for each word; empty for function words."""
        return [stem(form) if is_content(form) else "" for form in self.words.forms]

    @cached_property
    def lower(self) -> list[bool]:
        """For each word, whether it is a content word that is neither capitalised nor a number."""
        marks = zip(self.stems, self.words.spans, strict=True)
        return [bool(each) and self.text[start].islower() for each, (start, _) in marks]

    def plain(self, first: int, last: int) -> set[str]:
        """The distinct plain words of `[first, last)`."""
        return {self.stems[i] for i in range(first, last) if self.lower[i]}

    @cached_property
    def units(self) -> "list[Unit]":
        """Its sentences, then its quotations: a text may frame the quoted words of another in its own way."""
        spans = [*self.sentences, *self.quotations]
        return [
            Unit(span, frozenset(filter(None, self.stems[slice(*span)])), frozenset(self.plain(*span)))
            for span in spans
        ]

    def around(self, word: int) -> str:
        """The sentence that a word stands in, with its marks."""
        at = self.words.spans[word][0]
        return next((self.text[start:end] for start, end in self.cut if start <= at < end), "")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word `first` up to the end of word `last - 1`."""
        return self.words.spans[first][0], self.words.spans[last - 1][1]


def body(text: str, spans: Sequence[tuple[int, int]], aside: Sequence[tuple[int, int]] = ()) -> Body:
    return Body(text, spans, aside)
