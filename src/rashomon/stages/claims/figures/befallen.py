"""What a verb, a preposition or a counting noun says of its subject or object: the predicates behind a figure."""

import re

from rashomon.model.reading import Reading
from rashomon.stages.claims.figures.measures import SHOT, measure

_TO_HOSPITAL = frozenset({"send", "take", "transport", "rush", "airlift", "bring", "fly", "carry", "transfer"})
_HARMED = re.compile(
    r"\b(?:injur(?:y|ies|ed)|wound(?:s|ed)?|burns?|(?:critical|serious|stable|grave|fair|guarded) condition)\b", re.I
)
# "Was taken to St Olav's after being shot", "with a gunshot wound".
_AFTER = re.compile(
    r"[^.;]{0,80}?\b(?:after (?:(?:being|getting|having been|they (?:were|had been)|s?he (?:was|had been)) )?(?:\w+ly )?|with (?:an? |at least one |\w+ )?)"
    r"(shot|stabbed|wounded|injured|hurt|beaten|burned|gunshot|bullet)\b",
    re.IGNORECASE,
)
_HITS = frozenset({"hit", "strike", "graze"})
_BULLET = re.compile(r"\b(?:bullets?|gunfire|shrapnel|gunshots?|gunman|gun|shots?|round)\b", re.IGNORECASE)
_CONDITION = frozenset({"critical", "stable", "serious", "grave", "fair", "guarded", "good", "satisfactory"})
HARM = frozenset({"injury", "wound", "burn", "trauma"})
_FATAL = frozenset({"dead", "fatally", "mortally"})
_DEADLY = frozenset({"fatal", "deadly", "mortal", "lethal"})
_NEARLY = frozenset({"nearly", "almost"})
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


def joined_measure(reading: Reading, index: int, first: str) -> tuple[str, ...]:
    """A second measure said with "and" or "or" of the same number: "dead and injured"."""
    for child in (*reading.children(index), *_right_behind(reading, index)):
        token = reading.tokens[child]
        if token.dep == "conj" and not any(
            reading.tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "nummod"} for i in reading.children(child)
        ):
            found = measure("adjectives", token.text) or measure("verbs", token.lemma)
            if found and found != first:
                return (found,)
    return ()


def _right_behind(reading: Reading, index: int) -> tuple[int, ...]:
    """The participle or adjective behind "and" or "or" right behind the word, however it was parsed ("left 40 dead and injured"),
    unless a number of its own follows ("two dead and wounded three")."""
    after = reading.tokens[index + 1 : index + 4]
    if len(after) < 2 or after[0].text.casefold() not in {"and", "or", "&"} or after[1].tag not in {"VBN", "VBD", "JJ"}:
        return ()
    return () if len(after) > 2 and after[2].tag in {"CD", "DT", "PRP$"} else (index + 2,)


def verb_measure(reading: Reading, verb: int) -> str | None:
    """The measure of a verb with an object; "shot dead" and "fatally shot" are killed; "sent to hospital" hospitalised."""
    token = reading.tokens[verb]
    words = {reading.tokens[i].text.casefold() for i in reading.children(verb) if not _of_a_part(reading, i)}
    if words & _FATAL or "to death" in reading.text[token.end : token.end + 24]:
        return "killed"
    if words & _NEARLY:
        return None
    if token.lemma in _TO_HOSPITAL and (shot := _AFTER.match(reading.text, token.end, token.end + 120)):
        return SHOT if shot[1].casefold() in {"shot", "gunshot", "bullet"} else "injured"
    if token.lemma in _TO_HOSPITAL and "hospital" in reading.text[token.end : token.end + 80]:
        return "injured" if _HARMED.search(reading.text, token.end, token.end + 120) else "hospitalised"
    if token.lemma == "treat":
        return "injured" if _HARMED.search(reading.text, token.end, token.end + 40) else "hospitalised"
    if token.lemma in _HITS and _BULLET.search(reading.text, max(0, token.start - 60), token.end + 60):
        return SHOT
    if token.lemma == "shoot":
        joined = {reading.tokens[i].lemma for i in reading.children(verb) if _is_joined(reading, i)}
        if _goes_on_to_die(reading, verb):
            return "killed"
        return "killed" if "kill" in joined else "injured" if {"wound", "injure"} & joined else SHOT
    return measure("verbs", token.lemma)


_PARTS = re.compile(r"\b(?:none|not|no|never|one|two|three|four|five|six|several|some|them|whom)$|\d$", re.IGNORECASE)


def _of_a_part(reading: Reading, adverb: int) -> bool:
    """ "Eight were shot, none fatally", "two of them fatally": what is said of a part."""
    token = reading.tokens[adverb]
    return token.text.casefold() in _FATAL and bool(_PARTS.search(reading.text[: token.start].rstrip()[-8:]))


def _is_joined(reading: Reading, verb: int) -> bool:
    """Joined by "and" to a verb whose subject it shares ("was shot and killed", not "12 were shot and one was killed")."""
    own = any(reading.tokens[i].dep in {"nsubj", "nsubjpass"} for i in reading.children(verb))
    return reading.tokens[verb].dep == "conj" and not own


def _goes_on_to_die(reading: Reading, verb: int) -> bool:
    """ "A boy shot this week has died": the participle was read as the verb of the sentence, and the verb has no subject left."""
    for index in range(verb + 1, len(reading.tokens)):
        if reading.tokens[index].lemma in {"die", "succumb"} and reading.tokens[index].tag == "VBN":
            below = [reading.tokens[i] for i in reading.children(index)]
            if any(t.lemma == "have" for t in below) and not any(t.dep in {"nsubj", "nsubjpass"} for t in below):
                return True
    return False


def with_second(reading: Reading, index: int, found: str | None) -> tuple[str, ...]:
    return (found, *joined_measure(reading, index, found)) if found else ()


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
    if found := measure("suffer", token.lemma) or to_oneself(reading, verb):
        return (found,)
    if token.lemma in _BE or (token.lemma in _REPORTED and not _has_object(reading, verb)):
        return complement(reading, verb)
    if token.tag in {"VBN", "VBD"} and not _has_object(reading, verb):
        return with_second(reading, verb, verb_measure(reading, verb))  # "five killed" read as a plain past
    return ()


def _has_object(reading: Reading, verb: int) -> bool:
    """Its own, or that of a verb that it is joined to ("shot and killed his wife")."""
    joined = [i for i in reading.children(verb) if reading.tokens[i].dep == "conj"]
    return any(reading.tokens[i].dep in {"dobj", "ccomp"} for v in (verb, *joined) for i in reading.children(v))


_GUNSHOT = re.compile(r"\b(?:gun ?shot|bullet|shotgun|gunfire|shot) (?:wound|injur)|\bgsw\b", re.IGNORECASE)


def harm_of(reading: Reading, top: int) -> str | None:
    """What the words under the token say of a body: `shot` where a bullet made the wound, which leaves open whether the person
    lived; else `injured`."""
    below = [reading.tokens[i] for i in reading.subtree(top)]
    if not any(token.lemma in HARM for token in below):
        return None
    return SHOT if _GUNSHOT.search(reading.text, below[0].start, below[-1].end) else "injured"


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
                if word.text.casefold() in _CONDITION and "condition" in reading.text[word.end : word.end + 12]:
                    return ("injured",)
                if word.lemma == "hospital":
                    return ("hospitalised",)
    return ()


def as_object(reading: Reading, verb: int) -> tuple[str, ...]:
    token = reading.tokens[verb]
    if token.lemma == "suffer" and (harmed := to_oneself(reading, verb)):
        return (harmed,)  # "found a girl suffering from burns"
    if token.lemma in _REPORTED:
        found = complement(reading, verb)
        if found:
            return found
    if token.lemma in _HITS and verb_measure(reading, verb) == SHOT:
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
    if token.lemma in HARM and any(reading.tokens[i].text.casefold() in _DEADLY for i in reading.children(noun)):
        return "killed"
    if token.lemma in {"number", "toll", "count", "total", "figure"}:
        for below in reading.subtree(noun):
            word = reading.tokens[below]
            found = measure("nouns", word.lemma) if below != noun else None
            found = found or measure("adjectives", word.text)
            if found:
                return found
    return measure("nouns", token.lemma, token.text)


def behind_preposition(reading: Reading, preposition: int) -> tuple[str, ...]:
    token, head = reading.tokens[preposition], reading.tokens[preposition].head
    if token.text == "of" and reading.tokens[head].lemma in {"shooting", "stabbing"}:
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
