"""Two told of with "both": "both men were killed", "both of them survived their wounds", "both Ryker and Dahl were shot"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.stages.claims.figures.governing import measures_at
from rashomon.stages.claims.figures.measures import PERSON_NOUNS, PERSONS_SUFFER, SHOT
from rashomon.stages.claims.sentence import Sentence

_PRONOUNS = frozenset({"they", "them", "whom"})
_OF = frozenset({"of"})
_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "appos"})
# Nouns of two persons that are no names of one ("both brothers"; "both legs" and "both cars" are nobody).
_PERSONS = PERSON_NOUNS | {
    "people",
    "party",
    "adult",
    "twin",
    "sibling",
    "brother",
    "parent",
    "spouse",
    "couple",
    "other",
}


@dataclass(frozen=True)
class Pair:
    """Tokens `[first, last)` of the words for the two, `noun` the one that hangs in the sentence."""

    first: int
    last: int
    noun: int
    measure: str


def pairs(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    """Those told of with "both" of whom the words say what befell them; not inside spans already taken."""
    for both, token in enumerate(sentence.tokens):
        if token.text.casefold() != "both" or (who := _who(sentence, both)) is None:
            continue
        last, noun = who
        start, end = sentence.span(both, last)
        if any(a < end and start < b for a, b in taken):
            continue
        for name in measures_at(sentence.reading, noun, None)[:1]:
            if name in PERSONS_SUFFER or name == SHOT:
                yield Pair(both, last, noun, name)


def _who(sentence: Sentence, both: int) -> tuple[int, int] | None:
    """Where the words end and which token hangs in the sentence; None where they are no two persons."""
    tokens = sentence.tokens
    token, head = tokens[both], tokens[both].head
    if head > both and token.dep in {"det", "predet", "preconj"}:
        joined = [i for i in sentence.reading.children(head) if tokens[i].dep == "conj"]
        if joined:
            two = len(joined) == 1 and not any(tokens[i].dep == "conj" for i in sentence.reading.children(joined[0]))
            return (joined[0] + 1, head) if two and {tokens[head].pos, tokens[joined[0]].pos} == {"PROPN"} else None
        persons = tokens[head].lemma in _PERSONS and tokens[head].tag in {"NNS", "NN"}
        return (head + 1, head) if persons else None
    if token.dep in _ALONE:
        return (both + 1, both)
    before = tokens[both - 1 : both] if both else ()
    subjects = [i for i in sentence.reading.children(head) if tokens[i].dep in {"nsubj", "nsubjpass"} and i < both]
    if subjects and tokens[subjects[0]].text.casefold() in _PRONOUNS and before and before[0].pos in {"AUX", "PRON"}:
        return (both + 1, subjects[0])  # "they were both killed"
    return None
