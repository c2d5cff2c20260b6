"""Links from a whole, such as tasks or a force, to its parts."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import trimmed
from rashomon.stages.claims.events.frames import undergoers
from rashomon.stages.claims.events.lexicon import Pattern
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_passive, is_verb, joined, noun_phrase, prepositional
from rashomon.stages.claims.links.spans import Span, phrase_span
from rashomon.stages.claims.links.table import words_of
from rashomon.stages.claims.sentence import Sentence
from rashomon.stages.claims.subjects import is_conjunct, surface_subject


def by_part(sentence: Sentence) -> Iterator[FoundLink]:
    """ "The tasks include guarding the port", "their duty will be to escort convoys", "the force includes engineers", "were
    included in the force"."""
    reading = sentence.reading
    for verb, token in enumerate(reading.tokens):
        if token.lemma in words_of("part", "verbs") and is_verb(reading, verb):
            yield from _included(sentence, verb)
        elif token.lemma in words_of("part", "working") and is_verb(reading, verb):
            yield from _parts_of(sentence, verb, below(reading, verb, "nsubj"), _worked_on(reading, verb))
        elif token.lemma == "be" and token.dep not in {"aux", "auxpass"}:
            subject = below(reading, verb, "nsubj")
            parts = below(reading, verb, "attr", "xcomp", "ccomp", "acomp")
            if _is_tasks(reading, subject):
                yield from _parts_of(sentence, verb, subject, [p for p in parts if is_verb(reading, p)])
        elif _is_read_as_progressive(reading, verb):
            yield from _parts_of(sentence, verb, below(reading, verb, "nsubj"), [verb])


def _worked_on(reading: Reading, verb: int) -> list[int]:
    """ "The troops will focus *on guarding* the port"."""
    on = [i for i in below(reading, verb, "prep") if reading.tokens[i].lemma in {"on", "with"}]
    return [i for preposition in on for i in below(reading, preposition, "pcomp") if is_verb(reading, i)]


def _is_read_as_progressive(reading: Reading, verb: int) -> bool:
    """ "The task will be guarding the port": not that the task guards it."""
    being = any(reading.tokens[i].lemma == "be" for i in below(reading, verb, "aux"))
    return reading.tokens[verb].tag == "VBG" and being and _is_tasks(reading, below(reading, verb, "nsubj"))


def _is_tasks(reading: Reading, subject: list[int]) -> bool:
    return any(reading.tokens[i].lemma in words_of("part", "tasks") for i in subject)


def _included(sentence: Sentence, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    subject = surface_subject(reading, verb)
    whole, parts = [] if subject is None else [subject], undergoers(reading, verb, Pattern(""))
    if is_passive(reading, verb):
        whole, parts = prepositional(reading, verb, frozenset({"in", "into"})), whole
    parts += [i for i in below(reading, verb, "xcomp", "ccomp") if is_verb(reading, i)]
    yield from _parts_of(sentence, verb, whole, parts)


def _parts_of(sentence: Sentence, verb: int, wholes: list[int], parts: list[int]) -> Iterator[FoundLink]:
    reading = sentence.reading
    for whole in wholes[:1]:
        lemma = reading.tokens[whole].lemma
        if not {lemma, lemma.removesuffix("s"), f"{lemma}s"} & words_of("part", "wholes"):
            return
        for part in [each for head in parts for each in _members(reading, head)]:
            source = sentence.span(*noun_phrase(reading, whole, frozenset({"of", "from", "in"})))
            target = _task(sentence, part) if is_verb(reading, part) else phrase_span(sentence, part)
            yield FoundLink("part", source, target, sentence.span(*_cue_of(reading, verb, part)))


def _cue_of(reading: Reading, verb: int, part: int) -> tuple[int, int]:
    """The verb; where the part itself was parsed as the verb, its "be"."""
    if verb != part and not _is_read_as_progressive(reading, verb):
        return verb, verb + 1
    be = next(i for i in below(reading, verb, "aux") if reading.tokens[i].lemma == "be")
    return be, be + 1


def _members(reading: Reading, head: int) -> Iterator[int]:
    if not is_verb(reading, head):
        yield from joined(reading, head)
        return
    yield head
    for i in filter(lambda i: is_conjunct(reading, i), below(reading, head, "conj", "advcl")):
        yield from _members(reading, i)


def _task(sentence: Sentence, verb: int) -> Span:
    """A task worded as a verb, without those joined to it and without its subject."""
    reading = sentence.reading
    held = set(reading.subtree(verb))
    for i in below(reading, verb, "conj", "cc", "nsubj", "aux", "parataxis", "advcl"):
        held -= set(reading.subtree(i)) if reading.tokens[i].dep != "advcl" or is_conjunct(reading, i) else set()
    last = verb + 1
    while last in held:
        last += 1
    return sentence.span(*trimmed(reading, verb, last, verb))
