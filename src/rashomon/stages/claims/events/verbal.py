"""Happenings that a verb of the table of frames names."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import doers, frame_of_noun, held, undergoers
from rashomon.stages.claims.events.lexicon import Frame, Pattern
from rashomon.stages.claims.events.nominal import noun_roles
from rashomon.stages.claims.events.predicate import LONGEST_GROUP, Predicate
from rashomon.stages.claims.grammar import is_passive, noun_phrase, objects, prepositional, verb_group
from rashomon.stages.claims.subjects import surface_subject


def verbal(reading: Reading, verb: int, frame: Frame, pattern: Pattern) -> Predicate:
    doing, undergoing = _behind_the_deed(reading, doers(reading, verb)), undergoers(reading, verb, pattern)
    direct = undergoing
    # "fired tear gas *at* the crowd": the particle says whom.
    if (
        not undergoing
        or pattern.objects
        or not frame.to.isdisjoint(pattern.particles)
        or all(i in doing for i in undergoing)
    ):
        undergoing = _aimed_at(reading, verb, frame) or undergoing
    if frame.undergo and not undergoing and not is_passive(reading, verb):
        doing, undergoing = [], doing
    words = with_object(reading, verb, direct or undergoing)
    words = words[0], max(words[1], *(i + 1 for i in [verb, *_particles(reading, verb, pattern)]))
    undergoing = held(reading, undergoing)
    lemma = reading.tokens[verb].lemma
    return Predicate(verb, verb, lemma, frame, tuple(doing), tuple(undergoing), words, frame.variant)


def _behind_the_deed(reading: Reading, doing: list[int]) -> list[int]:
    """Of "an air strike *by Belmar* killed six" those who flew it; of other doers they themselves."""
    found: list[int] = []
    for head in doing:
        named = frame_of_noun(reading, head) if reading.tokens[head].pos == "NOUN" else None
        deed = named is not None and named.frame.type == "ASSAULT"
        found += (noun_roles(reading, head, named)[0] or [head]) if named is not None and deed else [head]
    return found


def _particles(reading: Reading, verb: int, pattern: Pattern) -> list[int]:
    """The words right behind the verb that make up the expression ("opened *fire*", "taken *off the air*")."""
    near = range(verb + 1, min(verb + 4, len(reading.tokens)))
    return [i for i in near if reading.tokens[i].lemma in pattern.particles]


def _aimed_at(reading: Reading, verb: int, frame: Frame) -> list[int]:
    """Of "imposed sanctions on Arvany", "reached a deal with the union" the last."""
    places = [verb, *objects(reading, verb)]
    if is_passive(reading, verb):
        subject = surface_subject(reading, verb)
        places += [] if subject is None else [subject]
    return [i for place in places for i in prepositional(reading, place, frame.to)]


def with_object(reading: Reading, verb: int, undergoing: list[int]) -> tuple[int, int]:
    """The verb group, and the head of its object where that stands near behind it."""
    first, last = verb_group(reading, verb)
    behind = [i for i in undergoing if i >= last]
    for index in behind[:1]:
        for until in (noun_phrase(reading, index, frozenset({"of"}))[1], index + 1):
            if reading.tokens[until - 1].end - reading.tokens[first].start <= LONGEST_GROUP:
                return first, max(last, until)
    return first, last
