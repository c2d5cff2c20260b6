"""Nouns of happenings that say of themselves that they were: what they did, and to whom they are put down."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import doers, undergoers
from rashomon.stages.claims.events.lexicon import Frame, Pattern
from rashomon.stages.claims.grammar import below, prepositional

_STRIKING = frozenset(
    "leave kill injure wound claim hit rock shake destroy damage force erupt shut prompt cause cut strand displace".split()
)


def is_told_of(reading: Reading, noun: int, frame: Frame) -> bool:
    """Violence or a disaster that is the subject of what it did ("a shooting left two dead", "the blaze destroyed …")."""
    token = reading.tokens[noun]
    told = frame.happening or frame.type == "ASSAULT"
    return told and token.dep == "nsubj" and reading.tokens[token.head].lemma in _STRIKING


def is_put_down(reading: Reading, noun: int) -> int | None:
    """The verb that puts the event noun down to somebody: "gangs *were* behind the riots", "*blamed* rebels for the
    attack", "the attack was *blamed* on rebels", "*claimed* responsibility for it", "*were* responsible for it"."""
    while reading.tokens[noun].dep in {"conj", "appos"}:
        noun = reading.tokens[noun].head
    blaming = next(
        (i for i in below(reading, noun, "acl") if _put_on(reading, i)), None
    )  # "an attack *blamed* on rebels"
    if blaming is not None:
        return blaming
    preposition = reading.tokens[noun].head
    if reading.tokens[noun].dep in {"nsubjpass", "dobj"}:
        return preposition if _put_on(reading, preposition) else None
    if reading.tokens[noun].dep == "attr":  # misread: "were behind the riots, *attacks* and arson"
        behind = any(reading.tokens[i].lemma == "behind" for i in below(reading, preposition, "prep"))
        return preposition if behind else None
    if reading.tokens[noun].dep != "pobj" or reading.tokens[preposition].lemma not in {"behind", "for", "of"}:
        return None
    overs = list(reading.ancestors(preposition))[:2]
    behind = reading.tokens[preposition].lemma == "behind"
    behind = behind or (bool(overs) and reading.tokens[overs[0]].lemma == "responsible")
    for over in overs:
        lemma = reading.tokens[over].lemma
        if (lemma == "be") == behind and lemma in {"be", "claim", "blame", "accuse", "suspect"}:
            return over
    return None


def heads_of_blame(reading: Reading, over: int) -> list[int]:
    """Whom the verb of `is_put_down` puts it down to."""
    on = _put_on(reading, over)
    if on:
        return on
    if reading.tokens[over].lemma in {"be", "claim"}:
        return doers(reading, over)
    return undergoers(reading, over, Pattern(""))


def _put_on(reading: Reading, verb: int) -> list[int]:
    """ "blamed *on rebels*", "attributed *to rebels*"."""
    preposition = {"blame": "on", "attribute": "to"}.get(reading.tokens[verb].lemma)
    return [] if preposition is None else prepositional(reading, verb, frozenset({preposition}))
