"""Links that a verb makes between its subject and its object: "led to", "was sparked by"."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.events.frames import doers, frame_of_noun, undergoers
from rashomon.stages.claims.events.lexicon import Pattern
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import agents, below, is_passive, is_verb, prepositional
from rashomon.stages.claims.links.spans import Span, cleaned, phrase_span
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
            ends = (_source_span(sentence, verb, source), _target_span(sentence, verb, target))
            if ends[0] is not None and ends[1] is not None:
                first, second = (ends[1], ends[0]) if backward else (ends[0], ends[1])
                yield FoundLink("cause", first, second, sentence.span(verb, verb + 1))


# Words that say nothing for themselves.
_EMPTY = frozenset({"it", "this", "that", "which", "they", "them", "these", "those", "he", "she", "who", "what"})


def _source_span(sentence: Sentence, verb: int, source: int) -> Span | None:
    """What leads to it; of "rebels attacked the town, *sparking* panic" the whole clause, not the town."""
    reading = sentence.reading
    if reading.tokens[source].text.casefold() in _EMPTY:
        return None
    governor = _told_before(reading, verb, source)
    if governor is None:
        return phrase_span(sentence, source)
    return cleaned(sentence, (clause_span(sentence, governor)[0], sentence.span(verb, verb + 1)[0]))


def _told_before(reading: Reading, verb: int, source: int) -> int | None:
    """The verb of the clause that a participle behind it draws on; None where it speaks of its noun."""
    token = reading.tokens[verb]
    if token.tag != "VBG" or frame_of_noun(reading, source):
        return None
    if token.dep == "advcl" and token.head < verb and is_verb(reading, token.head):
        return token.head
    if token.head != source or reading.tokens[source].dep not in {"dobj", "pobj"}:
        return None
    return next((i for i in reading.ancestors(source) if is_verb(reading, i)), None)


def _target_span(sentence: Sentence, verb: int, target: int) -> Span | None:
    """What it leads to; of "*sparked* by prices, they turned into riots" the clause that says more than "they"."""
    reading = sentence.reading
    if reading.tokens[target].text.casefold() not in _EMPTY:
        return phrase_span(sentence, target)
    over = reading.tokens[verb].head
    if reading.tokens[verb].dep != "advcl" or target < verb:
        return None
    return cleaned(sentence, (sentence.span(target, target + 1)[0], clause_span(sentence, over)[1]))


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
