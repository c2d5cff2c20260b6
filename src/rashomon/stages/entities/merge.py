"""Which named things are one: persons by surname, bodies by their words, places by the gazetteer, the rest by their words."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.reference.countries import country_of_demonym
from rashomon.reference.places import fold
from rashomon.stages.entities.bodies import bodies
from rashomon.stages.entities.buildings import buildings
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import body_words
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.persons import persons
from rashomon.stages.entities.placing import places, within_bodies
from rashomon.stages.entities.whereabouts import put_facilities


def merge(pages: Sequence[Page], everything: Sequence[Named]) -> list[Cluster]:
    by_page = {page.report.id: page for page in pages}
    kinds: dict[str, list[Named]] = defaultdict(list)
    within = within_bodies(pages, everything)
    for one in [*everything, *within.sure, *buildings(pages)]:
        kinds[one.kind].append(one)
    spots, grounds = places(kinds["place"], within.likely, by_page), _by_words("facility", kinds["facility"])
    put_facilities(grounds, spots, by_page)
    return [
        *persons(kinds["person"], by_page),
        *bodies(kinds["organisation"], by_page),
        *spots,
        *grounds,
        *_by_words("other", kinds["other"]),
        *_peoples(kinds["group"]),
    ]


def _by_words(kind: str, some: Sequence[Named]) -> list[Cluster]:
    clusters: dict[object, Cluster] = {}
    for one in some:
        words = body_words(_in_full(one.text))[0] or one.text
        clusters.setdefault(words, Cluster(kind)).named.append(one)
    return list(clusters.values())


_ROADS = {
    "st": "Street",
    "ave": "Avenue",
    "rd": "Road",
    "dr": "Drive",
    "blvd": "Boulevard",
    "ln": "Lane",
    "hwy": "Highway",
}


def _in_full(name: str) -> str:
    """ "Maple St." is "Maple Street"."""
    *first, last = name.split() or [name]
    return " ".join([*first, _ROADS.get(last.casefold().rstrip("."), last)]) if first else name


def _peoples(some: Sequence[Named]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    for one in some:
        country = country_of_demonym(one.text)
        clusters.setdefault(country or fold(one.text), Cluster("group", country=country)).named.append(one)
    return list(clusters.values())
