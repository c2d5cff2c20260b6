"""Work for the engines' contract: what a process can be given stands at the top of a module."""

import os
import signal
from pathlib import Path


def square(number: int) -> int:
    return number * number


def fails_at_three(number: int) -> int:
    if number == 3:
        raise ZeroDivisionError("three")
    return number


def dies_at_five(number: int) -> int:
    """The worker is killed, whenever it is given this one."""
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies_once(task: tuple[int, str]) -> int:
    """The worker is killed the first time: what it was then, a full machine or a broken one, is gone the second time."""
    number, folder = task
    mark = Path(folder) / "died"
    if number == 5 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fills_memory_at_two(number: int) -> int:
    return len(bytearray(10**15)) if number == 2 else number


def process() -> int:
    return os.getpid()
