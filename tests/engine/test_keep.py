from collections.abc import Iterator, Sequence

import pytest

from rashomon.engine import Keeper, Local, Lost, Way, for_each
from rashomon.errors import EngineError
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

    return list(keeper(store).results(Way("double", int, for_each(work), batch=3), TASKS)), seen


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


def test_tasks_are_packed_where_they_are_worked_and_nowhere_else() -> None:
    packed: list[list[int]] = []

    def pack(tasks: list[int]) -> list[int]:
        packed.append(tasks)
        return tasks

    store = MemoryStore()
    way = Way("half", int, for_each(lambda number: number // 2), batch=4, pack=pack)
    for _ in range(2):
        assert list(keeper(store).results(way, TASKS)) == [number // 2 for number in range(10)]
    assert packed == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]


def test_results_that_are_bytes_are_kept_as_they_are() -> None:
    store = MemoryStore()
    way = Way("word", None, for_each(lambda number: b"word %d" % number), batch=4)
    assert list(keeper(store).results(way, TASKS))[3] == b"word 3"
    assert store.get_many("word", ["key3"]) == {"key3": b"word 3"}


def test_what_is_done_and_of_how_many_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    one = Keeper(MemoryStore(), Local(), lambda *row: told.append(row))
    list(one.results(Way("double", int, for_each(lambda number: number * 2), batch=4), TASKS, 10))
    assert told == [("double", 0, 10), ("double", 4, 10), ("double", 8, 10), ("double", 10, 10)]


def filled_at_four(number: int) -> int:
    if number == 4:
        raise MemoryError
    return number * 2


def test_of_a_batch_with_a_lost_task_the_others_are_worked_and_kept() -> None:
    store = MemoryStore()
    way = Way("double", int, for_each(filled_at_four), batch=5, lost=lambda number, reason: -number)
    assert list(keeper(store).results(way, TASKS)) == [0, 2, 4, 6, -4, 10, 12, 14, 16, 18]
    assert "key3" in store.get_many("double", ["key3", "key4"])
    assert "key4" not in store.get_many("double", ["key3", "key4"])


def test_a_lost_task_stops_the_run_with_a_sentence_where_nothing_can_stand_for_it() -> None:
    store = MemoryStore()
    with pytest.raises(EngineError, match=r"^Double stopped: it needs more memory .* goes on from there"):
        list(keeper(store).results(Way("double", int, for_each(filled_at_four), batch=5), TASKS))
    assert set(store.get_many("double", dict(TASKS))) == {f"key{number}" for number in range(4)}


class Losing(Local):
    def map(self, function: object, tasks: object) -> Iterator[Lost]:
        yield Lost("it is gone")


def test_a_lost_answer_to_all_stops_the_run_too() -> None:
    one = Keeper(MemoryStore(), Losing(), lambda kind, done, total: None)  # type: ignore[arg-type]
    with pytest.raises(EngineError, match=r"Comparing stopped: it is gone\."):
        list(one.map("comparing", str, [1]))
