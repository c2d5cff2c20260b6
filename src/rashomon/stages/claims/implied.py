"""A single person who is told of without a number ("a man was shot dead") is a figure of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.stages.claims.governing import measures_at
from rashomon.stages.claims.measures import PERSONS_SUFFER
from rashomon.stages.claims.sentence import Sentence

_ARTICLES = frozenset({"a", "an", "another"})
PERSONS = frozenset(
    "man woman boy girl child teenager teen person civilian soldier officer policeman policewoman journalist protester driver baby "
    "infant toddler student resident passenger pedestrian worker bystander guard firefighter medic nurse doctor farmer villager "
    "demonstrator activist militant gunman rebel fighter sergeant deputy trooper reporter cameraman photographer victim suspect "
    "mother father son daughter brother sister wife husband grandmother grandfather teacher motorist cyclist shopkeeper clerk pilot "
    "male female youth adult juvenile individual citizen national migrant prisoner inmate paramedic migrant employee customer "
    "shooter attacker robber burglar intruder neighbor neighbour friend cop serviceman paratrooper peacekeeper".split()
)


@dataclass(frozen=True)
class ImpliedPerson:
    """Tokens `[first, last)` from the article to the noun."""

    first: int
    last: int
    noun: int
    measure: str


def implied_persons(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Iterator[ImpliedPerson]:
    """Singular persons with an article of whom the words say what befell them; not inside spans already taken."""
    reading = sentence.reading
    for noun, token in enumerate(reading.tokens):
        if token.lemma not in PERSONS or token.tag not in {"NN", "NNP"}:
            continue
        first = next(
            (i for i in reading.children(noun) if i < noun and reading.tokens[i].text.casefold() in _ARTICLES), None
        )
        if first is None:
            continue
        start, end = sentence.span(first, noun + 1)
        if any(a < end and start < b for a, b in taken):
            continue
        for name in measures_at(reading, noun, None)[:1]:
            if name in PERSONS_SUFFER:
                yield ImpliedPerson(first, noun + 1, noun, name)
