"""A text with some stretches replaced, and where each span of the old text lies in the new one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]


class Change(NamedTuple):
    """The stretch `[start, end)` of a text and the words that stand for it now.

    `instead` true: they are put in its place, as a label is for a name, and a span that touches the stretch holds them whole.
    `instead` false: the stretch was left out and they only say so; no span holds them but one that goes on behind.
    """

    start: int
    end: int
    words: str
    instead: bool


class Changed:
    """The new text of one report, and the way over from the old one. Offsets are code points, half-open."""

    def __init__(self, text: str, changes: Iterable[Change]) -> None:
        """Raises ValueError where two changes overlap, or one lies outside the text."""
        self.changes = sorted(changes)
        self._starts = [change.start for change in self.changes]
        self._new_starts: list[int] = []
        pieces, at, length = [], 0, 0
        for change in self.changes:
            if not at <= change.start <= change.end <= len(text):
                raise ValueError(f"the change of [{change.start}, {change.end}) overlaps another or leaves the text")
            pieces += [text[at : change.start], change.words]
            length += change.start - at
            self._new_starts.append(length)
            length += len(change.words)
            at = change.end
        self.text = "".join((*pieces, text[at:]))
        self.kept = len(text) - sum(change.end - change.start for change in self.changes)

    def span(self, start: int, end: int) -> Span | None:
        """Where the words of `[start, end)` stand now: cut to what was kept of them; None where nothing was."""
        first, last = self._edge(start, at_end=False), self._edge(end - 1, at_end=True)
        return (first, last) if first < last else None

    def whole(self, start: int, end: int) -> bool:
        """Whether nothing of `[start, end)` was left out."""
        last = bisect_left(self._starts, end)
        first = max(0, bisect_right(self._starts, start) - 1)
        return all(change.instead or change.end <= start for change in self.changes[first:last])

    def _edge(self, at: int, at_end: bool) -> int:
        """The new place of the character at `at`: before it, or behind it."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at + at_end
        change, start = self.changes[number], self._new_starts[number]
        end = start + len(change.words)
        if at < change.end:
            return end if change.instead == at_end else start
        return end + at - change.end + at_end
