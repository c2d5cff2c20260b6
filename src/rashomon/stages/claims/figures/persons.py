"""Who a single person is, as far as words tell: enough to see that the wounded man and the dead man are one."""

import re
from dataclasses import dataclass

from rashomon.stages.claims.figures.implied import ImpliedPerson
from rashomon.stages.claims.sentence import Sentence

_MALE = frozenset(
    "man boy father son brother husband uncle nephew grandfather grandson boyfriend gentleman policeman serviceman cameraman male "
    "gunman stepfather stepson fiance".split()
)
_FEMALE = frozenset(
    "woman girl mother daughter sister wife aunt niece grandmother granddaughter girlfriend lady policewoman female".split()
)
_YOUNG = frozenset("boy girl child teen teenager baby toddler infant youth juvenile student".split())
_SIDE = {
    "suspect": "doer",
    "gunman": "doer",
    "shooter": "doer",
    "attacker": "doer",
    "robber": "doer",
    "victim": "victim",
}
_OFFICIAL = frozenset("officer policeman deputy soldier sergeant trooper guard firefighter paramedic medic".split())
_AGE = re.compile(r"\b(\d{1,3})[- ](?:years?|months?)[- ]old\b|^[^,;]{0,60}, (\d{1,3})\b")
_APART = re.compile(r"\b(?:another|second|third|fourth|other)\b", re.IGNORECASE)
_ALSO = re.compile(r"[^.;]{0,40}\b(?:was|were|is|has been) also\b", re.IGNORECASE)
# Words of those who came upon the victim of what the report has told already.
_FOUND = re.compile(
    r"\b(?:found|find|finding|discovered|located|responded|respond|arriv\w+|received a (?:call|report)|report of|call)\b",
    re.I,
)


@dataclass(frozen=True)
class Person:
    """`names`: folded words of the name. `apart`: told as one more ("another man was also shot"). `found`: as police found him."""

    known: bool
    names: frozenset[str] = frozenset()
    gender: str | None = None
    age: int | None = None
    kind: str | None = None
    apart: bool = False
    found: bool = False


def person_of(sentence: Sentence, person: ImpliedPerson) -> Person:
    tokens = sentence.tokens
    start, end = sentence.span(person.first, person.last)
    lemma, named = tokens[person.noun].lemma, tokens[person.noun].pos == "PROPN"
    age = _AGE.search(sentence.words(start, min(sentence.end, end + 8)))
    return Person(
        known=person.known,
        names=frozenset(t.text.casefold() for t in tokens[person.first : person.last] if t.pos == "PROPN")
        if named
        else frozenset(),
        gender="m" if lemma in _MALE else "f" if lemma in _FEMALE else None,
        age=int(age[1] or age[2]) if age else None,
        kind=_SIDE.get(lemma) or ("young" if lemma in _YOUNG else "official" if lemma in _OFFICIAL else None),
        apart=bool(
            (_APART.search(sentence.words(start, end)) and not _other_than_the_doer(sentence, person.noun))
            or _ALSO.match(sentence.words(end, sentence.end))
        ),
        found=bool(_FOUND.search(sentence.reading.text)),
    )


def _other_than_the_doer(sentence: Sentence, noun: int) -> bool:
    """ "A hunter shot another hunter": other than who did it, and no further victim."""
    token = sentence.tokens[noun]
    doers = [i for i in sentence.reading.children(token.head) if i < noun and sentence.tokens[i].dep == "nsubj"]
    same = any(sentence.tokens[i].lemma in {token.lemma, "he", "she", "one"} for i in doers) or any(
        sentence.tokens[below].lemma == "one" for i in doers for below in sentence.reading.children(i)
    )
    return token.dep == "dobj" and same and sentence.tokens[token.head].dep != "conj"


def may_be(one: Person, dead: Person) -> bool:
    """Whether the wounded person may be the one who is told to have died, and is not told apart."""
    if one.apart or not (one.known or one.found):
        return False
    if one.names and not one.found and not dead.names:
        return False
    return alike(one, dead)


def is_named_as(one: Person, dead: Person) -> bool:
    """Whether the whole name of the one is told of the dead ("Ryker was shot", "Mads Ryker died")."""
    return bool(one.names and dead.names) and (one.names <= dead.names or dead.names <= one.names)


def alike(one: Person, dead: Person) -> bool:
    """Whether nothing that is told of them sets the two apart."""
    if one.names and dead.names:
        return bool(one.names & dead.names)
    if {one.kind, dead.kind} in ({"doer", "victim"}, {"doer", "official"}, {"doer", "young"}, {"official", "victim"}):
        return False
    if one.gender and dead.gender and one.gender != dead.gender:
        return False
    return one.age is None or dead.age is None or one.age == dead.age
