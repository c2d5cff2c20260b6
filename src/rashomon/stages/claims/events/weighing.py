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
    if frame is not None and predicate.variant == "end" and _came_to_nothing(reading, predicate):
        return None
    if frame is None or frame.type not in _MEANT:
        return frame.type if frame else None
    if predicate.doers:
        return None if all(belongs(reading, i, "hazard") for i in predicate.doers) else frame.type
    return None if frame.family in _HARM and _tells_of_a_mishap(reading) else frame.type


def _came_to_nothing(reading: Reading, predicate: Predicate) -> bool:
    """ "The talks collapsed", "the truce ended": nobody met or agreed."""
    failed = reading.tokens[predicate.governor].lemma in {"collapse", "break", "fail", "founder", "stall", "fall"}
    return predicate.frame is not None and (
        predicate.frame.type == "AGREE" or (failed and predicate.frame.type == "CONSULT")
    )


def in_truth(reading: Reading, verb: int, modality: str) -> str:
    """The modality with two turns that a negation or an assertion alone does not show: "did *not* end *until* Monday" (it
    ended), "*did* he steal them*?*" (it is asked)."""
    children = reading.children(verb)
    if modality == "denied" and any(reading.tokens[i].text.casefold() in {"did", "was", "were"} for i in children):
        until = (i for over in [verb, *children] for i in [over, *reading.children(over)])
        return "asserted" if any(reading.tokens[i].text.casefold() == "until" for i in until) else modality
    return "hypothetical" if modality == "asserted" and _is_asked(reading, verb) else modality


def _is_asked(reading: Reading, verb: int) -> bool:
    """A question that yes or no answers: its auxiliary stands before its subject, and no "who" or "when" before it."""
    auxiliaries, subjects = below(reading, verb, "aux", "auxpass"), below(reading, verb, "nsubj", "nsubjpass")
    if not auxiliaries or not subjects or auxiliaries[0] > subjects[0]:
        return False
    asking = any(reading.tokens[i].tag in {"WP", "WRB", "WDT", "WP$"} for i in reading.subtree(verb) if i < verb)
    ends = any(token.text == "?" for token in reading.tokens[verb:])
    return ends and not asking


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
