"""What the parts of the claims stage hand to one another, before ids are given."""

from dataclasses import dataclass, field

from rashomon.model.claim import Attribution, Event, Figure, Statement
from rashomon.model.measure import When


@dataclass(frozen=True)
class Scope:
    """Within `[start, end)` of the report's text, what is said is attributed to `chain`, outermost first (as in the contract).

    Scopes may nest; the innermost that covers a span holds, and its chain is already complete.
    """

    start: int
    end: int
    chain: tuple[Attribution, ...]


@dataclass(frozen=True)
class FoundStatement:
    """`[start, end)` is the sentence (or sentences) that hold speaker, cue and content; `chain` says who vouches for it."""

    start: int
    end: int
    statement: Statement
    chain: tuple[Attribution, ...]
    modality: str = "asserted"


@dataclass(frozen=True)
class FoundFigure:
    """`[start, end)` is the clause that carries it. `part_of` is the position in the same list of the larger figure that
    it is part of (becomes `figure.of`)."""

    start: int
    end: int
    figure: Figure
    modality: str = "asserted"
    date: When | None = None
    as_of: When | None = None
    places: tuple[str, ...] = ()
    part_of: int | None = None


@dataclass(frozen=True)
class FoundEvent:
    """`[start, end)` is the clause that carries it."""

    start: int
    end: int
    event: Event
    modality: str = "asserted"
    date: When | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundLink:
    """Spans of what leads, what it leads to, and the cue, in the report's text."""

    kind: str
    source: tuple[int, int]
    target: tuple[int, int]
    cue: tuple[int, int]


@dataclass(frozen=True)
class Attributed:
    """What the attribution part found in one report."""

    statements: tuple[FoundStatement, ...] = ()
    scopes: tuple[Scope, ...] = field(default=())

    def chain_of(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The chain of the innermost scope that holds the middle of `[start, end)`; empty: the report's own voice."""
        middle = (start + end) // 2
        holding = [scope for scope in self.scopes if scope.start <= middle < scope.end]
        return min(holding, key=lambda s: (s.end - s.start, s.start)).chain if holding else ()
