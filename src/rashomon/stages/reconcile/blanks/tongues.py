"""Which languages are spoken in a country, and what they are called (CLDR, by way of Babel)."""

from dataclasses import dataclass
from functools import cache

_SHARE = (
    60.0  # percent of the people who speak a language that is not official; English is learnt widely and is left out
)
_MOST = 3


@dataclass(frozen=True)
class Spoken:
    """A country's English name and its languages (ISO 639), the most spoken first."""

    country: str
    tongues: tuple[str, ...]


@cache
def spoken_in(country: str) -> Spoken | None:
    """Official languages and those that most of the people speak; None for a code that names no country."""
    from babel import Locale
    from babel.core import get_global

    told = get_global("territory_languages").get(country)
    name = Locale("en").territories.get(country)
    if not told or not name:
        return None
    official = ("official", "de_facto_official")
    fit = {
        tongue.split("_")[0]: row["population_percent"] for tongue, row in told.items()
        if row["official_status"] in official or (row["population_percent"] >= _SHARE and tongue != "en")
    }  # fmt: skip
    fit = {tongue: share for tongue, share in fit.items() if len(tongue) == 2} or fit  # "ar" for its spoken forms
    return Spoken(name, tuple(sorted(fit, key=lambda tongue: (-fit[tongue], tongue))[:_MOST]))


@cache
def language_name(language: str) -> str:
    """ "Kazakh" for "kk"; the code itself where it has no name."""
    from babel import Locale

    name: str = Locale("en").languages.get(language.split("-")[0], language)
    return name
