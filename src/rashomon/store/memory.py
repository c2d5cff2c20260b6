"""A store for one process: what tests use, and a run without a casebook."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from rashomon.text.searching import Run, holds


class MemoryStore:
    name = "memory, gone with the process"

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        self._logs: defaultdict[str, dict[str, tuple[int, bytes]]] = defaultdict(dict)
        self._words: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._tip = 0

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        kept = self._kept[kind]
        return {key: kept[key] for key in keys if key in kept}

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        kept = self._kept[kind]
        kept.update((key, value) for key, value in values.items() if key not in kept)

    def forget(self, kind: str, but: Iterable[str]) -> None:
        self._kept[kind] = self.get_many(kind, but)

    def put_only(self, kind: str, values: Mapping[str, bytes]) -> None:
        self._kept[kind] = dict(values)

    def keys(self, kind: str, beginning: str = "", most: int | None = None) -> tuple[str, ...]:
        return tuple(islice(sorted(key for key in self._kept[kind] if key.startswith(beginning)), most))

    def append(self, log: str, rows: Mapping[str, bytes]) -> tuple[str, ...]:
        new = tuple(key for key in rows if key not in self._logs[log])
        for key in new:
            self._tip += 1
            self._logs[log][key] = (self._tip, rows[key])
        return new

    def logged(self, log: str, after: int = 0) -> dict[str, bytes]:
        return {key: row for key, (number, row) in self._logs[log].items() if number > after}

    def tip(self) -> int:
        return self._tip

    def put_words(self, index: str, texts: Mapping[str, str]) -> None:
        held = self._words[index]
        held.update((key, text) for key, text in texts.items() if key not in held)

    def worded(self, index: str, keys: Iterable[str]) -> set[str]:
        return self._words[index].keys() & set(keys)

    def holding(self, index: str, runs: Sequence[Run]) -> set[str]:
        return {key for key, text in self._words[index].items() if holds(text, tuple(runs))} if runs else set()

    def count(self) -> dict[str, int]:
        tables: list[tuple[str, dict[str, Any]]] = [*self._kept.items(), *self._logs.items(), *self._words.items()]
        every = sorted(tables, key=lambda each: each[0])
        return {kind: len(kept) for kind, kept in every if kept}

    def close(self) -> None:
        self._kept.clear()
        self._logs.clear()
        self._words.clear()
