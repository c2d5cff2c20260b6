"""Keys under which two spellings of one name are the same: transliteration of persons' names, word bags of bodies' names."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.people import sex_of_given_name, short_names
from rashomon.reference.places import fold
from rashomon.reference.spellings import sound

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Words of a surname that reports leave out or write in several ways; no given names, but those of `_ALSO_GIVEN`.
PARTICLES = frozenset(
    "von van der den de la las los del della da di do dos das du le af av zu bin ibn al el ul bint ter ten".split()
)
_ALSO_GIVEN = frozenset("al van el".split())
# With which sounds a name of this initial may begin, after levelling.
_OPENS = {"j": "jzi", "y": "yeiu", "w": "wv", "q": "qk", "x": "xk", "k": "kh", "p": "pf"}
_VOWELS = re.compile("[aeiou]")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)[-‐–](?=\w)", re.IGNORECASE)
_SMALL = frozenset("the of and for in on de la du del der des".split()) | {"&"}
_SPELLINGS = {
    "defence": "defense", "centre": "center", "labour": "labor", "programme": "program", "affairs": "", "committees": "committee",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that count, each as it sounds: cut at white space, so that "Jong-un" is one; no "Jr.", no
    particles ("von der", "al-") but one that may be a given name ("Al", "Van") and opens the name."""
    parts = [_ARTICLE.sub("", part) for part in name.replace("’", "'").split()]
    bare = [part.casefold() for part in parts]
    kept = [part for i, part in enumerate(parts) if bare[i] not in PARTICLES or (i == 0 and bare[i] in _ALSO_GIVEN)]
    words = [_sound_of_part(word.removesuffix("'s")) for word in kept or parts if fold(word) not in _SUFFIXES]
    return tuple(word for word in words if word)


def _sound_of_part(word: str) -> str:
    """An initial stays the letter that it is."""
    return fold(word) if len(fold(word)) == 1 else sound(word).replace(" ", "")


def is_full(name: str) -> bool:
    """Whether a person's name has more than a surname: "Ann Lomax"; not "von der Vale"."""
    return len(person_words(name)) > 1


def same_given(a: str, b: str) -> bool:
    """Whether two first names may be one as they sound: equal, a short form ("Ben", "Benjamin"), or all but equal."""
    if a == b or 1 in (len(a), len(b)):
        initial, name = sorted((a, b), key=len)
        return name[0] in _OPENS.get(initial, initial)
    if _short_forms().get(a, set()) & _short_forms().get(b, set()):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    if len(short) >= 4 and SequenceMatcher(None, a, b).ratio() >= 0.84:
        return True
    skeleton = _VOWELS.sub("", a)  # "Khalid", "Khaled"
    return len(skeleton) >= 3 and a[0] == b[0] and len(a) == len(b) and skeleton == _VOWELS.sub("", b)


@cache
def _short_forms() -> dict[str, set[int]]:
    """Each given name as it sounds, with the numbers of the rows of short forms that it stands in."""
    out: dict[str, set[int]] = {}
    for number, row in enumerate(short_names()):
        for name in row:
            out.setdefault(sound(name), set()).add(number)
    return out


def same_person(a: str, b: str) -> bool:
    """Whether two full names (two words or more) can be one person's."""
    first, second = person_words(a), person_words(b)
    if len(first) < 2 or len(second) < 2 or {generation(a), generation(b)} == {"jr", "sr"}:
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    return (
        first[-1] == second[-1] and _same_sex(a, b) and same_given(first[0], second[0]) and _same_middle(first, second)
    )


def _same_sex(a: str, b: str) -> bool:
    sexes = {sex_of_given_name(name.split()[0]) for name in (a, b)} - {None}
    return len(sexes) < 2


def _same_middle(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether no word between given name and surname tells two persons: patronymics do, an initial may be any."""
    if len(first) != len(second):
        return True
    return all(same_given(a, b) for a, b in zip(first[1:-1], second[1:-1], strict=True))


def generation(name: str) -> str:
    """ "jr" of "Ann Lomax Jr."; a father and a son are two. Numbers tell nothing: "Ann Lomax III" is Ann Lomax."""
    last = fold(name).split()[-1:]
    return last[0] if last and last[0] in ("jr", "sr") else ""


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
    return _of_force(frozenset(words)), owner


def _of_force(words: frozenset[str]) -> frozenset[str]:
    """ "Leeds Police" is the "Leeds Police Department", "the Sheriff's Department" the "Sheriff's Office"."""
    force = words & {"police", "sheriff", "sheriffs"}
    return words - {"department", "dept", "service", "force", "office"} if force and len(words) > 2 else words


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
