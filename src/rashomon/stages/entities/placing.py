"""Places: each name put on the map within its report, and one for all names of one spot."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.reference.places import Place, find, fold
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.home import home_of
from rashomon.stages.entities.locate import PlaceName, locate
from rashomon.stages.entities.pages import Named, Page


def within_bodies(pages: Sequence[Page], everything: Sequence[Named]) -> Iterator[Named]:
    """The places in the names of bodies and buildings ("the Ohio Department of …", "Limerick General Hospital"): a country or
    state, a county, or a place that the report names elsewhere too, at the beginning of the name or behind its last "of"."""
    by_page = {page.report.id: page for page in pages}
    known = {(one.report, one.text) for one in everything if one.kind == "place"}
    for one in everything:
        if one.kind in ("organisation", "facility") and one.found.last - one.found.first > 1:
            found = _place_within(one, by_page[one.report], known)
            if found:
                yield found


def _place_within(one: Named, page: Page, known: set[tuple[str, str]]) -> Named | None:
    line = page.lines[one.line]
    tokens = line.reading.tokens[one.found.first : one.found.last]
    lasts = [i + 1 for i, token in enumerate(tokens) if token.text == "of"]
    runs = [(0, length) for length in (3, 2, 1)] + [(last, len(tokens) - last) for last in lasts[-1:]]
    for first, length in runs:
        part = tokens[first : first + length]
        if not part or len(part) == len(tokens):
            continue
        words = line.reading.text[part[0].start : part[-1].end]
        if (one.report, words) in known or _is_area(words):
            found = Found(one.found.first + first, one.found.first + first + length, words, "place", False)
            return Named(one.report, one.line, line.start + part[0].start, line.start + part[-1].end, found, "place")
    return None


def _is_area(words: str) -> bool:
    """Whether the words are first of all a country's, a state's or a county's name."""
    found = find(words)[:1]
    return any(
        p.primary and (p.kind in ("country", "county") or (p.kind == "region" and p.country == "US")) for p in found
    )


def places(some: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    clusters: dict[object, Cluster] = {}
    by_report: dict[str, list[Named]] = defaultdict(list)
    for one in some:
        by_report[one.report].append(one)
    for report, ones in by_report.items():
        for one, place in zip(ones, _located(ones, pages[report]), strict=True):
            key: object = (place.name, place.kind, place.geonames, place.lat) if place else fold(one.text)
            cluster = clusters.setdefault(
                key, Cluster("place", place=place, country=place.country or None if place else None)
            )
            cluster.named.append(one)
    return list(clusters.values())


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
