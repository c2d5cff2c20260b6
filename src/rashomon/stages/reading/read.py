"""Sentences to readings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model.identity import identify
from rashomon.model.reading import Reading
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.models import Reader

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Tokens that go through the model together: more is no faster, and the parser takes some 6 kB for each.
_TOGETHER = 8_000
# A longer "sentence" is a table or a page without marks; the model's cost and memory grow with it.
LONGEST = 2_000


def reading_id(sentence: str, reader: Reader) -> str:
    return identify("rea1", reader.key, sentence)


def part_read(sentence: str) -> str:
    """What of a sentence is read: all of it, or of one over 2,000 characters the beginning, cut at a white space where there is one."""
    if len(sentence) <= LONGEST:
        return sentence
    words = sentence[: LONGEST + 1].rsplit(maxsplit=1)
    return words[0] if len(words) > 1 else sentence[:LONGEST]


def read(sentences: Iterable[str], reader: Reader, look: Look | None = None) -> Iterator[Reading]:
    """A reading for each sentence, in order; with a look, those in which it sees nothing are not parsed. Of a sentence over 2,000
    characters only the beginning is read."""
    texts = list(sentences)
    documents = [reader.pipes.tokenized(part_read(text)) for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(documents[i]), i))
    readings: dict[int, Reading] = {}
    for some in _together(order, documents):
        taken = reader.pipes.take([documents[i] for i in some], look)
        for i, (tokens, names) in zip(some, taken, strict=True):
            readings[i] = Reading(reading_id(texts[i], reader), texts[i], tokens, names)
    yield from (readings[i] for i in range(len(texts)))


def _together(order: Sequence[int], documents: Sequence["Doc"]) -> Iterator[list[int]]:
    """Runs of sentences of about one length, of so many tokens in all as go through the model at once."""
    some: list[int] = []
    tokens = 0
    for i in order:
        if some and tokens + len(documents[i]) > _TOGETHER:
            yield some
            some, tokens = [], 0
        some.append(i)
        tokens += len(documents[i])
    if some:
        yield some
