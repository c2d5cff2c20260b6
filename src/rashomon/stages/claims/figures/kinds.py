"""Whether what is counted can be persons at all: "several gunshot wounds", "two dogs" and "three bills" were not killed or hurt as
people are."""

import re

from rashomon.stages.claims.figures.candidates import Candidate
from rashomon.stages.claims.figures.measures import PERSONS_SUFFER, SHOT

# Parts and harms of a body, counted of one person.
_BODILY = frozenset(
    "wound burn rib bone fracture cut bruise blow surgery operation finger toe leg arm tooth stitch laceration broken".split()
)
_INJURIES = frozenset({"injury", "trauma"})
_SUFFERED = frozenset({"suffer", "sustain", "receive", "have", "with", "from", "of"})
_ANIMALS = frozenset(
    "dog cat horse cow pig sheep goat cattle animal chicken bird livestock elephant lion tiger calf puppy pet camel buffalo deer bear "
    "wolf whale fish poultry".split()
)
_OBJECTS = frozenset(
    "house home building shop store car truck bus vehicle tank aircraft plane helicopter drone boat ship train school hospital window "
    "door tree church mosque bridge apartment van motorcycle office station structure tent shack barn".split()
)
# What is killed or hurt in a figure of speech only.
_NOTIONS = frozenset(
    "bill proposal deal project amendment motion job plan idea measure law engine weed germ virus hope dream point chance rumour rumor "
    "count charge game match vote seat goal title point market sale program programme".split()
)
# Sent, but not deployed.
_GOODS = frozenset(
    "ton tonne barrel litre liter gallon kilogram kilo pound dose box parcel document email letter message dollar euro invitation "
    "notice text".split()
)
_OF_PERSONS = PERSONS_SUFFER | {SHOT}
_IDIOM = re.compile(r"no body (?:else|but|can|could|ever)\b", re.IGNORECASE)
_PUT_UP = re.compile(r"\bput(?:s|ting)? up $")


def is_bodily(candidate: Candidate) -> bool:
    """ "Multiple gunshot wounds", "a couple of broken ribs", "none of their injuries": nobody is counted. "14 injuries were
    reported" counts people."""
    noun = candidate.counted.noun
    if noun is None:
        return False
    tokens = candidate.sentence.tokens
    if tokens[noun].lemma in _BODILY:
        return tokens[noun].pos in {"NOUN", "PROPN"}
    if tokens[noun].lemma not in _INJURIES:
        return False
    above = tokens[tokens[candidate.counted.node].head]
    vague = candidate.numeral.low is None and candidate.numeral.high is None and candidate.numeral.best is None
    return vague or candidate.counted.part or above.lemma in _SUFFERED


def of_its_kind(candidate: Candidate, found: tuple[str, ...]) -> tuple[str, ...]:
    """The measures, mended for what is no person: beasts are `other`, houses and cars hit or burned are `damaged`, and a bill that
    is killed is nothing."""
    noun = candidate.counted.noun
    if noun is None:
        return found
    lemma = candidate.sentence.tokens[noun].lemma
    if lemma in _GOODS and "deployed" in found:
        return ("other",)
    if not set(found) & _OF_PERSONS:
        return found
    if lemma in _NOTIONS:
        return ()
    if lemma in _ANIMALS:
        return tuple("other" if name in _OF_PERSONS else name for name in found)
    if lemma in _OBJECTS and set(found) & {"killed", "injured", SHOT}:
        return ("damaged",)
    return found


def is_idiom(candidate: Candidate) -> bool:
    """ "No body else", "put up one"."""
    text = candidate.sentence.reading.text
    start = candidate.numeral.start
    return bool(_IDIOM.match(text, start) or _PUT_UP.search(text, max(0, start - 12), start))
