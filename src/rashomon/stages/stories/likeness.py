"""Which reports are like which, and how likely they go together: what was found at once in arrays, what changed since in rows of their own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.stages.stories.weighing import Array

_SEEN = 8192  # rows of what was found at once that are kept beside it


class Likeness:
    """Symmetrical: `row(a)[b] == row(b)[a]`."""

    def __init__(self) -> None:
        self._base: tuple[Array, Array, Array] | None = None
        self._rows: dict[int, dict[int, float]] = {}
        self._seen: dict[int, dict[int, float]] = {}

    def lay(self, one: "Array", other: "Array", value: "Array", count: int) -> None:
        """These pairs and no others, among reports with numbers under `count`."""
        import numpy as np

        a, b = np.concatenate([one, other]), np.concatenate([other, one])
        order = np.lexsort((b, a))
        starts = np.searchsorted(a[order], np.arange(count + 1))
        self._base = starts, b[order].astype(np.int32), np.concatenate([value, value])[order]
        self._rows, self._seen = {}, {}

    def row(self, number: int) -> dict[int, float]:
        """The reports that one is like; not to be changed."""
        found = self._rows.get(number)
        if found is None:
            found = self._seen.get(number)
        if found is None:
            if len(self._seen) >= _SEEN:
                self._seen.clear()
            found = self._seen[number] = self._laid(number)
        return found

    def _laid(self, number: int) -> dict[int, float]:
        if self._base is None or number >= len(self._base[0]) - 1:
            return {}
        starts, others, values = self._base
        part = slice(int(starts[number]), int(starts[number + 1]))
        return dict(zip(others[part].tolist(), values[part].tolist(), strict=True))

    def _own(self, number: int) -> dict[int, float]:
        found = self._rows.get(number)
        if found is None:
            found = self._rows[number] = self._laid(number)
        return found

    def put(self, one: int, other: int, value: float) -> None:
        self._own(one)[other] = self._own(other)[one] = value

    def pop(self, number: int) -> dict[int, float]:
        """Takes all pairs of the report out; those."""
        found = dict(self.row(number))
        for other in found:
            del self._own(other)[number]
        self._rows[number] = {}
        return found

    def pairs(self) -> tuple["Array", "Array", "Array"]:
        """Every pair once, the lower number first."""
        import numpy as np

        ones, others, values = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)], [np.zeros(0)]
        if self._base is not None:
            starts, other, value = self._base
            one = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
            changed = np.zeros(len(starts) - 1, bool)
            changed[[number for number in self._rows if number < len(changed)]] = True
            at = np.flatnonzero((one < other) & ~changed[one])
            ones, others, values = [one[at]], [other[at]], [value[at]]
        rows = [(a, b, value) for a, b, value in self._changed()]
        ones.append(np.array([a for a, _, _ in rows], np.int32))
        others.append(np.array([b for _, b, _ in rows], np.int32))
        values.append(np.array([value for _, _, value in rows], np.float64))
        return np.concatenate(ones), np.concatenate(others), np.concatenate(values)

    def _changed(self) -> Iterator[tuple[int, int, float]]:
        for number, row in self._rows.items():
            yield from ((number, other, value) for other, value in row.items() if number < other)
