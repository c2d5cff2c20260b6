"""Who does what in one sentence, read off its parse: subjects, objects, agents, across the ways English leaves them out.

All functions take a reading and token indices. The labels are ClearNLP's, as spaCy's English models give them.
"""

from collections.abc import Iterator

from rashomon.model.reading import Reading

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_CLIMBED = 6
_OBJECT_CONTROL = frozenset({"send", "deploy", "dispatch", "bring", "mobilize", "mobilise", "transfer", "hire"})


def below(reading: Reading, index: int, *deps: str) -> list[int]:
    """Children of a token with one of these labels (all children where none is given)."""
    return [i for i in reading.children(index) if not deps or reading.tokens[i].dep in deps]


def is_verb(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.tag.startswith("VB") and token.dep not in {
        "aux",
        "auxpass",
        "amod",
        "compound",
        "prep",
        "case",
        "mark",
    }


def is_infinitive(reading: Reading, index: int) -> bool:
    return any(reading.tokens[i].tag == "TO" for i in below(reading, index, "aux"))


def is_finite(reading: Reading, index: int) -> bool:
    """Whether the verb, or its first auxiliary, is tensed: the head of a finite clause."""
    tags = {reading.tokens[i].tag for i in [index, *below(reading, index, "aux", "auxpass")]}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"}) and "TO" not in tags


def is_passive(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if below(reading, index, "auxpass") or (token.tag == "VBN" and below(reading, index, "agent")):
        return True
    if token.tag != "VBN" or below(reading, index, "aux"):
        return False
    if token.dep == "conj" and is_verb(reading, token.head):
        if reading.tokens[token.head].tag == "VBG":  # "was convicted of killing Oro and *sentenced*": no perfect
            return not below(reading, index, "nsubj", "dobj")
        return is_passive(reading, token.head) and not below(reading, index, "dobj", "nsubj")
    return not below(reading, index, "nsubj", "dobj")


def antecedent(reading: Reading, index: int) -> int:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if reading.tokens[index].tag not in _RELATIVE:
        return index
    for ancestor in reading.ancestors(index):
        if reading.tokens[ancestor].dep == "relcl":
            return reading.tokens[ancestor].head
    return index


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


_TENSED = frozenset({"VBD", "VBZ", "VBP"})


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


# "appealed to the council to act", "sent the council a request to act": the council is to act.
_ASKING = frozenset({"appeal", "call", "reach", "turn", "plead"})
_MESSAGES = frozenset({"request", "appeal", "call", "plea", "demand", "letter", "message", "petition", "order"})


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


# Verbs whose object did, or was to do, what follows behind a preposition ("accused *him* of shooting", "kept *them* from
# leaving").
_HOLDING_TO = frozenset(
    "accuse suspect blame charge arrest detain convict indict try fine jail imprison sentence punish sack fire dismiss "
    "praise thank criticise criticize condemn denounce forgive sue stop prevent keep bar ban prohibit discourage deter "
    "acquit clear warn help assist".split()
)


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


def objects(reading: Reading, verb: int) -> list[int]:
    """Direct objects of an active verb, the gap of a relative clause and the shared object of joined verbs among them."""
    own = [antecedent(reading, i) for i in below(reading, verb, "dobj")]
    if own:
        return own
    token = reading.tokens[verb]
    if token.dep == "relcl" and below(reading, verb, "nsubj"):
        subject = below(reading, verb, "nsubj")[0]
        if reading.tokens[subject].tag not in _RELATIVE and not below(reading, verb, "prep", "ccomp", "xcomp"):
            return [token.head]
    for joined in below(reading, verb, "conj"):
        if reading.tokens[joined].tag == token.tag and joined - verb <= 2 and not is_passive(reading, joined):
            return objects(reading, joined)
    return []


def agents(reading: Reading, verb: int) -> list[int]:
    """Who a passive says it was done by."""
    found = [p for by in below(reading, verb, "agent") for p in below(reading, by, "pobj")]
    by = [i for i in below(reading, verb, "prep") if reading.tokens[i].lemma == "by"]
    return found or [p for i in by for p in below(reading, i, "pobj")]


def prepositional(reading: Reading, head: int, prepositions: frozenset[str]) -> list[int]:
    """Objects of these prepositions on a verb or noun ("clashed *with* police")."""
    return [
        antecedent(reading, p)
        for i in below(reading, head, "prep", "dative", "agent")
        if reading.tokens[i].lemma in prepositions
        for p in below(reading, i, "pobj")
    ]


def joined(reading: Reading, head: int) -> Iterator[int]:
    """A noun and those that are joined to it by "and", "or" and commas."""
    yield head
    for i in below(reading, head, "conj"):
        if reading.tokens[i].pos in _NOMINAL:
            yield from joined(reading, i)


_KEPT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "case", "nmod", "quantmod", "advmod", "neg", "predet", "npadvmod"}
)
_TIGHT = frozenset("-–—'\"“”‘’")


def noun_phrase(reading: Reading, head: int, prepositions: frozenset[str]) -> tuple[int, int]:
    """Tokens `[first, last)` of a noun with its modifiers and the phrases of these prepositions, without appositions,
    conjuncts and clauses."""
    held = _phrase_tokens(reading, head, prepositions)
    first, last = head, head + 1
    while first - 1 in held:
        first -= 1
    while last in held:
        last += 1
    return first, last


def _phrase_tokens(reading: Reading, head: int, prepositions: frozenset[str]) -> set[int]:
    held, queue = {head}, [head]
    while queue:
        index = queue.pop()
        for child in reading.children(index):
            if child not in held and _stays(reading, index, child, prepositions):
                held.add(child)
                queue.append(child)
    return held


def _stays(reading: Reading, parent: int, child: int, prepositions: frozenset[str]) -> bool:
    token = reading.tokens[child]
    if token.dep == "prep":
        return token.lemma in prepositions and parent < child
    inside = reading.tokens[parent].dep in {"amod", "compound", "nmod", "poss", "nummod", "conj"}
    if token.dep in {"cc", "conj"}:  # "the safety and health ministry": joined before the head
        return inside
    if token.dep == "punct":
        return token.text in _TIGHT or (inside and token.text == ",")
    return token.dep in _KEPT or token.dep == "pobj"


def verb_group(reading: Reading, verb: int) -> tuple[int, int]:
    """Tokens `[first, last)` of the verb with the auxiliaries, negation and particle that stand next to it."""
    held = {verb, *below(reading, verb, "aux", "auxpass", "neg", "prt", "advmod")}
    first, last = verb, verb + 1
    while first - 1 in held:
        first -= 1
    while first < verb and reading.tokens[first].dep == "advmod":
        first += 1
    while last in held and reading.tokens[last].dep in {"prt", "neg"}:
        last += 1
    return first, last
