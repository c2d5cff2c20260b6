"""Where a story plays, as far as names tell that a gazetteer has: nothing is read for it."""

from collections import Counter
from collections.abc import Sequence

from rashomon.model.lineage import Sketch
from rashomon.reference.places import find

_LISTED = 4
_TOWN = 50_000  # inhabitants; smaller towns share their names with persons and things
_LOOKED_UP = 60  # names of a story, the most frequent


def places_of(sketches: Sequence[Sketch]) -> tuple[str, ...]:
    """The countries, regions and larger towns that half of the reports name, the most named first."""
    counts = Counter(name for each in sketches for name in each.names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_UP]
    named = (_place(name) for name, count in ranked if 2 * count >= len(sketches))
    return tuple(dict.fromkeys(place for place in named if place))[:_LISTED]


def _place(name: str) -> str | None:
    best = next(iter(find(name)), None)
    if best is None or not best.primary:
        return None
    return best.name if best.kind == "country" or best.population >= _TOWN else None
