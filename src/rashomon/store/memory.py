"""A store for one process: what tests use, and a run without a casebook."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


class MemoryStore:
    name = "memory, gone with the process"

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, bytes]] = defaultdict(dict)

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        kept = self._kept[kind]
        return {key: kept[key] for key in keys if key in kept}

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        self._kept[kind].update(values)

    def count(self) -> dict[str, int]:
        return {kind: len(kept) for kind, kept in sorted(self._kept.items()) if kept}

    def close(self) -> None:
        self._kept.clear()
