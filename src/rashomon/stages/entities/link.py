"""Stage 7: one row for each person, organisation, place, group and facility of a story, over all spellings and reports."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model.entity import Entity, Mention, Role
from rashomon.model.identity import identify
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.entities.kinds import settle
from rashomon.stages.entities.locate import PRECISION
from rashomon.stages.entities.merge import Cluster, merge
from rashomon.stages.entities.names import is_acronym
from rashomon.stages.entities.pages import named_of, page_of


def link(story: Story, reports: Sequence[Report], readings: Mapping[str, Reading]) -> tuple[Entity, ...]:
    """All entities of a story's reports, sorted by id. `readings` maps a sentence's text to its reading.

    The same for any order of the reports. Cost grows with the number of sentences.
    """
    cache: dict[str, tuple[object, ...]] = {}
    pages = [page_of(report, readings, cache) for report in sorted(reports, key=lambda r: r.id)]  # type: ignore[arg-type]
    everything = settle(pages, [one for page in pages for one in named_of(page)])
    clusters = merge(pages, everything)
    return tuple(sorted(_entities(clusters), key=lambda e: e.id))


def _entities(clusters: Sequence[Cluster]) -> list[Entity]:
    taken: Counter[str] = Counter()
    out = []
    for cluster in sorted(
        clusters, key=lambda c: (c.kind, _name(c), c.country or "", c.named[0].report, c.named[0].start)
    ):
        name = _name(cluster)
        parts = [cluster.kind, name, cluster.country or "", str(cluster.place.geonames) if cluster.place else ""]
        identity = identify("ent1", *parts)
        taken[identity] += 1
        if taken[identity] > 1:
            identity = identify("ent1", *parts, str(taken[identity]))
        out.append(_entity(identity, name, cluster))
    return out


def _entity(identity: str, name: str, cluster: Cluster) -> Entity:
    place = cluster.place
    spans = {(one.report, one.start, one.end) for one in cluster.named}
    return Entity(
        id=identity,
        kind=cluster.kind,
        name=name,
        aliases=tuple(sorted({one.text for one in cluster.named} - {name})),
        mentions=tuple(Mention(report=r, start=s, end=e) for r, s, e in sorted(spans)),
        roles=_roles(cluster),
        country=cluster.country,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=PRECISION[place.kind] if place else None,
        geonames=place.geonames or None if place else None,
    )


def _name(cluster: Cluster) -> str:
    """The fullest of the frequent spellings: full names before lone words, words before acronyms, then the most frequent."""
    if cluster.known_as:
        return cluster.known_as
    counts = Counter(one.text for one in cluster.named)
    if cluster.kind == "place":
        return min(counts, key=lambda text: (-counts[text], -len(text), text))
    return min(counts, key=lambda t: (is_acronym(t), -min(3, len(t.split())), -counts[t], -len(t), t))


def _roles(cluster: Cluster) -> tuple[Role, ...]:
    return ()
