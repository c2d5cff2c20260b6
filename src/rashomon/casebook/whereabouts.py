"""Where a story plays, as far as names tell that a gazetteer has: nothing is read for it."""

from collections import Counter
from collections.abc import Sequence

from rashomon.reference.places import find

_LISTED = 4
_TOWN = 50_000  # inhabitants; smaller towns share their names with persons and things
_LOOKED_UP = 60  # names of a story, the most frequent


def places_of(named: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The countries, regions and larger towns that half of the reports name, the most named first. `named`: the names of each report."""
    counts = Counter(name for some in named for name in some)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_UP]
    places = (_place(name) for name, count in ranked if 2 * count >= len(named))
    return tuple(dict.fromkeys(place for place in places if place))[:_LISTED]


def _place(name: str) -> str | None:
    best = next(iter(find(name)), None)
    if best is None or not best.primary:
        return None
    return best.name if best.kind == "country" or best.population >= _TOWN else None
