"""Persons: one for all spellings of a full name, and the lone names that mean it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import person_words, same_person
from rashomon.stages.entities.pages import Named

_LOOKED_AT = 50


def persons(some: Sequence[Named]) -> list[Cluster]:
    """Full names that can be one person's join. A lone name goes to the person of that surname whom its report names in full
    most often (of equals the last before it), else to the one person so called in the story, else stands for itself."""
    clusters: dict[str, Cluster] = {}
    for names in _joined(sorted({one.text for one in some if _is_full(one.text)})):
        cluster = Cluster("person")
        clusters |= dict.fromkeys(names, cluster)
    called = _Called([(one, clusters[one.text]) for one in some if one.text in clusters])
    alone: dict[str, Cluster] = {}
    for one in some:
        cluster = clusters.get(one.text) or called.by(one) or alone.setdefault(_lone(one.text), Cluster("person"))
        cluster.named.append(one)
    distinct = {id(cluster): cluster for cluster in [*clusters.values(), *alone.values()]}
    return [cluster for cluster in distinct.values() if cluster.named]


class _Called:
    """Who goes by a word, in each report and in the story."""

    def __init__(self, full: Sequence[tuple[Named, Cluster]]) -> None:
        self.by_report: dict[tuple[str, str], list[tuple[Named, Cluster]]] = defaultdict(list)
        self.by_story: dict[str, dict[int, Cluster]] = defaultdict(dict)
        for one, cluster in full:
            for word in dict.fromkeys(person_words(one.text)):
                self.by_report[one.report, word].append((one, cluster))
                self.by_story[word][id(cluster)] = cluster

    def by(self, one: Named) -> Cluster | None:
        word = _lone(one.text)
        here = self.by_report.get((one.report, word), [])[:_LOOKED_AT]
        if here:
            counts = Counter(id(cluster) for _, cluster in here)

            def rank(pair: tuple[Named, Cluster]) -> tuple[bool, int, bool, int]:
                named, cluster = pair
                surname = word in (person_words(named.text)[-1], person_words(named.text)[0])
                return surname, counts[id(cluster)], named.start < one.start, named.start

            return max(here, key=rank)[1]
        known = self.by_story.get(word, {})
        return next(iter(known.values())) if len(known) == 1 else None


def _is_full(name: str) -> bool:
    return len(person_words(name)) > 1


def _lone(name: str) -> str:
    """The key of a name of one word."""
    return "".join(person_words(name))


def _joined(names: Sequence[str]) -> list[list[str]]:
    """Groups of names that can be one person's, compared only where they share their first or last word.
    A name with an initial joins only where one person fits: "J. Lomax" must not make Jon and Jill Lomax one."""
    leader = {name: name for name in names}
    initialled = {name for name in names if len(person_words(name)[0]) == 1}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    boxes: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for block in dict.fromkeys([person_words(name)[0], person_words(name)[-1]]):
            for other in boxes[block][:50]:
                if not {name, other} & initialled and same_person(name, other):
                    first, second = sorted((find(name), find(other)))
                    leader[second] = first
            boxes[block].append(name)
    for name in sorted(initialled):
        fits = {
            find(other) for other in boxes[person_words(name)[-1]][:50] if other != name and same_person(name, other)
        }
        if len(fits) == 1:
            leader[find(name)] = fits.pop()
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[find(name)].append(name)
    return list(groups.values())
