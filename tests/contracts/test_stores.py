"""What every store promises."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import StoreError
from rashomon.store import MemoryStore, SqliteStore, Store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "new" / "casebook.sqlite")
    yield opened
    opened.close()


def test_gives_back_what_was_kept(store: Store) -> None:
    store.put_many("reading", {"a": b"1", "b": b"2"})
    assert store.get_many("reading", ["b", "a", "c"]) == {"a": b"1", "b": b"2"}


def test_kinds_do_not_meet(store: Store) -> None:
    store.put_many("reading", {"a": b"1"})
    assert store.get_many("record", ["a"]) == {}


def test_counts_by_kind(store: Store) -> None:
    store.put_many("reading", {"a": b"1", "b": b"2"})
    store.put_many("record", {"a": b"3"})
    assert store.count() == {"reading": 2, "record": 1}


def test_takes_more_keys_than_a_query_holds(store: Store) -> None:
    values = {f"k{i}": str(i).encode() for i in range(40_000)}
    store.put_many("reading", values)
    assert store.get_many("reading", values) == values


def test_nothing_to_keep_is_no_fault(store: Store) -> None:
    store.put_many("reading", {})
    assert store.count() == {}


def test_sqlite_keeps_beyond_the_process(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    first = SqliteStore(path)
    first.put_many("reading", {"a": b"1"})
    first.close()
    again = SqliteStore(path)
    assert again.get_many("reading", ["a"]) == {"a": b"1"}
    again.close()


def test_sqlite_says_what_is_wrong_with_a_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "casebook.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"cannot be used .*not a database.*--casebook"):
        SqliteStore(path)


def test_sqlite_says_that_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError, match="--casebook"):
        SqliteStore(tmp_path / "home" / "casebook.sqlite")
