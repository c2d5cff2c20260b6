"""The protocol of every store: values by kind and key, content-addressed, so that a value once kept never changes; and logs, to
which rows are only ever added."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Store(Protocol):
    """`kind` names what is kept ("intake", "reading", "story", "record"); `key` is derived from what it was made from."""

    @property
    def name(self) -> str:
        """What it is and where it lies, in words."""

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The values kept under these keys; a key without one is absent."""

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keeps all of them or, where the process dies, none."""

    def forget(self, kind: str, but: Iterable[str]) -> None:
        """Drops the values of a kind, except those under these keys: they can be made again."""

    def append(self, log: str, rows: Mapping[str, bytes]) -> tuple[str, ...]:
        """Adds those rows of which the log has not the key yet, in their order; all of them or none. The keys that were new."""

    def logged(self, log: str) -> dict[str, bytes]:
        """All rows of a log, in the order in which they were added."""

    def count(self) -> dict[str, int]:
        """How many values of each kind, and rows of each log, are kept."""

    def close(self) -> None:
        """Lets go of the file."""
