"""What every store promises."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import StoreError
from rashomon.store import MemoryStore, SqliteStore, Store
from rashomon.text.searching import asked, holds, words


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


def test_a_value_once_kept_never_changes(store: Store) -> None:
    store.put_many("reading", {"a": b"1"})
    store.put_many("reading", {"a": b"2", "b": b"3"})
    assert store.get_many("reading", ["a", "b"]) == {"a": b"1", "b": b"3"}


def test_forgets_a_kind_but_for_some(store: Store) -> None:
    store.put_many("shelf", {"a": b"1", "b": b"2"})
    store.put_many("reading", {"a": b"3"})
    store.forget("shelf", ["b"])
    assert store.get_many("shelf", ["a", "b"]) == {"b": b"2"}
    assert store.count() == {"reading": 1, "shelf": 1}


def test_a_log_keeps_the_order_in_which_rows_came(store: Store) -> None:
    assert store.append("judgement", {"z": b"1", "a": b"2"}) == ("z", "a")
    assert store.append("judgement", {"m": b"3"}) == ("m",)
    assert list(store.logged("judgement").items()) == [("z", b"1"), ("a", b"2"), ("m", b"3")]


def test_a_row_of_a_log_is_never_changed(store: Store) -> None:
    store.append("judgement", {"a": b"1"})
    assert store.append("judgement", {"a": b"2", "b": b"3"}) == ("b",)
    assert store.logged("judgement") == {"a": b"1", "b": b"3"}


def test_logs_do_not_meet(store: Store) -> None:
    store.append("judgement", {"a": b"1"})
    assert store.logged("page") == {}
    assert store.append("page", {"a": b"1"}) == ("a",)
    assert store.count() == {"judgement": 1, "page": 1}


def test_nothing_to_log_is_no_fault(store: Store) -> None:
    assert store.append("judgement", {}) == ()


def test_a_log_tells_what_came_since_its_store_was_looked_at(store: Store) -> None:
    assert store.tip() == 0
    store.append("judgement", {"a": b"1"})
    before = store.tip()
    store.append("judgement", {"a": b"1"})
    assert store.tip() == before, "nothing was added"
    store.append("judgement", {"b": b"2"})
    store.append("page", {"c": b"3"})
    assert store.tip() > before
    assert store.logged("judgement", before) == {"b": b"2"}
    assert store.logged("judgement", store.tip()) == {}


def test_keeps_these_alone_of_a_kind(store: Store) -> None:
    store.put_many("reading", {"a": b"1"})
    store.put_only("shelf", {"a": b"1", "b": b"2"})
    store.put_only("shelf", {"b": b"3", "c": b"4"})
    assert store.get_many("shelf", ["a", "b", "c"]) == {"b": b"3", "c": b"4"}
    assert store.count() == {"reading": 1, "shelf": 2}
    store.put_only("shelf", {})
    assert store.keys("shelf") == ()


def test_keys_are_found_by_their_beginnings(store: Store) -> None:
    store.put_many("entity", {"ent1-b 1": b"", "ent1-a 2": b"", "ent1-a 1": b"", "ent1-": b"", "ent2": b""})
    store.put_many("claim", {"ent1-a 3": b""})
    assert store.keys("entity", "ent1-a ") == ("ent1-a 1", "ent1-a 2")
    assert store.keys("entity", most=2) == ("ent1-", "ent1-a 1")
    assert store.keys("entity", "ent3") == ()
    assert store.keys("nothing") == ()


TEXTS = {
    "ferry": "The ferry Halvorsund ran aground off Brekkøy",
    "mill": "A fire destroyed the paper mill in Tavastia; the ferry was late",
    "quake": "東海地震：港口关闭",
    "vessel": "Паром «Алёна» сел на мель",
}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("FERRY", {"ferry", "mill"}),
        ("fer late", {"mill"}),
        ("brekkoy", {"ferry"}),
        ('"ferry was"', {"mill"}),
        ('"ferry wa"', set()),
        ("erry", set()),
        ("地震", {"quake"}),
        ("震港", {"quake"}),
        ("地港", set()),
        ("ален", {"vessel"}),
        ("- , !", set()),
        ('ferry" OR "mill', set()),
        ("ferry NOT mill", set()),
        ("ferry*", {"ferry", "mill"}),
    ],
)
def test_texts_are_found_by_their_words(store: Store, sought: str, found: set[str]) -> None:
    store.put_words("reports", {key: words(text) for key, text in TEXTS.items()})
    assert store.holding("reports", asked(sought)) == found
    assert store.holding("others", asked(sought)) == set()


def test_the_words_of_a_key_never_change(store: Store) -> None:
    store.put_words("reports", {"a": "ferry"})
    store.put_words("reports", {"a": "mill", "b": "mill"})
    store.put_words("reports", {})
    assert store.holding("reports", asked("ferry")) == {"a"}
    assert store.holding("reports", asked("mill")) == {"b"}
    assert store.worded("reports", ["a", "c"]) == {"a"}
    assert store.worded("others", ["a"]) == set()
    assert store.count() == {"reports": 2}


LETTERS = st.text(st.sampled_from("abä '\"*-1中国аё̀(กา"), max_size=24)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(LETTERS, max_size=6), sought=LETTERS)
def test_an_index_finds_what_a_plain_look_through_all_texts_finds(texts: list[str], sought: str) -> None:
    keyed = {f"k{number}": words(text) for number, text in enumerate(texts)}
    runs = asked(sought)
    plain = {key for key, text in keyed.items() if holds(text, runs)} if runs else set()
    with TemporaryDirectory() as folder:
        for store in (MemoryStore(), SqliteStore(Path(folder) / "casebook.sqlite")):
            store.put_words("reports", keyed)
            assert store.holding("reports", runs) == plain
            store.close()


@pytest.mark.parametrize("change", ["delete from log", "update log set body = x'00'"])
def test_sqlite_refuses_to_change_a_log_for_anybody(tmp_path: Path, change: str) -> None:
    path = tmp_path / "casebook.sqlite"
    store = SqliteStore(path)
    store.append("judgement", {"a": b"1"})
    store.close()
    foreign = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="only added to"):
        foreign.execute(change)
    foreign.close()


def test_sqlite_takes_what_many_processes_add_at_once(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        assert sum(pool.map(add_ten, [tmp_path / "new" / "casebook.sqlite"] * 4, range(4))) == 40
    store = SqliteStore(tmp_path / "new" / "casebook.sqlite")
    assert len(store.logged("page")) == 40
    assert store.count() == {"page": 40, "text": 40}
    store.close()


def add_ten(path: Path, worker: int) -> int:
    store = SqliteStore(path)
    rows = {f"{worker}-{i}": b"row" for i in range(10)}
    new = 0
    for key, row in rows.items():
        store.put_many("text", {key: row})
        new += len(store.append("page", {key: row}))
    store.close()
    return new


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
