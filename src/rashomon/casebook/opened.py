"""Records that were opened last, so that pages on one record do not decode it again and again."""

import gc
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from rashomon.model.record import Record
from rashomon.store import Store

_MOST = 32_000_000  # bytes of records as kept; in memory they are some five times as large
_UNWATCHED = threading.Lock()


class LastOpened:
    """Records by their keys, those that were asked for last, as many as go into `_MOST` bytes and one at least."""

    def __init__(self) -> None:
        self._records: OrderedDict[str, tuple[Record, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str, store: Store) -> Record | None:
        """None where it is not kept, or cannot be read."""
        with self._lock:
            if key in self._records:
                self._records.move_to_end(key)
                return self._records[key][0]
        body = store.get_many("record", [key]).get(key)
        record = _decoded(body) if body else None
        if body and record:
            self._keep(key, record, len(body))
        return record

    def _keep(self, key: str, record: Record, size: int) -> None:
        with self._lock:
            self._records[key] = (record, size)
            while len(self._records) > 1 and sum(size for _, size in self._records.values()) > _MOST:
                self._records.popitem(last=False)


def _decoded(body: bytes) -> Record | None:
    try:
        with unwatched():
            return msgspec.msgpack.decode(body, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


@contextmanager
def unwatched() -> Iterator[None]:
    """Without the collector of rings, which looks through a large value again and again while it is decoded, and finds none in it: that takes four fifths of the time."""
    with _UNWATCHED:
        was = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if was:
                gc.enable()
