"""What a verb, a preposition or a counting noun says of its subject or object: the predicates behind a figure."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.figures.harming import (
    CONDITION,
    DEADLY,
    HARM,
    HITS,
    NEARLY,
    harm_of,
    in_hospital,
    is_recovering,
    verb_measure,
    with_second,
)
from rashomon.stages.claims.figures.measures import PERSON_NOUNS, SHOT, measure

_BE = frozenset({"be", "remain", "lie", "become", "die", "get"})
_REPORTED = frozenset(
    {
        "report",
        "believe",
        "confirm",
        "say",
        "find",
        "leave",
        "pronounce",
        "declare",
        "fear",
        "presume",
        "feel",
        "see",
        "think",
        "list",
        "count",
    }
)
_MAKE_UP = frozenset({"make", "comprise", "constitute", "form", "account"})
_TOLD_OF = frozenset(
    {
        "rise",
        "reach",
        "climb",
        "stand",
        "put",
        "bring",
        "grow",
        "increase",
        "jump",
        "pass",
        "exceed",
        "soar",
        "hit",
        "go",
        "drop",
        "fall",
        "be",
        "top",
    }
)


def as_subject(reading: Reading, verb: int, passive: bool) -> tuple[str, ...]:
    token = reading.tokens[verb]
    if passive:
        if token.lemma in _REPORTED:
            return complement(reading, verb)
        return with_second(reading, verb, verb_measure(reading, verb)) or _made_to(reading, verb)
    if token.lemma in _MAKE_UP and (found_object := _of_object(reading, verb)):
        return found_object
    if token.lemma == "lose" and any(reading.tokens[i].lemma == "life" for i in reading.children(verb)):
        return ("killed",)
    if token.lemma == "miss" and token.tag == "VBG":
        return ("missing",)
    if token.lemma == "survive" and any(reading.tokens[i].dep == "neg" for i in reading.children(verb)):
        return ("killed",)
    if found := measure("suffer", token.lemma) or to_oneself(reading, verb):
        return (found,)
    if token.lemma == "recover" and is_recovering(reading, verb):
        return ("injured",)
    if token.lemma in _BE or (token.lemma in _REPORTED and not _has_object(reading, verb)):
        return complement(reading, verb)
    if token.tag in {"VBN", "VBD"} and not acts(reading, verb):
        return with_second(reading, verb, verb_measure(reading, verb))  # "five killed" read as a plain past
    return ()


def acts(reading: Reading, verb: int) -> bool:
    """Whether its subject does it: the verb has an object, or goes into something ("shot into the house")."""
    into = {reading.tokens[i].text.casefold() for i in reading.children(verb) if reading.tokens[i].dep == "prep"}
    aims = any(_aims_at(reading, i) for i in reading.children(verb))
    return _has_object(reading, verb) or aims or bool(into & {"into", "toward", "towards"}) or _is_gapped(reading, verb)


_FIRED_AT = PERSON_NOUNS | {"police", "authority", "people", "crowd", "he", "she", "they"}


def _aims_at(reading: Reading, preposition: int) -> bool:
    """ "Shot at officers"."""
    below = [reading.tokens[i] for i in reading.children(preposition)]
    return reading.tokens[preposition].text.casefold() == "at" and any(t.lemma in _FIRED_AT for t in below)


def _is_gapped(reading: Reading, verb: int) -> bool:
    """ "The man Ryker shot": what the clause hangs on is its object."""
    if reading.tokens[verb].dep != "relcl":
        return False
    below = [reading.tokens[i] for i in reading.children(verb)]
    own = [t for t in below if t.dep == "nsubj"]
    relative = any(t.tag in {"WP", "WDT", "WRB", "WP$"} or t.text.casefold() == "that" for t in below)
    return bool(own) and not relative and not any(t.dep == "auxpass" for t in below)


def _has_object(reading: Reading, verb: int) -> bool:
    """Its own, or that of a verb that it is joined to ("shot and killed his wife")."""
    joined = [i for i in reading.children(verb) if reading.tokens[i].dep == "conj"]
    return any(reading.tokens[i].dep in {"dobj", "ccomp"} for v in (verb, *joined) for i in reading.children(v))


def to_oneself(reading: Reading, verb: int) -> str | None:
    """ "Shot himself", "suffered gunshot wounds", "is suffering from a burn"."""
    for child in reading.children(verb):
        token = reading.tokens[child]
        if (
            token.text in {"from", "with"}
            and reading.tokens[verb].lemma == "suffer"
            and (harm := harm_of(reading, child))
        ):
            return harm
        if token.dep == "dobj" and token.text.casefold() in {"himself", "herself", "themselves", "itself"}:
            return verb_measure(reading, verb)
        if (
            token.dep == "dobj"
            and token.lemma in HARM
            and reading.tokens[verb].lemma in {"suffer", "sustain", "receive", "have"}
        ):
            return harm_of(reading, child)
    return None


def _made_to(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Were forced to flee", "has forced 300 residents to flee"."""
    for child in reading.children(verb):
        if reading.tokens[child].dep in {"xcomp", "ccomp", "advcl"} and (
            found := measure("suffer", reading.tokens[child].lemma)
        ):
            return (found,)
    return ()


def _of_object(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Eleven rebels made up the rest"."""
    for child in reading.children(verb):
        if reading.tokens[child].dep in {"dobj", "attr"}:
            for below in reading.subtree(child):
                word = reading.tokens[below]
                if found := measure("nouns", word.lemma, word.text) or measure("adjectives", word.text):
                    return (found,)
    return ()


def complement(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Were dead", "were reported killed", "were among those killed", "are in hospital"."""
    for child in reading.children(verb):
        token = reading.tokens[child]
        if token.dep in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advmod"}:
            found = measure("adjectives", token.text) or (verb_measure(reading, child) if token.tag == "VBN" else None)
            if found == "hospitalised":
                return (in_hospital(reading, token.end),)
            if found:
                return with_second(reading, child, found)
        if token.dep == "prep" and token.text == "with" and (harm := harm_of(reading, child)):
            return (harm,)
        if token.dep == "prep" and token.text.casefold() in {"among", "in", "as"}:
            for below in reading.subtree(child):
                word = reading.tokens[below]
                found = measure("adjectives", word.text) or measure("nouns", word.lemma)
                if found:
                    return (found,)
                if word.text.casefold() in CONDITION and "condition" in reading.text[word.end : word.end + 12]:
                    return ("injured",)
                if word.lemma == "hospital":
                    return (in_hospital(reading, word.end),)
            if token.text.casefold() == "among" and (harm := _of_those_behind(reading, child)):
                return (harm,)
    return ()


_FAR_BEHIND = 9  # words


def _of_those_behind(reading: Reading, among: int) -> str | None:
    """ "Among at least 31 people killed", where the parse breaks before the last word."""
    for word in range(among + 1, min(among + _FAR_BEHIND, len(reading.tokens))):
        token = reading.tokens[word]
        if token.pos in {"PUNCT", "CCONJ", "SCONJ"} or token.tag == "VBZ" or token.dep in {"aux", "auxpass"}:
            return None
        if token.tag in {"VBN", "VBD", "JJ"} and (
            found := measure("adjectives", token.text) or verb_measure(reading, word)
        ):
            return found
    return None


def as_object(reading: Reading, verb: int) -> tuple[str, ...]:
    token = reading.tokens[verb]
    if token.lemma == "suffer" and (harmed := to_oneself(reading, verb)):
        return (harmed,)  # "found a girl suffering from burns"
    if token.lemma in _REPORTED:
        found = complement(reading, verb)
        if found:
            return found
    if token.lemma in HITS and verb_measure(reading, verb) == SHOT:
        return (SHOT,)  # "a stray bullet hit her"; else "the toll hit 40"
    if token.lemma in _TOLD_OF:
        return of_subject(reading, verb)
    if token.lemma in {"force", "cause", "drive", "compel", "prompt", "make"} and (found := _made_to(reading, verb)):
        return found
    own = verb_measure(reading, verb) if token.pos == "VERB" else None
    if own is None:
        return ()
    first = token.head  # "killed or injured 12 people": the first verb has no object of its own
    if token.dep == "conj" and not any(reading.tokens[i].dep == "dobj" for i in reading.children(first)):
        other = verb_measure(reading, first) if reading.tokens[first].pos == "VERB" else None
        if other and other != own and not any(reading.tokens[i].dep == "nsubjpass" for i in reading.children(first)):
            return (own,) if other == SHOT else (other, own)  # "struck and killed"
    return (own,)


def of_subject(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "The death toll rose to 40", "the dead were 12", "put the toll at 16"."""
    for child in reading.children(verb):
        token = reading.tokens[child]
        if token.dep in {"nsubj", "nsubjpass", "dobj"}:
            found = _counting_noun(reading, child)
            if found:
                return (found,)
    return ()


def _counting_noun(reading: Reading, noun: int) -> str | None:
    """ "The toll", "the number of dead", "deaths"."""
    token = reading.tokens[noun]
    if any(reading.tokens[i].text.casefold() in NEARLY for i in reading.subtree(noun) if i < noun):
        return None  # "the nearly lifeless body of a boy"
    if token.lemma in HARM and any(reading.tokens[i].text.casefold() in DEADLY for i in reading.children(noun)):
        return "killed"
    if token.lemma in {"number", "toll", "count", "total", "figure"}:
        for below in reading.subtree(noun):
            word = reading.tokens[below]
            found = measure("nouns", word.lemma) if below != noun else None
            found = found or measure("adjectives", word.text)
            if found:
                return found
    return measure("nouns", token.lemma, token.text)


_ORDINALS = ("second", "third", "2nd", "3rd", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "th")


def behind_preposition(reading: Reading, preposition: int) -> tuple[str, ...]:
    token, head = reading.tokens[preposition], reading.tokens[preposition].head
    if token.text == "of" and preposition and reading.tokens[preposition - 1].lemma == "death":
        return ("killed",)  # "the shooting death of", however it was parsed
    if token.text == "of" and reading.tokens[head].lemma in {"shooting", "stabbing"}:
        if any(reading.tokens[i].text.casefold().endswith(_ORDINALS) for i in reading.children(head) if i < head):
            return ()  # "the third shooting of a child this year": no new one
        fatal = any(reading.tokens[i].text.casefold() in {"fatal", "deadly"} for i in reading.children(head))
        return ("killed",) if fatal else (SHOT,)
    if reading.tokens[head].pos in {"NOUN", "PROPN"}:
        found = _counting_noun(reading, head) if token.text in {"of", "at", "to", "among", "between"} else None
        return (found,) if found else ()
    if token.text in {"to", "at", "by", "past"}:
        return of_subject(reading, head)
    if token.text == "of":
        found = verb_measure(reading, head)
        return (found,) if found else ()
    return ()
