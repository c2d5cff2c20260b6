"""The protocol of every store: values by kind and key, content-addressed, so that a value once kept never changes."""

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

    def count(self) -> dict[str, int]:
        """How many values of each kind are kept."""

    def close(self) -> None:
        """Lets go of the file."""
