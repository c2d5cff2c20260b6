"""Entities that reports describe, and do not only name."""

import re

from rashomon.model.entity import Entity
from rashomon.stages.wording.terms import LONGEST, Place, Terms, bare, fold


def places_of(entity: Entity, terms: Terms) -> list[Place]:
    """Where the entity is named or described in the story."""
    return [
        (mention.report, mention.start, mention.end)
        for mention in entity.mentions
        if mention.report in terms.reports and not mention.pronoun and mention.end - mention.start <= LONGEST
    ]


def described(entity: Entity, terms: Terms) -> list[Place]:
    """Where the entity stands under two wordings and more, one of them no mere name; else nothing."""
    places = places_of(entity, terms)
    texts = {terms.text(place) for place in places}
    return places if len(set(map(fold, texts))) > 1 and not all(map(_is_name, texts)) else []


def _is_name(text: str) -> bool:
    """Whether every longer word is capitalised: a name, and no description."""
    return all(word[:1].isupper() for word in re.findall(r"[^\W\d_]{4,}", bare(text)))
