"""Who does what in one sentence, read off its parse: subjects, objects, agents, across the ways English leaves them out.

All functions take a reading and token indices. The labels are ClearNLP's, as spaCy's English models give them.
"""

from collections.abc import Iterator

from rashomon.model.reading import Reading

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


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
