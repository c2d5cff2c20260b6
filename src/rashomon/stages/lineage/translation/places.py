"""Places by their names in any language: countries and towns of CLDR, and the gazetteer's larger towns."""

import re
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from rashomon.reference.places import find, fold

_TOWN = 100_000  # inhabitants; names of smaller towns are ordinary words in some language
_ENDING = 3  # letters that a case may change
_LEAST = 4
_PROCLITICS = tuple("وفبلك")
_NOMINATIVES = {"ru": ("", "а", "я", "ь", "й"), "uk": ("", "а", "я", "ь", "й"), "pl": ("", "a"), "be": ("", "а")}


@lru_cache(maxsize=65_536)
def place_of(name: str, language: str) -> str | None:
    """A key of the place that a capitalised name (of one or more words) stands for, the same in all languages; else None."""
    form = re.split(r"['’]", fold(name) if "'" not in name and "’" not in name else name)[0]
    for each in _bare(fold(form), language):
        found = _country(each, language) or _town(each, language)
        if found:
            return found
    return None


def _bare(form: str, language: str) -> list[str]:
    """The name, and in Arabic without the letters for "and", "in", "to" that are written as part of it."""
    return [form, form[1:]] if language == "ar" and form[:1] in _PROCLITICS else [form]


def _country(form: str, language: str) -> str | None:
    exact, stems = _countries(language)
    if form in exact:
        return exact[form]
    for cut in range(1, _ENDING + 2):
        stem = form[:-cut]
        if len(stem) >= _LEAST and stem in stems:
            return stems[stem]
    return None


def _town(form: str, language: str) -> str | None:
    for each in _nominatives(form, language):
        places = find(each) if len(each) >= _LEAST else ()
        if places and places[0].kind in {"city", "country"} and places[0].population >= _TOWN:
            best = places[0]
            return f"C:{best.country}" if best.kind == "country" else f"P:{best.geonames or best.name}"
    return None


def _nominatives(form: str, language: str) -> list[str]:
    """The name itself, and without a case ending."""
    ends = _NOMINATIVES.get(language, ())
    return list(dict.fromkeys([form, *(form[:-cut] + end for cut in (1, 2) for end in ends if len(form) - cut >= 3)]))


@cache
def _countries(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Names of countries, and their stems where a case ending may follow or stand for the last letters."""
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}, {}
    exact = {fold(str(name)): f"C:{code}" for code, name in names.items() if len(code) == 2 and code.isalpha()}
    stems: dict[str, str] = {}
    for name, code in exact.items():
        for cut in (0, 1, 2) if len(name) > 5 else (0, 1):
            stem = name[: len(name) - cut]
            if len(stem) >= _LEAST:
                stems.setdefault(stem, code)
    return exact, stems
