"""The words of a sentence that say that something was done, with who and whom, as token indices."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import frame_of_noun, frame_of_verb
from rashomon.stages.claims.events.lexicon import Frame
from rashomon.stages.claims.events.nominal import carried_out, nominal
from rashomon.stages.claims.events.phases import begun_or_ended
from rashomon.stages.claims.events.predicate import Predicate
from rashomon.stages.claims.events.rowless import is_hard, is_news, rowless
from rashomon.stages.claims.events.verbal import verbal
from rashomon.stages.claims.grammar import below, is_verb, objects


def predicates(reading: Reading, before: Frame | None = None, leads: bool = False) -> Iterator[Predicate]:
    """The predicates of a sentence. `before` is the happening that the sentence before was about; `leads`: the report
    begins with this sentence, so that what it says was done is news, whatever the verb."""
    used: set[int] = set()
    families: dict[int, str | None] = {}
    last: Predicate | None = None
    for verb in filter(lambda i: is_verb(reading, i), range(len(reading.tokens))):
        for predicate in _of_verb(reading, verb, before, leads):
            used.update((predicate.token, predicate.governor, predicate.words[0]))
            families[predicate.governor] = predicate.frame.family if predicate.frame else None
            if last is None or not _says_again(reading, predicate, last):
                yield predicate
            last = predicate
    for i, token in enumerate(reading.tokens):
        if token.pos in {"NOUN", "PROPN"} and i not in used:
            named = frame_of_noun(reading, i)
            told = nominal(reading, i, named) if named else None
            if told is not None and (
                named is None or families.get(token.head, "") != named.frame.family
            ):  # "broke off *talks*": told already
                yield told


def _tells(reading: Reading, verb: int, frame: Frame) -> bool:
    """ "announced that": a statement and no event."""
    return frame.type is None and bool(below(reading, verb, "ccomp")) and not objects(reading, verb)


def _says_again(reading: Reading, predicate: Predicate, last: Predicate) -> bool:
    """ "to stabilise and normalise the situation": one event."""
    near = reading.tokens[predicate.token].head == last.token and predicate.token - last.token <= 2
    return (
        near
        and predicate.frame is not None
        and (predicate.frame, predicate.undergoers) == (last.frame, last.undergoers)
    )


def _of_verb(reading: Reading, verb: int, before: Frame | None, leads: bool) -> list[Predicate]:
    """A happening with its phase, a noun with its light verb, a row of the table, or a verb without one: the first."""
    row = frame_of_verb(reading, verb)
    if row and row[1].particles:  # "opened fire" is no fire that opens
        return [verbal(reading, verb, *row)]
    happening = begun_or_ended(reading, verb, before)
    if happening:
        return [happening]
    carried = carried_out(reading, verb)
    if carried:
        return carried
    if row and not _tells(reading, verb, row[0]):
        return [verbal(reading, verb, *row)]
    told = is_hard(reading, verb) or (leads and is_news(reading, verb))
    return [rowless(reading, verb)] if told else []
