"""The ways to find which reports share text. Each is given the texts of one block after another, and asked for its pairs at the end.

Both cut the same texts themselves and keep nothing but what they need; the time of both is counted, the making of the texts is not.
"""

import re
from typing import NamedTuple, Protocol

import numpy as np

THRESHOLD, LOWER, PERMUTATIONS, SHINGLE = 0.5, 0.25, 128, 5


class Found(NamedTuple):
    """`pairs`: numbers a < b of reports, a row each. `spans`: rows of (report, other report, start, end): characters of the first that it has from
    or gives to the second; None where the way gives none. `work`: what was counted."""

    pairs: np.ndarray
    spans: np.ndarray | None
    work: dict[str, int]


class Way(Protocol):
    """`add` and `finish` are timed; `found` puts the answer into the judge's form, on the judge's time."""

    def add(self, texts: list[str]) -> None: ...

    def finish(self) -> None: ...

    def found(self) -> Found: ...


class Nothing:
    """The stream alone: the memory and time that all ways stand on."""

    def add(self, texts: list[str]) -> None:
        pass

    def finish(self) -> None:
        pass

    def found(self) -> Found:
        return Found(np.zeros((0, 2), np.int64), None, {})


class Datasketch:
    """MinHash of a report's word shingles, and bands of it as keys of a table: the usual way."""

    threshold = THRESHOLD

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH

        self._table = MinHashLSH(threshold=self.threshold, num_perm=PERMUTATIONS)
        self._first = MinHash(num_perm=PERMUTATIONS)
        self._pairs: list[tuple[int, int]] = []
        self._number = self._hashes = 0

    def add(self, texts: list[str]) -> None:
        for text in texts:
            sketch = self._first.copy()
            given = shingles(text)
            sketch.update_batch(given)
            self._hashes += len(given)
            self._pairs += [(other, self._number) for other in self._table.query(sketch)]
            self._table.insert(self._number, sketch, check_duplication=False)
            self._number += 1

    def finish(self) -> None:
        pass

    def found(self) -> Found:
        return Found(
            _rows(self._pairs), None, {"hashes": self._hashes * PERMUTATIONS, "pairs looked at": len(self._pairs)}
        )


class Lower(Datasketch):
    """The same, and pairs that have less in common are looked for too."""

    threshold = LOWER


class Rensa:
    """The same in a compiled library, with its own table."""

    def __init__(self) -> None:
        from rensa import RMinHash, RMinHashLSH

        self._make = RMinHash
        self._table = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
        self._pairs: list[tuple[int, int]] = []
        self._number = self._hashes = 0

    def add(self, texts: list[str]) -> None:
        for text in texts:
            sketch = self._make(num_perm=PERMUTATIONS, seed=42)
            given = [each.decode() for each in shingles(text)]
            sketch.update(given)
            self._hashes += len(given)
            self._pairs += [(other, self._number) for other in self._table.query(sketch)]
            self._table.insert(self._number, sketch)
            self._number += 1

    def finish(self) -> None:
        pass

    def found(self) -> Found:
        return Found(
            _rows(self._pairs), None, {"hashes": self._hashes * PERMUTATIONS, "pairs looked at": len(self._pairs)}
        )


def shingles(text: str) -> list[bytes]:
    """The distinct runs of five words, folded to lower case."""
    words = re.findall(r"\w+", text.lower())
    return [run.encode() for run in {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}]


def _rows(pairs: list[tuple[int, int]]) -> np.ndarray:
    return np.array(pairs, np.int64).reshape(-1, 2)
