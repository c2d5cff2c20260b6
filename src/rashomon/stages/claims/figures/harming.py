"""What a verb says befell its object or its passive subject: killed, wounded, shot, taken to hospital."""

import re

from rashomon.model.reading import Reading
from rashomon.stages.claims.figures.measures import PERSON_NOUNS, SHOT, measure

_TO_HOSPITAL = frozenset({"send", "take", "transport", "rush", "airlift", "bring", "fly", "carry", "transfer"})
_HARMED = re.compile(
    r"\b(?:injur(?:y|ies|ed)|wound(?:s|ed)?|burns?|(?:critical|serious|stable|grave|fair|guarded) condition)\b", re.I
)
# "Was taken to St Olav's after being shot", "with a gunshot wound".
_SHOOTING = re.compile(
    r"[^.;]{0,80}?\b(?:after|following|from|in|due to) (?:what [\w ]{2,30} as )?(?:an?|the) (?:[\w-]+ ){0,3}?(?:shooting|stabbing)\b"
    r"(?! (?:scene|victim|suspect|range))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^.;]{0,80}?\b(?:after (?:(?:being|getting|having been|they (?:were|had been)|s?he (?:was|had been)) )?(?:\w+ly )?|(?:with|from|for|due to) (?:an? |at least one |\w+ )?(?:apparent(?:ly)? |self-inflicted |single ){0,2})"
    r"(shot|stabbed|wounded|injured|hurt|beaten|burned|gunshot|bullet)\b",
    re.IGNORECASE,
)
HITS = frozenset({"hit", "strike", "graze"})
_BULLET = re.compile(r"\b(?:bullets?|gunfire|shrapnel|gunshots?|gunman|gun|shots?|round|shooting)\b", re.IGNORECASE)
CONDITION = frozenset({"critical", "stable", "serious", "grave", "fair", "guarded", "good", "satisfactory"})
HARM = frozenset({"injury", "wound", "burn", "trauma"})
_FATAL = frozenset({"dead", "fatally", "mortally"})
DEADLY = frozenset({"fatal", "deadly", "mortal", "lethal"})
NEARLY = frozenset({"nearly", "almost"})


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
    if words & NEARLY or (token.lemma == "claim" and _is_said(reading, verb)):
        return None
    if token.lemma in _TO_HOSPITAL and (shot := _harmed_by(reading, token.end)):
        return shot
    if token.lemma in _TO_HOSPITAL and "hospital" in reading.text[token.end : token.end + 80]:
        return in_hospital(reading, token.end)
    if token.lemma == "treat":
        return "injured" if _HARMED.search(reading.text, token.end, token.end + 40) else "hospitalised"
    if token.lemma in HITS and _BULLET.search(reading.text, max(0, token.start - 60), token.end + 60):
        return SHOT
    if token.lemma == "shoot":
        joined = {reading.tokens[i].lemma for i in reading.children(verb) if _is_joined(reading, i)}
        if _goes_on_to_die(reading, verb):
            return "killed"
        if _killing_them(reading, verb):
            return "killed"
        return "killed" if "kill" in joined else "injured" if {"wound", "injure"} & joined else SHOT
    found = measure("verbs", token.lemma)
    return in_hospital(reading, token.end) if found == "hospitalised" else found


def _is_said(reading: Reading, verb: int) -> bool:
    """ "Witnesses claim a man fired", "the men claimed to have found it": words, no lives."""
    below = [reading.tokens[i] for i in reading.children(verb)]
    return any(t.dep in {"ccomp", "xcomp"} or (t.dep == "nsubj" and _speaks(t.lemma)) for t in below)


def _speaks(lemma: str) -> bool:
    return lemma in PERSON_NOUNS or lemma in {"who", "he", "she", "they", "witness", "police", "official", "authority"}


def _harmed_by(reading: Reading, end: int) -> str | None:
    """What the words behind the end say of why: "after being shot", "with a gunshot wound", "following an accidental shooting"."""
    if shot := _AFTER.match(reading.text, end, end + 120):
        return SHOT if shot[1].casefold() in {"shot", "gunshot", "bullet"} else "injured"
    return SHOT if _SHOOTING.match(reading.text, end, end + 140) else None


def in_hospital(reading: Reading, end: int) -> str:
    """Of those in hospital, who are alive: by the words behind the end `injured`, else only `hospitalised`."""
    hurt = _harmed_by(reading, end) or _HARMED.search(reading.text, end, end + 120)
    return "injured" if hurt else "hospitalised"


def is_recovering(reading: Reading, verb: int) -> bool:
    """ "Is recovering from a gunshot wound", "is recovering in hospital after an accidental shooting"."""
    return _harmed_by(reading, reading.tokens[verb].end) is not None


def _killing_them(reading: Reading, verb: int) -> bool:
    """ "Shot the guard in the chest, killing him": the one who is shot, and no one of several."""
    shot = [reading.tokens[i] for i in reading.children(verb) if reading.tokens[i].dep in {"dobj", "nsubjpass"}]
    for child in reading.children(verb):
        if reading.tokens[child].lemma == "kill" and reading.tokens[child].tag == "VBG" and child > verb:
            dead = [i for i in reading.children(child) if reading.tokens[i].dep == "dobj"]
            if dead and reading.tokens[dead[0]].text.casefold() in {"him", "her", "them"}:
                return True
            one = bool(shot) and {t.tag for t in (shot[0], *(reading.tokens[i] for i in dead))} <= {"NN", "NNP"}
            return one and any(reading.tokens[i].text.casefold() == "the" for d in dead for i in reading.children(d))
    return False


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


_GUNSHOT = re.compile(r"\b(?:gun ?shot|bullet|shotgun|gunfire|shot) (?:wound|injur)|\bgsw\b", re.IGNORECASE)


def harm_of(reading: Reading, top: int) -> str | None:
    """What the words under the token say of a body: `shot` where a bullet made the wound, which leaves open whether the person
    lived; else `injured`."""
    below = [reading.tokens[i] for i in reading.subtree(top)]
    if not any(token.lemma in HARM for token in below):
        return None
    return SHOT if _GUNSHOT.search(reading.text, below[0].start, below[-1].end) else "injured"
