"""Sentences to readings."""

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.model.identity import identify
from rashomon.model.reading import Name, Reading
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.models import Reader
from rashomon.stages.reading.runs import runs

# Tokens that go through the model together: more is no faster, and takes some 2 kB for each.
_TOGETHER = 16_000
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
    decode = msgspec.msgpack.Decoder(Reading).decode
    return (decode(body) for _, body in written(sentences, reader, look))


def written(sentences: Iterable[str], reader: Reader, look: Look | None = None) -> Iterator[tuple[str, bytes]]:
    """The same, each as its id and as MessagePack, ready to be kept."""
    texts, encode = list(sentences), msgspec.msgpack.Encoder().encode
    documents = [reader.pipes.tokenized(part_read(text)) for text in texts]
    order = sorted(range(len(texts)), key=lambda i: (len(documents[i]), i))
    readings: dict[int, tuple[str, bytes]] = {}
    first = 0
    for _, sizes in runs([len(documents[i]) for i in order], _TOGETHER):
        some, first = order[first : first + len(sizes)], first + len(sizes)
        taken = reader.pipes.take([documents[i] for i in some], look)
        for i, (tokens, names) in zip(some, taken, strict=True):
            key = reading_id(texts[i], reader)
            readings[i] = key, encode(_Written(key, texts[i], msgspec.Raw(tokens), names))
    yield from (readings[i] for i in range(len(texts)))


class _Written(msgspec.Struct, frozen=True):
    """A reading, its tokens written already."""

    id: str
    text: str
    tokens: msgspec.Raw
    names: tuple[Name, ...]
