"""Ctrl-C while the store is spoken to: it waits for the end of the sentence. In the midst of one, a library may log it and go on as if nothing was."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def deferred() -> Iterator[None]:
    """Raises KeyboardInterrupt at the end of the block where Ctrl-C came in it. Python hands signals to the main thread alone; in others nothing is to be done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # somebody else's to answer, or passed over
        yield
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
