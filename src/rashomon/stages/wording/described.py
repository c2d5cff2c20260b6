"""Entities that reports describe, and do not only name."""

import re
from collections.abc import Iterable

from rashomon.model.entity import Entity
from rashomon.reference.people import bodies, role_nouns
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.table import doubting, judging
from rashomon.stages.wording.terms import LONGEST, Place, Terms, bare, fold


def places_of(entity: Entity, terms: Terms) -> list[Place]:
    """Where the entity is named or described in the story."""
    return [
        (mention.report, mention.start, mention.end)
        for mention in entity.mentions
        if mention.report in terms.reports and not mention.pronoun and mention.end - mention.start <= LONGEST
    ]


def described(entity: Entity, terms: Terms) -> list[Spot]:
    """Where the entity stands under two wordings and more, one of them no mere name; else nothing."""
    spots = spots_of(places_of(entity, terms), terms)
    return spots if len({spot.words for spot in spots}) > 1 and not all(map(_names, spots)) else []


def spots_of(places: Iterable[Place], terms: Terms) -> list[Spot]:
    """Names have the head "", descriptions their last word, but for offices: everybody may call a president that."""
    return [_spot(place, terms.text(place)) for place in places]


def _spot(place: Place, text: str) -> Spot:
    words = tuple(fold(text).split())
    head = "" if _is_name(text) or (words and words[-1] in role_nouns()) else (words[-1] if words else "")
    judged = frozenset(words) & (judging() | doubting())
    return Spot(*place, words, head, judged)


def _names(spot: Spot) -> bool:
    return not spot.head and not spot.before and not role_nouns() & set(spot.words[-1:])


def _is_name(text: str) -> bool:
    """Whether every longer word is capitalised, or only says what kind of body bears the name ("Orbis news agency")."""
    words = re.findall(r"[^\W\d_]{4,}", bare(text))
    named = any(word[0].isupper() for word in re.findall(r"[^\W\d_]+", bare(text)))
    return all(word[0].isupper() or (named and word in bodies() | {"news", "press"}) for word in words)
