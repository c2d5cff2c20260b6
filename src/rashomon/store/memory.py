"""A store for one process: what tests use, and a run without a casebook."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


class MemoryStore:
    name = "memory, gone with the process"

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        self._logs: defaultdict[str, dict[str, bytes]] = defaultdict(dict)

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        kept = self._kept[kind]
        return {key: kept[key] for key in keys if key in kept}

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        kept = self._kept[kind]
        kept.update((key, value) for key, value in values.items() if key not in kept)

    def forget(self, kind: str, but: Iterable[str]) -> None:
        self._kept[kind] = self.get_many(kind, but)

    def append(self, log: str, rows: Mapping[str, bytes]) -> tuple[str, ...]:
        new = {key: row for key, row in rows.items() if key not in self._logs[log]}
        self._logs[log] |= new
        return tuple(new)

    def logged(self, log: str) -> dict[str, bytes]:
        return dict(self._logs[log])

    def count(self) -> dict[str, int]:
        every = sorted([*self._kept.items(), *self._logs.items()])
        return {kind: len(kept) for kind, kept in every if kept}

    def close(self) -> None:
        self._kept.clear()
        self._logs.clear()
