"""Persons: one for all spellings of a full name, and the lone names that mean it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.stages.entities.called import Called
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import generation, is_full, person_words, same_person
from rashomon.stages.entities.pages import Named, Page

_MOST = 50  # groups of one surname that a name is compared with


def persons(some: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    """Full names that can be one person's join. A lone name goes to whom the rules of `called` choose of those so called in its
    report, else in the story; where they choose nobody it stands for itself."""
    reports: dict[str, set[str]] = defaultdict(set)
    for one in some:
        reports[one.text].add(one.report)
    names = sorted(name for name in reports if is_full(name))
    clusters: dict[str, Cluster] = {}
    for group in _joined(names, reports):
        clusters |= dict.fromkeys(group, Cluster("person"))
    clusters |= _tails(names, clusters)
    called = Called([(one, clusters[one.text]) for one in some if one.text in clusters], pages)
    alone: dict[str, Cluster] = {}
    for one in some:
        lone = "".join(person_words(one.text))
        cluster = clusters.get(one.text) or called.by(one) or alone.setdefault(lone, Cluster("person"))
        cluster.named.append(one)
    distinct = {id(cluster): cluster for cluster in [*clusters.values(), *alone.values()]}
    return [cluster for cluster in distinct.values() if cluster.named]


def _joined(names: Sequence[str], reports: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of names that can be one person's. The fullest names come first, and each joins the one group all of whose names it
    fits; where it fits two ("J. Lomax" beside Jon and Jill Lomax) it stands alone."""
    boxes: dict[str, list[list[str]]] = defaultdict(list)
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda n: (-_told(n), n)):
        words = person_words(name)
        blocks = dict.fromkeys([words[0], words[-1], "".join(sorted("".join(words)))])
        near = {id(group): group for block in blocks for group in boxes[block][:_MOST]}
        fits = [group for group in near.values() if all(_can_be(name, other, reports) for other in group[:_MOST])]
        like = [group for group in fits if generation(group[0]) == generation(name)] or fits
        if len(like) == 1:
            like[0].append(name)
            group = like[0]
        else:
            group = [name]
            groups.append(group)
        for block in blocks:
            if not any(group is other for other in boxes[block]):
                boxes[block].append(group)
    return groups


def _told(name: str) -> int:
    """How much a name tells: its words, those in full twice."""
    return sum(1 + (len(word) > 1) for word in person_words(name))


def _can_be(name: str, other: str, reports: Mapping[str, set[str]]) -> bool:
    """A report that has "Ann Lomax" and "Ann Lomax Jr." tells two persons."""
    apart = generation(name) != generation(other) and not reports[name].isdisjoint(reports[other])
    return not apart and same_person(name, other)


def _tails(names: Sequence[str], clusters: Mapping[str, Cluster]) -> dict[str, Cluster]:
    """Names that only close longer ones ("Vale Lomax" of "Ann Vale Lomax"), each with the one person whose name it closes."""
    longer: dict[tuple[str, ...], dict[int, Cluster]] = defaultdict(dict)
    for name in names:
        words = tuple(person_words(name))
        for start in range(1, len(words) - 1):
            longer[words[start:]][id(clusters[name])] = clusters[name]
    alone = Counter(id(clusters[name]) for name in names)
    out = {}
    for name in names:
        whole = longer.get(tuple(person_words(name)), {})
        if len(whole) == 1 and alone[id(clusters[name])] == 1:
            out[name] = next(iter(whole.values()))
    return out
