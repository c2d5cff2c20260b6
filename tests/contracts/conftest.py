"""A casebook in which the news of the ferry was read, once for all tests that judge it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.contracts.ferry import LATE, NEWS, rows

from rashomon.casebook import Casebook


@pytest.fixture
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A casebook in which every sentence was read, and that holds all reports but the late one."""
    folder = tmp_path_factory.mktemp("read")
    book = Casebook(folder)
    book.read("-", stdin=rows(LATE))
    book.add("-", stdin=rows(*(name for name in NEWS if name != LATE)))
    book.record()
    book.close()
    return folder


@pytest.fixture
def fresh(read_before: Path, tmp_path: Path) -> Iterator[Callable[[], Casebook]]:
    books: list[Casebook] = []

    def another() -> Casebook:
        folder = tmp_path / f"book{len(books)}"
        shutil.copytree(read_before, folder)
        books.append(Casebook(folder))
        return books[-1]

    yield another
    for book in books:
        book.close()


@pytest.fixture
def book(fresh: Callable[[], Casebook]) -> Casebook:
    return fresh()
