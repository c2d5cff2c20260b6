"""The protocol of every store: values by kind and key, content-addressed, so that a value once kept never changes; logs, to
which rows are only ever added; and the words of texts, to be searched."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from rashomon.text.searching import Run


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

    def put_only(self, kind: str, values: Mapping[str, bytes]) -> None:
        """Keeps these and drops all others of the kind, in one step: whoever reads sees the ones or the others."""

    def keys(self, kind: str, beginning: str = "", most: int | None = None) -> tuple[str, ...]:
        """The keys of the kind that begin so, sorted; the first `most` of them."""

    def append(self, log: str, rows: Mapping[str, bytes]) -> tuple[str, ...]:
        """Adds those rows of which the log has not the key yet, in their order; all of them or none. The keys that were new."""

    def logged(self, log: str, after: int = 0) -> dict[str, bytes]:
        """The rows of a log, in the order in which they were added: all, or those that came when `tip` had been `after`."""

    def tip(self) -> int:
        """A number that grows whenever a row is added to any log, in whatever process; cheap to ask for."""

    def put_words(self, index: str, texts: Mapping[str, str]) -> None:
        """Keeps the words of texts (as `text.searching.words` makes them) by key; those of a key once kept never change."""

    def worded(self, index: str, keys: Iterable[str]) -> set[str]:
        """Those of the keys of which the index has the words."""

    def holding(self, index: str, runs: Sequence[Run]) -> set[str]:
        """The keys of the texts that have all of what is sought; none where nothing is."""

    def count(self) -> dict[str, int]:
        """How many values of each kind, and rows of each log, are kept."""

    def close(self) -> None:
        """Lets go of the file."""
