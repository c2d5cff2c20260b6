"""What happened to what is counted: from the number or its noun up the parse to the word that tells it."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.figures.befallen import (
    acts,
    as_object,
    as_subject,
    behind_preposition,
    complement,
    of_subject,
    to_oneself,
)
from rashomon.stages.claims.figures.harming import harm_of, joined_measure, verb_measure, with_second
from rashomon.stages.claims.figures.measures import PERSON_NOUNS, SHOT, measure

_FURTHEST = 12
_HEDGES = frozenset(
    "at least about around some nearly almost over more than up to another a an additional further as many other roughly "
    "approximately estimated several dozens hundreds only all both also".split()
)


def measures_at(reading: Reading, node: int, noun: int | None) -> tuple[str, ...]:
    """The measures that the words around say, mostly one, two where both are said of the number ("killed or injured")."""
    if _set_free(reading, node):
        return ("other",)
    if noun is not None and (own := _own(reading, noun)):
        if own[0] in _NAMES_PERSONS and (harm := _harmed(reading, node)):
            return harm  # "five prisoners were killed", "wounded three hostages"
        return (_dying(reading, node) if own[0] in {SHOT, "injured", "hospitalised"} else ()) or own
    if noun is not None and noun != node and (said := _beside(reading, noun, noun)):
        return said  # "dozens of people killed", "dozens of the drowned sailors"
    for index in _path(reading, node):
        if found := _at(reading, index, node):
            return found
    return _just_before(reading, node, noun)


# What persons are called by ("prisoners", "refugees"), and what befalls them all the same.
_NAMES_PERSONS = frozenset({"detained", "displaced", "present"})
_HARM = frozenset({"killed", "injured", "hospitalised", "missing", SHOT})


def _harmed(reading: Reading, node: int) -> tuple[str, ...]:
    """The harm that the clause says of those counted; empty for none."""
    token = reading.tokens[node]
    governed = _governed(reading, node) if token.dep in {"nsubj", "nsubjpass", "dobj"} else ()
    return governed if governed and governed[0] in _HARM else ()


def _dying(reading: Reading, node: int) -> tuple[str, ...]:
    """ "Five of the injured succumbed to their burns": the clause goes on to tell of their death."""
    governed = _governed(reading, node) if reading.tokens[node].dep in {"nsubj", "nsubjpass"} else ()
    return governed if governed[:1] == ("killed",) else ()


_FREE = frozenset({"free", "release", "liberate", "acquit", "exchange", "swap", "discharge"})


def _set_free(reading: Reading, node: int) -> bool:
    """ "Twelve of the hostages were freed": no longer what their name says."""
    token = reading.tokens[node]
    return token.dep in {"nsubjpass", "dobj"} and reading.tokens[token.head].lemma in _FREE


def _just_before(reading: Reading, node: int, noun: int | None) -> tuple[str, ...]:
    """Where the parse fails: the verb that stands right before the phrase ("…, wounding 40 Tuesday")."""
    below = [i for i in reading.subtree(node) if i <= node]
    first = min(below) if below and below == list(range(min(below), node + 1)) else node
    while first > 0 and reading.tokens[first - 1].text.casefold() in _HEDGES:
        first -= 1
    if not first or reading.tokens[first - 1].tag not in {"VBD", "VBG", "VBZ", "VBN", "VB", "VBP"}:
        return ()
    passive = any(reading.tokens[i].dep in {"auxpass", "nsubjpass"} for i in reading.children(first - 1))
    found = None if passive else verb_measure(reading, first - 1)
    return (found,) if found else ()


def _path(reading: Reading, node: int) -> Iterator[int]:
    """The node, then what it is joined to ("six civilians and five militiamen", "people, including two medics")."""
    for _ in range(_FURTHEST):
        yield node
        token = reading.tokens[node]
        if token.head == node or token.dep not in {
            "conj",
            "appos",
            "nummod",
            "compound",
            "amod",
            "quantmod",
            "nmod",
            "advmod",
        }:
            preposition = token.head
            if token.dep != "pobj" or reading.tokens[preposition].text.casefold() not in {"including", "with", "among"}:
                return
            node = reading.tokens[preposition].head
        else:
            node = token.head


def _own(reading: Reading, noun: int) -> tuple[str, ...]:
    """By the counted word itself: "12 deaths", "12 wounded"."""
    token = reading.tokens[noun]
    found = measure("nouns", token.lemma, token.text) or measure("adjectives", token.text)
    return (found, *joined_measure(reading, noun, found)) if found else ()


def _at(reading: Reading, index: int, node: int) -> tuple[str, ...]:
    """By the words beside the phrase, unless the clause goes on to tell of a death ("the boy who was shot has died")."""
    beside = _beside(reading, index, node)
    if beside and beside[0] not in {SHOT, "injured", "hospitalised"}:
        return beside
    governed = _governed(reading, index)
    if beside == (SHOT,) and governed:
        return governed  # "the guard who was shot lies in critical condition"
    return governed if not beside or "killed" in governed else beside


def _governed(reading: Reading, index: int) -> tuple[str, ...]:
    token = reading.tokens[index]
    head = token.head
    if token.dep in {"nsubjpass", "nsubj"}:
        found = as_subject(reading, head, passive=token.dep == "nsubjpass")
        return found or (as_object(reading, head) if _is_told_of(reading, head) else ())
    if token.dep in {"dobj", "dative", "oprd", "ccomp", "xcomp"}:
        return as_object(reading, head)
    if token.dep in {"attr", "acomp"}:
        return of_subject(reading, head) or complement(reading, head)
    if token.dep == "pobj":
        return behind_preposition(reading, head)
    return ()


def _is_told_of(reading: Reading, verb: int) -> bool:
    """ "Found a girl suffering from burns"; not "her cousin is hurting", "a boy was target shooting"."""
    return reading.tokens[verb].tag == "VBG" and verb_measure(reading, verb) is None


def _beside(reading: Reading, index: int, node: int) -> tuple[str, ...]:
    """ "12 people killed", "12 dead", "three people who died", "two men with gunshot wounds". Of a noun that is only joined to
    the phrase, what stands before the phrase is its own ("one dead man and two women")."""
    for child in reading.children(index):
        own = child > node or (index == node and reading.tokens[child].dep == "amod")
        if own and (found := tells(reading, child)):
            return found
    return _next_word(reading, node)


def tells(reading: Reading, child: int) -> tuple[str, ...]:
    """What a clause or participle that hangs on a noun says befell it."""
    token = reading.tokens[child]
    if token.dep == "relcl":
        return _in_relative(reading, child)
    if token.dep == "prep" and token.text == "with":
        harm = harm_of(reading, child)
        return (harm,) if harm else ()
    if token.dep in {"acl", "amod"} and (token.tag in {"VBN", "VBD", "JJ"} or token.text.casefold() == "missing"):
        return with_second(reading, child, measure("adjectives", token.text) or verb_measure(reading, child))
    return ()


def teller(reading: Reading, node: int) -> int | None:
    """The word of a clause on the counted, or of the clause that the counted are the subject of, which tells what befell them."""
    for index in _path(reading, node):
        said = [i for i in reading.children(index) if reading.tokens[i].dep in {"relcl", "acl"} and tells(reading, i)]
        if said and index == node:
            return said[0]
        token = reading.tokens[index]
        if token.dep in {"nsubj", "nsubjpass"}:
            told = as_subject(reading, token.head, passive=token.dep == "nsubjpass")
            return token.head if told and not _beside(reading, index, node) else None
    return None


_RELATIVE = frozenset({"who", "whom", "that", "which"})


def _in_relative(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Who died", "whom police shot", "who police say shot his son"; not "whose son was shot"."""
    subjects = [reading.tokens[i] for i in reading.children(verb) if reading.tokens[i].dep in {"nsubj", "nsubjpass"}]
    if not subjects or subjects[0].text.casefold() in _RELATIVE:
        return as_subject(reading, verb, passive=_is_passive(reading, verb))
    if any(reading.tokens[i].tag == "WP$" for i in reading.subtree(verb)):
        return ()
    said = next((i for i in reading.children(verb) if reading.tokens[i].dep == "ccomp"), None)
    if said is not None:
        return as_subject(reading, said, passive=_is_passive(reading, said))
    own = [reading.tokens[i] for i in reading.children(verb) if reading.tokens[i].dep == "dobj"]
    return as_object(reading, verb) if not own or own[0].text.casefold() in _RELATIVE else ()


def _is_passive(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[i].dep in {"auxpass", "nsubjpass"} for i in reading.children(verb))


def _next_word(reading: Reading, node: int) -> tuple[str, ...]:
    """ "30 wounded", "seven more people shot": the word right behind, where it has no object of its own."""
    following = node + 1
    if following >= len(reading.tokens) or reading.tokens[following].tag not in {"VBN", "VBD", "JJ"}:
        return ()
    if acts(reading, following):
        return ()
    word = reading.tokens[following]
    return with_second(
        reading, following, measure("adjectives", word.text) or (SHOT if word.lemma == "shoot" else None)
    )


_HE_SHE = frozenset({"he", "she", "him", "her"})
_SPEAKS = frozenset("say tell report state add note explain announce claim believe think".split())


def _other_between(reading: Reading, person: int, pronoun: int) -> bool:
    """Whether another person is told of between, whom the pronoun may mean ("a woman mourns her daughter after she was shot")."""
    between = reading.tokens[person + 1 : pronoun]
    return any(
        (
            token.lemma in PERSON_NOUNS
            and token.tag in {"NN", "NNP"}
            and token.dep not in {"compound", "poss", "appos", "amod"}
        )
        or (token.tag == "NNP" and token.dep in {"nsubj", "nsubjpass", "dobj"})
        for token in between
    )


def of_pronoun(reading: Reading, person: int) -> tuple[str, ...]:
    """ "A boy is in hospital after he was shot", "after shooting himself": what the clause below says of its subject."""
    token = reading.tokens[person]
    if token.dep not in {"nsubj", "nsubjpass", "dobj"} or reading.tokens[token.head].lemma in _SPEAKS:
        return ()
    for index in reading.subtree(token.head):
        word = reading.tokens[index]
        if index > person and word.text.casefold() in _HE_SHE and word.dep in {"nsubj", "nsubjpass", "dobj"}:
            if word.dep == "dobj" and word.head == token.head:
                continue  # "Holm shot him": somebody else
            if _other_between(reading, person, index):
                return ()
            if found := _governed(reading, index):
                return found
        elif word.pos == "VERB" and index > person and word.tag == "VBG" and (own := to_oneself(reading, index)):
            return (own,)
    return ()
