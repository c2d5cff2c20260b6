"""The demo's record is made once for all tests that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from rashomon import demo
from rashomon.casebook import Casebook
from rashomon.model.record import Record

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def demo_book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    book = Casebook(tmp_path_factory.mktemp("casebook"))
    yield book
    book.close()


@pytest.fixture(scope="session")
def demo_record(demo_book: Casebook) -> Record:
    return demo_book.read(demo.REPORTS)


@pytest.fixture
def harbour() -> Path:
    return demo.REPORTS
