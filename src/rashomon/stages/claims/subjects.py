"""Who does what a verb says, also where the sentence names him elsewhere: before a verb that shares him, above a complement, a participle or a relative clause."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.grammar import (
    antecedent,
    below,
    is_finite,
    is_infinitive,
    is_passive,
    is_verb,
    prepositional,
)

_CLIMBED = 6
_OBJECT_CONTROL = frozenset({"send", "deploy", "dispatch", "bring", "mobilize", "mobilise", "transfer", "hire"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
# "appealed to the council to act", "sent the council a request to act": the council is to act.
_ASKING = frozenset({"appeal", "call", "reach", "turn", "plead"})
_MESSAGES = frozenset({"request", "appeal", "call", "plea", "demand", "letter", "message", "petition", "order"})
# Verbs whose object did, or was to do, what follows behind a preposition ("accused *him* of shooting", "kept *them* from
# leaving").
_HOLDING_TO = frozenset(
    "accuse suspect blame charge arrest detain convict indict try fine jail imprison sentence punish sack fire dismiss "
    "praise thank criticise criticize condemn denounce forgive sue stop prevent keep bar ban prohibit discourage deter "
    "acquit clear warn help assist".split()
)


def surface_subject(reading: Reading, verb: int, depth: int = 0) -> int | None:
    """The subject that stands with the verb or is understood with it (control, conjunction, participles)."""
    own = below(reading, verb, "nsubj", "nsubjpass")
    if own:
        return antecedent(reading, own[0])
    if depth > _CLIMBED or reading.tokens[verb].head == verb:
        return None
    rule = _UNDERSTOOD.get(reading.tokens[verb].dep)
    return rule(reading, verb, depth + 1) if rule else None


def _of_conjunct(reading: Reading, verb: int, depth: int) -> int | None:
    head = conjunct_head(reading, verb)
    return None if head is None else surface_subject(reading, head, depth)


def conjunct_head(reading: Reading, verb: int) -> int | None:
    """The verb that this one is joined to. Parsers tie a tensed verb to the nearest verb before it; one in another form is
    passed over ("ordered the banks to close and *extended* the holidays": ordered)."""
    head = reading.tokens[verb].head
    if not is_verb(reading, head) and reading.tokens[verb].tag not in _TENSED:
        return None
    if not is_verb(reading, head) or (reading.tokens[verb].tag in _TENSED and not is_finite(reading, head)):
        return next((i for i in reading.ancestors(head) if is_verb(reading, i) and is_finite(reading, i)), None)
    return head


def is_conjunct(reading: Reading, verb: int) -> bool:
    """Joined to a verb before it; also where the parser reads "guarding the port and *helping* the police" as an adjunct."""
    token = reading.tokens[verb]
    if token.dep == "conj":
        return conjunct_head(reading, verb) is not None
    return token.dep == "advcl" and verb > 0 and reading.tokens[verb - 1].dep == "cc"


def _of_complement(reading: Reading, verb: int, depth: int) -> int | None:
    """ "asked the troops to leave": the troops; "plans to leave": who plans."""
    head = reading.tokens[verb].head
    if reading.tokens[head].lemma in _ASKING or _message(reading, head) is not None:
        return _addressee(reading, head)
    objects = below(reading, head, "dobj", "dative")
    if objects and not is_passive(reading, head) and reading.tokens[head].lemma != "use":
        return antecedent(reading, objects[0])
    return surface_subject(reading, head, depth)


def _message(reading: Reading, verb: int) -> int | None:
    return next((i for i in below(reading, verb, "dobj") if reading.tokens[i].lemma in _MESSAGES), None)


def _addressee(reading: Reading, head: int) -> int | None:
    """Whom a verb or noun of asking addresses; None where it does not say."""
    to = frozenset({"to", "on", "upon"})
    message = _message(reading, head)
    places = [head] if message is None else [head, message]
    found = [i for place in places for i in prepositional(reading, place, to) or below(reading, place, "dative")]
    if not found and reading.tokens[head].pos == "NOUN":
        governor = next((i for i in reading.ancestors(head) if is_verb(reading, i)), None)
        found = [] if governor is None else prepositional(reading, governor, to)
    return found[0] if found else None


def _of_adjunct(reading: Reading, verb: int, depth: int) -> int | None:
    """ "sent troops to guard": the troops; "imposing a curfew, he …": he."""
    head = reading.tokens[verb].head
    if is_infinitive(reading, verb) and (reading.tokens[head].lemma in _ASKING or _message(reading, head) is not None):
        return _addressee(reading, head)
    objects = below(reading, head, "dobj")
    if objects and is_infinitive(reading, verb) and reading.tokens[head].lemma in _OBJECT_CONTROL:
        return antecedent(reading, objects[0])
    return surface_subject(reading, head, depth) if is_verb(reading, head) else None


def _of_modifier(reading: Reading, verb: int, depth: int) -> int | None:
    """ "rioters storming", "a hall seized": the noun; "the council's decision to send": whose decision."""
    noun = reading.tokens[verb].head
    if not is_infinitive(reading, verb):
        return antecedent(reading, noun)
    if reading.tokens[noun].lemma in _MESSAGES:
        return _addressee(reading, noun)
    owners = below(reading, noun, "poss")
    if owners:
        return owners[0]
    governor = reading.tokens[noun].head
    if reading.tokens[noun].dep in {"dobj", "pobj"}:
        return _climb(reading, governor, depth)
    return None


def _of_gerund(reading: Reading, verb: int, depth: int) -> int | None:
    """ "after sacking the cabinet, he …": he; "accused him of shooting": him."""
    preposition = reading.tokens[verb].head
    governor = reading.tokens[preposition].head
    if reading.tokens[governor].lemma in _HOLDING_TO and is_verb(reading, governor):
        objects = below(reading, governor, "dobj")
        if objects and not is_passive(reading, governor):
            return antecedent(reading, objects[0])
    return _climb(reading, preposition, depth)


def _climb(reading: Reading, index: int, depth: int) -> int | None:
    """The subject of the nearest verb at or above a token."""
    for ancestor in [index, *reading.ancestors(index)]:
        if is_verb(reading, ancestor):
            subject = surface_subject(reading, ancestor, depth)
            if subject is not None:
                return subject
    return None


_UNDERSTOOD = {
    "conj": _of_conjunct,
    "xcomp": _of_complement,
    "ccomp": lambda r, v, d: _of_complement(r, v, d) if is_infinitive(r, v) else None,
    "advcl": _of_adjunct,
    "acl": _of_modifier,
    "relcl": lambda r, v, d: _of_modifier(r, v, d) if is_infinitive(r, v) or is_passive(r, v) else None,
    "pcomp": _of_gerund,
}
