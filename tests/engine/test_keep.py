from collections.abc import Sequence

import pytest

from rashomon.engine import Keeper, Local
from rashomon.store import MemoryStore

TASKS = [(f"key{number}", number) for number in range(10)]


def keeper(store: MemoryStore) -> Keeper:
    return Keeper(store, Local(), lambda kind, done, total: None)


def worked(store: MemoryStore, fails_at: int | None = None) -> tuple[Sequence[int], list[int]]:
    """The results, and the tasks that were worked on the way."""
    seen: list[int] = []

    def work(number: int) -> int:
        if number == fails_at:
            raise KeyboardInterrupt
        seen.append(number)
        return number * 2

    return list(keeper(store).results("double", TASKS, work, int, batch=3)), seen


def test_results_come_in_order() -> None:
    assert worked(MemoryStore())[0] == [number * 2 for number in range(10)]


def test_what_is_kept_is_not_worked_again() -> None:
    store = MemoryStore()
    worked(store)
    results, seen = worked(store)
    assert (results, seen) == ([number * 2 for number in range(10)], [])


def test_a_stopped_run_loses_one_batch_at_most() -> None:
    store = MemoryStore()
    with pytest.raises(KeyboardInterrupt):
        worked(store, fails_at=7)
    assert worked(store)[1] == [6, 7, 8, 9]


def test_what_is_kept_and_cannot_be_read_is_worked_anew() -> None:
    store = MemoryStore()
    store.put_many("double", {"key4": b"\xc1", "key5": b""})
    assert worked(store) == ([number * 2 for number in range(10)], list(range(10)))
    assert worked(store)[1] == [4, 5]
