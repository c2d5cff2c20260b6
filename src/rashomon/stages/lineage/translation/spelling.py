"""Names written in one script found again in another: letters as Latin, and of these the consonants that sound alike.

Consonant skeletons after Kondrak's and Knight & Graehl's observation that vowels are what transliterations disagree in; the
classes are broad, so the letters themselves are compared after (`alike`).
"""

import re
import unicodedata
from functools import lru_cache

from rashomon.stages.lineage.translation.tables import endings, letters

_LEAST = 3  # consonants; fewer are found by their letters only
_YOD = frozenset("de nl sv no da fi pl cs sk sl hr sr bs lv lt et hu is lb".split())  # languages whose j is a y
_NO_VOWELS = frozenset("ar he fa ur ps yi ckb".split())
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"['’ʼ`´‘]", ""),
        (r"t?schs?|shch|sh|tch|zh|cz|sz|dzh|dj|dz|tz|ts|ch", "s"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"ck|qu|[cq]", "k"),
        (r"ou|oo", "u"),
        (r"w", "v"),
        (r"(?<=[aeiou])[yj](?![aeiou])|[yj]+", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_CLASS = str.maketrans({"b": "b", "p": "b", "v": "v", "f": "v", "d": "t", "t": "t", "g": "k", "k": "k", "s": "s", "z": "s",
                        "l": "l", "m": "m", "n": "n", "r": "r", **dict.fromkeys("aeiouh", "")})  # fmt: skip
_ALIKE = 0.6  # of the letters of the longer; Mehmet and Mohammed have half
_SHORT = 0.75


@lru_cache(maxsize=65_536)
def latin(word: str, language: str) -> str:
    """A word in lower-case Latin letters by sound: "Щукин" → "sukin", "Schukin" too."""
    known = letters()
    plain = "".join(known[c] if c in known else _bare(c) for c in word.casefold())
    if language not in _YOD:
        plain = re.sub(r"j", "zh", plain)
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    return plain


def _bare(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))


def skeleton(plain: str) -> str:
    """The classes of the consonants of a Latin word, doubled ones once; `h` counts as a vowel."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", plain).translate(_CLASS))


@lru_cache(maxsize=65_536)
def forms(word: str, language: str) -> tuple[str, ...]:
    """A word in Latin letters, and without each case ending that may be cut from it."""
    if language in {"tr", "az", "uz"}:
        word = re.split(r"['’]", word)[0] or word
    found = [word]
    if language == "ar":
        found = list(dict.fromkeys([word, re.sub(r"^[وفبلك]?(?:ال)?", "", word), re.sub(r"^(?:ال|لل)", "", word)]))
    for ending in endings(language):
        if word.casefold().endswith(ending) and len(word) - len(ending) >= 3:
            found.append(word[: -len(ending)])
    return tuple(dict.fromkeys(plain for each in found if (plain := latin(each, language))))


@lru_cache(maxsize=65_536)
def keys(word: str, language: str) -> frozenset[str]:
    """By what the word is looked for in other languages: skeletons of three consonants or more, with a first h as k too,
    else the letters themselves."""
    found = set()
    for plain in forms(word, language):
        bare = skeleton(plain)
        if len(bare) >= _LEAST:
            found |= {bare, f"k{bare}"} if plain[0] == "h" else {bare}
        elif len(plain) >= _LEAST and language not in _NO_VOWELS:
            found.add(f"={plain[:3]}")
    return frozenset(found)


@lru_cache(maxsize=65_536)
def alike(a: str, a_language: str, b: str, b_language: str) -> bool:
    """Whether two words may be one name in two spellings, their keys given as equal."""
    if {a_language, b_language} & _NO_VOWELS:
        return True
    return any(_near(x, y) for x in forms(a, a_language) for y in forms(b, b_language))


def _near(x: str, y: str) -> bool:
    longer = max(len(x), len(y))
    least = _ALIKE if min(len(skeleton(x)), len(skeleton(y))) >= _LEAST else _SHORT
    most = int((1 - least) * longer + 1e-9)
    return abs(len(x) - len(y)) <= most and _distance(x, y) <= most


def _distance(x: str, y: str) -> int:
    """Levenshtein's."""
    row = list(range(len(y) + 1))
    for i, left in enumerate(x, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(y, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]
