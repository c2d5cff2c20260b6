"""Links that an infinitive makes: what is asked for, decided, or what something is done for."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.events.frames import doers, frame_of_noun, frame_of_verb
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_infinitive, is_verb, noun_phrase, prepositional
from rashomon.stages.claims.links.spans import Span, cleaned, infinitive_span, phrase_span
from rashomon.stages.claims.links.table import words_of
from rashomon.stages.claims.sentence import Sentence
from rashomon.stages.claims.subjects import surface_subject


def by_infinitive(sentence: Sentence) -> Iterator[FoundLink]:
    """ "sent troops *to guard* the port" (purpose); "asked the council *to help*" (request); "decided *to close* the
    schools", "the council's decision *to send* observers" (decision)."""
    reading = sentence.reading
    for verb in range(len(reading.tokens)):
        if not is_verb(reading, verb) or not is_infinitive(reading, verb):
            continue
        token = reading.tokens[verb]
        over = token.head
        message = next((i for i in below(reading, over, "dobj") if _asked(reading, i)), None)
        over = token.head if message is None else message
        kind = _asked(reading, over)
        if kind and token.dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
            yield from _asked_for(sentence, kind, over, verb)
        elif is_verb(reading, over) and _is_purpose(reading, verb, over):
            yield from _what_for(sentence, over, verb)
        elif (sent := _for_a_time(reading, verb)) is not None:
            yield from _what_for(sentence, sent, verb)
        elif token.dep in {"acl", "relcl"} and _is_deed(reading, token.head):
            ends = (phrase_span(sentence, token.head), infinitive_span(sentence, verb))
            yield FoundLink("purpose", *ends, _to(sentence, verb))


# Types of nouns that are done for something: of "an agreement to share" the infinitive says what it is.
_DEEDS = frozenset({"MOBILIZE", "CONSULT", "ASSAULT", "COERCE", "AID"})


def _is_deed(reading: Reading, noun: int) -> bool:
    """ "The army's intervention *to help* an ally": the noun names what was done."""
    named = frame_of_noun(reading, noun) if reading.tokens[noun].pos == "NOUN" else None
    return named is not None and named.frame.type in _DEEDS


def _for_a_time(reading: Reading, verb: int) -> int | None:
    """The verb of "were *sent* for a limited time *to guard* the port", whose infinitive parsers tie to the time."""
    token = reading.tokens[verb]
    if token.dep not in {"acl", "relcl"} or reading.tokens[token.head].lemma not in _SPANS or token.head > verb:
        return None
    for over in filter(lambda i: is_verb(reading, i), reading.ancestors(token.head)):
        row = frame_of_verb(reading, over)
        if row is not None and row[0].type in {"MOBILIZE", "AID"}:
            return over
    return None


_SPANS = frozenset({"time", "period", "month", "week", "day", "year", "term"})


def _asked(reading: Reading, over: int) -> str | None:
    lemma = reading.tokens[over].lemma
    if (
        lemma == "call"
        and is_verb(reading, over)
        and not any(reading.tokens[i].lemma in {"on", "upon", "for"} for i in below(reading, over, "prep", "prt"))
    ):  # "called 911 to report"
        return None
    suffix = "" if is_verb(reading, over) else "nouns_"
    if reading.tokens[over].pos not in {"VERB", "NOUN"} or reading.tokens[over - 1].text.casefold() == "in":
        return None
    return next((kind for kind in ("request", "decision") if lemma in words_of("asked", suffix + kind)), None)


def _asked_for(sentence: Sentence, kind: str, over: int, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    if is_verb(reading, over):
        who = doers(reading, over)
    else:
        who = below(reading, over, "poss") + prepositional(reading, over, frozenset({"of", "by", "from"}))
        if not who and reading.tokens[over].dep in {"dobj", "pobj"}:
            governor = next((i for i in reading.ancestors(over) if is_verb(reading, i)), None)
            subject = None if governor is None else surface_subject(reading, governor)
            who = [] if subject is None else [subject]
    target = _told_to(sentence, kind, over, verb)
    for head in who[:1]:
        source = _without_possessive(sentence, noun_phrase(reading, head, frozenset({"of"})))
        yield FoundLink(kind, source, target, sentence.span(over, over + 1))


def _told_to(sentence: Sentence, kind: str, over: int, verb: int) -> Span:
    """What is to be done; of "ordered *shops to close*" with who is to, where the infinitive says nothing for itself."""
    reading = sentence.reading
    span = infinitive_span(sentence, verb)
    subjects = below(reading, verb, "nsubj") or below(reading, over, "dobj")
    alone = not below(reading, verb, "dobj", "ccomp", "xcomp", "prep", "prt", "oprd", "acomp")
    if kind != "decision" or not is_verb(reading, over) or not alone or not subjects or not over < subjects[0] < verb:
        return span
    return sentence.span(noun_phrase(reading, subjects[0], frozenset({"of"}))[0], verb + 1)[0], span[1]


def _without_possessive(sentence: Sentence, held: tuple[int, int]) -> Span:
    first, last = held
    return sentence.span(first, last - 1 if sentence.tokens[last - 1].tag == "POS" else last)


# After these, an infinitive is no purpose: it is what goes on, what is meant, or what is so.
_NO_PURPOSE = frozenset(
    "be have begin start continue want need seem appear try attempt plan intend expect hope fail refuse help allow use say "
    "believe report agree decide promise vow threaten manage tend like love prefer wish offer cease come happen prove "
    "consider turn propose know rush hesitate struggle equip serve go get force require tell ask order urge call enable choose remain know learn claim think seek able look wait happen force".split()
)


def _is_purpose(reading: Reading, verb: int, over: int) -> bool:
    if (
        (reading.tokens[over].lemma in _NO_PURPOSE and not _is_there(reading, over))
        or verb < over
        or below(reading, verb, "nsubj", "nsubjpass")
    ):
        return False
    if reading.tokens[verb].dep != "advcl" and not _is_moved(reading, verb, over):
        return False
    if surface_subject(reading, over) is None:
        return False
    behind = reading.tokens[max(0, min(below(reading, verb, "aux")) - 1)].text.casefold()
    return behind not in {"order", "as", "yet"} and not any(
        reading.tokens[i].text.casefold() in {"only", "enough", "too"} for i in below(reading, verb, "advmod")
    )


def _is_there(reading: Reading, over: int) -> bool:
    """ "The troops will be *there* to guard the port"."""
    there = any(reading.tokens[i].text.casefold() in {"there", "here"} for i in below(reading, over, "advmod"))
    return there and reading.tokens[over].lemma == "be"


def _is_moved(reading: Reading, verb: int, over: int) -> bool:
    """ "were sent *to guard*": parsed as a complement of a verb of sending or coming."""
    row = frame_of_verb(reading, over)
    return reading.tokens[verb].dep == "xcomp" and row is not None and row[0].type in {"MOBILIZE", "AID"}


def _what_for(sentence: Sentence, over: int, verb: int) -> Iterator[FoundLink]:
    to = _to(sentence, verb)
    start, _ = clause_span(sentence, over)
    source = cleaned(sentence, (start, to[0]))
    if source is not None:
        yield FoundLink("purpose", source, infinitive_span(sentence, verb), to)


def _to(sentence: Sentence, verb: int) -> Span:
    """The "to" of an infinitive."""
    reading = sentence.reading
    first = min(i for i in below(reading, verb, "aux") if reading.tokens[i].tag == "TO")
    return sentence.span(first, first + 1)
