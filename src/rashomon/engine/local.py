"""The engine that needs nothing: this process, a task after the other."""

from collections.abc import Callable, Iterable, Iterator

from rashomon.engine.protocol import Lost, Result, Task


class Local:
    name = "this process"
    workers = 1
    elsewhere = False

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        return (_worked(function, task) for task in tasks)

    def everywhere(self, function: Callable[[], Result]) -> list[Result]:
        return [function()]

    def close(self) -> None:
        pass


def _worked(function: Callable[[Task], Result], task: Task) -> Result | Lost:
    try:
        return function(task)
    except MemoryError:
        return Lost("it needs more memory than there is")
