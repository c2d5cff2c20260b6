"""A word that says that something was done."""

from dataclasses import dataclass

from rashomon.stages.claims.events.lexicon import Frame

# Characters that the words of an event span at most.
LONGEST_GROUP = 60


@dataclass(frozen=True)
class Predicate:
    """A word that says that something was done: its token, its row (None: no row), who and whom, as token indices.

    `words` are the tokens `[first, last)` of the event itself; `governor` is the verb that lends it its clause.
    """

    token: int
    governor: int
    action: str
    frame: Frame | None
    doers: tuple[int, ...]
    undergoers: tuple[int, ...]
    words: tuple[int, int]
    variant: str | None = None
