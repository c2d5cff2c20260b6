"""What the words around an event make of it: of which type it is, and whether it came to pass."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import belongs, frame_of_noun
from rashomon.stages.claims.events.predicate import Predicate
from rashomon.stages.claims.grammar import below

# Types that say that somebody meant it: a flood, a crash or a fever means nothing.
_MEANT = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# What a deed and a mishap may alike lead to.
_HARM = frozenset({"death", "injury", "destroy", "burn", "closure"})


def type_of(reading: Reading, predicate: Predicate) -> str | None:
    """The PLOVER type of its row; none where a hazard did it, or where nobody did and the sentence tells of a hazard alone."""
    frame = predicate.frame
    if frame is None or frame.type not in _MEANT:
        return frame.type if frame else None
    if predicate.doers:
        return None if all(belongs(reading, i, "hazard") for i in predicate.doers) else frame.type
    return None if frame.family in _HARM and _tells_of_a_mishap(reading) else frame.type


def _tells_of_a_mishap(reading: Reading) -> bool:
    nouns = [i for i, token in enumerate(reading.tokens) if token.pos == "NOUN"]
    named = [row.frame for i in nouns if (row := frame_of_noun(reading, i)) is not None]
    meant = any(frame.type in {"ASSAULT", "PROTEST"} and frame.family not in _HARM for frame in named)
    return not meant and any(belongs(reading, i, "hazard") and not _is_fire_of_arms(reading, i) for i in nouns)


def _is_fire_of_arms(reading: Reading, noun: int) -> bool:
    """ "opened fire", "came under fire", "machine-gun fire"."""
    if reading.tokens[noun].lemma != "fire":
        return False
    return not any(reading.tokens[i].lemma in {"the", "a"} for i in below(reading, noun, "det"))


def is_nearly(reading: Reading, token: int) -> bool:
    """ "was nearly killed", "almost collapsed": it did not come to pass."""
    return any(reading.tokens[i].lemma in {"nearly", "almost"} for i in below(reading, token, "advmod"))
