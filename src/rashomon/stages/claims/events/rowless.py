"""Verbs that the table of frames does not know and that yet tell what somebody did."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import doers, undergoers
from rashomon.stages.claims.events.lexicon import Pattern, lexicon
from rashomon.stages.claims.events.pointing import holds_a_name, is_concrete, speaks
from rashomon.stages.claims.events.predicate import Predicate
from rashomon.stages.claims.events.verbal import with_object
from rashomon.stages.claims.grammar import below, is_finite, objects


def rowless(reading: Reading, verb: int) -> Predicate:
    """Of "are trying to reach the boy" the boy is whom it is done to."""
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    undergoing = undergoing or [i for inner in below(reading, verb, "xcomp") for i in objects(reading, inner)]
    words = with_object(reading, verb, undergoing)
    return Predicate(verb, verb, reading.tokens[verb].lemma, None, tuple(doing), tuple(undergoing), words)


def is_hard(reading: Reading, verb: int) -> bool:
    """A verb that the table does not know and that yet tells what somebody did: not ignored, and either somebody does it to
    something or it is done to somebody."""
    if reading.tokens[verb].lemma in lexicon().ignored or not _heads_a_clause(reading, verb):
        return False
    if is_standing(reading, verb):
        return False
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    if not undergoing or speaks(reading, doing):
        return False
    return any(is_concrete(reading, head) for head in doing or undergoing)


def is_standing(reading: Reading, verb: int) -> bool:
    """A bare present ("the canal *links* both towns"), or what is merely told of somebody or something by the way ("a gun he
    *was showing* to a boy"): what is so, and no news."""
    if reading.tokens[verb].dep in {"relcl", "advcl"}:
        return True
    return reading.tokens[verb].tag in {"VBZ", "VBP"} and not below(reading, verb, "aux", "auxpass")


def is_news(reading: Reading, verb: int) -> bool:
    """What a report begins with: the main verb of the sentence, or of what is said there, where somebody or something named
    takes part; also without an object, and with one that cannot be pointed at."""
    token = reading.tokens[verb]
    if token.lemma in lexicon().never or not _heads_a_clause(reading, verb) or token.dep == "relcl":
        return False
    if below(reading, verb, "ccomp") and not objects(reading, verb):  # "announced that": a statement
        return False
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    return not speaks(reading, doing) and any(holds_a_name(reading, head) for head in [*doing, *undergoing])


def _heads_a_clause(reading: Reading, verb: int) -> bool:
    token = reading.tokens[verb]
    if not token.text.replace("-", "").isalpha():  # an address or a number misread as a verb
        return False
    known = token.dep in {"ROOT", "conj", "ccomp", "relcl", "advcl"}
    return known and token.pos == "VERB" and is_finite(reading, verb)
