"""Links that a verb makes between its subject and its object: "led to", "was sparked by"."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import doers, undergoers
from rashomon.stages.claims.events.lexicon import Pattern
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import agents, below, is_passive, is_verb, prepositional
from rashomon.stages.claims.links.spans import phrase_span
from rashomon.stages.claims.links.table import words_of
from rashomon.stages.claims.sentence import Sentence


def by_verb(sentence: Sentence) -> Iterator[FoundLink]:
    """ "The drought led to hunger", "riots sparked by prices"."""
    reading = sentence.reading
    for verb in range(len(reading.tokens)):
        for part, backward in (("forward", False), ("backward", True)):
            pattern = _pattern_of(reading, verb, words_of("verbs", part))
            if pattern is not None:
                yield from _of_verb(sentence, verb, pattern, backward)


def _pattern_of(reading: Reading, verb: int, entries: frozenset[str]) -> Pattern | None:
    if not is_verb(reading, verb):
        return None
    for entry in sorted(entries):
        lemma, _, preposition = entry.partition("+")
        if reading.tokens[verb].lemma == lemma:
            return Pattern(lemma, (preposition,) if preposition else ())
    return None


def _of_verb(sentence: Sentence, verb: int, pattern: Pattern, backward: bool) -> Iterator[FoundLink]:
    reading = sentence.reading
    sources, targets = doers(reading, verb), undergoers(reading, verb, pattern)
    if pattern.particles:
        targets = prepositional(reading, verb, frozenset(pattern.particles))
    if is_passive(reading, verb):
        sources = agents(reading, verb)
    if _is_denied(reading, verb):
        sources = _but_by(reading, verb)
    for source in sources[:1]:
        for target in targets[:1]:
            ends = (phrase_span(sentence, source), phrase_span(sentence, target))
            first, second = reversed(ends) if backward else ends
            yield FoundLink("cause", first, second, sentence.span(verb, verb + 1))


def _is_denied(reading: Reading, verb: int) -> bool:
    """ "not caused by", "caused not by"."""
    places = [verb, *below(reading, verb, "agent", "prep")]
    return any(below(reading, i, "neg") for i in places) or any(
        reading.tokens[i - 1].text.casefold() == "not" for i in below(reading, verb, "agent")
    )


def _but_by(reading: Reading, verb: int) -> list[int]:
    """What a denial puts in its stead: "not by the rain but *by the dam*"."""
    for i in range(verb + 1, len(reading.tokens) - 1):
        if reading.tokens[i].text.casefold() == "but" and reading.tokens[i + 1].text.casefold() == "by":
            return below(reading, i + 1, "pobj")
    return []
