"""A name as it is likely said, whatever system wrote it in Latin letters."""

import re
from functools import lru_cache

from rashomon.reference.places import fold

# Cyrillic as English-language agencies write it; the rules below then level the systems.
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүәһҳҷ",
            "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sh _ i _ e iu ia i i e g v k g n o u u a h h ch".split(),
            strict=True,
        )
    )
    | {"_": ""}
)
# In this order. The left side is any of several systems' spelling, the right side ours.
_LEVELS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"dzh|dj", "zh"),
        (r"j(?=[aeiou])", "zh"),
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"kh|gh", "h"),
        (r"x", "ks"),
        (r"q|ck", "k"),
        (r"ph|ff", "f"),
        (r"(?<=[aeiou])f$", "v"),
        (r"w", "v"),
        (r"\bye", "e"),
        (r"[yj]", "i"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"iu", "u"),
        (r"(?<=[^aeiou])ie", "e"),
        (r"(?<=[aeiou])i(?=e)", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h$", ""),
    )
)


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """A name as it is likely said, whatever system wrote it in Latin letters: "Qasym-Jomart" is "Kassym-Zhomart"."""
    latin = fold(name).translate(_CYRILLIC).replace("_", "")
    return " ".join(_levelled(word) for word in latin.split())


def _levelled(word: str) -> str:
    for pattern, instead in _LEVELS:
        word = pattern.sub(instead, word)
    return word
