"""What every engine promises: the same results in the same order, whoever works them, and whatever becomes of the workers."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path

import pytest
from tests.contracts import work

from rashomon.engine import FORMS, Engine, Lost, chosen
from rashomon.errors import EngineError, SettingsError

# Dask leaves sockets to the collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
MANY = ["processes:2", pytest.param("dask:2", marks=pytest.mark.skipif(not find_spec("distributed"), reason="no Dask"))]


@pytest.fixture(scope="module")
def engines() -> Iterator[Callable[[str], Engine]]:
    made: dict[str, Engine] = {}
    yield lambda words: made.setdefault(words, made.get(words) or chosen(words))
    for each in made.values():
        each.close()


@pytest.fixture(params=["local", *MANY])
def engine(request: pytest.FixtureRequest, engines: Callable[[str], Engine]) -> Engine:
    return engines(request.param)


@pytest.fixture(params=MANY)
def many(request: pytest.FixtureRequest, engines: Callable[[str], Engine]) -> Engine:
    return engines(request.param)


def test_results_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert list(engine.map(work.square, range(100))) == [number * number for number in range(100)]


def test_no_tasks_no_results(engine: Engine) -> None:
    assert list(engine.map(str, [])) == []


def test_tasks_without_end_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken = count()
    assert list(islice(engine.map(work.square, taken), 5)) == [0, 1, 4, 9, 16]
    assert next(taken) < 5 + 20 * engine.workers


def test_what_goes_wrong_in_the_work_is_raised_here(engine: Engine) -> None:
    results = engine.map(work.fails_at_three, range(10))
    assert list(islice(results, 3)) == [0, 1, 2]
    with pytest.raises(ZeroDivisionError, match="three"):
        next(results)
    assert list(engine.map(work.square, [7])) == [49]


def test_a_task_that_fills_the_memory_is_lost_and_no_other(engine: Engine) -> None:
    *before, lost, last = engine.map(work.fills_memory_at_two, range(4))
    assert (before, last) == ([0, 1], 3)
    assert isinstance(lost, Lost) and "memory" in lost.reason


def test_a_task_that_kills_its_worker_is_lost_and_no_other(many: Engine) -> None:
    results = list(many.map(work.dies_at_five, range(12)))
    assert [one for one in results if not isinstance(one, Lost)] == [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    assert isinstance(results[5], Lost)


def test_what_a_killed_worker_had_in_hand_is_worked_again(many: Engine, tmp_path: Path) -> None:
    assert list(many.map(work.dies_once, ((number, str(tmp_path)) for number in range(12)))) == list(range(12))


def test_workers_are_other_processes(many: Engine) -> None:
    assert work.process() not in many.everywhere(work.process)


def test_an_engine_that_was_closed_is_not_left_behind() -> None:
    made = chosen("processes:1")
    (worker,) = made.everywhere(work.process)
    made.close()
    assert not Path(f"/proc/{worker}").exists()


@pytest.mark.parametrize(
    "words", ["", "spark", "local:2", "processes:many", "processes:0", "processes:-1", "dask", "dask:0", "processes:²"]
)
def test_other_words_are_no_engine(words: str) -> None:
    with pytest.raises(SettingsError, match="is no engine") as error:
        chosen(words)
    assert FORMS in str(error.value)


@pytest.mark.skipif(not find_spec("distributed"), reason="no Dask")
def test_a_cluster_that_is_cut_off_ends_the_run_with_a_sentence() -> None:
    from distributed import LocalCluster

    cluster = LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0", silence_logs=50)
    engine = chosen(f"dask:{cluster.scheduler_address}")
    results = engine.map(work.square, count())
    assert next(results) == 0
    cluster.close(timeout=5)
    with pytest.raises(EngineError, match=r"does not answer .* the same command goes on from there\."):
        list(results)
    engine.close()


@pytest.mark.skipif(not find_spec("distributed"), reason="no Dask")
def test_where_no_scheduler_answers_it_is_said() -> None:
    with pytest.raises(EngineError, match=r"The Dask cluster at tcp://127\.0\.0\.1:9 does not answer"):
        chosen("dask:tcp://127.0.0.1:9")
