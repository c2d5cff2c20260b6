"""What happened to what is counted: from the number or its noun up the parse to the word that tells it."""

import re
from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.measures import SHOT, measure

_FURTHEST = 12
_HEDGES = frozenset(
    "at least about around some nearly almost over more than up to another a an additional further as many other roughly "
    "approximately estimated several dozens hundreds only all both also".split()
)
_TO_HOSPITAL = frozenset({"send", "take", "transport", "rush", "airlift", "bring", "fly", "carry", "transfer"})
_HITS = frozenset({"hit", "strike", "graze"})
_BULLET = re.compile(r"\b(?:bullets?|gunfire|shrapnel|gunshots?|gunman|round)\b", re.IGNORECASE)
_CONDITION = frozenset({"critical", "stable", "serious", "grave", "fair", "guarded", "good", "satisfactory"})
_HARM = frozenset({"injury", "wound", "burn", "trauma"})
_FATAL = frozenset({"dead", "fatally", "mortally"})
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


def measures_at(reading: Reading, node: int, noun: int | None) -> tuple[str, ...]:
    """The measures that the words around say, mostly one, two where both are said of the number ("killed or injured")."""
    if _set_free(reading, node):
        return ("other",)
    if noun is not None and (own := _own(reading, noun)):
        return own
    if noun is not None and noun != node and (said := _beside(reading, noun, noun)):
        return said  # "dozens of people killed", "dozens of the drowned sailors"
    for index in _path(reading, node):
        if found := _at(reading, index, node):
            return found
    return _just_before(reading, node, noun)


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
    found = None if passive else _verb(reading, first - 1)
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
    return (found, *_joined(reading, noun, found)) if found else ()


def _joined(reading: Reading, index: int, first: str) -> tuple[str, ...]:
    """A second measure said with "and" or "or" of the same number: "dead and injured"."""
    for child in reading.children(index):
        token = reading.tokens[child]
        if token.dep == "conj" and not any(
            reading.tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "nummod"} for i in reading.children(child)
        ):
            found = measure("adjectives", token.text) or measure("verbs", token.lemma)
            if found and found != first:
                return (found,)
    return ()


def _at(reading: Reading, index: int, node: int) -> tuple[str, ...]:
    """By the words beside the phrase, unless the clause goes on to tell of a death ("the boy who was shot has died")."""
    beside = _beside(reading, index, node)
    if beside and beside[0] not in {SHOT, "injured", "hospitalised"}:
        return beside
    governed = _governed(reading, index)
    return governed if not beside or "killed" in governed else beside


def _governed(reading: Reading, index: int) -> tuple[str, ...]:
    token = reading.tokens[index]
    head = token.head
    if token.dep in {"nsubjpass", "nsubj"}:
        return _as_subject(reading, head, passive=token.dep == "nsubjpass")
    if token.dep in {"dobj", "dative", "oprd", "ccomp", "xcomp"}:
        return _as_object(reading, head)
    if token.dep in {"attr", "acomp"}:
        return _of_subject(reading, head) or _complement(reading, head)
    if token.dep == "pobj":
        return _behind_preposition(reading, head)
    return ()


def _beside(reading: Reading, index: int, node: int) -> tuple[str, ...]:
    """ "12 people killed", "12 dead", "three people who died", "two men with gunshot wounds". Of a noun that is only joined to
    the phrase, what stands before the phrase is its own ("one dead man and two women")."""
    for child in reading.children(index):
        own = child > node or (index == node and reading.tokens[child].dep == "amod")
        if own and (found := _modifier(reading, child)):
            return found
    return _next_word(reading, node)


def _modifier(reading: Reading, child: int) -> tuple[str, ...]:
    token = reading.tokens[child]
    if token.dep == "relcl":
        return _as_subject(reading, child, passive=_is_passive(reading, child))
    if token.dep == "prep" and token.text == "with":
        harmed = [i for i in reading.subtree(child) if reading.tokens[i].lemma in _HARM]
        return ("injured",) if harmed else ()
    if token.tag in {"VBN", "VBD", "JJ"} and token.dep in {"acl", "amod"}:
        return _with_second(reading, child, measure("adjectives", token.text) or _verb(reading, child))
    return ()


def _is_passive(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[i].dep in {"auxpass", "nsubjpass"} for i in reading.children(verb))


def _next_word(reading: Reading, node: int) -> tuple[str, ...]:
    """ "30 wounded", "seven more people shot": the word right behind, where it has no object of its own."""
    following = node + 1
    if following >= len(reading.tokens) or reading.tokens[following].tag not in {"VBN", "VBD", "JJ"}:
        return ()
    if any(reading.tokens[i].dep in {"dobj", "ccomp"} for i in reading.children(following)):
        return ()
    word = reading.tokens[following]
    return _with_second(
        reading, following, measure("adjectives", word.text) or (SHOT if word.lemma == "shoot" else None)
    )


def _verb(reading: Reading, verb: int) -> str | None:
    """The measure of a verb with an object; "shot dead" and "fatally shot" are killed; "sent to hospital" hospitalised."""
    token = reading.tokens[verb]
    words = {reading.tokens[i].text.casefold() for i in reading.children(verb)}
    if words & _FATAL or "to death" in reading.text[token.end : token.end + 24]:
        return "killed"
    if token.lemma in _TO_HOSPITAL and "hospital" in reading.text[token.end : token.end + 80]:
        return "hospitalised"
    if token.lemma in _HITS and _BULLET.search(reading.text, max(0, token.start - 60), token.end + 60):
        return SHOT
    if token.lemma == "shoot":
        joined = {reading.tokens[i].lemma for i in reading.children(verb) if reading.tokens[i].dep == "conj"}
        return "killed" if "kill" in joined else "injured" if {"wound", "injure"} & joined else SHOT
    return measure("verbs", token.lemma)


def _with_second(reading: Reading, index: int, found: str | None) -> tuple[str, ...]:
    return (found, *_joined(reading, index, found)) if found else ()


def _as_subject(reading: Reading, verb: int, passive: bool) -> tuple[str, ...]:
    token = reading.tokens[verb]
    if passive:
        if token.lemma in _REPORTED:
            return _complement(reading, verb)
        return _with_second(reading, verb, _verb(reading, verb)) or _made_to(reading, verb)
    if token.lemma in _MAKE_UP and (found_object := _of_object(reading, verb)):
        return found_object
    if token.lemma == "lose" and any(reading.tokens[i].lemma == "life" for i in reading.children(verb)):
        return ("killed",)
    if token.lemma == "miss" and token.tag == "VBG":
        return ("missing",)
    if found := measure("suffer", token.lemma) or _to_oneself(reading, verb):
        return (found,)
    if token.lemma in _BE or token.lemma in _REPORTED:
        return _complement(reading, verb)
    if token.tag in {"VBN", "VBD"} and not any(
        reading.tokens[i].dep in {"dobj", "ccomp"} for i in reading.children(verb)
    ):
        return _with_second(reading, verb, _verb(reading, verb))  # "five killed" read as a plain past
    return ()


def _to_oneself(reading: Reading, verb: int) -> str | None:
    """ "Shot himself", "suffered gunshot wounds"."""
    for child in reading.children(verb):
        token = reading.tokens[child]
        if token.dep == "dobj" and token.text.casefold() in {"himself", "herself", "themselves", "itself"}:
            return _verb(reading, verb)
        if (
            token.dep == "dobj"
            and token.lemma in _HARM
            and reading.tokens[verb].lemma in {"suffer", "sustain", "receive", "have"}
        ):
            return "injured"
    return None


def of_pronoun(reading: Reading, person: int) -> tuple[str, ...]:
    """ "A boy is in hospital after he was shot", "after shooting himself": what the clause below says of its subject."""
    token = reading.tokens[person]
    if token.dep not in {"nsubj", "nsubjpass"}:
        return ()
    for index in reading.subtree(token.head):
        word = reading.tokens[index]
        if word.text.casefold() in {"he", "she"} and word.dep in {"nsubj", "nsubjpass"} and index > person:
            if found := _governed(reading, index):
                return found
        elif word.pos == "VERB" and index > person and word.tag == "VBG" and (own := _to_oneself(reading, index)):
            return (own,)
    return ()


def _made_to(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Were forced to flee", "has forced 300 residents to flee"."""
    for child in reading.children(verb):
        if reading.tokens[child].dep in {"xcomp", "ccomp", "advcl"} and (
            found := measure("suffer", reading.tokens[child].lemma)
        ):
            return (found,)
    return ()


def _of_object(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Made up the rest of the dead"."""
    for child in reading.children(verb):
        if reading.tokens[child].dep in {"dobj", "attr"}:
            for below in reading.subtree(child):
                word = reading.tokens[below]
                if found := measure("nouns", word.lemma, word.text) or measure("adjectives", word.text):
                    return (found,)
    return ()


def _complement(reading: Reading, verb: int) -> tuple[str, ...]:
    """ "Were dead", "were reported killed", "were among those killed", "are in hospital"."""
    for child in reading.children(verb):
        token = reading.tokens[child]
        if token.dep in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advmod"}:
            found = measure("adjectives", token.text) or (_verb(reading, child) if token.tag == "VBN" else None)
            if found:
                return _with_second(reading, child, found)
        if (
            token.dep == "prep"
            and token.text == "with"
            and any(reading.tokens[i].lemma in _HARM for i in reading.subtree(child))
        ):
            return ("injured",)
        if token.dep == "prep" and token.text.casefold() in {"among", "in", "as"}:
            for below in reading.subtree(child):
                word = reading.tokens[below]
                found = measure("adjectives", word.text) or measure("nouns", word.lemma)
                if found:
                    return (found,)
                if word.text.casefold() in _CONDITION and "condition" in reading.text[word.end : word.end + 12]:
                    return ("injured",)
                if word.lemma == "hospital":
                    return ("hospitalised",)
    return ()


def _as_object(reading: Reading, verb: int) -> tuple[str, ...]:
    token = reading.tokens[verb]
    if token.lemma in _REPORTED:
        found = _complement(reading, verb)
        if found:
            return found
    if token.lemma in _TOLD_OF:
        return _of_subject(reading, verb)
    if token.lemma in {"force", "cause", "drive", "compel", "prompt", "make"} and (found := _made_to(reading, verb)):
        return found
    own = _verb(reading, verb) if token.pos == "VERB" else None
    if own is None:
        return ()
    first = token.head  # "killed or injured 12 people": the first verb has no object of its own
    if token.dep == "conj" and not any(reading.tokens[i].dep == "dobj" for i in reading.children(first)):
        other = _verb(reading, first) if reading.tokens[first].pos == "VERB" else None
        if other and other != own and not any(reading.tokens[i].dep == "nsubjpass" for i in reading.children(first)):
            return (other, own)
    return (own,)


def _of_subject(reading: Reading, verb: int) -> tuple[str, ...]:
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
    if token.lemma in {"number", "toll", "count", "total", "figure"}:
        for below in reading.subtree(noun):
            word = reading.tokens[below]
            found = measure("nouns", word.lemma) if below != noun else None
            found = found or measure("adjectives", word.text)
            if found:
                return found
    return measure("nouns", token.lemma, token.text)


def _behind_preposition(reading: Reading, preposition: int) -> tuple[str, ...]:
    token, head = reading.tokens[preposition], reading.tokens[preposition].head
    if token.text == "of" and reading.tokens[head].lemma in {"shooting", "stabbing"}:
        fatal = any(reading.tokens[i].text.casefold() in {"fatal", "deadly"} for i in reading.children(head))
        return ("killed",) if fatal else (SHOT,)
    if reading.tokens[head].pos in {"NOUN", "PROPN"}:
        found = _counting_noun(reading, head) if token.text in {"of", "at", "to", "among", "between"} else None
        return (found,) if found else ()
    if token.text in {"to", "at", "by", "past"}:
        return _of_subject(reading, head)
    if token.text == "of":
        found = _verb(reading, head)
        return (found,) if found else ()
    return ()
