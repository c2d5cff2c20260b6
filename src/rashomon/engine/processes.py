"""All cores of this machine: a pool of processes that survives its workers.

A worker that is killed, or dies of a fault in a library, takes the whole of Python's pool down with it. The tasks that were on the way are then worked one
by one, each in a process of its own, so that the one that kills is known, and no other suffers for it."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Any

from rashomon.engine.memory import bounded, share
from rashomon.engine.protocol import Lost, Result, Task

_AHEAD = 2  # tasks on the way for each worker: one in work, one waiting
_WAIT_S = 5  # for a process that was killed
_TRIES = 2  # times that a task is tried alone
_KILLED = "its worker process ended without an answer, most likely for want of memory"
_FILLED = "it needs more memory than a worker has"


class Processes:
    """`workers`: 1 or more; as many as this process may use cores where it is not said. `memory`: bytes that a worker may take; an even share of the machine's
    where it is not said, and no bound where the system knows none."""

    elsewhere = False

    def __init__(self, workers: int | None = None, memory: int | None = None) -> None:
        self.workers = workers or cores()
        self.name = f"{self.workers} processes of this machine"
        self._memory = memory
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        rest, flying = iter(tasks), deque[tuple[Task, Future[Result]]]()
        try:
            while True:
                for task in islice(rest, max(0, _AHEAD * self.workers - len(flying))):
                    flying.append((task, self._sent(function, task)))
                if not flying:
                    return
                try:
                    result: Result | Lost = flying[0][1].result()
                except (BrokenProcessPool, MemoryError):
                    yield from self._saved(function, flying)
                else:
                    flying.popleft()
                    yield result
        finally:
            for _, future in flying:
                future.cancel()

    def everywhere(self, function: Callable[[], Result]) -> list[Result]:
        return [self._sent(_called, function).result()]

    def close(self) -> None:
        self._drop()

    def _sent(self, function: Callable[[Task], Result], task: Task) -> "Future[Result]":
        try:
            return self._ready().submit(function, task)
        except BrokenProcessPool:  # it broke while nobody looked: the tasks before this one will tell
            broken: Future[Result] = Future()
            broken.set_exception(BrokenProcessPool())
            return broken

    def _saved(
        self, function: Callable[[Task], Result], flying: deque[tuple[Task, "Future[Result]"]]
    ) -> Iterator[Result | Lost]:
        """The results of all that was on the way when a worker died."""
        self._drop()
        while flying:
            task, future = flying.popleft()
            yield future.result() if _answered(future) else self._alone(function, task)

    def _alone(self, function: Callable[[Task], Result], task: Task) -> Result | Lost:
        reason = _KILLED
        for _ in range(_TRIES):
            with _pool(1, self._memory or share(1)) as pool:
                try:
                    return pool.submit(function, task).result()
                except BrokenProcessPool:
                    reason = _KILLED
                except MemoryError:
                    reason = _FILLED
        return Lost(reason)

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _pool(self.workers, self._memory or share(self.workers))
        return self._pool

    def _drop(self) -> None:
        if self._pool is not None:
            for process in list(
                (self._pool._processes or {}).values()
            ):  # no word to them: they may be deep in a library
                process.terminate()
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(workers: int, memory: int | None) -> ProcessPoolExecutor:
    # A fork of this process would take its threads' locks along; a server that forks knows none.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(workers, get_context(method), partial(_begin, memory))


def _begin(memory: int | None) -> None:
    """A worker's first words: Ctrl-C is its parent's to answer, one core is its own, and so much memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if memory:
        bounded(memory)


def _end_with_parent() -> None:
    """A parent that is killed can send no word; a worker would wait for its next task for ever."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _answered(future: "Future[Any]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _called(function: Callable[[], Result]) -> Result:
    return function()
