"""Sentences taken together: so many, in order, as come to a number of tokens."""

from collections.abc import Iterator, Sequence


def runs(sizes: Sequence[int], most: int) -> Iterator[tuple[int, list[int]]]:
    """Runs of sentences of at most so many tokens in all, or of one: the first token of each run, and its sentences' sizes."""
    start, tokens = 0, 0
    some: list[int] = []
    for size in sizes:
        if some and tokens + size > most:
            yield start, some
            start, tokens, some = start + tokens, 0, []
        some.append(size)
        tokens += size
    if some:
        yield start, some
