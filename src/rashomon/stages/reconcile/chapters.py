"""Days that several stories of one record come back to: a long story is told in chapters."""

from collections.abc import Mapping, Sequence
from math import log1p

import msgspec

from rashomon.model.entity import Entity
from rashomon.model.record import TimelineRow

_SHARED = 2  # entities among the most named that two stories share to be chapters of one
_NAMED = 6  # entities that a story is about: the most mentioned, countries aside
_MANY = 40.0  # voices that name a day at which its weight comes near 1


def about(entities: Sequence[Entity]) -> frozenset[str]:
    """The names of those whom a story is about: its most mentioned entities, countries aside."""
    ranked = sorted((-len(e.mentions), e.name.casefold()) for e in entities if e.precision != "country")
    return frozenset(name for _, name in ranked[:_NAMED])


def weighed(rows: Sequence[TimelineRow], stories: Mapping[str, frozenset[str]]) -> tuple[TimelineRow, ...]:
    """The rows with the day's standing over all chapters as half of their salience; 0–1, in order of time.

    `stories` maps a story's id to whom it is about.
    """
    related = chapters(stories)
    named: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        named.setdefault((row.story, row.start[:10]), set()).update(row.voices)
    return tuple(
        sorted((_weighed(row, named, related) for row in rows), key=lambda r: (r.start, r.end, -r.salience, r.text))
    )


def chapters(stories: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Story id → the stories about the same, itself among them."""
    return {
        one: tuple(other for other in sorted(stories) if other == one or len(stories[one] & stories[other]) >= _SHARED)
        for one in sorted(stories)
    }


def _weighed(
    row: TimelineRow, named: Mapping[tuple[str, str], set[str]], related: Mapping[str, tuple[str, ...]]
) -> TimelineRow:
    voices = {voice for story in related[row.story] for voice in named.get((story, row.start[:10]), ())}
    day = min(1.0, log1p(len(voices)) / log1p(_MANY))
    return msgspec.structs.replace(row, salience=round((row.salience + day) / 2, 4))
