"""Figures that their unit tells: money, shares, changes, lengths of time."""

import re

from rashomon.stages.claims.sentence import Sentence
from rashomon.text.numerals import Numeral

_LENGTHS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades".split()
)
_CHANGE = re.compile(
    r"\b(?:ris|rose|increas|fell|fall|drop|declin|grew|grow|jump|surg|up|down|climb|decreas|cut|reduc|lower|higher|hik|soar|plung|slump)\w*",
    re.I,
)
_PRICE = re.compile(
    r"\b(?:prices?|priced|per|a|an) (?:lit(?:re|er)|barrel|kilo|kilogram|ton|tonne|gallon|unit|share|ounce)\b|\bprices?\b|\bpriced\b|\bsells? for\b|\btariffs?\b",
    re.I,
)
_WEIGHT = re.compile(r"\d-pound$", re.IGNORECASE)  # "a 450-pound gorilla"
_LOOK = 60


def unit_measure(sentence: Sentence, numeral: Numeral, counted: str | None) -> str | None:
    """`share`, `change`, `price`, `cost` or `duration`, None where no unit tells."""
    text = sentence.reading.text
    around = text[max(0, numeral.start - _LOOK) : numeral.end + _LOOK]
    if numeral.kind == "percent":
        return "change" if _CHANGE.search(around) else "share"
    if numeral.kind == "ratio":
        return "change"
    if numeral.kind == "money" and _WEIGHT.search(text, numeral.start, numeral.end):
        return None
    if numeral.kind == "money":
        return "price" if _PRICE.search(around) else "cost"
    if counted and counted.casefold().split()[-1] in _LENGTHS:
        return "duration"
    return None
