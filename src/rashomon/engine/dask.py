"""Many machines: a Dask cluster, which sends a task elsewhere when its worker is lost.

Dask was chosen over Ray, Spark and Daft (docs/scale.md): it is Python alone, starts in a second and finishes when workers are killed. Nothing here shuffles: the two shuffles of
the road are files by bucket, so that a map is all that is asked of an engine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from rashomon.engine.protocol import Lost, Result, Task
from rashomon.errors import EngineError, SettingsError

_AHEAD = 3  # tasks on the way for each worker: the way there is longer than to a process
_MISSING = "The engine dask needs the package distributed: pip install 'rashomon[cluster]'."


class Dask:
    """`where`: the scheduler's address, or a number of processes on this machine. Raises SettingsError where Dask is not installed, EngineError where no scheduler answers."""

    elsewhere = True

    def __init__(self, where: str | int) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise SettingsError(_MISSING) from error
        with _speaking(where):
            self._own: Any = _processes(LocalCluster, where) if isinstance(where, int) else None
            self._client: Any = Client(self._own or where, timeout=20)
            self._where = where
            self.workers = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        self.name = f"a Dask cluster of {self.workers} workers ({where})"

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        from distributed import wait

        rest, flying = iter(tasks), deque[tuple[Task, Any]]()
        try:
            while True:
                for task in islice(rest, max(0, _AHEAD * self.workers - len(flying))):
                    with _speaking(self._where):  # around the cluster alone: what making a task raises is not its fault
                        flying.append((task, self._client.submit(function, task, pure=False)))
                if not flying:
                    return
                with _speaking(self._where):
                    wait(flying[0][1])
                task, future = flying.popleft()
                answer = self._answer(future)
                if isinstance(
                    answer, Lost
                ):  # a neighbour may be to blame: Dask counts a lost worker against all that waited there
                    with _speaking(self._where):
                        _ = flying and wait([each for _, each in flying])
                        future = self._client.submit(function, task, pure=False)
                        wait(future)
                    answer = self._answer(future)
                yield answer
        finally:
            with suppress(Exception):
                self._client.cancel([future for _, future in flying], force=True)

    def _answer(self, future: Any) -> Any:
        from distributed.scheduler import KilledWorker

        if future.status not in ("finished", "error"):
            raise EngineError(_gone(self._where, "it let the work go"))
        try:
            return future.result()
        except KilledWorker:
            return Lost("several workers were lost over it, most likely for want of memory")
        except MemoryError:
            return Lost("it needs more memory than a worker has")

    def everywhere(self, function: Callable[[], Result]) -> list[Result]:
        with _speaking(self._where):
            return list(self._client.run(function).values())

    def close(self) -> None:
        with suppress(Exception):
            self._client.close(timeout=5)
        if self._own is not None:
            with suppress(Exception):
                self._own.close(timeout=5)


def _processes(cluster: Any, workers: int) -> Any:
    return cluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=50)


@contextmanager
def _speaking(where: str | int) -> Iterator[None]:
    """Says in a sentence that the cluster is gone."""
    from asyncio import CancelledError as Cancelled
    from concurrent.futures import CancelledError

    from distributed.client import FutureCancelledError
    from distributed.comm import CommClosedError

    try:
        yield
    except (
        OSError,
        TimeoutError,
        CommClosedError,
        CancelledError,
        Cancelled,
        FutureCancelledError,
        ValueError,
    ) as error:
        words = str(error).partition("\n")[0] if isinstance(error, OSError | ValueError) else ""
        raise EngineError(_gone(where, words or "its scheduler was lost")) from error


def _gone(where: str | int, reason: str) -> str:
    return (
        f"The Dask cluster at {where} does not answer ({reason}). What was done is kept: when it is there again, the same command "
        "goes on from there."
    )
