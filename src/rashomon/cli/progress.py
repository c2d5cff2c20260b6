"""How far a long run is: what it does, how much is done and left, at what rate, and how long it will take."""

import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import ProgressColumn, Task, TaskID
    from rich.text import Text

_EVERY_S = 0.1  # between two looks of a reader; asked a million times, a bar must cost nothing


class Bar:
    """Called as `bar(kind, done, total)`, total 0 where it is not known; a line on the terminal, which `close` takes away."""

    def __init__(self, console: "Console | None" = None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._kind, self._next = "", 0.0
        self._task: TaskID | None = None
        self._bar: Progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            _rate(),
            TextColumn("left"),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=console or Console(stderr=True),
            transient=True,
            auto_refresh=False,
        )

    def __call__(self, kind: str, done: int, total: int) -> None:
        now = time.monotonic()
        if kind == self._kind and now < self._next:
            return
        self._next = now + _EVERY_S
        if kind != self._kind:
            self._begin(kind)
        if self._task is not None:
            self._bar.update(self._task, completed=done, total=total or None)
            self._bar.refresh()

    def _begin(self, kind: str) -> None:
        if self._task is None:
            self._bar.start()
        else:
            self._bar.remove_task(self._task)
        self._kind, self._task = kind, self._bar.add_task(kind, total=None)

    def close(self) -> None:
        self._bar.stop()


def _rate() -> "ProgressColumn":
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: "Task") -> "Text":
            return Text(f"{task.speed:,.0f} a second" if task.speed else "")

    return Rate()


_OPEN: list[Bar] = []


def progress() -> Any:
    """A bar where standard error is a terminal; None where it goes elsewhere."""
    if not sys.stderr.isatty():
        return None
    _OPEN.append(Bar())
    return _OPEN[-1]


def clear_progress() -> None:
    while _OPEN:
        _OPEN.pop().close()
