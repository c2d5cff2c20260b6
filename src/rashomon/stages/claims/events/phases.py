"""A happening, the subject of its verb, that begins, spreads or ends."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import frame_of_noun, phase_of
from rashomon.stages.claims.events.lexicon import Frame
from rashomon.stages.claims.events.nominal import noun_roles
from rashomon.stages.claims.events.predicate import LONGEST_GROUP, Predicate
from rashomon.stages.claims.grammar import is_finite, is_passive, objects, prepositional, verb_group
from rashomon.stages.claims.subjects import surface_subject


def begun_or_ended(reading: Reading, verb: int, before: Frame | None) -> Predicate | None:
    """ "Protests broke out", "the riots spread"; "they began", of the happening before."""
    phase = phase_of(reading, verb)
    subject = surface_subject(reading, verb)
    if phase is None or subject is None or (objects(reading, verb) and not is_passive(reading, verb)):
        return None
    named = frame_of_noun(reading, subject)
    if named is not None:
        frame, action = named.frame, reading.tokens[verb].lemma
        doing, undergoing = noun_roles(reading, subject, named)
        words = _from_to(reading, subject, verb)
        undergoing += prepositional(reading, verb, frame.to)
    elif before is not None and is_finite(reading, verb) and reading.tokens[subject].text.casefold() in {"they", "it"}:
        frame, action, doing, undergoing, words = before, reading.tokens[verb].lemma, [], [], verb_group(reading, verb)
    else:
        return None
    variant = phase if frame.happening else frame.variant
    if phase == "escalate":
        undergoing = prepositional(reading, verb, frozenset({"into", "to"}))
    return Predicate(verb, verb, action, frame, tuple(doing), tuple(undergoing), words, variant)


def _from_to(reading: Reading, noun: int, verb: int) -> tuple[int, int]:
    """The noun to the verb where they stand near each other, else the verb alone."""
    first, last = verb_group(reading, verb)
    near = (
        noun < verb
        and reading.tokens[verb].dep != "conj"
        and reading.tokens[verb].end - reading.tokens[noun].start <= LONGEST_GROUP
    )
    return (noun, last) if near else (first, last)
