"""Finds the row of the table of event frames (`lexicon.py`) that a word of a sentence fits, and who and whom of it."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.lexicon import Frame, Named, Pattern, lexicon
from rashomon.stages.claims.grammar import agents, below, is_passive, objects, prepositional
from rashomon.stages.claims.subjects import surface_subject


def frame_of_verb(reading: Reading, verb: int) -> tuple[Frame, Pattern] | None:
    """The row that the verb and what stands with it fits best; None where the table has none."""
    rows = lexicon().verbs.get(lemma_of(reading, verb), ())
    return next(((frame, pattern) for pattern, frame in rows if fits(reading, verb, pattern)), None)


def lemma_of(reading: Reading, verb: int) -> str:
    """The verb's lemma, mended where lemmatisers go wrong ("staged": "stag")."""
    lemma = reading.tokens[verb].lemma
    return lexicon().lemmas.get(lemma, lemma)


def frame_of_noun(reading: Reading, noun: int) -> Named | None:
    for row in lexicon().nouns.get(_common_lemma(reading, noun), ()):
        if row.before is not None and row.before not in _words_before(reading, noun):
            continue
        if row.of is None or _any_of(reading, _around(reading, noun), frozenset({row.of})):
            return row
    return None


def _common_lemma(reading: Reading, noun: int) -> str:
    """The lemma; of "talks", and of "Talks" misread as a name where the sentence begins, "talk" or "talks", whichever the
    table has."""
    token = reading.tokens[noun]
    if token.tag == "NNS" and token.text.casefold() in lexicon().nouns:
        return token.text.casefold()
    if noun > 0 or token.pos != "PROPN":
        return token.lemma
    plural = token.text.casefold()
    return plural if plural in lexicon().nouns else plural.removesuffix("s")


def _around(reading: Reading, noun: int) -> list[int]:
    """Whose the happening is: who stands before it or behind "by" and "of", or who begins, ends or holds it."""
    around = below(reading, noun, "poss", "compound") + prepositional(reading, noun, frozenset({"by", "of"}))
    over = reading.tokens[noun].head
    holds = reading.tokens[noun].dep in {"dobj", "nsubjpass"} and is_light(reading, over)
    if not holds:  # "the strike was said to have been *carried out* by …"
        over = next((i for i in below(reading, over, "xcomp") if is_light(reading, i) and is_passive(reading, i)), over)
        holds = over != reading.tokens[noun].head and reading.tokens[noun].dep == "nsubjpass"
    return around + (doers(reading, over) if holds else [])


def _words_before(reading: Reading, noun: int) -> set[str]:
    of = prepositional(reading, noun, frozenset({"of"}))
    return {reading.tokens[i].lemma for i in [*below(reading, noun, "compound", "amod", "nmod"), *of]}


def phase_of(reading: Reading, verb: int) -> str | None:
    """Whether the verb says that what is its subject begins, spreads, goes on or ends ("occur": merely that it was)."""
    known = lexicon()
    patterns = known.phases.get(lemma_of(reading, verb), ())
    return next((known.phase_names[pattern] for pattern in patterns if fits(reading, verb, pattern)), None)


def is_light(reading: Reading, verb: int) -> bool:
    """Whether the verb merely does what its object names ("carried out an attack")."""
    return any(fits(reading, verb, pattern) for pattern in lexicon().light.get(lemma_of(reading, verb), ()))


def fits(reading: Reading, verb: int, pattern: Pattern) -> bool:
    if pattern.intransitive and (objects(reading, verb) or is_passive(reading, verb) or below(reading, verb, "ccomp")):
        return False
    if not all(_has_particle(reading, verb, particle) for particle in pattern.particles):
        return False
    if pattern.objects and not _any_of(reading, undergoers(reading, verb, pattern), pattern.objects):
        return False
    return not pattern.subjects or _any_of(reading, doers(reading, verb), pattern.subjects)


def _has_particle(reading: Reading, verb: int, particle: str) -> bool:
    loose = objects(reading, verb) if particle in _LOOSE.get(reading.tokens[verb].lemma, ()) else []
    return any(
        reading.tokens[i].lemma.casefold() == particle and _is_particle(reading, i)
        for over in [verb, *loose]
        for i in [*reading.children(over), *_deep_particles(reading, over)]
    )


# Particles that parsers tie to the object: "blamed the delay *on* rebels".
_LOOSE = {"blame": frozenset({"on"})}


def _is_particle(reading: Reading, index: int) -> bool:
    """No subject, and no preposition of time ("fired *on* Monday")."""
    inner = below(reading, index, "pobj")
    timely = any(reading.tokens[i].lemma in lexicon().times or reading.tokens[i].pos == "NUM" for i in inner)
    return reading.tokens[index].dep not in {"nsubj", "nsubjpass", "punct"} and not timely


def _deep_particles(reading: Reading, verb: int) -> Iterator[int]:
    """ "taken off the air", "take to the streets": the noun of the preposition is part of the expression."""
    for preposition in below(reading, verb, "prep", "prt", "advmod"):
        yield from reading.children(preposition)


def doers(reading: Reading, verb: int) -> list[int]:
    """Who does what the verb says: its subject, of a passive its agent."""
    if is_passive(reading, verb):
        return [i for i in agents(reading, verb) if reading.tokens[i].lemma not in lexicon().no_agents]
    subject = surface_subject(reading, verb)
    if subject is None or reading.tokens[subject].lemma in lexicon().no_doers:
        return task_owners(reading, verb)
    return [subject]


def task_owners(reading: Reading, verb: int) -> list[int]:
    """Of "the tasks of the engineers include repairs" the engineers."""
    subject = surface_subject(reading, verb)
    if subject is None or reading.tokens[subject].lemma not in lexicon().no_doers:
        return []
    return below(reading, subject, "poss") or prepositional(reading, subject, frozenset({"of"}))


def undergoers(reading: Reading, verb: int, pattern: Pattern) -> list[int]:
    """Whom or what the verb is done to: its object, of a passive its subject, else the object of its preposition."""
    if is_passive(reading, verb):
        subject = surface_subject(reading, verb)
        return [] if subject is None else [subject]
    found = [i for i in objects(reading, verb) if reading.tokens[i].lemma not in pattern.particles]
    behind = prepositional(reading, verb, frozenset(pattern.particles))
    return found or [i for i in behind if reading.tokens[i].lemma not in pattern.particles]


def held(reading: Reading, heads: list[int]) -> list[int]:
    """Of "control of the airport" the airport."""
    inside = lexicon().holding
    return [
        each
        for head in heads
        for each in (
            (reading.tokens[head].lemma in inside and prepositional(reading, head, frozenset({"of", "over"}))) or [head]
        )
    ]


def _any_of(reading: Reading, heads: list[int], classes: frozenset[str]) -> bool:
    return any(belongs(reading, head, name) for head in heads for name in classes)


def belongs(reading: Reading, head: int, name: str) -> bool:
    """Whether a noun is of a class of the table; a class that the table does not list is the word itself."""
    labels = {n.label for n in reading.names if n.first <= head < n.last}
    if name == "name":
        return bool(labels & {"PERSON", "ORG", "GPE", "NORP"})
    if name == "place":
        return bool(labels & {"GPE", "LOC", "FAC"})
    if name == "person" and (labels & {"PERSON", "NORP"} or _personal(reading, head)):
        return True
    words = lexicon().classes.get(name, frozenset({name}))
    return not words.isdisjoint(_descriptions(reading, head))


def _personal(reading: Reading, head: int) -> bool:
    token = reading.tokens[head]
    return token.tag in {"PRP", "PRP$", "WP"} and token.text.casefold() not in {"it", "its", "itself", "what"}


_QUANTITY = frozenset(
    "dozen hundred thousand million score number group majority crowd handful pair couple series part portion wave "
    "kind type some many several most all unit contingent team".split()
)


def is_quantity(reading: Reading, head: int) -> bool:
    """A noun that says how many, not what: "dozens of", "a number of"."""
    return reading.tokens[head].lemma in _QUANTITY or reading.tokens[head].pos in {"NUM", "ADJ", "DET"}


def _descriptions(reading: Reading, head: int) -> set[str]:
    """What the noun may be called in a class: "state", "state of emergency"; "control", "price control"; of "dozens of
    soldiers" the soldiers too."""
    lemma = reading.tokens[head].lemma
    of = prepositional(reading, head, frozenset({"of"}))
    if head == 0 and reading.tokens[head].pos == "PROPN":  # "Talks between …"
        lemma = _common_lemma(reading, head).removesuffix("s")
    elif reading.tokens[head].tag in {"NNP", "NNPS"}:  # "the Guards": names keep their plural as lemma
        lemma = lemma.removesuffix("s") if not lemma.endswith("ss") else lemma
    found = {lemma, reading.tokens[head].lemma, *(f"{word} {lemma}" for word in _words_before(reading, head))}
    found |= {f"{lemma} of {reading.tokens[i].lemma}" for i in of}
    if is_quantity(reading, head):
        found |= {reading.tokens[i].lemma for i in of}
    return found
