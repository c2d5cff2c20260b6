"""Places: each name put on the map within its report, and one for all names of one spot."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import bodies, facilities
from rashomon.reference.places import Place, find, fold, sounding
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.home import home_of
from rashomon.stages.entities.locate import PlaceName, candidates, locate
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.whereabouts import around


@dataclass(frozen=True)
class Within:
    """Places in the names of bodies and buildings: `sure` by themselves, `likely` only where the report is about their area."""

    sure: tuple[Named, ...]
    likely: tuple[Named, ...]


def within_bodies(pages: Sequence[Page], everything: Sequence[Named]) -> Within:
    """At the beginning of a name or behind its last "of" ("the Ohio Department of …", "Limerick General Hospital"): sure is a
    country, a state, a county, or a place that the report names elsewhere too; likely is any town before a local body's noun."""
    by_page = {page.report.id: page for page in pages}
    known = {(one.report, one.text) for one in everything if one.kind == "place"}
    sure, likely = [], []
    for one in everything:
        if one.kind in ("organisation", "facility") and one.found.last - one.found.first > 1:
            parts = list(_parts(one, by_page[one.report]))
            certain = [part for part in parts if (part.report, part.text) in known or _is_area(part.text)]
            local = not certain and not find_outlet(one.text) and _is_local(one.text)
            sure += certain[:1]
            likely += [part for part in parts if local and find(part.text)][:1]
    return Within(tuple(sure), tuple(likely))


def _parts(one: Named, page: Page) -> Iterator[Named]:
    """The first one to three words of the name, longest first, and those behind its last "of"."""
    line = page.lines[one.line]
    tokens = line.reading.tokens[one.found.first : one.found.last]
    lasts = [i + 1 for i, token in enumerate(tokens) if token.text == "of"]
    for first, length in [(0, 3), (0, 2), (0, 1)] + [(last, len(tokens) - last) for last in lasts[-1:]]:
        part = tokens[first : first + length]
        if part and len(part) < len(tokens):
            words = line.reading.text[part[0].start : part[-1].end]
            found = Found(one.found.first + first, one.found.first + first + length, words, "place", False)
            yield Named(one.report, one.line, line.start + part[0].start, line.start + part[-1].end, found, "place")


def _is_local(name: str) -> bool:
    """Whether the name closes with a noun such as towns' bodies bear."""
    return fold(name).split()[-1:] != [] and fold(name).split()[-1] in bodies() | facilities() | _LOCAL


_LOCAL = frozenset("schools ems sheriff chronicle fair festival marathon cleanup ballpark mills".split())


def _is_area(words: str) -> bool:
    """Whether the words are first of all a country's, a state's or a county's name."""
    found = find(words)[:1]
    return any(
        p.primary and (p.kind in ("country", "county") or (p.kind == "region" and p.country == "US")) for p in found
    )


def places(some: Sequence[Named], likely: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    """One for each spot. What is likely a place counts where it lies in a state or province of its report's other places."""
    clusters: dict[object, Cluster] = {}
    by_report: dict[str, list[Named]] = defaultdict(list)
    doubtful: dict[str, list[Named]] = defaultdict(list)
    for one in some:
        by_report[one.report].append(one)
    for one in likely:
        doubtful[one.report].append(one)
    put = {report: _located(ones, pages[report]) for report, ones in by_report.items()}
    strange = _out_of_the_way(by_report, put, pages)
    put = {report: [None if place in strange else place for place in found] for report, found in put.items()}
    heard = _by_sound(by_report, put)
    put = {
        report: [place or heard.get(one.text) for one, place in zip(ones, put[report], strict=True)]
        for report, ones in by_report.items()
    }
    roughly = around(by_report, put, pages)
    for report, ones in by_report.items():
        here = [(one, place or roughly.get(one.text)) for one, place in zip(ones, put[report], strict=True)]
        areas = {(place.country, place.admin1) for _, place in here if place and place.admin1}
        more = [(one, _in_areas(one.text, areas)) for one in doubtful[report]]
        for one, place in [*here, *((one, place) for one, place in more if place)]:
            key: object = (place.name, place.kind, place.geonames, place.lat) if place else fold(one.text)
            country = place.country or None if place else None
            clusters.setdefault(key, Cluster("place", place=place, country=country)).named.append(one)
    return list(clusters.values())


def _out_of_the_way(
    by_report: Mapping[str, Sequence[Named]], put: Mapping[str, Sequence[Place | None]], pages: Mapping[str, Page]
) -> set[Place | None]:
    """Small towns in a country where nothing else of the story lies, though it names other places: likely namesakes of a place
    that the gazetteer lacks."""
    spots = {place for places in put.values() for place in places if place}
    nowhere = {
        one.text for report, ones in by_report.items() for one, p in zip(ones, put[report], strict=True) if not p
    }
    countries = Counter(place.country for place in spots)
    homes = {home_of(pages[report].report).country for report in by_report}
    small = {p for p in spots if p.kind != "country" and p.population < _SMALL and countries[p.country] == 1}
    others = len(spots) + len(nowhere) - 1
    return {p for p in small if others >= _COMPANY and p.country not in homes} if others else set()


_SMALL = 100_000  # people
_COMPANY = 2  # other places of the story that have to lie elsewhere or nowhere


def _by_sound(by_report: Mapping[str, Sequence[Named]], put: Mapping[str, Sequence[Place | None]]) -> dict[str, Place]:
    """For names that no place has, the town that sounds like them in a country that the story names again and again."""
    times = Counter(place.country for found in put.values() for place in found if place and place.country)
    about = [country for country, count in times.most_common(3) if count >= max(2, times.most_common(1)[0][1] * _ABOUT)]
    unknown = dict.fromkeys(
        one.text for report, ones in by_report.items() for one, p in zip(ones, put[report], strict=True) if not p
    )
    heard = {name: [p for country in about if (p := sounding(name, country))] for name in unknown}
    return {name: some[0] for name, some in heard.items() if some}


_ABOUT = 0.25  # share of the mentions of the country that is named most


def _in_areas(name: str, areas: set[tuple[str, str]]) -> Place | None:
    return next((p for p in candidates(name) if p.primary and (p.country, p.admin1) in areas), None)


def _located(ones: Sequence[Named], page: Page) -> list[Place | None]:
    return locate([_place_name(one, page) for one in ones], home_of(page.report))


def _place_name(one: Named, page: Page) -> PlaceName:
    tokens = page.lines[one.line].reading.tokens
    after = tokens[one.found.last].text.casefold() if one.found.last < len(tokens) else ""
    return PlaceName(one.text, after, next(_parents(one, page), ""))


def _parents(one: Named, page: Page) -> Iterator[str]:
    """The place behind a comma or in brackets right after; a state's abbreviation counts though the model missed it."""
    line = page.lines[one.line]
    tokens = line.reading.tokens
    if one.found.last >= len(tokens) or tokens[one.found.last].text not in (",", "("):
        return
    first = one.found.last + 1
    for other in line.found:
        if other.first == first:
            yield other.text
    if first < len(tokens):
        yield tokens[first].text
