"""Keys under which two spellings of one name are the same: transliteration of persons' names, word bags of bodies' names."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from rashomon.reference.countries import country_of_demonym, country_of_name
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
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = frozenset("the of and for in on de la du del der des".split()) | {"&"}
_SPELLINGS = {
    "defence": "defense", "centre": "center", "labour": "labor", "programme": "program", "affairs": "", "committees": "committee",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """A name as it is likely said, whatever system wrote it in Latin letters: "Qasym-Jomart" is "Kassym-Zhomart"."""
    latin = fold(name).translate(_CYRILLIC).replace("_", "")
    return " ".join(_levelled(word) for word in latin.split())


def _levelled(word: str) -> str:
    for pattern, instead in _LEVELS:
        word = pattern.sub(instead, word)
    return word


def person_words(name: str) -> list[str]:
    """The words of a person's name that count, each as it sounds: cut at white space, so that "Jong-un" is one; no "Jr."."""
    words = [sound(word).replace(" ", "") for word in name.split()]
    return [word for word in words if word and word not in _SUFFIXES]


def same_given(a: str, b: str) -> bool:
    """Whether two first names may be one as they sound: equal, a short form ("Ben", "Benjamin"), or all but equal."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    return len(short) >= 4 and SequenceMatcher(None, a, b).ratio() >= 0.84


def same_person(a: str, b: str) -> bool:
    """Whether two full names (two words or more) can be one person's."""
    first, second = person_words(a), person_words(b)
    if len(first) < 2 or len(second) < 2 or _generation(a) != _generation(b):
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    return first[-1] == second[-1] and (same_given(first[0], second[0]) or _is_initial(fold(a), fold(b)))


def _generation(name: str) -> str:
    """ "jr" of "Ann Lomax Jr."; a father and a son are two."""
    last = fold(name).split()[-1:]
    return last[0] if last and last[0] in _SUFFIXES else ""


def _is_initial(a: str, b: str) -> bool:
    """Whether one folded name begins with the initial of the other's first name."""
    return a[:1] == b[:1] and 1 in (len(a.split()[0]), len(b.split()[0]))


@lru_cache(maxsize=20_000)
def body_words(name: str) -> tuple[frozenset[str], str]:
    """The words of a body's name without order, and the country that owns it ("" where it names none)."""
    owner = ""
    words: list[str] = []
    parts = re.sub(r" (?:news|press) (?:agency|service)$", "", name.replace("’", "'")).split()
    index = 0
    while index < len(parts):
        for length in (3, 2, 1):
            country = _country(" ".join(parts[index : index + length])) if index + length <= len(parts) else None
            if country and not owner and len(parts) > length:
                owner, index = country, index + length
                break
        else:
            words += _spelled(parts[index])
            index += 1
    return frozenset(words), owner


def _country(words: str) -> str | None:
    bare = words.strip(",.").removesuffix("'s").removesuffix("'")
    return country_of_demonym(bare) or (country_of_name(bare) if bare[:1].isupper() else None)


def _spelled(part: str) -> list[str]:
    words = []
    for word in fold(part).split():
        level = _SPELLINGS.get(word, re.sub(r"is(?=ation|e$|ing$|ed$)", "iz", word) if len(word) > 6 else word)
        if level and level not in _SMALL:
            words.append(level)
    return words


def initials(name: str) -> set[str]:
    """The acronyms that a name may have: the initials of its capitalised words, and of all its words."""
    words = [word for word in re.split(r"[\s\-–/]+", name) if word and word[0].isalpha()]
    capital = [word for word in words if word[0].isupper()]
    full = {"".join(word[0] for word in some).upper() for some in (capital, words) if len(some) > 1}
    return {acronym for acronym in full if len(acronym) > 1}


def is_acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()
