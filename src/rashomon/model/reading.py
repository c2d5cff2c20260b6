"""A sentence as the language model read it. Offsets are into the sentence's own text, so that a sentence that stands in
forty reports is read once; a stage lays it on a report by adding the sentence's start."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec


class Token(msgspec.Struct, frozen=True, array_like=True):
    """One token. `pos` is Universal POS, `tag` Penn Treebank, `dep` the ClearNLP label of spaCy's English models
    ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "ccomp", …), `head` the index of its head (its own index at the root)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A named thing: tokens `[first, last)`, characters `[start, end)` of the sentence, and OntoNotes label ("PERSON",
    "ORG", "GPE", "LOC", "FAC", "NORP", …; dates and quantities of the model are not kept)."""

    first: int
    last: int
    start: int
    end: int
    label: str


class Reading(msgspec.Struct, frozen=True, dict=True):
    """One distinct sentence, read. `id` is derived from the text and the model. What is asked of its tree again and again is
    worked out once (`dict` leaves room for that; it is no part of the value and is not stored)."""

    id: str
    text: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    def children(self, index: int) -> Iterator[int]:
        """Indices of the tokens whose head is `index`, in order."""
        return iter(self._below.get(index, ()))

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        """Index of a token → indices of those whose head it is, in order."""
        below: dict[int, list[int]] = {}
        for i, token in enumerate(self.tokens):
            if token.head != i:
                below.setdefault(token.head, []).append(i)
        return below

    def subtree(self, index: int) -> list[int]:
        """Indices of `index` and all below it, in order."""
        known = self._subtrees.get(index)
        if known is None:
            found, queue = {index}, [index]
            while queue:
                below = [i for i in self._below.get(queue.pop(), ()) if i not in found]
                found.update(below)
                queue.extend(below)
            known = self._subtrees[index] = sorted(found)
        return known.copy()

    @cached_property
    def _subtrees(self) -> dict[int, list[int]]:
        return {}

    def ancestors(self, index: int) -> Iterator[int]:
        """Indices from the head of `index` up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def roots(self) -> list[int]:
        return [i for i, token in enumerate(self.tokens) if token.head == i]

    def token_at(self, offset: int) -> int | None:
        """Index of the token that holds the character at `offset` of the sentence, else of the next one after it."""
        index = bisect_right(self._ends, offset)
        return index if index < len(self.tokens) else None

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]
