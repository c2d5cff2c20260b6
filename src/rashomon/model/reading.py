"""A sentence as the language model read it. Offsets are into the sentence's own text, so that a sentence that stands in
forty reports is read once; a stage lays it on a report by adding the sentence's start."""

from collections.abc import Iterator

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


class Reading(msgspec.Struct, frozen=True):
    """One distinct sentence, read. `id` is derived from the text and the model."""

    id: str
    text: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    def children(self, index: int) -> Iterator[int]:
        """Indices of the tokens whose head is `index`, in order."""
        return (i for i, token in enumerate(self.tokens) if token.head == index and i != index)

    def subtree(self, index: int) -> list[int]:
        """Indices of `index` and all below it, in order."""
        found, queue = {index}, [index]
        while queue:
            below = [i for i in self.children(queue.pop()) if i not in found]
            found.update(below)
            queue.extend(below)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Indices from the head of `index` up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def roots(self) -> list[int]:
        return [i for i, token in enumerate(self.tokens) if token.head == i]

    def token_at(self, offset: int) -> int | None:
        """Index of the token that holds the character at `offset` of the sentence, else of the next one after it."""
        return next((i for i, token in enumerate(self.tokens) if token.end > offset), None)
