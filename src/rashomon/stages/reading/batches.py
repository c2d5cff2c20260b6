"""Readings made in any process: a batch that can be sent to one, and what comes back, ready to be kept."""

from functools import lru_cache

import msgspec

from rashomon.errors import ModelMissingError
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.models import Reader, installed_model
from rashomon.stages.reading.read import written

Kept = tuple[str, bytes]  # a reading's id, and the reading as MessagePack


class Batch(msgspec.Struct, frozen=True):
    """Sentences to read, by which model, and the words any of which is reason to parse (None: all sentences are parsed)."""

    package: str
    version: str
    sentences: tuple[str, ...]
    words: frozenset[str] | None = None


def read_batch(batch: Batch) -> tuple[Kept, ...]:
    """A reading for each sentence of the batch, in order. A process loads the model at its first batch.

    Raises ModelMissingError where this process has no such model, or has another version of it.
    """
    look = None if batch.words is None else Look(batch.words)
    return tuple(written(batch.sentences, _reader(batch.package, batch.version), look))


@lru_cache(maxsize=1)
def _reader(package: str, version: str) -> Reader:
    reader = Reader(*installed_model(package))
    if reader.version != version:
        raise ModelMissingError(
            f"The English language model {package} {version} is to read, but {reader.version} is installed here. "
            "Every process that reads must have the same one."
        )
    return reader
