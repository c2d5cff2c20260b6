"""Which named things are one: persons by surname, bodies by their words, places by the gazetteer."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.outlets import find_outlet
from rashomon.reference.places import Place, fold
from rashomon.stages.entities.locate import PlaceName, locate
from rashomon.stages.entities.names import body_words, initials, is_acronym, person_words, same_person, sound
from rashomon.stages.entities.pages import Named, Page


@dataclass
class Cluster:
    """Named things that are one."""

    kind: str
    named: list[Named] = field(default_factory=list)
    place: Place | None = None
    country: str | None = None
    known_as: str | None = None


def merge(pages: Sequence[Page], everything: Sequence[Named]) -> list[Cluster]:
    by_page = {page.report.id: page for page in pages}
    kinds: dict[str, list[Named]] = defaultdict(list)
    for one in everything:
        kinds[one.kind].append(one)
    return [
        *_persons(kinds["person"]),
        *_bodies(kinds["organisation"], by_page),
        *_places(kinds["place"], by_page),
        *_by_words("facility", kinds["facility"]),
        *_by_words("other", kinds["other"]),
        *_peoples(kinds["group"]),
    ]


def _by_words(kind: str, some: Sequence[Named]) -> list[Cluster]:
    clusters: dict[object, Cluster] = {}
    for one in some:
        clusters.setdefault(body_words(one.text)[0] or one.text, Cluster(kind)).named.append(one)
    return list(clusters.values())


def _peoples(some: Sequence[Named]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    for one in some:
        country = country_of_demonym(one.text)
        clusters.setdefault(country or fold(one.text), Cluster("group", country=country)).named.append(one)
    return list(clusters.values())


# ------------------------------------------------------------------------------------------------------------ persons


def _persons(some: Sequence[Named]) -> list[Cluster]:
    """Full names that can be one person's join; a lone name goes to the last person so called in its report, else to the one
    person so called in the story; else it stands alone with its spelling."""
    full = sorted({one.text for one in some if len(person_words(one.text)) > 1})
    groups = _joined(full, same_person, lambda name: person_words(name)[-1:] + person_words(name)[:1])
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
        cluster = clusters.get(one.text)
        if cluster is None:
            cluster = last.get((one.report, sound(one.text)))
            if cluster is None:
                early.append(one)
                continue
        cluster.named.append(one)
        for word in person_words(one.text):
            last[one.report, word] = cluster
    for one in early:
        cluster = _person_called(one, last, known, alone)
        cluster.named.append(one)
    distinct = {id(cluster): cluster for cluster in [*clusters.values(), *alone.values()]}
    return [cluster for cluster in distinct.values() if cluster.named]


def _person_called(
    one: Named, last: Mapping[tuple[str, str], Cluster], known: Mapping[str, list[Cluster]], alone: dict[str, Cluster]
) -> Cluster:
    word = sound(one.text)
    if (one.report, word) in last:
        return last[one.report, word]
    called = known.get(word, [])
    if len(called) == 1:
        return called[0]
    return alone.setdefault(word, Cluster("person"))


def _joined(names: Sequence[str], same, blocks) -> list[list[str]]:  # type: ignore[no-untyped-def]
    """Groups of names that are the same, compared only where they share a block."""
    leader = {name: name for name in names}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    boxes: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for block in dict.fromkeys(blocks(name)):
            for other in boxes[block][:50]:
                if same(name, other):
                    first, second = sorted((find(name), find(other)))
                    leader[second] = first
            boxes[block].append(name)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[find(name)].append(name)
    return list(groups.values())


# ------------------------------------------------------------------------------------------------------------- bodies

# Every state has these: one that is named without its country in one report is not that of another report.
_OF_ANY_STATE = frozenset(
    "ministry council government parliament police army court committee office president senate assembly department agency "
    "party union bank guard navy cabinet commission service security".split()
)
Key = tuple[frozenset[str], str]


def _bodies(some: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    """By their words and their owner. A body named without its owner is that of its report, where only one there has its words."""
    keys = [_key(one, pages[one.report]) for one in some]
    acronyms = _acronyms(some, pages)
    owners: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for one, (words, owner) in zip(some, keys, strict=True):
        if owner:
            owners[one.report, words].add(owner)
    anywhere: dict[frozenset[str], set[str]] = defaultdict(set)
    for (_, words), found in owners.items():
        anywhere[words] |= found
    clusters: dict[object, Cluster] = {}
    for one, (words, owner) in zip(some, keys, strict=True):
        here = owners.get((one.report, words)) or (
            anywhere[words] if len(words) > 1 and not words & _OF_ANY_STATE else set()
        )
        if not owner and len(here) == 1:
            owner = next(iter(here))
        key: object = acronyms.get(one.text) or acronyms.get((words, owner)) or (words, owner)
        outlet = find_outlet(one.text)
        key = outlet.name if outlet else key
        cluster = clusters.setdefault(key, Cluster("organisation", country=owner if len(owner) == 2 else None))
        cluster.named.append(one)
        cluster.known_as = cluster.known_as or (outlet.name if outlet else None)
    return list(clusters.values())


def _key(one: Named, page: Page) -> Key:
    words, owner = body_words(one.text)
    first = one.text.split(" ")[0]
    if not owner and is_acronym(first) and len(words) > 2:
        return words - {fold(first)}, ""
    return words, owner or _owner_beside(one, page) or ""


def _owner_beside(one: Named, page: Page) -> str | None:
    """The country in "Oman's Health Ministry" and "the Health Ministry of Oman"."""
    line = page.lines[one.line]
    for other in line.found:
        country = country_of_name(other.text) or country_of_demonym(other.text)
        between = line.reading.text[
            line.reading.tokens[other.last - 1].end : line.reading.tokens[one.found.first].start
        ] if other.last <= one.found.first else line.reading.text[
            line.reading.tokens[one.found.last - 1].end : line.reading.tokens[other.first].start
        ]  # fmt: skip
        before = other.last <= one.found.first
        if country and between.strip().casefold() in (("'s", "’s", "'", "’", "") if before else ("of", "of the", "in")):
            return country
    return None


def _acronyms(some: Sequence[Named], pages: Mapping[str, Page]) -> dict[object, str]:
    """For the spelling of each acronym, and for the key of each name that it stands for, the acronym.

    An acronym in brackets right after a name stands for it; without that, where the initials of one name alone fit."""
    short = {one.text.replace(".", ""): one.text for one in some if is_acronym(one.text)}
    fits: dict[str, Counter[Key]] = defaultdict(Counter)
    for one in some:
        for acronym in initials(one.text) & set(short):
            if not is_acronym(one.text):
                fits[acronym][_key(one, pages[one.report])] += 5 if _defines(one, acronym, pages[one.report]) else 1
    out: dict[object, str] = {}
    for acronym, keys in sorted(fits.items()):
        (best, count), *others = keys.most_common(2)
        if not others or count >= 5:
            out[best] = acronym
            out |= {one.text: acronym for one in some if one.text.replace(".", "") == acronym}
    return out


def _defines(one: Named, acronym: str, page: Page) -> bool:
    line = page.lines[one.line]
    after = line.reading.text[line.reading.tokens[one.found.last - 1].end :][: len(acronym) + 6]
    return after.replace(".", "").strip().startswith(f"({acronym}")


# ------------------------------------------------------------------------------------------------------------- places


def _places(some: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    clusters: dict[object, Cluster] = {}
    by_report: dict[str, list[Named]] = defaultdict(list)
    for one in some:
        by_report[one.report].append(one)
    for report, ones in by_report.items():
        for one, place in zip(ones, locate([_place_name(one, pages[report]) for one in ones]), strict=True):
            key: object = (place.name, place.kind, place.geonames, place.lat) if place else fold(one.text)
            cluster = clusters.setdefault(
                key, Cluster("place", place=place, country=place.country or None if place else None)
            )
            cluster.named.append(one)
    return list(clusters.values())


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
