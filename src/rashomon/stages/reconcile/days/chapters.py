"""Days that several stories of one record come back to: a long story is told in chapters.

Stories lend each other's days weight by how much they are about the same: the cosine of whom they mention. It is summed as one
vector a day, so that the cost grows with the stories and not with their pairs.
"""

from collections.abc import Mapping, Sequence
from math import log1p, sqrt

import msgspec

from rashomon.model.entity import Entity
from rashomon.model.record import Day, TimelineRow

_NAMED = 12  # entities that a story is about: the most mentioned, countries aside
_HALF = 10.0  # what a day is lent at which its standing is one half
Profile = Mapping[str, float]


def about(entities: Sequence[Entity]) -> dict[str, float]:
    """Whom a story is about: its most mentioned entities by name, countries aside, as a vector of length 1."""
    ranked = sorted((-len(e.mentions), e.name.casefold()) for e in entities if e.precision != "country")
    weights = {name: log1p(-count) for count, name in ranked[:_NAMED]}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {name: weight / length for name, weight in weights.items()} if length else {}


def weighed(
    rows: Sequence[TimelineRow], stories: Mapping[str, Profile], days: Sequence[Day]
) -> tuple[TimelineRow, ...]:
    """The rows, the salience of each multiplied by the standing of its day over all chapters; 0–1, in the order given."""
    standing = standings(stories, days)
    return tuple(_weighed(row, standing) for row in rows)


def standings(stories: Mapping[str, Profile], days: Sequence[Day]) -> dict[tuple[str, str], float]:
    """(story, day) → 0–1: what its own reports lend the day, and those of its other chapters."""
    lent: dict[str, dict[str, float]] = {}
    for day in sorted(days, key=lambda one: (one.day, one.story)):
        sums = lent.setdefault(day.day, {})
        for name, weight in stories[day.story].items():
            sums[name] = sums.get(name, 0.0) + weight * day.weight
    found: dict[tuple[str, str], float] = {}
    for day in days:
        profile = stories[day.story]
        all_told = sum(weight * lent[day.day][name] for name, weight in profile.items()) if profile else day.weight
        found[day.story, day.day] = all_told / (all_told + _HALF) if all_told else 0.0
    return found


def _weighed(row: TimelineRow, standing: Mapping[tuple[str, str], float]) -> TimelineRow:
    day = min(standing.get((row.story, day[:10]), 0.0) for day in (row.start, row.end))
    return msgspec.structs.replace(row, salience=round(day * row.salience, 4))
