"""Which larger figure a figure is part of."""

from collections.abc import Sequence

from rashomon.model.claim import Figure
from rashomon.stages.claims.found import FoundFigure

# A part is looked for among so many figures before it, and not further off than so many characters.
_BACK = 6
_FAR = 600
# A single person of those counted may be told of much later.
_BACK_ONE, _FAR_ONE = 14, 3000


def larger_of(index: int, found: Sequence[FoundFigure], text: str) -> int | None:
    """The position of the nearest figure of the same measure with a greater number: in the sentence before or behind it,
    else in the sentences before."""
    own = found[index].figure
    back, far = (_BACK_ONE, _FAR_ONE) if own.implied or own.best == 1 else (_BACK, _FAR)
    near = [
        i
        for i in range(max(0, index - back), min(len(found), index + 3))
        if i != index and _holds(found[i].figure, own)
    ]
    near = [i for i in near if abs(found[i].figure.start - own.start) < far]
    before = [i for i in near if i < index]
    behind = [
        i for i in near if i > index and ("." not in text[own.end : found[i].figure.start] or _is_pair(found[i].figure))
    ]
    return (
        before[-1]
        if before and not _sentence_between(before[-1], index, found, text)
        else behind[0]
        if behind
        else before[-1]
        if before
        else None
    )


def _is_pair(figure: Figure) -> bool:
    """ "Both were killed" goes back to two persons told of before."""
    return figure.text[:4].casefold() == "both"


def _sentence_between(i: int, j: int, found: Sequence[FoundFigure], text: str) -> bool:
    return ". " in text[found[i].figure.end : found[j].figure.start]


def _holds(larger: Figure, own: Figure) -> bool:
    if larger.measure != own.measure or larger.implied:
        return False
    most, least = _most(larger), own.low if own.low is not None else own.best
    return most is None or least is None or most > least


def _most(figure: Figure) -> float | None:
    return figure.high if figure.high is not None else None if figure.approximate else figure.best
