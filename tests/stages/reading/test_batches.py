"""Readings made in another process are those made in this one."""

import pickle
from concurrent.futures import ProcessPoolExecutor

import msgspec
import pytest

from rashomon.errors import ModelMissingError
from rashomon.model.reading import Reading
from rashomon.stages.reading import Batch, Look, Reader, installed_model, read, read_batch, reading_id

READER = Reader(*installed_model())
SENTENCES = ["Two guards were killed in Orlav.", "A quiet old town", "Mayor Ina Tarn said so.", ""]


def batch_of(*words: str) -> Batch:
    return Batch(READER.model.package, READER.version, tuple(SENTENCES), frozenset(words))


def test_a_batch_read_is_the_readings_ready_to_be_kept() -> None:
    batch = batch_of("killed")
    kept = read_batch(batch)
    assert [key for key, _ in kept] == [reading_id(text, READER) for text in SENTENCES]
    expected = list(read(SENTENCES, READER, Look({"killed"})))
    assert [msgspec.msgpack.decode(body, type=Reading) for _, body in kept] == expected


def test_a_batch_goes_to_another_process_and_back() -> None:
    batch = batch_of()
    assert pickle.loads(pickle.dumps(batch)) == batch
    with ProcessPoolExecutor(max_workers=1) as pool:
        assert list(pool.map(read_batch, [batch])) == [read_batch(batch)]


def test_a_process_with_another_version_of_the_model_reads_nothing() -> None:
    with pytest.raises(ModelMissingError, match=r"0\.0\.0-none"):
        read_batch(Batch(READER.model.package, "0.0.0-none", ("It burned.",)))
