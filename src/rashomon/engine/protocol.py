"""What every engine promises."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Lost:
    """Stands for the result of a task that no worker came back from; `reason` is a half sentence."""

    reason: str


class Engine(Protocol):
    """Runs a pure function over tasks. Where there are several processes, function, tasks and results are pickled: the function stands at the
    top of a module, or is a `functools.partial` of one."""

    @property
    def name(self) -> str:
        """What it is, in words."""

    @property
    def workers(self) -> int:
        """How many tasks it works at once."""

    @property
    def elsewhere(self) -> bool:
        """Whether its processes may be of other machines, and of another installation."""

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        """The results in the order of the tasks. Tasks are taken a few ahead of the results and no more, so that there may be any number. An exception of the
        function is raised here; a task that kills its worker, or fills its memory, is tried again alone, and is `Lost` where that does not help."""

    def everywhere(self, function: Callable[[], Result]) -> list[Result]:
        """What the function gives in each process that works, or may."""

    def close(self) -> None:
        """Ends its processes."""
