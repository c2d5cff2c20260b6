"""Links that an infinitive makes: what is asked for, decided, or what something is done for."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.events.frames import doers, frame_of_verb
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_infinitive, is_verb, noun_phrase, prepositional, surface_subject
from rashomon.stages.claims.links.spans import Span, cleaned, infinitive_span
from rashomon.stages.claims.links.table import words_of
from rashomon.stages.claims.sentence import Sentence


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


def _asked(reading: Reading, over: int) -> str | None:
    lemma = reading.tokens[over].lemma
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
    for head in who[:1]:
        source = _without_possessive(sentence, noun_phrase(reading, head, frozenset({"of"})))
        yield FoundLink(kind, source, infinitive_span(sentence, verb), sentence.span(over, over + 1))


def _without_possessive(sentence: Sentence, held: tuple[int, int]) -> Span:
    first, last = held
    return sentence.span(first, last - 1 if sentence.tokens[last - 1].tag == "POS" else last)


# After these, an infinitive is no purpose: it is what goes on, what is meant, or what is so.
_NO_PURPOSE = frozenset(
    "be have begin start continue want need seem appear try attempt plan intend expect hope fail refuse help allow use say "
    "believe report agree decide promise vow threaten manage tend like love prefer wish offer cease come happen prove "
    "consider turn propose know go get force require tell ask order urge call enable choose remain know learn claim think seek able look wait happen force".split()
)


def _is_purpose(reading: Reading, verb: int, over: int) -> bool:
    if reading.tokens[over].lemma in _NO_PURPOSE or verb < over or below(reading, verb, "nsubj", "nsubjpass"):
        return False
    if reading.tokens[verb].dep != "advcl" and not _is_moved(reading, verb, over):
        return False
    if surface_subject(reading, over) is None:
        return False
    behind = reading.tokens[max(0, min(below(reading, verb, "aux")) - 1)].text.casefold()
    return behind not in {"order", "as", "yet"} and not any(
        reading.tokens[i].text.casefold() in {"only", "enough", "too"} for i in below(reading, verb, "advmod")
    )


def _is_moved(reading: Reading, verb: int, over: int) -> bool:
    """ "were sent *to guard*": parsed as a complement of a verb of sending or coming."""
    row = frame_of_verb(reading, over)
    return reading.tokens[verb].dep == "xcomp" and row is not None and row[0].type in {"MOBILIZE", "AID"}


def _what_for(sentence: Sentence, over: int, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    to = min(i for i in below(reading, verb, "aux") if reading.tokens[i].tag == "TO")
    start, _ = clause_span(sentence, over)
    source = cleaned(sentence, (start, sentence.span(to, to + 1)[0]))
    if source is not None:
        yield FoundLink("purpose", source, infinitive_span(sentence, verb), sentence.span(to, to + 1))
