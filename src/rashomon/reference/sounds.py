"""How a name written over from another script sounds, so that its Latin spellings meet: "Deir ez-Zor", "Dayr az Zawr".

A spelling is cut into consonants and what vowels stand between them. The consonants, coarsened, are the key that a table is
looked up by; the vowels, which writers render most freely, are weighed afterwards.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_ARTICLE = re.compile(r"(?:al|el|ul|ol|il|ehl|a[dnrstz]|ash|ath|adh|e[dnrstz]|esh|ech|eth|ess|ett|u[drst]|ush)")
_DIGRAPHS = (
    ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("sh", "S"), ("ch", "S"),
    ("zh", "j"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("q", "k"), ("c", "k"), ("x", "ks"),
    ("C", "S"),
)  # fmt: skip
_VOWELS = "aeiouyw"
_PARTS = re.compile(rf"[{_VOWELS}]+|[^\W\d_{_VOWELS}]", re.I)
_ROUGHLY = str.maketrans("eyow", "iiuu")
_ALLOWED = 0.3  # what the vowels of two spellings may differ by for each consonant but the first
_DEAREST = 1.5  # and in all


@lru_cache(maxsize=50_000)
def heard(folded: str) -> tuple[str, tuple[str, ...]]:
    """The consonants of a folded name, and the vowels before, between and after them: ("hms", ("", "o", "", ""))."""
    words = folded.split()
    kept = [word for word in words if not _ARTICLE.fullmatch(word)] or words
    letters = "".join(kept)
    for written, sound in _DIGRAPHS:
        letters = letters.replace(written, sound)
    consonants, vowels = "", [""]
    for part in _PARTS.findall(letters):
        if part[0] in _VOWELS:
            vowels[-1] += part
        elif vowels[-1] or part != consonants[-1:]:
            consonants += part
            vowels.append("")
    if len(consonants) > 1 and consonants.endswith("h") and not vowels[-1]:
        return consonants[:-1], tuple(vowels[:-1])  # "Hasakah", "Hasaka"
    return consonants, tuple(vowels)


def apart(some: Sequence[str], others: Sequence[str]) -> float:
    """How far the vowels of two names of the same consonants lie apart: 0 is alike, 1 a vowel that is another."""
    last = len(some) - 1
    return sum(_cost(a, b) * (0.5 if i == last else 1.0) for i, (a, b) in enumerate(zip(some, others, strict=True)))


def alike(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names of the same consonants may well be one: the fewer consonants, the less may differ."""
    consonants = len(some) - 1
    return consonants > 1 and apart(some, others) <= min(_DEAREST, _ALLOWED * (consonants - 1))


def _cost(a: str, b: str) -> float:
    """Of "ou", "o", "u", "aw" or of "ei", "ay", "i", "e" any may stand for the other at little cost, as may "a" for "e"."""
    if a == b:
        return 0.0
    rough, other = _rough(a), _rough(b)
    if rough == other:
        return 0.0 if len(a) == len(b) == 1 else 0.125
    if not a or not b:
        return 0.5 if len(a + b) == 1 else 1.0
    if rough.lstrip("a") == other.lstrip("a") and rough.lstrip("a"):
        return 0.25
    if {rough, other} == {"a", "i"} and ("e" in a or "e" in b):
        return 0.25
    return 0.5 if set(rough) & set(other) else 1.0


def _rough(vowels: str) -> str:
    return re.sub(r"(.)\1+", r"\1", vowels.translate(_ROUGHLY))
