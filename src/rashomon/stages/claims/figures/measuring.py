"""Which measure a number phrase has: by its unit, by the parse, by words before it, or taken over from the clause before."""

import re
from collections.abc import Sequence

from rashomon.model.reading import Reading
from rashomon.stages.claims.figures.befallen import as_subject
from rashomon.stages.claims.figures.candidates import Candidate, is_part
from rashomon.stages.claims.figures.governing import measures_at
from rashomon.stages.claims.figures.kinds import is_bodily, is_idiom, of_its_kind
from rashomon.stages.claims.figures.measures import PERSONS_SUFFER, SHOT, measure
from rashomon.stages.claims.figures.units import unit_measure

_OTHERS = frozenset({"others", "other", "more", "rest"})


def measures_of(candidate: Candidate, told: Sequence[str]) -> tuple[str, ...]:
    """What the figure measures; empty where it is no figure."""
    by_unit = unit_measure(candidate.sentence, candidate.numeral, candidate.words)
    if by_unit:
        return (by_unit,)
    if is_bodily(candidate) or is_idiom(candidate):
        return ()
    return of_its_kind(candidate, _by_what_befell(candidate, told))


def _by_what_befell(candidate: Candidate, told: Sequence[str]) -> tuple[str, ...]:
    if _FATALLY.match(candidate.sentence.reading.text, candidate.span[1] - candidate.sentence.start):
        return ("killed",)  # "four were shot, two of them fatally"
    noun, node = candidate.counted.noun, candidate.counted.node
    if noun is not None and (told_by_name := _of_incident(candidate, noun)):
        return told_by_name
    found = measures_at(candidate.sentence.reading, node, noun) or _by_words_before(candidate, told)
    found = _said_behind(candidate, found) or found
    if candidate.numeral.kind == "none":
        return _of_none(candidate, found)
    if found:
        return found
    words, previous = (candidate.words or "").casefold(), told[-1] if told else None
    if previous in PERSONS_SUFFER and (not words or words in _OTHERS or is_part(candidate)):
        return (previous,) if _may_inherit(candidate) else ()
    return _thing(candidate)


def _said_behind(candidate: Candidate, found: tuple[str, ...]) -> tuple[str, ...]:
    """Of a bare number what is said right behind it, whatever the parse joins it to: "over 90 wounded", "97 have died"."""
    reading, number = candidate.sentence.reading, candidate.counted.number
    if candidate.words or (found and found[0] not in PERSONS_SUFFER) or number + 2 >= len(reading.tokens):
        return ()
    state = reading.tokens[number + 1]
    if not found and state.dep == "aux" and state.head > number:
        return _as_bare_subject(reading, number, state.head)
    said = measure("adjectives", state.text) if state.tag in {"JJ", "VBN", "VBD", "NN", "NNS"} else None
    own = reading.tokens[number + 2].tag in {"NN", "NNS", "NNP", "NNPS"}
    return (said,) if said in PERSONS_SUFFER and said not in found and not own else ()


def _as_bare_subject(reading: Reading, number: int, verb: int) -> tuple[str, ...]:
    """ "Since August and 97 have died": the verb has no subject but the number right before it."""
    own = any(reading.tokens[i].dep in {"nsubj", "nsubjpass"} for i in reading.children(verb))
    told = () if own else as_subject(reading, verb, passive=False)
    return tuple(name for name in told if name in PERSONS_SUFFER)


_TUPLES = frozenset({"double", "triple", "quadruple", "quintuple"})


def _of_incident(candidate: Candidate, noun: int) -> tuple[str, ...]:
    """ "A triple shooting", "a fatal double shooting": so many were shot."""
    text, numeral = candidate.sentence.reading.text, candidate.numeral
    tokens = candidate.sentence.tokens
    if text[numeral.number_start : numeral.number_end].casefold() not in _TUPLES:
        return ()
    if tokens[noun].lemma not in {"shooting", "stabbing"}:
        return ()
    fatal = any(tokens[i].text.casefold() in {"fatal", "deadly"} for i in candidate.sentence.reading.children(noun))
    return ("killed",) if fatal else (SHOT,)


_FATALLY = re.compile(
    r",? ?(?:of (?:them|whom|those),? )?(?:fatally|mortally)\b(?! (?:shot|wounded|injured|stabbed|struck))",
    re.IGNORECASE,
)
_TOLL_BEFORE = re.compile(
    r"\b(?:tolls?|number of (?:dead|deaths|fatalities|victims))\b[^.;]{0,60}\b(?:at|to|of|reached|reaches|is|was|hit|stands at|exceeded|passed):? $",
    re.I,
)


_CROWD_BEFORE = re.compile(
    r"\b(?:crowds?|attendance|number of (?:protesters|demonstrators|marchers|participants))\b[^.;]{0,40}\b(?:at|to|of|was|reached|exceeded):? $",
    re.I,
)


def _by_words_before(candidate: Candidate, told: Sequence[str]) -> tuple[str, ...]:
    """ "Put the death toll at 16", where the parse does not join them."""
    text = candidate.sentence.reading.text
    before = text[max(0, candidate.numeral.start - 90) : candidate.numeral.start]
    among = _AMONG_BEFORE.search(before)
    if among:
        word = among[1].casefold()
        found = measure("adjectives", word) or measure("nouns", word) or _harm(told)
        return (found,) if found else ()
    if candidate.numeral.kind != "count":
        return ()
    if _TOTAL_BEFORE.search(before) and told and told[-1] in PERSONS_SUFFER:
        return (told[-1],)  # "six were injured, bringing the total to seven"
    if _CROWD_BEFORE.search(before):
        return ("present",)  # "put the crowd at 3,000"
    return ("killed",) if _TOLL_BEFORE.search(before) else ()


_TOTAL_BEFORE = re.compile(
    r"\b(?:bring|brings|bringing|brought|making|for) (?:the|a|its) (?:[a-z]+ )?(?:total|number)[^.;]{0,40} (?:to|of|at) $",
    re.I,
)
_AMONG_BEFORE = re.compile(
    r"\bamong the (victims|dead|killed|injured|wounded|casualties|detained|missing|hostages)\b(?: [a-z]+)?,?(?: there)? (?:are|were|is|was) (?:also )?$",
    re.I,
)


def _harm(told: Sequence[str]) -> str | None:
    """What befell "the victims": the last of the dead or wounded told of."""
    return next((name for name in reversed(told) if name in {"killed", "injured"}), None)


def _may_inherit(candidate: Candidate) -> bool:
    """A bare number takes the measure over only where it can stand for persons: not a label behind a name."""
    token = candidate.sentence.tokens[candidate.counted.number]
    text = candidate.sentence.reading.text
    definite = text[: candidate.numeral.number_start].casefold().endswith("the ")
    if definite and not candidate.words and not candidate.counted.part:
        return False  # "the two were brothers": no new count
    if _acts(candidate):
        return False
    if candidate.counted.part or candidate.words:
        return token.dep not in {"attr", "pobj"}
    before = candidate.sentence.tokens[candidate.counted.number - 1] if candidate.counted.number else None
    if token.dep == "npadvmod":  # "21 people were killed, 15 in Torvik and six in Lund"
        return candidate.sentence.reading.text[candidate.numeral.end :].startswith(
            (" in ", " at ", " near ", " inside ")
        )
    return token.dep in {"nsubj", "nsubjpass", "dobj", "conj", "appos"} and not (before and before.pos == "PROPN")


_LEAVES = frozenset("leave include number see claim take".split())
_STATES = frozenset("be remain include come stay number total".split())


def _acts(candidate: Candidate) -> bool:
    """ "Two others ran off", "trapped ten others": those who do something else, or to whom something else is done, are not
    counted as what befell those before."""
    node = candidate.sentence.tokens[candidate.counted.node]
    head = candidate.sentence.tokens[node.head]
    if node.dep == "dobj":
        return head.pos == "VERB" and head.lemma not in _LEAVES
    return node.dep == "nsubj" and head.pos == "VERB" and head.lemma not in _STATES


def _of_none(candidate: Candidate, found: tuple[str, ...]) -> tuple[str, ...]:
    if (candidate.words or "").casefold().endswith("casualties"):
        return ("killed", "injured")
    return tuple(name for name in found if name in PERSONS_SUFFER or name in {"damaged", SHOT})


# "Several times", "two things", "a number of ways": nothing that a record would count.
_NOT_THINGS = frozenset(
    "time thing way reason kind sort type step side part percent word option question issue example aspect point factor "
    "occasion term mind second moment".split()
)


def _thing(candidate: Candidate) -> tuple[str, ...]:
    """Without a telling verb: by the kind of thing counted, else `other` where a plural noun is counted."""
    if candidate.counted.noun is None:
        return ()
    token = candidate.sentence.tokens[candidate.counted.noun]
    one_of = candidate.counted.part and candidate.numeral.best == 1  # "one of the neighbours"
    if token.lemma in _NOT_THINGS or one_of:
        return ()
    named = measure("things", token.lemma, token.text)
    if named:
        return (named,)
    return (
        ("other",)
        if token.tag in {"NNS", "NNPS"}
        or (token.pos == "NOUN" and token.text.casefold() in {"people", "police", "personnel"})
        else ()
    )
