"""The bounds of what one call may bring. All sizes are bytes."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """`upload`: the body of one call; `files`: of one upload; `pasted`: the fields of a form together; `queue`: readings that wait. A call's body lies on disk until all of it is there, before
    anyone has logged in: `connections` at once, times `upload`, is what a stranger could fill."""

    upload: int = 100 * _MB
    files: int = 1_000
    pasted: int = 2 * _MB
    queue: int = 20
    connections: int = 50
