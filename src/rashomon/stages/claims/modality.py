"""Whether a report says that something is so, was not, will be, may be, is demanded, or would be.

Read as in FactBank (Saurí and Pustejovsky 2009): the predicate's own auxiliaries first, then each predicate over it; the
outermost that changes anything does not undo the inner ones, so the first that is found going up holds.
"""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.grammar import below, is_infinitive, is_verb
from rashomon.stages.claims.modality_words import modality_words
from rashomon.stages.claims.sentence import Sentence
from rashomon.stages.claims.subjects import conjunct_head, is_conjunct


def modality_of(sentence: Sentence, token: int) -> str:
    """The modality of what the token (a verb, or a noun that names an event) says."""
    reading = sentence.reading
    return next(filter(None, _judgements(reading, token)), "asserted")


def _judgements(reading: Reading, token: int) -> Iterator[str | None]:
    """What each word from the token up to the root makes of it; None: nothing."""
    if not is_verb(reading, token):
        yield _of_noun(reading, token)
    index, shared = token, True
    while True:
        if shared and (is_verb(reading, index) or reading.tokens[index].pos == "AUX"):
            yield _of_verb(reading, index)
        shared = _shares_auxiliaries(reading, index) and reading.tokens[index].dep != "ccomp"
        head = _over(reading, index)
        if head == index:
            break
        if _stands_apart(reading, index):
            return
        yield _of_governor(reading, index, head)
        index = head
    yield "hypothetical" if _is_open_question(reading) and is_verb(reading, index) else None


def _is_open_question(reading: Reading) -> bool:
    """ "Did rebels attack the town?"; "Why did rebels attack the town?" takes it that they did."""
    asks_how = any(token.tag in {"WRB", "WP"} for token in reading.tokens[:4])
    return reading.text.rstrip().endswith("?") and not asks_how


def _over(reading: Reading, index: int) -> int:
    """The word over it, a misread conjunction mended."""
    joined = conjunct_head(reading, index) if reading.tokens[index].dep == "conj" and is_verb(reading, index) else None
    return reading.tokens[index].head if joined is None else joined


def _shares_auxiliaries(reading: Reading, verb: int) -> bool:
    """Whether the verb that this one is joined to lends it its auxiliaries ("will go and see"; not "will go, and he saw")."""
    token = reading.tokens[verb]
    if token.dep != "conj" or not is_verb(reading, verb):
        return True
    return token.tag not in {"VBD", "VBZ", "VBP"} and not below(reading, verb, "aux", "nsubj", "nsubjpass")


def _of_verb(reading: Reading, verb: int) -> str | None:
    """Its own auxiliaries, negation, conjunction and adverbs."""
    table = modality_words()
    around = [reading.tokens[i].text.casefold() for i in below(reading, verb, "neg", "mark", "advmod", "preconj")]
    if table.words["negation"].intersection(around) or _no_longer(reading, verb):
        return "denied"
    if table.words["conditional"].intersection(around):
        return "hypothetical"
    if table.words["open"].intersection(around):
        return "possible"
    if "until" in around and _is_present(reading, verb):
        return "planned"
    for i in below(reading, verb, "aux"):
        lemma, text = reading.tokens[i].lemma, reading.tokens[i].text.casefold()
        found = table.auxiliaries.get(text) or table.auxiliaries.get(lemma)
        if found == "hypothetical" and reading.tokens[verb].dep == "ccomp":
            return "planned"  # "said he would resign": a future told of in the past
        if found and not (text == "'d" and reading.tokens[verb].tag == "VBN"):
            return found
    if table.words["possibly"].intersection(around):
        return "possible"
    return "denied" if table.words["falsely"].intersection(around) or _nobody(reading, verb) else None


def _no_longer(reading: Reading, verb: int) -> bool:
    """ "The bridge is *no longer* used", "they march *no more*"."""
    return any(
        reading.tokens[i].text.casefold() in {"longer", "more"} and reading.tokens[i - 1].text.casefold() == "no"
        for i in below(reading, verb, "advmod")
        if i > 0
    )


def _is_present(reading: Reading, verb: int) -> bool:
    tags = {reading.tokens[i].tag for i in [verb, *below(reading, verb, "aux", "auxpass")]}
    return bool(tags & {"VBZ", "VBP"})


def _nobody(reading: Reading, verb: int) -> bool:
    """ "No one fled", "no shots were fired", "they found no trace"."""
    negation = modality_words().words["negation"]
    for i in below(reading, verb, "nsubj", "nsubjpass", "dobj", "attr"):
        if reading.tokens[i].text.casefold() in {"nobody", "none", "nothing"}:
            return True
        if any(reading.tokens[j].text.casefold() in negation for j in below(reading, i, "det", "neg")):
            return True
    return False


def _of_noun(reading: Reading, noun: int) -> str | None:
    table = modality_words()
    for i in below(reading, noun, "det", "neg", "amod", "compound"):
        if reading.tokens[i].text.casefold() in table.words["negation"]:
            return "denied"
        found = table.adjective.get(reading.tokens[i].text.casefold())
        if found:
            return found
    return None


def _stands_apart(reading: Reading, index: int) -> bool:
    """A clause that is true whatever becomes of the one over it: after, when and because clauses, relative clauses, and
    participles. (Infinitives are not: they are what for.)"""
    token = reading.tokens[index]
    if (
        token.dep == "acl"
        and reading.tokens[token.head].lemma in modality_words().claims["nouns"]
        and below(reading, index, "mark")
    ):
        return False  # "claims that A"
    if token.dep in {"relcl", "acl", "advcl"} and not is_conjunct(reading, index):
        return is_verb(reading, index) and (not is_infinitive(reading, index) or _turned_out(reading, index))
    if token.dep == "pobj":
        return _is_given(reading, token.head)
    return token.dep in {"parataxis", "nsubj", "nsubjpass", "csubj", "poss", "appos", "npadvmod"}


def _turned_out(reading: Reading, verb: int) -> bool:
    """ "Rebels took the town, *only* to lose it": what came of it."""
    to = next((i for i in below(reading, verb, "aux") if reading.tokens[i].tag == "TO"), 0)
    return to > 0 and reading.tokens[to - 1].text.casefold() == "only"


def _is_given(reading: Reading, preposition: int) -> bool:
    """ "in response to the strikes", "over the strikes": what has happened, whatever else will."""
    words, token = modality_words().words, reading.tokens[preposition]
    return token.lemma in words["given"] or (
        token.lemma in {"to", "for"} and reading.tokens[token.head].lemma in words["answer"]
    )


def _of_governor(reading: Reading, index: int, head: int) -> str | None:
    """What the word over it makes of it."""
    token, over = reading.tokens[index], reading.tokens[head]
    if token.dep in {"prep", "conj", "cc"} or is_conjunct(reading, index):
        return _of_preposition_over(reading, index, head)
    if is_verb(reading, index) or (over.dep == "prep" and token.dep == "pcomp"):
        return _of_clause(reading, index, head)
    if token.dep in {"dobj", "pobj", "attr"} and (is_verb(reading, head)):
        return _of_object(reading, head)
    return None


def _of_preposition_over(reading: Reading, index: int, head: int) -> str | None:
    """ "plans *for* an attack", "called *for* a ceasefire"."""
    token, over = reading.tokens[index], reading.tokens[head]
    if token.dep != "prep" or token.lemma not in {"for", "of", "to", "from", "about", "on", "against"}:
        return None
    if is_verb(reading, head):
        known = modality_words().object_for if token.lemma == "for" else {}
        found = known.get(over.lemma) or (
            modality_words().clause.get(over.lemma) if below(reading, index, "pcomp") else None
        )
        return None if found == "asserted" else found
    return modality_words().noun.get(over.lemma)


def _of_object(reading: Reading, verb: int) -> str | None:
    subjects = {reading.tokens[i].lemma for i in below(reading, verb, "nsubj")}
    if subjects & modality_words().words["tasks"]:
        return "planned"
    return _of_particle(reading, verb) or modality_words().object.get(reading.tokens[verb].lemma)


def _of_particle(reading: Reading, verb: int) -> str | None:
    """ "ruled *out*", "called *off*"."""
    particles = [reading.tokens[i].lemma for i in below(reading, verb, "prt")]
    lemma = reading.tokens[verb].lemma
    return next(filter(None, (modality_words().particle.get(f"{lemma}:{one}") for one in particles)), None)


def _of_clause(reading: Reading, index: int, head: int) -> str | None:
    token, over = reading.tokens[index], reading.tokens[head]
    if token.dep in {"advcl", "acl"} and is_infinitive(reading, index):
        return modality_words().noun.get(over.lemma, "planned") if token.dep == "acl" else "planned"
    if token.dep not in {"xcomp", "ccomp", "acl", "pcomp", "oprd"}:
        return None
    if _taken_back(reading, index, head):
        return "denied"
    known = modality_words().clause if is_verb(reading, head) or over.pos == "AUX" else modality_words().noun
    found = (_of_particle(reading, head) if is_verb(reading, head) else None) or known.get(over.lemma)
    if found in {"planned", "demanded"} and below(reading, head, "neg"):
        return "denied"
    if token.dep == "ccomp" and not is_infinitive(reading, index):
        return found if found in {"denied", "possible", "demanded", "hypothetical"} and _opaque(over.lemma) else None
    if found is None and token.dep == "xcomp" and is_infinitive(reading, index):
        if over.lemma == "be":  # "were to depart", but not "was to blame"
            return None if token.lemma == "blame" else "planned"
        return None if _perfect(reading, index) or over.lemma in _REPORTED else "planned"
    return None if found == "asserted" else found


def _taken_back(reading: Reading, index: int, head: int) -> bool:
    """ "rejected claims that A", "no evidence that A", "it is false that A", "it is not true that A"."""
    over, table = reading.tokens[head], modality_words()
    if over.pos == "NOUN" and over.lemma in table.claims["nouns"]:
        governor = reading.tokens[over.head]
        return _is_negated(reading, head) or (governor.lemma in table.claims["denying"] and over.dep == "dobj")
    if over.lemma != "be" and over.pos != "ADJ":
        return False
    be = head if over.lemma == "be" else over.head
    complements = below(reading, be, "acomp", "attr")
    judged = {reading.tokens[i].lemma for i in complements if i < index}
    if any(table.noun.get(one) == "denied" for one in judged) and not is_infinitive(reading, index):
        return True
    return bool(judged & {"true", "correct", "accurate"}) and bool(below(reading, be, "neg"))


def _is_negated(reading: Reading, noun: int) -> bool:
    """ "no evidence", "did not find evidence"."""
    negation = modality_words().words["negation"]
    if any(reading.tokens[i].text.casefold() in negation for i in below(reading, noun, "det", "neg")):
        return True
    return reading.tokens[noun].dep in {"dobj", "attr"} and bool(below(reading, reading.tokens[noun].head, "neg"))


_REPORTED = frozenset("say report know allege claim have use prove find".split())
# With "that", these do not make the clause less than asserted by who speaks.
_FACTIVE_THAT = frozenset("tell fear order insist propose plan agree".split())


def _opaque(lemma: str) -> bool:
    return lemma not in _FACTIVE_THAT - {"fear", "propose"}


def _perfect(reading: Reading, verb: int) -> bool:
    """ "is said to have fled": an infinitive of what already was."""
    return any(reading.tokens[i].lemma == "have" for i in below(reading, verb, "aux"))
