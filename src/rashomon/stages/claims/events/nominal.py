"""Happenings that nouns name: "carried out an attack", "there was an explosion", "the minister's dismissal"."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import (
    belongs,
    doers,
    frame_of_noun,
    is_light,
    is_quantity,
    phase_of,
    task_owners,
    undergoers,
)
from rashomon.stages.claims.events.lexicon import Frame, Named, Pattern, lexicon
from rashomon.stages.claims.events.pointing import is_concrete
from rashomon.stages.claims.events.predicate import LONGEST_GROUP, Predicate
from rashomon.stages.claims.events.putting_down import is_put_down, is_told_of
from rashomon.stages.claims.grammar import below, is_verb, joined, prepositional, verb_group


def carried_out(reading: Reading, verb: int) -> list[Predicate]:
    """ "carried out an attack on", "a search was launched", "there was an explosion"."""
    existing = reading.tokens[verb].lemma == "be" and bool(below(reading, verb, "expl"))
    announced = reading.tokens[verb].lemma in lexicon().announcing
    if not existing and not announced and not is_light(reading, verb):
        return []
    heads = below(reading, verb, "attr") if existing else undergoers(reading, verb, Pattern(""))
    heads = [each for head in heads for each in joined(reading, head)]
    found = []
    for head in heads:
        noun, phase = _begun(reading, head)
        named = frame_of_noun(reading, noun)
        if named is None or reading.tokens[noun].pos not in {"NOUN", "PROPN"}:
            continue
        if announced and named.frame.type == "CONSULT":  # "announced talks": they are yet to be
            continue
        if named.frame.happening or not (announced or phase):
            found.append(_light(reading, verb, noun, named, phase))
    return found


def _begun(reading: Reading, noun: int) -> tuple[int, str | None]:
    """Of "the start of an operation" the operation and its phase."""
    phase = lexicon().phase_nouns.get(reading.tokens[noun].lemma)
    if is_quantity(reading, noun):
        return next(iter(prepositional(reading, noun, frozenset({"of"}))), noun), None
    inner = prepositional(reading, noun, frozenset({"of", "to"})) if phase else []
    return (inner[0], phase) if inner else (noun, None)


def _light(reading: Reading, verb: int, noun: int, named: Named, phase: str | None) -> Predicate:
    doing, undergoing = noun_roles(reading, noun, named)
    if not below(reading, verb, "expl"):
        doing = doers(reading, verb) or doing
    phase = phase or (phase_of(reading, verb) if named.frame.happening else None)
    undergoing += prepositional(reading, verb, named.frame.to)
    first, last = verb_group(reading, verb)
    words = (min(first, noun), max(last, noun + 1))
    if reading.tokens[words[1] - 1].end - reading.tokens[words[0]].start > LONGEST_GROUP:
        words = (noun, noun + 1)
    return Predicate(
        noun,
        verb,
        reading.tokens[noun].lemma,
        named.frame,
        tuple(doing),
        tuple(undergoing),
        words,
        phase or named.frame.variant,
    )


def noun_roles(reading: Reading, noun: int, named: Named) -> tuple[list[int], list[int]]:
    """Who and whom of an event noun: "by", "on", "of" and what stands before it."""
    owners = below(reading, noun, "poss") or assailants(reading, noun, named.frame)
    of = prepositional(reading, noun, frozenset({"of"}) - named.frame.noun_to)
    doing = prepositional(reading, noun, frozenset({"by"}))
    undergoing = prepositional(reading, noun, named.frame.noun_to)
    if not named.patient:
        return owners + of or doing, undergoing
    if owners and not doing and (named.owned or of):  # "Arvany's bombing of Belmar"
        return owners, [*of, *undergoing]
    return doing, [*owners, *of, *undergoing]


# Whose deed the noun is may stand before it as a bare word: "a militia attack", "the coalition air strike".
_DEEDS = frozenset({"attack", "bomb", "strike-military", "storm", "invade", "operation", "besiege"})


def assailants(reading: Reading, noun: int, frame: Frame) -> list[int]:
    """Who did it, of words right before a noun of violence: forces, people and named organisations. A place so named may be
    where it was ("the Belmar bombing")."""
    if frame.name not in _DEEDS:
        return []
    before = [i for i in below(reading, noun, "compound", "nmod", "amod") if reading.tokens[i].pos in {"NOUN", "PROPN"}]
    return [i for i in before if _can_attack(reading, i)]


def _can_attack(reading: Reading, word: int) -> bool:
    labels = {name.label for name in reading.names if name.first <= word < name.last}
    if labels:
        return labels == {"ORG"}
    return reading.tokens[word].lemma not in _WHERE_OR_WHOM and any(
        belongs(reading, word, name) for name in ("force", "person", "office")
    )


# "an embassy attack", "the police station attack", "a convoy attack", "an aircraft strike", "a student attack": where, on whom, with what.
_WHERE_OR_WHOM = frozenset(
    "convoy ship tank warship vessel helicopter aircraft plane jet carrier tanker frigate destroyer student pupil school "
    "child baby woman girl boy crowd passenger civilian hostage hundred thousand dozen patrol tourist migrant refugee "
    "bus couple family driver ministry".split()
)


def nominal(reading: Reading, noun: int, named: Named) -> Predicate | None:
    """An event noun that says itself who or whom: "an attack on the barracks by rebels", "the minister's dismissal"."""
    doing, undergoing = noun_roles(reading, noun, named)
    if reading.tokens[noun].dep in {"compound", "amod", "nmod"}:
        return None
    told = is_put_down(reading, noun) is not None or is_told_of(reading, noun, named.frame)
    if not told and not any(is_concrete(reading, i) for i in [*doing, *undergoing]):
        return None
    governor = next((i for i in reading.ancestors(noun) if is_verb(reading, i)), noun)
    if not doing and reading.tokens[noun].dep in {"dobj", "attr"}:
        doing = task_owners(reading, governor)
    lemma, frame = reading.tokens[noun].lemma, named.frame
    return Predicate(noun, governor, lemma, frame, tuple(doing), tuple(undergoing), (noun, noun + 1), frame.variant)
