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
        self._opening: list[int] = []
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
        starts, ends = self._characters(table, cuts)
        known = self._parts(documents, table, cuts)
        heads = (table.heads - numpy.repeat(cuts[:-1], table.sizes)).tolist()
        numbers, openings = _NUMBERS.up_to(max(ends)), _OPENINGS.up_to(max(ends))
        tokens = [
            openings[start] + numbers[end] + parts + numbers[head]
            for start, end, parts, head in zip(starts, ends, known, heads, strict=True)
        ]
        for (first, last), own in zip(pairwise(cuts.tolist()), names, strict=True):
            spans = [(a, b, starts[first + a], ends[first + b - 1], label) for a, b, label in own]
            yield _array(last - first) + b"".join(tokens[first:last]), spans

    def _parts(self, documents: Sequence["Doc"], table: Table, cuts: "numpy.ndarray") -> list[bytes]:
        """Text, lemma, pos, tag and label of each token, written; by the model's own rules where one of them takes several tokens
        together."""
        import numpy

        codes = self._codes(table)
        ordered: list[int] = codes.tolist()
        parts = [self._known[code] for code in ordered]
        opening = numpy.logical_or.reduceat(numpy.isin(codes, self._opening), cuts[:-1])
        for i in numpy.flatnonzero(opening & table.parsed).tolist():
            own = slice(int(cuts[i]), int(cuts[i + 1]))
            self.mark(documents[i], table, own)
            if self._lemmas.goes_together(documents[i]):
                parts[own] = self._lemmas.whole(documents[i])
        return parts

    def _characters(self, table: Table, cuts: "numpy.ndarray") -> tuple[list[int], list[int]]:
        """Where each token begins and ends in its sentence."""
        import numpy

        sizes = self._words.sizes[table.words]
        wide = sizes + self._words.spaced[table.words]
        starts = numpy.append(0, numpy.cumsum(wide))[:-1]
        starts -= numpy.repeat(starts[cuts[:-1]], table.sizes)
        return starts.tolist(), (starts + sizes).tolist()

    def _codes(self, table: Table) -> "numpy.ndarray":
        """A number for each token's word, tag and label; all of them known."""
        import numpy

        if self._age != self._words.age or len(self._known) > _MOST:
            self._age = self._words.age
            self._known.clear()
            self._opening.clear()
        pairs = self._words.spelled[table.words] * len(self._tags) + table.tags
        codes: numpy.ndarray = pairs * len(self._labels) + table.labels
        new = [code for code in numpy.unique(codes).tolist() if code not in self._known]
        if new:
            written, opening = self._lemmas.asked([self._key(code) for code in new])
            self._known.update(zip(new, written, strict=True))
            self._opening.extend(code for code, opens in zip(new, opening, strict=True) if opens)
        return codes

    def _key(self, code: int) -> tuple[str, str, str]:
        pair, label = divmod(code, len(self._labels))
        word, tag = divmod(pair, len(self._tags))
        return self._words.texts[word], self._tags[tag], self._labels[label]


class _Numbers:
    """Numbers as MessagePack, each with the same bytes before it."""

    def __init__(self, before: bytes) -> None:
        self._before = before
        self._written: list[bytes] = []

    def up_to(self, most: int) -> list[bytes]:
        """The numbers from 0 to this one at least, each at its own place."""
        for number in range(len(self._written), most + 1):
            self._written.append(self._before + msgspec.msgpack.encode(number))
        return self._written


_NUMBERS, _OPENINGS = _Numbers(b""), _Numbers(b"\x98")  # the latter with the mark of an array of a token's eight fields


def _array(count: int) -> bytes:
    return bytes([0x90 | count]) if count < 16 else b"\xdc" + count.to_bytes(2, "big")
