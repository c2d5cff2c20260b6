"""The tokens of a batch of sentences, written as MessagePack: just as a reading's own tokens would be, without making them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from rashomon.stages.reading.lemmas import Lemmas
from rashomon.stages.reading.words import Words

if TYPE_CHECKING:
    import numpy
    from spacy.tokens import Doc

EMPTY = msgspec.msgpack.encode(())  # the tokens of a sentence without any
Span = tuple[int, int, int, int, str]  # tokens [first, last), characters [start, end), label
_MOST = 400_000  # kept keys: some 100 MB, a long stream's worth
_OPEN = b"\x98"  # an array of a token's eight fields
_NUMBERS = [msgspec.msgpack.encode(i) for i in range(4_096)]  # characters and tokens of a sentence


@dataclass(frozen=True)
class Table:
    """The tokens of a batch, sentence by sentence: `sizes` of the sentences; of each token its word's number, its tag and label as
    places among the model's, and its head's place in the table (its own for a root). `parsed`: of each sentence."""

    sizes: Sequence[int]
    words: "numpy.ndarray"
    tags: "numpy.ndarray"
    labels: "numpy.ndarray"
    heads: "numpy.ndarray"
    parsed: "numpy.ndarray"


class Writing:
    def __init__(self, lemmas: Lemmas, words: Words, tags: Sequence[str], labels: Sequence[str]) -> None:
        self._lemmas, self._words, self._tags, self._labels = lemmas, words, tags, labels
        self._known: dict[int, bytes] = {}
        self._opening: set[int] = set()
        self._age = words.age

    def mark(self, document: "Doc", table: Table, own: slice) -> None:
        """Gives the document the tags, labels and heads that stand in the table."""
        import numpy

        tags = [self._tags[i] for i in table.tags[own].tolist()]
        labels = [self._labels[i] for i in table.labels[own].tolist()]
        self._lemmas.mark(document, tags, labels, table.heads[own] - numpy.arange(own.start, own.stop))

    def written(
        self, documents: Sequence["Doc"], table: Table, names: Sequence[Sequence[tuple[int, int, str]]]
    ) -> Iterator[tuple[bytes, list[Span]]]:
        """The tokens of each sentence, and the names with their characters."""
        import numpy

        cuts = numpy.cumsum([0, *table.sizes])
        offsets = numpy.repeat(cuts[:-1], table.sizes)
        starts, ends = self._characters(table, cuts)
        codes = self._codes(table)
        heads = (table.heads - offsets).tolist()
        rows = list(zip(starts, ends, [self._known[code] for code in codes], heads, strict=True))
        for i, (first, last) in enumerate(pairwise(cuts.tolist())):
            own = rows[first:last]
            if table.parsed[i] and not self._opening.isdisjoint(codes[first:last]):
                own = self._together(documents[i], table, slice(first, last), own)
            spans = [(a, b, own[a][0], own[b - 1][1], label) for a, b, label in names[i]]
            yield _array(len(own)) + b"".join([_written(*row) for row in own]), spans

    def _characters(self, table: Table, cuts: "numpy.ndarray") -> tuple[list[int], list[int]]:
        """Where each token begins and ends in its sentence."""
        import numpy

        sizes = self._words.sizes[table.words]
        wide = sizes + self._words.spaced[table.words]
        starts = numpy.append(0, numpy.cumsum(wide))[:-1]
        starts -= numpy.repeat(starts[cuts[:-1]], table.sizes)
        return starts.tolist(), (starts + sizes).tolist()

    def _codes(self, table: Table) -> list[int]:
        """A number for each token's word, tag and label; all of them known."""
        import numpy

        if self._age != self._words.age or len(self._known) > _MOST:
            self._age = self._words.age
            self._known.clear()
            self._opening.clear()
        pairs = self._words.spelled[table.words] * len(self._tags) + table.tags
        codes = pairs * len(self._labels) + table.labels
        new = [code for code in numpy.unique(codes).tolist() if code not in self._known]
        if new:
            written, opening = self._lemmas.asked([self._key(code) for code in new])
            self._known.update(zip(new, written, strict=True))
            self._opening.update(code for code, opens in zip(new, opening, strict=True) if opens)
        found: list[int] = codes.tolist()
        return found

    def _key(self, code: int) -> tuple[str, str, str]:
        pair, label = divmod(code, len(self._labels))
        word, tag = divmod(pair, len(self._tags))
        return self._words.texts[word], self._tags[tag], self._labels[label]

    def _together(
        self, document: "Doc", table: Table, own: slice, rows: list[tuple[int, int, bytes, int]]
    ) -> list[tuple[int, int, bytes, int]]:
        """The same, by the model's own rules where one of them takes several tokens together."""
        self.mark(document, table, own)
        if not self._lemmas.goes_together(document):
            return rows
        whole = self._lemmas.whole(document)
        return [(start, end, text, head) for (start, end, _, head), text in zip(rows, whole, strict=True)]


def _written(start: int, end: int, written: bytes, head: int) -> bytes:
    return _OPEN + _number(start) + _number(end) + written + _number(head)


def _number(value: int) -> bytes:
    return _NUMBERS[value] if value < len(_NUMBERS) else msgspec.msgpack.encode(value)


def _array(count: int) -> bytes:
    return bytes([0x90 | count]) if count < 16 else b"\xdc" + count.to_bytes(2, "big")
