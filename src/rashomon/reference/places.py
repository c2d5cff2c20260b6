"""The gazetteer: countries, regions (provinces, states, counties) and cities of the world by every spelling in Latin and Cyrillic.

`data/places.tsv.gz`, `data/place-names.tsv.gz` and `data/place-sounds.tsv.gz` are made by `tools/build_gazetteer.py` from GeoNames (CC BY 4.0). Each is a
run of gzip members of a few hundred lines, so that a look-up unpacks one member and nothing is loaded before it is asked for;
`zcat` still shows the whole. The `.index.tsv` beside it says where each member begins.
"""

import gzip
import math
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from rashomon.reference.sounds import alike, apart, heard

PLACES_IN_A_MEMBER = 256
_LONGEST = 80  # letters of a name
_CLEAR = 0.25  # by how much nearer one place's sound has to be than the next one's
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼʹ`´"))
_SPLITTERS = str.maketrans({"-": " ", "–": " ", "‑": " ", ".": " ", ",": " ", "/": " ", "(": " ", ")": " "})


class Place(msgspec.Struct, frozen=True, array_like=True):
    """`kind`: `country`, `region`, `county` or `city`. `country` is ISO 3166-1 alpha-2 ("" for a continent or a sea), `admin1`
    the GeoNames code of the first-order division within it (for US states the postal code). `population` in persons; of a
    region it is that of its listed towns. `geonames` is 0 where there is no id. `primary`: found by its main name."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    geonames: int
    primary: bool = True


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The key that a name is looked up by: case, accents, apostrophes, hyphens and stops aside."""
    bare = unicodedata.normalize("NFKD", name.casefold()).translate(_APOSTROPHES).translate(_SPLITTERS)
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKD", letters.casefold()).split())


@lru_cache(maxsize=50_000)
def find(name: str) -> tuple[Place, ...]:
    """Every place that goes by this name in any listed spelling, best first: what stands in the table's order (see the tool)."""
    key = fold(name)
    if not key or len(key) > _LONGEST:
        return ()
    numbers = _row("place-names", key)
    return tuple(_place(int(number.rstrip("a")), not number.endswith("a")) for number in numbers.split(",") if number)


@cache
def _states() -> dict[str, Place]:
    """The countries by ISO 3166-1 alpha-2: the table opens with them."""
    first = (_place(number, True) for number in range(PLACES_IN_A_MEMBER))
    return {place.country: place for place in first if place.kind == "country"}


def country_place(country: str) -> Place | None:
    """The country of this ISO 3166-1 alpha-2."""
    return _states().get(country)


@lru_cache(maxsize=10_000)
def sounding(name: str, country: str) -> Place | None:
    """The one place of the country (ISO 3166-1 alpha-2) that has a name which sounds like this one, though it is spelled
    otherwise, a town before the district named after it; None where there is none, or two that sound as much like it."""
    key = fold(name)
    consonants, vowels = heard(key) if key.isascii() and len(key) <= _LONGEST else ("", ("",))
    nearest: dict[int, float] = {}
    for entry in _row("place-sounds", f"{country} {consonants}").split(";"):
        written, _, numbers = entry.partition(":")
        others = tuple(written.split("."))
        if numbers and len(others) == len(vowels) and alike(vowels, others):
            for number in map(int, numbers.split(",")):
                nearest[number] = min(nearest.get(number, math.inf), apart(vowels, others))
    near = [_place(number, False) for number in nearest if nearest[number] < min(nearest.values()) + _CLEAR]
    towns = [place for place in near if place.kind == "city"]
    alone = len({place.admin1 for place in near}) == 1 and len(towns) < 2
    return (towns or sorted(near, key=lambda place: place.kind, reverse=True))[0] if alone else None


def known(name: str) -> bool:
    """Whether any place goes by this name."""
    return bool(find(name))


def _row(table: str, key: str) -> str:
    """What stands behind the key in the table, "" where it has no such key."""
    firsts, offsets = _index(table)
    at = bisect_right(firsts, key) - 1
    lines = _member(table, offsets[at], offsets[at + 1]) if at >= 0 else []
    found = bisect_left(lines, key + "\t")
    return lines[found].split("\t")[1] if found < len(lines) and lines[found].startswith(key + "\t") else ""


def _place(number: int, primary: bool) -> Place:
    _, offsets = _index("places")
    member, line = divmod(number, PLACES_IN_A_MEMBER)
    name, kind, lat, lon, country, admin1, population, geonames = _member(
        "places", offsets[member], offsets[member + 1]
    )[line].split("\t")
    return Place(name, _KINDS[kind], float(lat), float(lon), country, admin1, int(population), int(geonames), primary)


_KINDS = {"N": "country", "R": "region", "C": "county", "P": "city"}


@cache
def _index(table: str) -> tuple[list[str], list[int]]:
    rows = (files("rashomon.reference") / "data" / f"{table}.index.tsv").read_text("utf-8").split("\n")
    firsts, offsets = zip(*(row.split("\t") for row in rows if row), strict=True)
    return list(firsts[:-1]), [int(offset) for offset in offsets]


@cache
def _bytes(table: str) -> bytes:
    return (files("rashomon.reference") / "data" / f"{table}.tsv.gz").read_bytes()


@lru_cache(maxsize=1_024)
def _member(table: str, start: int, end: int) -> list[str]:
    return gzip.decompress(_bytes(table)[start:end]).decode("utf-8").rstrip("\n").split("\n")
