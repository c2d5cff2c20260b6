"""Whether a figure counts this clash or day alone (`new`) or all so far (`total`)."""

import re

from rashomon.stages.claims.figures.measures import PERSONS_SUFFER
from rashomon.stages.claims.sentence import Sentence

# What makes a sentence's toll a running one, and why.
_TOTAL = re.compile(
    r"\b(?:since|so far|in total|a total of|altogether|overall|to date|all told|over the past|during the (?:conflict|war)|in the (?:conflict|war)|"
    r"(?:toll|number)\b[^.;]{0,60}\b(?:risen|rose|rises|reached|reaches|climbed|stands|stood|increased|grew|grown|up to)|"
    r"(?:bring|brings|bringing|brought|raising|raised) the (?:death |total |overall )?(?:toll|number|total)|final (?:numbers|toll)|(?:conflict|war|crisis|uprising|insurgency|unrest)\b[^.;]{0,60}\b(?:has|have) (?:killed|left|claimed|displaced|injured)|estimated? (?:death )?toll)\b",
    re.IGNORECASE,
)
_PERFECT = frozenset({"have", "has", "'ve", "’ve", "having"})


def scope_of(sentence: Sentence, node: int, measure: str, part: bool) -> str | None:
    """None where the words leave it open, and for parts of a larger figure (theirs is its)."""
    if measure not in PERSONS_SUFFER or part:
        return None
    if _TOTAL.search(sentence.reading.text):
        return "total"
    return "new" if measure in {"killed", "injured"} and _told_as_past(sentence, node) else None


def _told_as_past(sentence: Sentence, node: int) -> bool:
    """By a verb of the past or a participle that is no perfect tense ("have been killed" may be a sum)."""
    for index in (node, *sentence.reading.ancestors(node)):
        token = sentence.tokens[index]
        if token.pos == "VERB":
            auxiliaries = {sentence.tokens[i].text.casefold() for i in sentence.reading.children(index)}
            return token.tag in {"VBD", "VBN", "VBG"} and not auxiliaries & _PERFECT
    return False
