"""The words of a sentence that say that something was done, with who and whom, as token indices."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import (
    Frame,
    Named,
    Pattern,
    belongs,
    doers,
    frame_of_noun,
    frame_of_verb,
    held,
    is_light,
    is_quantity,
    lexicon,
    phase_of,
    task_owners,
    undergoers,
)
from rashomon.stages.claims.grammar import (
    below,
    is_finite,
    is_passive,
    is_verb,
    joined,
    noun_phrase,
    objects,
    prepositional,
    surface_subject,
    verb_group,
)

_LONGEST_GROUP = 60


@dataclass(frozen=True)
class Predicate:
    """A word that says that something was done: its token, its row (None: no row), who and whom, as token indices.

    `words` are the tokens `[first, last)` of the event itself; `governor` is the verb that lends it its clause.
    """

    token: int
    governor: int
    action: str
    frame: Frame | None
    doers: tuple[int, ...]
    undergoers: tuple[int, ...]
    words: tuple[int, int]
    variant: str | None = None


def predicates(reading: Reading, before: Frame | None = None, leads: bool = False) -> Iterator[Predicate]:
    """The predicates of a sentence. `before` is the happening that the sentence before was about; `leads`: the report
    begins with this sentence, so that what it says was done is news, whatever the verb."""
    used: set[int] = set()
    last: Predicate | None = None
    for verb in filter(lambda i: is_verb(reading, i), range(len(reading.tokens))):
        for predicate in _of_verb(reading, verb, before, leads):
            used.update((predicate.token, predicate.governor))
            if last is None or not _says_again(reading, predicate, last):
                yield predicate
            last = predicate
    for i, token in enumerate(reading.tokens):
        if token.pos in {"NOUN", "PROPN"} and i not in used:
            named = frame_of_noun(reading, i)
            nominal = _nominal(reading, i, named) if named else None
            if nominal is not None:
                yield nominal


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
        return [_verbal(reading, verb, *row)]
    happening = _phase(reading, verb, before)
    if happening:
        return [happening]
    carried = _carried_out(reading, verb)
    if carried:
        return carried
    if row and not _tells(reading, verb, row[0]):
        return [_verbal(reading, verb, *row)]
    told = _is_hard(reading, verb) or (leads and _is_news(reading, verb))
    return [_rowless(reading, verb)] if told else []


def _phase(reading: Reading, verb: int, before: Frame | None) -> Predicate | None:
    """ "Protests broke out", "the riots spread"; "they began", of the happening before."""
    phase = phase_of(reading, verb)
    subject = surface_subject(reading, verb)
    if phase is None or subject is None or (objects(reading, verb) and not is_passive(reading, verb)):
        return None
    named = frame_of_noun(reading, subject)
    if named is not None:
        frame, action = named.frame, reading.tokens[verb].lemma
        doing, undergoing = _noun_roles(reading, subject, named)
        words = _from_to(reading, subject, verb)
        undergoing += prepositional(reading, verb, frame.to)
    elif before is not None and is_finite(reading, verb) and reading.tokens[subject].text.casefold() in {"they", "it"}:
        frame, action, doing, undergoing, words = before, reading.tokens[verb].lemma, [], [], verb_group(reading, verb)
    else:
        return None
    variant = phase if frame.happening else frame.variant
    if phase == "escalate":
        undergoing = prepositional(reading, verb, frozenset({"into", "to"}))
    return Predicate(verb, verb, action, frame, tuple(doing), tuple(undergoing), words, variant)


def _from_to(reading: Reading, noun: int, verb: int) -> tuple[int, int]:
    """The noun to the verb where they stand near each other, else the verb alone."""
    first, last = verb_group(reading, verb)
    near = (
        noun < verb
        and reading.tokens[verb].dep != "conj"
        and reading.tokens[verb].end - reading.tokens[noun].start <= _LONGEST_GROUP
    )
    return (noun, last) if near else (first, last)


def _carried_out(reading: Reading, verb: int) -> list[Predicate]:
    """ "carried out an attack on", "a search was launched", "there was an explosion"."""
    existing = reading.tokens[verb].lemma == "be" and bool(below(reading, verb, "expl"))
    announced = reading.tokens[verb].lemma in lexicon().announcing
    if not existing and not announced and not is_light(reading, verb):
        return []
    heads = below(reading, verb, "attr") if existing else undergoers(reading, verb, Pattern(""))
    heads = [each for head in heads for each in joined(reading, head)]
    found = []
    for head in heads:
        noun, phase = _begun(reading, head)
        named = frame_of_noun(reading, noun)
        if named is None or reading.tokens[noun].pos not in {"NOUN", "PROPN"}:
            continue
        if named.frame.happening or not (announced or phase):
            found.append(_light(reading, verb, noun, named, phase))
    return found


def _begun(reading: Reading, noun: int) -> tuple[int, str | None]:
    """Of "the start of an operation" the operation and its phase."""
    phase = lexicon().phase_nouns.get(reading.tokens[noun].lemma)
    if is_quantity(reading, noun):
        return next(iter(prepositional(reading, noun, frozenset({"of"}))), noun), None
    inner = prepositional(reading, noun, frozenset({"of", "to"})) if phase else []
    return (inner[0], phase) if inner else (noun, None)


def _light(reading: Reading, verb: int, noun: int, named: Named, phase: str | None) -> Predicate:
    doing, undergoing = _noun_roles(reading, noun, named)
    if not below(reading, verb, "expl"):
        doing = doers(reading, verb) or doing
    phase = phase or (phase_of(reading, verb) if named.frame.happening else None)
    undergoing += prepositional(reading, verb, named.frame.to)
    first, last = verb_group(reading, verb)
    words = (min(first, noun), max(last, noun + 1))
    if reading.tokens[words[1] - 1].end - reading.tokens[words[0]].start > _LONGEST_GROUP:
        words = (noun, noun + 1)
    return Predicate(
        noun,
        verb,
        reading.tokens[noun].lemma,
        named.frame,
        tuple(doing),
        tuple(undergoing),
        words,
        phase or named.frame.variant,
    )


def _noun_roles(reading: Reading, noun: int, named: Named) -> tuple[list[int], list[int]]:
    """Who and whom of an event noun: "by", "on", "of" and what stands before it."""
    owners = below(reading, noun, "poss")
    of = prepositional(reading, noun, frozenset({"of"}) - named.frame.noun_to)
    doing = prepositional(reading, noun, frozenset({"by"}))
    undergoing = prepositional(reading, noun, named.frame.noun_to)
    if not named.patient:
        return owners + of or doing, undergoing
    if owners and not doing and (named.owned or of):  # "Arvany's bombing of Belmar"
        return owners, [*of, *undergoing]
    return doing, [*owners, *of, *undergoing]


def _nominal(reading: Reading, noun: int, named: Named) -> Predicate | None:
    """An event noun that says itself who or whom: "an attack on the barracks by rebels", "the minister's dismissal"."""
    doing, undergoing = _noun_roles(reading, noun, named)
    if reading.tokens[noun].dep in {"compound", "amod", "nmod"}:
        return None
    told = is_put_down(reading, noun) is not None or _is_told_of(reading, noun, named.frame)
    if not told and not any(_is_concrete(reading, i) for i in [*doing, *undergoing]):
        return None
    governor = next((i for i in reading.ancestors(noun) if is_verb(reading, i)), noun)
    if not doing and reading.tokens[noun].dep in {"dobj", "attr"}:
        doing = task_owners(reading, governor)
    lemma, frame = reading.tokens[noun].lemma, named.frame
    return Predicate(noun, governor, lemma, frame, tuple(doing), tuple(undergoing), (noun, noun + 1), frame.variant)


_STRIKING = frozenset(
    "leave kill injure wound claim hit rock shake destroy damage force erupt shut prompt cause cut strand displace".split()
)


def _is_told_of(reading: Reading, noun: int, frame: Frame) -> bool:
    """Violence or a disaster that is the subject of what it did ("a shooting left two dead", "the blaze destroyed …")."""
    token = reading.tokens[noun]
    told = frame.happening or frame.type == "ASSAULT"
    return told and token.dep == "nsubj" and reading.tokens[token.head].lemma in _STRIKING


def is_put_down(reading: Reading, noun: int) -> int | None:
    """The verb that puts the event noun down to somebody: "gangs *were* behind the riots", "*blamed* rebels for the
    attack", "*claimed* responsibility for it"."""
    while reading.tokens[noun].dep in {"conj", "appos"}:
        noun = reading.tokens[noun].head
    preposition = reading.tokens[noun].head
    if reading.tokens[noun].dep == "attr":  # misread: "were behind the riots, *attacks* and arson"
        behind = any(reading.tokens[i].lemma == "behind" for i in below(reading, preposition, "prep"))
        return preposition if behind else None
    if reading.tokens[noun].dep != "pobj" or reading.tokens[preposition].lemma not in {"behind", "for", "of"}:
        return None
    for over in list(reading.ancestors(preposition))[:2]:
        lemma = reading.tokens[over].lemma
        behind = reading.tokens[preposition].lemma == "behind"
        if (lemma == "be") == behind and lemma in {"be", "claim", "blame", "accuse", "suspect"}:
            return over
    return None


def _verbal(reading: Reading, verb: int, frame: Frame, pattern: Pattern) -> Predicate:
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, pattern)
    direct = undergoing
    if not undergoing or pattern.objects or all(i in doing for i in undergoing):
        undergoing = _aimed_at(reading, verb, frame) or undergoing
    if frame.undergo and not undergoing and not is_passive(reading, verb):
        doing, undergoing = [], doing
    words = _with_object(reading, verb, direct or undergoing)
    words = words[0], max(words[1], *(i + 1 for i in [verb, *_particles(reading, verb, pattern)]))
    undergoing = held(reading, undergoing)
    lemma = reading.tokens[verb].lemma
    return Predicate(verb, verb, lemma, frame, tuple(doing), tuple(undergoing), words, frame.variant)


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


def _with_object(reading: Reading, verb: int, undergoing: list[int]) -> tuple[int, int]:
    """The verb group, and the head of its object where that stands near behind it."""
    first, last = verb_group(reading, verb)
    behind = [i for i in undergoing if i >= last]
    for index in behind[:1]:
        for until in (noun_phrase(reading, index, frozenset({"of"}))[1], index + 1):
            if reading.tokens[until - 1].end - reading.tokens[first].start <= _LONGEST_GROUP:
                return first, max(last, until)
    return first, last


def _rowless(reading: Reading, verb: int) -> Predicate:
    """Of "are trying to reach the boy" the boy is whom it is done to."""
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    undergoing = undergoing or [i for inner in below(reading, verb, "xcomp") for i in objects(reading, inner)]
    words = _with_object(reading, verb, undergoing)
    return Predicate(verb, verb, reading.tokens[verb].lemma, None, tuple(doing), tuple(undergoing), words)


def _is_hard(reading: Reading, verb: int) -> bool:
    """A verb that the table does not know and that yet tells what somebody did: not ignored, and either somebody does it to
    something or it is done to somebody."""
    if reading.tokens[verb].lemma in lexicon().ignored or not _heads_a_clause(reading, verb):
        return False
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    if not undergoing or _speaks(reading, doing):
        return False
    return any(_is_concrete(reading, head) for head in doing or undergoing)


def _is_news(reading: Reading, verb: int) -> bool:
    """What a report begins with: the main verb of the sentence, or of what is said there, where somebody or something named
    takes part; also without an object, and with one that cannot be pointed at."""
    token = reading.tokens[verb]
    if token.lemma in lexicon().never or not _heads_a_clause(reading, verb) or token.dep == "relcl":
        return False
    if below(reading, verb, "ccomp") and not objects(reading, verb):  # "announced that": a statement
        return False
    doing, undergoing = doers(reading, verb), undergoers(reading, verb, Pattern(""))
    return not _speaks(reading, doing) and any(_holds_a_name(reading, head) for head in [*doing, *undergoing])


def _heads_a_clause(reading: Reading, verb: int) -> bool:
    token = reading.tokens[verb]
    known = token.dep in {"ROOT", "conj", "ccomp", "relcl", "advcl"}
    return known and token.pos == "VERB" and is_finite(reading, verb)


def _speaks(reading: Reading, doing: list[int]) -> bool:
    return any(reading.tokens[i].text.casefold() in _SPEAKERS for i in doing)


def _holds_a_name(reading: Reading, head: int) -> bool:
    """Concrete itself or by what belongs to it: "the makers of Arvenol", "Oro's bars"."""
    first, last = noun_phrase(reading, head, frozenset({"of"}))
    named = any(n.first < last and n.last > first and n.label in _NAMED for n in reading.names)
    aged = any(token.lemma.endswith("old") for token in reading.tokens[first:last])  # "the six-year-old"
    proper = any(token.pos == "PROPN" for token in reading.tokens[first:last])
    return named or aged or proper or _is_concrete(reading, head)


_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "PRODUCT"})
_SPEAKERS = frozenset({"i", "we", "you", "one", "everyone", "nobody"})


def _is_concrete(reading: Reading, head: int) -> bool:
    """Somebody or something that can be pointed at: a name, a person, people, a force, a place, a body."""
    if any(name.first <= head < name.last for name in reading.names):
        return True
    return any(belongs(reading, head, cls) for cls in _CONCRETE)


_CONCRETE = ("person", "force", "office", "site", "vehicle", "structure", "weapon", "burnable", "crossing", "venue")
