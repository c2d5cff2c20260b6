"""Spans of a text, half-open: joined, measured, and how much of some lies in others."""

from collections.abc import Iterable, Sequence

from rashomon.model.lineage import Lineage

Span = tuple[int, int]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that meet as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def length(spans: Iterable[Span]) -> int:
    """Characters that the spans cover together."""
    return sum(end - start for start, end in joined(spans))


def covered(spans: Sequence[Span], by: Iterable[Span]) -> int:
    """Characters of `spans` that lie in one of `by`; both are walked once."""
    total, place, within = 0, 0, joined(by)
    for start, end in joined(spans):
        while place < len(within) and within[place][1] <= start:
            place += 1
        at = place
        while at < len(within) and within[at][0] < end:
            total += min(end, within[at][1]) - max(start, within[at][0])
            at += 1
    return total


def spans_in(row: Lineage, report: str) -> list[Span]:
    """The row's passages in one of its two reports."""
    if row.derived == report:
        return [passage.derived for passage in row.passages]
    return [passage.origin for passage in row.passages if passage.origin]
