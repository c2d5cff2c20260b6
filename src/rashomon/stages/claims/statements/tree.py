"""A sentence's parse as a tree that can be walked in O(tokens)."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from rashomon.model.reading import Token
from rashomon.stages.claims.sentence import Sentence


class Tree:
    """Children and extents of each token of a sentence. `first[i]` and `last[i]` bound the subtree of `i`, both inclusive.

    `quoted` are the runs of tokens that stand in quotation marks, marks and all, both ends inclusive.
    """

    def __init__(self, sentence: Sentence, quoted: Iterable[tuple[int, int]] = ()) -> None:
        """`quoted` are the report's quotations, as report offsets; those of other sentences are passed over, but for the
        one that ends right before the sentence (`before`)."""
        self.sentence = sentence
        quoted = list(quoted)
        self.before = next((span for span in quoted if 0 <= sentence.start - span[1] <= 1), None)
        self.quoted = [self._run(*span) for span in quoted if span[0] < sentence.end and sentence.start < span[1]]
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.below[token.head].append(i)

    def _run(self, start: int, end: int) -> tuple[int, int]:
        first = self.sentence.token_at(start) or 0
        last = self.sentence.token_at(end - 1)
        return first, len(self.sentence.tokens) - 1 if last is None else last

    def in_quotation(self, index: int) -> tuple[int, int] | None:
        """The quoted run that holds the token."""
        return next((run for run in self.quoted if run[0] <= index <= run[1]), None)

    @cached_property
    def _extents(self) -> tuple[list[int], list[int]]:
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for i in reversed(self._downward()):
            head = self.tokens[i].head
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        return first, last

    def _downward(self) -> list[int]:
        """All tokens, heads before what hangs on them."""
        order = [i for i, token in enumerate(self.tokens) if token.head == i]
        for i in order:
            order.extend(self.below[i])
        return order

    @property
    def first(self) -> list[int]:
        return self._extents[0]

    @property
    def last(self) -> list[int]:
        return self._extents[1]

    def child(self, index: int, *labels: str) -> int | None:
        """The first child with one of the labels."""
        return next((i for i in self.below[index] if self.tokens[i].dep in labels), None)

    def above(self, index: int) -> Iterator[int]:
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Report offsets of tokens `first` to `last`, both inclusive, without marks and spaces at the ends."""
        while first < last and self._is_edge(first, opening=True):
            first += 1
        while last > first and self._is_edge(last, opening=False):
            last -= 1
        return self.sentence.span(first, last + 1)

    def _is_edge(self, index: int, opening: bool) -> bool:
        text = self.tokens[index].text
        if not text.strip():
            return True
        return text in ((",", ";", ".", "-", "–", "—", ")", ":") if opening else (",", ";", "-", "–", "—", "(", ":"))
