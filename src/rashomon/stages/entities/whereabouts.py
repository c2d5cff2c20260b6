"""Where things lie that no gazetteer has: where a report says so, as precise as that is (UCDP's "near" and "in the region")."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.places import Place, country_place
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.settlements import lies_in

Found = Mapping[str, Sequence[Place | None]]
# What a thing lies in, finest first.
_COARSENESS = {"in city": 0, "in region": 1, "in country": 2}


def around(by_report: Mapping[str, Sequence[Named]], put: Found, pages: Mapping[str, Page]) -> dict[str, Place]:
    """By the words of names that have no place in `put` (a place or None for each name of each report): the spot of the place
    that a report says they lie in or near."""
    told: dict[str, list[Place]] = defaultdict(list)
    for report, ones in by_report.items():
        spots = {one.text: place for one, place in zip(ones, put[report], strict=True) if place}
        for one in ones:
            place = _said(one, pages[report], spots) if one.text not in spots else None
            if place:
                told[one.text].append(replace(_somewhere(place), name=one.text))
    return {name: min(some, key=lambda place: _COARSENESS[place.kind]) for name, some in told.items()}


def put_facilities(facilities: Sequence[Cluster], places: Sequence[Cluster], pages: Mapping[str, Page]) -> None:
    """Buildings go where a report says they lie, else to the town or region in their name."""
    spots: dict[str, dict[str, Place]] = defaultdict(dict)
    spans: dict[str, list[tuple[int, int, Place]]] = defaultdict(list)
    for cluster in places:
        for one in cluster.named if cluster.place else ():
            assert cluster.place
            spots[one.report][one.text] = cluster.place
            spans[one.report].append((one.start, one.end, cluster.place))
    for cluster in facilities:
        said = [p for one in cluster.named if (p := _said(one, pages[one.report], spots[one.report]))]
        place = next(iter(said), None) or next(_in_names(cluster, spans), None)
        if place:
            in_town = place.kind in ("city", "in city")
            cluster.place = replace(_somewhere(place), kind="in city") if in_town else _somewhere(place)
            cluster.country = place.country or None


def _in_names(cluster: Cluster, spans: Mapping[str, Sequence[tuple[int, int, Place]]]) -> Iterator[Place]:
    for one in cluster.named:
        for start, end, place in spans.get(one.report, ()):
            if one.start <= start and end <= one.end and place.kind != "country":
                yield place


def _said(one: Named, page: Page, spots: Mapping[str, Place]) -> Place | None:
    line = page.lines[one.line]
    words = lies_in(line.reading.tokens, one.found, line.found)
    return (spots.get(words) or _country(words)) if words else None


def _country(words: str) -> Place | None:
    """The country of a demonym or a name, also with an "s" whose apostrophe is lost."""
    country = country_of_demonym(words) or country_of_name(words)
    return country_place(country) if country else None


def _somewhere(place: Place) -> Place:
    """The spot of a larger place, or of the town next door, for what lies somewhere there."""
    kind = "country" if place.kind in ("country", "in country") else "region"
    return replace(place, kind=f"in {kind}", population=0, geonames=0, primary=False)
