"""The bounds of what one call may bring. All sizes are bytes."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """`upload`: the body of one call; `files`: of one upload; `pasted`: the fields of a form together; `queue`: readings that wait."""

    upload: int = 200 * _MB
    files: int = 1_000
    pasted: int = 2 * _MB
    queue: int = 20
