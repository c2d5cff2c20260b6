"""Whether a figure counts this clash or day alone (`new`) or all so far (`total`)."""

import re

from rashomon.stages.claims.figures.measures import PERSONS_SUFFER
from rashomon.stages.claims.sentence import Sentence

_TOLLS = r"(?:tolls?|body count|(?:total )?number of (?:the )?(?:dead|deaths|fatalities|killed|victims|casualties|injured|wounded|missing|people)|death count)"
# What makes a sentence's toll a running one, and why.
_TOTAL = re.compile(
    r"\b(?:since|so far|in total|a total of|altogether|overall|to date|all told|over the past|during the (?:conflict|war)|in the (?:conflict|war)|"
    r"(?:toll|number)\b[^.;]{0,60}\b(?:risen|rose|rises|reached|reaches|climbed|stands|stood|increased|grew|grown|up to)|"
    r"(?:bring|brings|bringing|brought|raising|raised) the (?:death |total |overall )?(?:toll|number|total)|final (?:numbers|toll)|(?:conflict|war|crisis|uprising|insurgency|unrest)\b[^.;]{0,60}\b(?:has|have) (?:killed|left|claimed|displaced|injured)|estimated? (?:death )?toll)\b",
    re.IGNORECASE,
)
# A toll by that name is what stood at its time: "put the toll at nine", "a death toll of 15".
_A_TOLL = re.compile(rf"\b{_TOLLS}\b[^.;]{{0,40}} (?:at|to|of|is|was|as) (?:[a-z]+ ){{0,3}}$", re.IGNORECASE)
# "Six were hurt, bringing the total to seven": what stands before is what came on top.
_BRINGS = re.compile(
    r"\b(?:bringing|raising|taking|pushing|lifting) (?:the|its|their) [^.;]{0,40}\b(?:toll|total|number)\b", re.I
)
# What comes on top of an earlier count.
ADDED = re.compile(
    r"\b(?:another|a further|an additional|further|additional)\b|\bmore\b(?! than| or less)|\bothers? (?:later|since|have since)",
    re.I,
)
_PERFECT = frozenset({"have", "has", "'ve", "’ve", "having"})
# Deeds that are counted over a stretch of time; a single day's are new ones.
_DEEDS = frozenset(
    "attack strike airstrike raid bombing shelling rocket missile sortie clash explosion blast shooting incident violation "
    "breach arrest protest".split()
)
_OVER = re.compile(
    r"\b(?:since|so far|to date|in total|a total of|altogether|this (?:year|month)|last (?:year|month)|(?:in|during|throughout) (?:all of )?"
    r"(?:19\d\d|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d{1,2}\b)|in the "
    r"(?:past|last|first)|over the (?:past|last)|have (?:been|now))\b",
    re.I,
)


def scope_of(sentence: Sentence, node: int, measure: str, part: bool, span: tuple[int, int]) -> str | None:
    """None where the words leave it open, and for parts of a larger figure (theirs is its). `span`: the number phrase, in the
    sentence's text."""
    text = sentence.reading.text
    if measure == "other":
        return _of_deeds(sentence, node)
    if measure not in PERSONS_SUFFER or part:
        return None
    if is_added(text, span):
        return "new"
    brings = _BRINGS.search(text)
    if brings and span[1] <= brings.start() and _told_as_past(sentence, node):
        return "new"
    if _TOTAL.search(text) or _A_TOLL.search(text[max(0, span[0] - 120) : span[0]]):
        return "total"
    return "new" if measure in {"killed", "injured"} and _told_as_past(sentence, node) else None


def is_added(text: str, span: tuple[int, int]) -> bool:
    """ "Five more people", "another 12": on top of what was counted before."""
    return bool(ADDED.search(text, max(0, span[0] - 12), span[1]))


def _of_deeds(sentence: Sentence, node: int) -> str | None:
    """ "135 attacks in 2015" are all of a year, "18 strikes on Monday" those of a day."""
    if sentence.tokens[node].lemma not in _DEEDS:
        return None
    if _OVER.search(sentence.reading.text):
        return "total"
    return "new" if _told_as_past(sentence, node) else None


def _told_as_past(sentence: Sentence, node: int) -> bool:
    """By a verb of the past or a participle that is no perfect tense ("have been killed" may be a sum)."""
    for index in (node, *sentence.reading.ancestors(node)):
        token = sentence.tokens[index]
        if token.pos == "VERB":
            auxiliaries = {sentence.tokens[i].text.casefold() for i in sentence.reading.children(index)}
            return token.tag in {"VBD", "VBN", "VBG"} and not auxiliaries & _PERFECT
    return False
