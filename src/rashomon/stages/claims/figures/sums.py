"""Parts that only their sum or their order tells: "21 were killed, 15 in Torvik and six in Lund", "19 after five more died"."""

import re
from collections.abc import Container, Mapping, Sequence

from rashomon.stages.claims.figures.scope import ADDED
from rashomon.stages.claims.found import FoundFigure

# So many figures may add up to one, and within so many characters of it.
_MOST, _FAR = 5, 400
# What came on top of an earlier toll is no part of that.
_EARLIER = re.compile(
    r"\b(?:earlier|previous|previously|initial|initially|up from|rose from|from|had put)\b", re.IGNORECASE
)


def parts_by_sum(found: Sequence[FoundFigure], text: str, told: Container[int] = ()) -> Mapping[int, int]:
    """For each part the position of its whole. The parts are the next two to five figures of the same measure that add up to it
    exactly, in its sentence or close behind; or those before it in its sentence. What comes on top in the sentence of a running
    toll is part of the toll. `told`: positions that their own words make parts, which are no summands."""
    parts: dict[int, int] = {}
    for whole in range(len(found)):
        for near in (_behind(whole, found), _before(whole, found, text)):
            run = [i for i in near if i not in told]
            summands = _adding_up(whole, run, found)
            if not _tells_growth(summands, found, text):
                parts.update((part, whole) for part in summands if part not in parts)
    return parts | _added(found, text)


_BEFORE_THAT = re.compile(r"\b(?:earlier|previous|previously|initial|initially|had put)\b", re.IGNORECASE)


def _tells_growth(run: Sequence[int], found: Sequence[FoundFigure], text: str) -> bool:
    """ "An earlier toll was 15 but three more died": how the whole came to be, no division of it."""
    firsts = [found[i].figure.start for i in run]
    return any(_BEFORE_THAT.search(text, max(0, start - 80), start) for start in firsts)


def _behind(whole: int, found: Sequence[FoundFigure]) -> list[int]:
    near = found[whole].figure.end + _FAR
    later = [i for i in range(whole + 1, len(found)) if found[i].figure.start < near and _alike(found, i, whole)]
    return later[:_MOST]


def _before(whole: int, found: Sequence[FoundFigure], text: str) -> list[int]:
    earlier = [i for i in range(max(0, whole - _MOST), whole) if _alike(found, i, whole)]
    return [i for i in earlier if ". " not in text[found[i].figure.end : found[whole].figure.start]][::-1]


def _alike(found: Sequence[FoundFigure], i: int, whole: int) -> bool:
    return found[i].figure.measure == found[whole].figure.measure and not found[i].figure.implied


def _adding_up(whole: int, run: Sequence[int], found: Sequence[FoundFigure]) -> Sequence[int]:
    """The first two or more of the run that add up to the whole, none of them being as large."""
    wanted, total = _number(found[whole]), 0.0
    for count, i in enumerate(run, 1):
        number = _number(found[i])
        if not number or not wanted or number >= wanted:
            return ()
        total += number
        if total == wanted and count > 1:
            return run[:count]
    return ()


def _number(one: FoundFigure) -> float | None:
    return one.figure.best if one.figure.best is not None else one.figure.low


def _added(found: Sequence[FoundFigure], text: str) -> dict[int, int]:
    """ "The toll rose to 19 after five more died", "three more died, bringing the toll to 19"."""
    parts = {}
    for i, one in enumerate(found):
        if one.figure.scope != "new" or not ADDED.search(text, max(0, one.figure.start - 12), one.figure.end):
            continue
        for whole in range(max(0, i - 2), min(len(found), i + 3)):
            between = text[
                min(one.figure.end, found[whole].figure.end) : max(one.figure.start, found[whole].figure.start)
            ]
            larger = (_number(found[whole]) or 0) > (_number(one) or 0)
            if (
                whole != i
                and not _EARLIER.search(text, max(0, found[whole].figure.start - 50), found[whole].figure.start)
                and found[whole].figure.scope == "total"
                and _alike(found, whole, i)
                and larger
                and ". " not in between
            ):
                parts[i] = whole
    return parts
