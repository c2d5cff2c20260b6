"""Nouns of somebody or something that can be pointed at."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import belongs
from rashomon.stages.claims.grammar import noun_phrase

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT"})


_SPEAKERS = frozenset({"i", "we", "you", "one", "everyone", "nobody"})


_CONCRETE = ("person", "force", "office", "site", "vehicle", "structure", "weapon", "burnable", "crossing", "venue")


def speaks(reading: Reading, doing: list[int]) -> bool:
    return any(reading.tokens[i].text.casefold() in _SPEAKERS for i in doing)


def holds_a_name(reading: Reading, head: int) -> bool:
    """Concrete itself or by what belongs to it: "the makers of Arvenol", "Oro's bars"."""
    first, last = noun_phrase(reading, head, frozenset({"of"}))
    named = any(n.first < last and n.last > first and n.label in _NAMED for n in reading.names)
    aged = any(token.lemma.endswith("old") for token in reading.tokens[first:last])  # "the six-year-old"
    proper = any(token.pos == "PROPN" for token in reading.tokens[first:last])
    return named or aged or proper or is_concrete(reading, head)


def is_concrete(reading: Reading, head: int) -> bool:
    """Somebody or something that can be pointed at: a name, a person, people, a force, a place, a body."""
    if any(name.first <= head < name.last for name in reading.names):
        return True
    return any(belongs(reading, head, cls) for cls in _CONCRETE)
