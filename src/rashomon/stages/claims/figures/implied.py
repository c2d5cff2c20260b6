"""A single person who is told of without a number ("a man was shot dead") is a figure of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.stages.claims.figures.governing import measures_at, of_pronoun
from rashomon.stages.claims.figures.measures import PERSON_NOUNS, PERSONS_SUFFER, SHOT
from rashomon.stages.claims.sentence import Sentence

_ARTICLES = frozenset({"a", "an", "another"})


@dataclass(frozen=True)
class ImpliedPerson:
    """Tokens `[first, last)` of the person. `known`: by name or with "the", so that the report told of them before. `faint`: by a
    pronoun or a possessive, which counts only where no other words of the report do."""

    first: int
    last: int
    noun: int
    measure: str
    known: bool
    faint: bool = False


def implied_persons(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Iterator[ImpliedPerson]:
    """Singular persons of whom the words say what befell them; not inside spans already taken."""
    told = [*_described(sentence), *_others(sentence), *_named(sentence)]
    for first, noun, known in told:
        if _told_already(sentence, noun, {other for _, other, _ in told}):
            continue
        start, end = sentence.span(first, noun + 1)
        if any(a < end and start < b for a, b in taken):
            continue
        for name in (measures_at(sentence.reading, noun, None) or of_pronoun(sentence.reading, noun))[:1]:
            if name in (_OF_KNOWN if known else _OF_ANY):
                yield ImpliedPerson(first, noun + 1, noun, name, known)


def faint_persons(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> Iterator[ImpliedPerson]:
    """ "He died in hospital", "doctors pronounced her dead", "Ryker's death"; not inside spans already taken."""
    for index, token in enumerate(sentence.tokens):
        name = _of_possessed(sentence, index) if token.dep == "poss" else _of_he_or_she(sentence, index)
        start, end = sentence.span(index, index + 1)
        if name in ("killed", SHOT) and not any(a < end and start < b for a, b in taken):
            yield ImpliedPerson(index, index + 1, index, name, known=True, faint=True)


_PRONOUNS = frozenset({"he", "she", "him", "her"})
_DEATHS = frozenset({"death", "slaying", "murder", "homicide"})


def _of_he_or_she(sentence: Sentence, index: int) -> str | None:
    token = sentence.tokens[index]
    if token.text.casefold() not in _PRONOUNS or token.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    return next(iter(measures_at(sentence.reading, index, None)), None)


def _of_possessed(sentence: Sentence, index: int) -> str | None:
    """ "A man's death", "her shooting death"; not "her death threats"."""
    token = sentence.tokens[index]
    person = token.tag == "PRP$" or token.lemma in PERSON_NOUNS or _is_person(sentence, index)
    own = token.text.casefold() in {"his", "her"} or token.tag in {"NN", "NNP"}
    return "killed" if person and own and sentence.tokens[token.head].lemma in _DEATHS else None


def _is_person(sentence: Sentence, index: int) -> bool:
    return any(name.first <= index < name.last for name in sentence.reading.names if name.label == "PERSON")


def _told_already(sentence: Sentence, noun: int, persons: set[int]) -> bool:
    """A second name for a person of the sentence ("another resident, Ezra Holt, 18, a student"), or a word within the phrase
    that names one ("his sister's friend")."""
    token = sentence.tokens[noun]
    if token.dep in {"compound", "poss", "nmod", "amod"} and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
        return True
    while token.dep == "appos" and sentence.tokens[token.head] is not token:
        if token.head in persons or sentence.tokens[token.head].dep != "appos":
            return token.head in persons
        token = sentence.tokens[token.head]
    return False


_OF_ANY = PERSONS_SUFFER | {SHOT}
_OF_KNOWN = frozenset({"killed", "injured", "hospitalised", SHOT})


def _described(sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """First token, noun, and whether known: "a man", "another officer", "the victim", "his brother"."""
    tokens = sentence.tokens
    for noun, token in enumerate(tokens):
        if token.tag not in {"NN", "NNP", "JJ"} or not (token.lemma in PERSON_NOUNS or _aged(sentence, noun)):
            continue
        left = [i for i in sentence.reading.children(noun) if i < noun and tokens[i].dep in {"det", "poss"}]
        if left and tokens[left[0]].text.casefold() not in {"no", "every", "each", "any", "some", "which", "what"}:
            yield (
                (noun if tokens[left[0]].tag == "WP$" else left[0]),
                noun,
                tokens[left[0]].text.casefold() not in _ARTICLES,
            )


_HELD = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "appos"})


def _others(sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """ "Killing one man and wounding another", "one died and the other is in hospital", "a third was hurt": a person without a noun."""
    tokens = sentence.tokens
    for noun, token in enumerate(tokens):
        if token.dep not in _HELD:
            continue
        word = token.text.casefold()
        if word == "another":
            yield noun, noun, False
        elif word in _ORDINALS and noun and tokens[noun - 1].text.casefold() in {"a", "the"}:
            yield noun - 1, noun, tokens[noun - 1].text.casefold() == "the"


_ORDINALS = frozenset({"other", "second", "third", "fourth", "fifth"})


def _aged(sentence: Sentence, noun: int) -> bool:
    """ "A 23-year-old": the age stands for the person."""
    token = sentence.tokens[noun]
    return token.text.casefold() == "old" and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}


def _named(sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    for name in sentence.reading.names:
        if name.label == "PERSON":
            heads = [i for i in range(name.first, name.last) if not name.first <= sentence.tokens[i].head < name.last]
            if heads:
                yield name.first, heads[-1] if len(heads) == 1 else name.last - 1, True
