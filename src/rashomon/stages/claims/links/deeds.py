"""Links between who asks or decides and what is done on it."""

from collections.abc import Iterator

from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.events.frames import doers, frame_of_noun, frame_of_verb, undergoers
from rashomon.stages.claims.events.lexicon import Pattern
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_verb
from rashomon.stages.claims.links.spans import cleaned, phrase_span
from rashomon.stages.claims.links.table import words_of
from rashomon.stages.claims.sentence import Sentence


def by_approval(sentence: Sentence) -> Iterator[FoundLink]:
    """ "The council *approved* the deployment of troops": who decides, and on what."""
    reading = sentence.reading
    for verb, token in enumerate(reading.tokens):
        if (
            token.lemma not in words_of("verbs", "decision")
            or not is_verb(reading, verb)
            or below(reading, verb, "neg")
        ):
            continue
        for source in doers(reading, verb)[:1]:
            for target in undergoers(reading, verb, Pattern(""))[:1]:
                if frame_of_noun(reading, target):
                    ends = (phrase_span(sentence, source), phrase_span(sentence, target))
                    yield FoundLink("decision", *ends, sentence.span(verb, verb + 1))


def by_answer(sentence: Sentence) -> Iterator[FoundLink]:
    """ "Troops landed *after* the president called for help": who asked, and what was done on it."""
    reading = sentence.reading
    for verb in range(len(reading.tokens)):
        row = frame_of_verb(reading, verb) if is_verb(reading, verb) and reading.tokens[verb].dep == "advcl" else None
        marks = [i for i in below(reading, verb, "mark") if reading.tokens[i].text.casefold() == "after"]
        over = reading.tokens[verb].head
        done = frame_of_verb(reading, over) if is_verb(reading, over) else None
        if row is None or row[0].name != "request" or not marks or done is None or done[0].type not in _ANSWERS:
            continue
        target = cleaned(sentence, (clause_span(sentence, over)[0], sentence.span(marks[0], marks[0] + 1)[0]))
        for source in doers(reading, verb)[:1]:
            if target is not None and over < verb:
                yield FoundLink("request", phrase_span(sentence, source), target, sentence.span(marks[0], marks[0] + 1))


# Types of what is done on a request.
_ANSWERS = frozenset({"MOBILIZE", "AID", "SUPPORT", "COOPERATE"})
