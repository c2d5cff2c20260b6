"""Where a report's outlet is at home, as its address and its name tell: "examplevilletribune.com" is a paper of Exampleville.

A local paper means the town next door by a name that the world knows for another town; so its home weighs in `locate`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet, outlet_of_host
from rashomon.reference.places import Place, find
from rashomon.stages.entities.states import state_named

# Words of papers' and stations' names that stand beside their town's.
_MEDIA = tuple(
    sorted(
        "news times tribune herald post journal gazette star sun chronicle daily online today press record register dispatch "
        "examiner observer leader sentinel courier mail argus echo express standard telegraph mercury advertiser independent "
        "union bee democrat republican world radio tv live local state weekly evening morning citizen beacon telegram advocate "
        "review monitor item reporter eagle enquirer inquirer voice bulletin newspapers newspaper globe ledger banner patriot "
        "messenger statesman guardian free the this is my e in now city extra patch area".split(),
        key=len,
        reverse=True,
    )
)
_SECOND_LEVEL = frozenset("co com org net gov ac edu or ne go".split())
_COUNTRY_OF_TLD = {"uk": "GB", "gov": "US", "mil": "US", "edu": "US"}
# Postal codes of states that are words, or other places' initials, as well.
_WORDS_TOO = frozenset("la in me or hi ok oh pa ma co de id ms al mo ne".split())
# Endings that are sold to the whole world.
_WORLDLY = frozenset("tv io co me fm am cc ws to ai ly gg im la".split())
_SMALLEST_ALONE = 15_000  # people of a town that an address may name without any word for a paper beside it


@dataclass(frozen=True)
class Home:
    """`country` is ISO 3166-1 alpha-2 or ""; `towns` are names, in lower case, that the outlet's name or address holds."""

    country: str = ""
    towns: tuple[str, ...] = ()


def home_of(report: Report) -> Home:
    host = (urlsplit(report.url).hostname or "") if report.url and "//" in report.url else ""
    return _home(host, report.outlet or "")


@lru_cache(maxsize=4_096)
def _home(host: str, outlet: str) -> Home:
    if not host and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", outlet):
        host, outlet = outlet, ""
    known = outlet_of_host(host) or find_outlet(outlet)
    labels = [label for label in host.casefold().split(".") if label not in ("www", "")]
    country = (known.country if known else None) or _country_of(labels)
    parts = [_in_label(label) for label in _own_labels(labels)] + [_in_name(outlet)]
    return Home(country or "", tuple(dict.fromkeys(town for part in parts for town in part)))


def _country_of(labels: list[str]) -> str:
    last = labels[-1] if len(labels) > 1 else ""
    if last in _COUNTRY_OF_TLD:
        return _COUNTRY_OF_TLD[last]
    return last.upper() if len(last) == 2 and last not in _WORLDLY else ""


def _own_labels(labels: list[str]) -> list[str]:
    """The labels that the owner chose: no ending, no "co" before it."""
    own = labels[:-1]
    return own[:-1] if len(own) > 1 and own[-1] in _SECOND_LEVEL else own


def _in_label(label: str) -> Iterator[str]:
    if not 4 <= len(label) <= 40:
        return
    words = [word for word in label.split("-") if word not in _MEDIA]
    if len(words) > 1 and _is_town(" ".join(words), 0):  # "salt-lake-news"
        yield " ".join(words)
        return
    for part in words if "-" in label else re.split(r"(?<=[a-z]{4})and(?=[a-z]{4})", label):
        whole = [town for town in _spaced(part) if _is_town(town, _SMALLEST_ALONE)]
        bare = _without_media(part)
        yield from whole or (town for town in _spaced(bare) if bare != part and _is_town(town, 0))


def _without_media(part: str) -> str:
    """Media's words taken off both ends, again and again, as long as a few letters are left."""
    for word in _MEDIA:
        for rest in (part.removesuffix(word), part.removeprefix(word)):
            if rest != part and (len(rest) > 3 or _state(rest)):
                return rest if find(rest) else _without_media(rest)
    return part


def _spaced(bare: str) -> Iterator[str]:
    """The name itself, and the ways to part it in two that name a place ("newhaven", "new haven")."""
    state = _state(bare)
    if state:
        yield state.casefold()
    else:
        yield from [bare] if find(bare) else []
        yield from (f"{bare[:i]} {bare[i:]}" for i in range(3, len(bare) - 2) if find(f"{bare[:i]} {bare[i:]}"))


def _state(letters: str) -> str | None:
    return None if letters in _WORDS_TOO else state_named(letters)


def _in_name(outlet: str) -> Iterator[str]:
    """Of "The Exampleville Morning Star" what is left without the media's words."""
    words = [word for word in re.findall(r"[^\W\d_]+", outlet.casefold()) if word not in _MEDIA]
    name = " ".join(words)
    if name and name != outlet.casefold() and _is_town(name, 0):
        yield name


def _is_town(name: str, smallest: int) -> bool:
    return len(name) > 3 and name not in _MEDIA and any(_counts(place, smallest) for place in find(name))


def _counts(place: Place, smallest: int) -> bool:
    return place.primary and place.kind in ("city", "region", "county") and place.population >= smallest
