import os
import signal
from collections.abc import Iterator

import pytest

from rashomon.store.interrupts import deferred


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """As in a shell's foreground: in its background Ctrl-C is passed over."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_what_is_begun_is_ended_before_an_interruption_is_heard() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), deferred():
        os.kill(os.getpid(), signal.SIGINT)
        done.append("all")
    assert done == ["all"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_an_interruption_nothing_is_raised_and_errors_pass() -> None:
    with deferred():
        pass
    with pytest.raises(ZeroDivisionError), deferred():
        raise ZeroDivisionError
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
