"""Stage 7: one row for each person, organisation, place, group and facility of a story, over all spellings and reports."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model.entity import Entity, Mention, Role
from rashomon.model.identity import identify
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.entities.again import named_again
from rashomon.stages.entities.anaphora import resolve
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.groups import groups
from rashomon.stages.entities.kinds import settle
from rashomon.stages.entities.locate import PRECISION
from rashomon.stages.entities.merge import merge
from rashomon.stages.entities.names import is_acronym
from rashomon.stages.entities.pages import Page, named_of, page_of
from rashomon.stages.entities.roles import roles_of
from rashomon.stages.entities.wholes import made_whole


def link(story: Story, reports: Sequence[Report], readings: Mapping[str, Reading]) -> tuple[Entity, ...]:
    """All entities of a story's reports, sorted by id. `readings` maps a sentence's text to its reading.

    The same for any order of the reports. Cost grows with the number of sentences.
    """
    cache: dict[str, tuple[object, ...]] = {}
    pages = [page_of(report, readings, cache) for report in sorted(reports, key=lambda r: r.id)]  # type: ignore[arg-type]
    everything = settle(pages, made_whole(pages, [one for page in pages for one in named_of(page)]))
    clusters = merge(pages, [*everything, *named_again(pages, everything)])
    _give_roles(pages, clusters)
    resolve(pages, clusters)
    return tuple(sorted(_entities([*clusters, *groups(pages)]), key=lambda e: e.id))


def _give_roles(pages: Sequence[Page], clusters: Sequence[Cluster]) -> None:
    by_report = {page.report.id: page for page in pages}
    for cluster in clusters:
        for one in cluster.named if cluster.kind == "person" else ():
            page = by_report[one.report]
            text = page.report.text
            cluster.roles += [Role(role=text[s:e], report=one.report, start=s, end=e) for s, e in roles_of(one, page)]
            if one.found.title is not None:
                tokens = page.lines[one.line].reading.tokens
                cluster.titles.append(" ".join(t.text for t in tokens[one.found.title : one.found.first]))


def _entities(clusters: Sequence[Cluster]) -> list[Entity]:
    taken: Counter[str] = Counter()
    out = []
    for cluster in sorted(clusters, key=lambda c: (c.kind, _name(c), c.country or "", _spans(c)[0])):
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
    return Entity(
        id=identity,
        kind=cluster.kind,
        name=name,
        aliases=tuple(sorted(set(_spellings(cluster)) - {name})),
        mentions=tuple(Mention(report=r, start=s, end=e, pronoun=p) for r, s, e, p in _spans(cluster)),
        roles=tuple(sorted(cluster.roles, key=lambda r: (r.report, r.start, r.end))),
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
    counts = Counter(_spellings(cluster))
    if not cluster.named:
        return min(counts, key=lambda text: (-counts[text], -len(text), text.swapcase()))
    if cluster.kind == "place":
        return min(counts, key=lambda text: (-counts[text], -len(text), text))
    return min(counts, key=lambda t: (is_acronym(t), -min(3, len(t.split())), -counts[t], -len(t), t))


def _spellings(cluster: Cluster) -> list[str]:
    """The words that name it; for what no name stands for, the words as they are."""
    return [one.text for one in cluster.named] or [text for _, text in cluster.extra]


def _spans(cluster: Cluster) -> list[tuple[str, int, int, bool]]:
    named = {(one.report, one.start, one.end, False) for one in cluster.named}
    return sorted(named | {(m.report, m.start, m.end, m.pronoun) for m, _ in cluster.extra})
