"""Persons: one for all spellings of a full name, and the lone names that mean it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import person_words, same_person
from rashomon.stages.entities.pages import Named


def persons(some: Sequence[Named]) -> list[Cluster]:
    """Full names that can be one person's join; a lone name goes to the last person so called in its report, else to the one
    person so called in the story; else it stands alone with its spelling."""
    full = sorted({one.text for one in some if len(person_words(one.text)) > 1})
    groups = _joined(full)
    clusters: dict[str, Cluster] = {}
    for names in groups:
        cluster = Cluster("person")
        clusters |= dict.fromkeys(names, cluster)
    known: dict[str, list[Cluster]] = defaultdict(list)
    for name in full:
        for word in dict.fromkeys(person_words(name)):
            if clusters[name] not in known[word]:
                known[word].append(clusters[name])
    last: dict[tuple[str, str], Cluster] = {}
    alone: dict[str, Cluster] = {}
    early: list[Named] = []
    for one in some:
        found = clusters.get(one.text) or last.get((one.report, _lone(one.text)))
        if found is None:
            early.append(one)
            continue
        found.named.append(one)
        for word in person_words(one.text):
            last[one.report, word] = found
    for one in early:
        cluster = _person_called(one, last, known, alone)
        cluster.named.append(one)
    distinct = {id(cluster): cluster for cluster in [*clusters.values(), *alone.values()]}
    return [cluster for cluster in distinct.values() if cluster.named]


def _person_called(
    one: Named, last: Mapping[tuple[str, str], Cluster], known: Mapping[str, list[Cluster]], alone: dict[str, Cluster]
) -> Cluster:
    word = _lone(one.text)
    if (one.report, word) in last:
        return last[one.report, word]
    called = known.get(word, [])
    if len(called) == 1:
        return called[0]
    return alone.setdefault(word, Cluster("person"))


def _lone(name: str) -> str:
    """The key of a name of one word."""
    return "".join(person_words(name))


def _joined(names: Sequence[str]) -> list[list[str]]:
    """Groups of names that can be one person's, compared only where they share their first or last word."""
    leader = {name: name for name in names}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    boxes: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for block in dict.fromkeys([person_words(name)[0], person_words(name)[-1]]):
            for other in boxes[block][:50]:
                if same_person(name, other):
                    first, second = sorted((find(name), find(other)))
                    leader[second] = first
            boxes[block].append(name)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[find(name)].append(name)
    return list(groups.values())
