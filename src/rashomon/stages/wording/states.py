"""A state under all its names: its country's, its seat's ("Moscow says", "the Kremlin"), its government's and "the North".

They stay entities of their own: a capital is a town too, and a government is not its country. A town speaks for its state only where it acts.
"""

from collections.abc import Sequence
from itertools import pairwise

from rashomon.model.entity import Entity
from rashomon.reference.places import fold
from rashomon.reference.seats import seats_of
from rashomon.stages.wording.described import places_of
from rashomon.stages.wording.lines import Lines, token_at
from rashomon.stages.wording.named import Named, is_state
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.terms import Place, Terms
from rashomon.stages.wording.terms import fold as folded

_GOVERNING = frozenset({"government", "authorities", "administration", "regime"})
_WHERE = frozenset("at in into inside outside near around to toward towards past behind for".split())
_INSIDE = frozenset({"compound", "amod", "nmod"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "agent"})  # what does something, or has something


def state(
    country: Entity, entities: Sequence[Entity], governments: Sequence[Spot], named: Named, terms: Terms, lines: Lines
) -> list[Spot]:
    """Where reports speak of a country's state; empty where all of them do so by its name alone. `governments` are the story's
    nouns for one."""
    if not is_state(country):
        return []
    own = [_spot(place, "", terms) for place in places_of(country, terms)]
    others = [
        _spot(place, "seat", terms) for entity in entities for place in _spoken_for(country, entity, terms, lines)
    ]
    others += [_spot(place, "half", terms) for place in _halves(country, entities, lines)]
    others += [spot for spot in governments if named.countries(spot.parties) == {country.country}]
    return [*own, *({(spot.report, spot.end): spot for spot in others}.values())] if others else []


def _spot(place: Place, head: str, terms: Terms) -> Spot:
    words = tuple(folded(terms.text(place)).split())
    governing = words[-1] if words and words[-1] in _GOVERNING else ""
    return Spot(*place, words, governing or (head and words[-1]))


def _spoken_for(country: Entity, entity: Entity, terms: Terms, lines: Lines) -> list[Place]:
    seat = not seats_of(country.country or "").isdisjoint(map(fold, (entity.name, *entity.aliases)))
    if seat and entity.id != country.id and entity.kind != "person":
        speaks = _acts if entity.kind == "place" else _is_no_site
        return [place for place in places_of(entity, terms) if speaks(place, lines)]
    if entity.country == country.country and entity.kind in ("organisation", "group"):
        return [place for place in places_of(entity, terms) if _governs(terms.text(place))]
    return []


def _halves(country: Entity, entities: Sequence[Entity], lines: Lines) -> list[Place]:
    """ "The North" in reports that name it, where the story has one country of that half."""
    half = country.name.split()[0]
    of_half = [one for one in entities if is_state(one) and one.name.split()[0] == half]
    if half not in ("North", "South", "East", "West") or len(of_half) > 1:
        return []
    reports = {mention.report for mention in country.mentions}
    return [
        (report, start + token.start, start + token.end)
        for report in sorted(reports & lines.keys())
        for start, reading in lines[report]
        for before, token in pairwise(reading.tokens)
        if token.text == half and before.text.casefold() == "the" and token.pos == "PROPN" and token.dep not in _INSIDE
    ]


def _governs(text: str) -> bool:
    """ "The Omani government", and not "National Harbour Administration"."""
    words = text.split()
    return bool(_GOVERNING & set(fold(text).split()[-1:])) and (words[-1].islower() or len(words) < 3)


def _is_no_site(place: Place, lines: Lines) -> bool:
    """Whether it is not where somebody dines, goes or wants to get: "a dinner at the White House"."""
    token, above = token_at(lines, place[0], place[2])
    return token is None or above is None or token.dep != "pobj" or above.text.casefold() not in _WHERE


def _acts(place: Place, lines: Lines) -> bool:
    token, _ = token_at(lines, place[0], place[2])
    return token is not None and token.dep in _ACTING
