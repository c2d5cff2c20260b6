"""Which place of a name is meant: by the state or country named beside it, by the report's other places, by population."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.places import Place, find, fold
from rashomon.stages.entities.home import Home
from rashomon.stages.entities.states import PROVINCES, state_name, state_of

_OF_A_KIND = {
    "county": "county", "parish": "county", "region": "region", "province": "region", "oblast": "region", "state": "region",
    "governorate": "region", "district": "county", "prefecture": "region", "krai": "region",
}  # fmt: skip
_BEFORE = (
    "Republic of ",
    "City of ",
    "city of ",
    "State of ",
    "Kingdom of ",
    "Province of ",
    "Greater ",
    "Metro ",
    "Metropolitan ",
    "Village of ",
    "Town of ",
    "downtown ",
    "Upper ",
    "Lower ",
    "Historic ",
    "Central ",
    "Old ",
    "Downtown ",
)


_NOWHERE = Home()
_HOME = 3  # mentions of a country that an outlet's being there is worth
# GeoNames ids of what a bare name means in reports though a larger area bears it too: the capital Washington.
_MEANT = frozenset({4140963})
Scene = Counter[tuple[str, str]]


@dataclass(frozen=True)
class PlaceName:
    """A place as a report names it: its words, the word right after it (lower case), and the name of the larger place that
    stands right after it behind a comma or in brackets ("Paris, Texas")."""

    text: str
    after: str = ""
    parent: str = ""


# Words that are some town's name, and mean something else in nearly every report.
_SIDES = frozenset("north south east west northeast northwest southeast southwest central".split())
_NO_PLACES = _SIDES | frozenset(
    "earth may march sunday port mount lake fort cape bay point harbour harbor city union island river valley county state interior "
    "man woman olympic christmas".split()
)


_PARTY = re.compile(r"^(?:D|R|I|DFL|GOP)-(?=[A-Z])")  # a lawmaker's party before his state or town: "R-Ohio"


# Words behind a town's name that are no part of it.
_OF_A_TOWN = frozenset("city town village township borough municipality".split())
_ABBREVIATED = {"Mt.": "Mount", "Mt": "Mount", "St.": "Saint", "St": "Saint", "Ft.": "Fort", "Ft": "Fort"}
_SHORT = {
    "D.C.": "Washington, D.C.",
    "DC": "Washington, D.C.",
    "L.A.": "Los Angeles",
    "NYC": "New York City",
    "N.Y.C.": "New York City",
}


_KNOWN = 20_000  # people of a town that may stand right behind its country's name


def _country_before(word: str) -> str | None:
    """The country that stands before the town's name in one: "Omani Nizwa", "Oman's Nizwa", also where the apostrophe is lost."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return country_of_demonym(bare) or country_of_name(bare) or country_of_name(bare.removesuffix("s"))


def candidates(name: str) -> tuple[Place, ...]:
    if name.casefold() in _NO_PLACES:
        return ()
    name = _SHORT.get(name, _PARTY.sub("", name))
    if name in PROVINCES:
        return tuple(place for place in find(PROVINCES[name]) if place.kind == "region" and place.country == "CA")
    state = state_of(name) if "." in name or name.isupper() else None
    if state and name not in ("US", "U.S.", "UK", "DC", "D.C.", "L.A.", "LA"):
        return tuple(place for place in find(state_name(state)) if place.kind == "region" and place.country == "US")
    found = find(name)
    for start in _BEFORE:
        if not found and name.startswith(start):
            found = find(name.removeprefix(start))
    words = name.split(" ")
    if not found and len(words) > 1 and words[0].casefold().removesuffix("ern") in _SIDES:
        return candidates(" ".join(words[1:]))  # "North West Leeds", "eastern Ghana"
    if not found and len(words) > 1 and words[-1].casefold() in _OF_A_TOWN:
        found = tuple(p for p in find(" ".join(words[:-1])) if p.kind == "city")
    if not found and len(words) > 1 and words[0] in _ABBREVIATED:
        return candidates(" ".join([_ABBREVIATED[words[0]], *words[1:]]))
    if not found and len(words) > 1 and (country := _country_before(words[0])):
        inside = (p for p in candidates(" ".join(words[1:])) if p.country == country)
        found = tuple(p for p in inside if p.kind != "city" or p.population >= _KNOWN)  # "American Empire" is no town
    if not found and name.split(" ")[-1].casefold() in _OF_A_KIND:
        kind = _OF_A_KIND[name.split(" ")[-1].casefold()]
        found = tuple(p for p in find(" ".join(name.split(" ")[:-1])) if p.kind in (kind, "region", "county"))
    return found


def locate(names: Sequence[PlaceName], home: Home = _NOWHERE) -> list[Place | None]:
    """The place of each name of one report, None where the gazetteer knows none.

    First the names that their parents settle, and countries and regions; these set the scene in which the others are weighed.
    The towns of the outlet's home are weighed along with them, as though the report named each.
    """
    towns = [PlaceName(town) for town in home.towns]
    everything = [*names, *towns]
    options = [_of_kind(candidates(name.text), name) for name in names] + [_at_home(town, home) for town in towns]
    settled = [_within(some, name.parent) for some, name in zip(options, everything, strict=True)]
    scene = _scene_of_sure(options, settled, home)
    support = _support(everything, options)
    one_sense = {name.text: place for name, place in zip(everything, settled, strict=True) if place}
    chosen: list[Place | None] = list(settled)
    for _ in range(2):  # the second time in the scene that the first has set
        chosen = [
            place or one_sense.get(name.text) or _best(some, scene, support, fold(name.text) in home.towns)
            for name, place, some in zip(everything, settled, options, strict=True)
        ]
        scene = scene + _scene_of(dict(zip((name.text for name in everything), chosen, strict=True)).values())
        for town in chosen[len(names) :]:
            scene.update({(town.country, town.admin1): 2, (town.country, ""): 1} if town else {})
    return chosen[: len(names)]


def _at_home(town: PlaceName, home: Home) -> Sequence[Place]:
    """What the outlet's own town may be: no country, and where the outlet's country is known, in it."""
    some = [place for place in candidates(town.text) if place.primary and place.kind != "country"]
    return [place for place in some if not home.country or place.country == home.country]


def _scene_of_sure(options: Sequence[Sequence[Place]], settled: Sequence[Place | None], home: Home) -> Scene:
    """What the names that have one sense, countries and regions say of where the report is about."""
    scene: Scene = Counter({(home.country, ""): _HOME} if home.country else {})
    for place, some in zip(settled, options, strict=True):
        sure = place or (some[0] if some and (some[0].kind == "country" or len(some) == 1) else None)
        if sure:
            scene[sure.country, ""] += 1
            if sure.admin1:
                scene[sure.country, sure.admin1] += 1
    for some in options:
        for region in some[:1]:
            if region.kind == "region":
                scene[region.country, region.admin1] += 1
                scene[region.country, ""] += 1
    return scene


def _scene_of(places: Iterable[Place | None]) -> Scene:
    """The states of the towns chosen, one for each name."""
    return Counter(
        (place.country, place.admin1) for place in places if place and place.admin1 and place.population < 1_000_000
    )


def _of_kind(some: Sequence[Place], name: PlaceName) -> Sequence[Place]:
    kind = _OF_A_KIND.get(name.after)
    right = [place for place in some if place.kind == kind] if kind else []
    return right or some


def _within(some: Sequence[Place], parent: str) -> Place | None:
    """The candidate that lies in the parent place."""
    if not parent or not some:
        return None
    state = state_of(parent)
    if state:
        areas: Iterable[tuple[str, str]] = [("US", state)]
    else:
        areas = [
            (p.country, p.admin1 if p.kind == "region" else "")
            for p in find(parent)[:6]
            if p.kind in ("country", "region")
        ]
    for country, admin1 in areas:
        inside = [p for p in some if p.country == country and p.admin1 and (not admin1 or p.admin1 == admin1)]
        if inside:
            return inside[0]
    return None


def _support(names: Sequence[PlaceName], options: Sequence[Sequence[Place]]) -> dict[tuple[str, str], float]:
    """For each state or province, what share of the report's different names have a sense there, squared (0–1); 0 for all
    where fewer than three names have senses in any. Two states that share one name are common, that share five are rare."""
    distinct = [some for some in dict(zip((name.text for name in names), options, strict=True)).values() if some]
    local = [some for some in distinct if any(place.admin1 for place in some)]
    support: dict[tuple[str, str], float] = defaultdict(float)
    for some in local if len(local) > 2 else ():
        for area in {(place.country, place.admin1) for place in some if place.admin1}:
            support[area] += 1.0 / len(local)
    return {area: share * share for area, share in support.items()}


def _best(
    some: Sequence[Place], scene: Scene, support: Mapping[tuple[str, str], float], own: bool = False
) -> Place | None:
    return max(some, key=lambda place: _weight(place, some, scene, support, own)) if some else None


def _weight(
    place: Place, some: Sequence[Place], scene: Scene, support: Mapping[tuple[str, str], float], own: bool
) -> tuple[float, int]:
    """Tenfold population counts one; a report that names the place's state or country again and again counts up to three, and
    one whose other names also lie there up to three. For the name of the outlet's `own` town population counts little."""
    base = math.log10(place.population + 10) - (0.0 if place.primary else 0.8)
    base += 1.5 if place.kind == "country" and place.primary else 0.0
    base = min(base, 4.0) if own else base
    if place.geonames in _MEANT:
        base += 2.0
    if place.admin1:
        base += 3.0 * support.get((place.country, place.admin1), 0.0)
    base += min(1.2, 0.4 * scene[place.country, ""]) if place.country else 0.0
    base += min(2.4, 0.8 * scene[place.country, place.admin1]) if place.admin1 else 0.0
    if place.kind in ("region", "county") and any(_is_its_town(town, place) for town in some):
        base -= 1.5
    return base, -some.index(place)


def _is_its_town(town: Place, division: Place) -> bool:
    """Whether a town makes up much of the division that bears its name: the bare name then means the town."""
    same = town.kind == "city" and (town.country, town.admin1) == (division.country, division.admin1)
    return same and town.population > (0.25 if division.country == "US" else 0.08) * division.population


# By a place's kind; "in region": somewhere there.
PRECISION = {
    "country": "country", "region": "region", "county": "region", "city": "city",
    "in country": "country", "in region": "region", "in city": "city",
}  # fmt: skip
