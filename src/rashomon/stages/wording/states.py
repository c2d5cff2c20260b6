"""A state under all its names: its country's, its seat's ("Moscow says", "the Kremlin") and its government's.

They stay entities of their own: a capital is a town too, and a government is not its country. A town speaks for its state only where it acts.
"""

from collections.abc import Sequence

from rashomon.model.entity import Entity
from rashomon.reference.places import fold
from rashomon.reference.seats import seats_of
from rashomon.stages.wording.described import places_of
from rashomon.stages.wording.lines import Lines, token_at
from rashomon.stages.wording.terms import Place, Terms

_GOVERNING = frozenset({"government", "authorities", "administration", "regime"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "agent"})  # what does something, or has something


def state(country: Entity, entities: Sequence[Entity], terms: Terms, lines: Lines) -> list[Place]:
    """Where reports speak of a country's state; empty for what is no country."""
    if country.kind != "place" or country.precision != "country" or not country.country:
        return []
    seats = seats_of(country.country)
    found = places_of(country, terms)
    for entity in entities:
        seat = not seats.isdisjoint(map(fold, (entity.name, *entity.aliases)))
        if seat and entity.id != country.id and entity.kind != "person":
            found += [place for place in places_of(entity, terms) if entity.kind != "place" or _acts(place, lines)]
        elif entity.country == country.country and entity.kind in ("organisation", "group"):
            found += [
                place for place in places_of(entity, terms) if _GOVERNING & set(fold(terms.text(place)).split()[-1:])
            ]
    return found


def _acts(place: Place, lines: Lines) -> bool:
    token = token_at(lines, place[0], place[2])
    return token is not None and token.dep in _ACTING
