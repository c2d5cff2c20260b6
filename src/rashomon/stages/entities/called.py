"""Whom a lone name means: a table of rules with weights over the persons so called."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.reference.people import role_nouns, sex_of_given_name
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import generation, person_words
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.pronouns import TITLES

_LOOKED_AT = 50
_ENOUGH = 0.75  # share of a surname's full mentions in the story that makes one bearer the one meant


@dataclass(frozen=True)
class Bearer:
    """A person who goes by a lone name: his full mentions where it is looked for (a report or the story)."""

    cluster: Cluster
    mentions: Sequence[Named]
    share: float
    titles: frozenset[str]


@dataclass(frozen=True)
class Lone:
    """A lone name as a report has it: how it sounds, the words of its title."""

    named: Named
    word: str
    title: frozenset[str]


Rule = Callable[[Lone, Bearer], float]


def is_surname(lone: Lone, bearer: Bearer) -> float:
    """Reports call persons by their surname, which closes the name or, in the east, opens it."""
    ends = {word for one in bearer.mentions for word in (person_words(one.text)[-1], person_words(one.text)[0])}
    closes = any(person_words(one.text)[-1] == lone.word for one in bearer.mentions)
    return 4.0 if closes else 3.5 if lone.word in ends else 0.0


def has_title(lone: Lone, bearer: Bearer) -> float:
    """ "President Lomax" is the Lomax who is called president elsewhere."""
    return 4.0 if lone.title & bearer.titles & role_nouns() else 0.0


def is_of_sex(lone: Lone, bearer: Bearer) -> float:
    """ "Mrs Lomax" is no John."""
    told = {TITLES[word] for word in lone.title if word in TITLES}
    known = {sex_of_given_name(one.text.split()[0]) for one in bearer.mentions} - {None}
    return -6.0 if told and known and not told & known else 0.0


def is_named_most(lone: Lone, bearer: Bearer) -> float:
    """The one of whom is told most is meant."""
    return 2.0 * bearer.share


def came_last(lone: Lone, bearer: Bearer) -> float:
    """The one named last before it is meant, of two named as often."""
    before = any(one.report == lone.named.report and one.start < lone.named.start for one in bearer.mentions)
    return 0.5 * before


def is_no_junior(lone: Lone, bearer: Bearer) -> float:
    """A son is told from his father by his "Jr."; the bare surname is the father's."""
    return -1.0 if all(generation(one.text) for one in bearer.mentions) else 0.0


RULES: tuple[Rule, ...] = (is_surname, has_title, is_of_sex, is_named_most, came_last, is_no_junior)


class Called:
    """Who goes by a word, in each report and in the story."""

    def __init__(self, full: Iterable[tuple[Named, Cluster]], pages: Mapping[str, Page]) -> None:
        self.pages = pages
        self.by_report: dict[tuple[str, str], list[tuple[Named, Cluster]]] = defaultdict(list)
        self.by_story: dict[str, list[tuple[Named, Cluster]]] = defaultdict(list)
        self.titles: dict[int, set[str]] = defaultdict(set)
        for one, cluster in full:
            self.titles[id(cluster)] |= self._title(one)
            for word in dict.fromkeys(person_words(one.text)):
                self.by_report[one.report, word].append((one, cluster))
                self.by_story[word].append((one, cluster))
        self.long: dict[str, list[str]] = defaultdict(list)
        self.bearers: dict[tuple[str, str], list[Bearer]] = {}

    def by(self, one: Named) -> Cluster | None:
        """The bearer in the report with most votes (of equals the one named last); else of those in the story the only one,
        or one who alone fits or is named far more than the others."""
        lone = Lone(one, "".join(person_words(one.text)), frozenset(self._title(one)))
        here = self._bearers(one.report, lone.word)
        if here:
            return max(here, key=lambda b: (_votes(lone, b), b.mentions[-1].start)).cluster
        known = [
            bearer
            for bearer in self._bearers("", lone.word) or self._bearers("", self._misspelt(lone.word))
            if is_of_sex(lone, bearer) == 0
        ]
        titled = [bearer for bearer in known if has_title(lone, bearer)]
        fathers = [bearer for bearer in known if is_no_junior(lone, bearer) == 0]
        for some in (known, titled, fathers, [bearer for bearer in known if bearer.share >= _ENOUGH]):
            if len(some) == 1:
                return some[0].cluster
        return None

    def _misspelt(self, word: str) -> str:
        """The one surname of the story that a long word all but equals ("Papadopulous"), else the word."""
        if len(word) < 8:
            return word
        if not self.long:
            for other in self.by_story:
                if len(other) > 7:
                    self.long[other[:3]].append(other)
        near = [other for other in self.long[word[:3]] if SequenceMatcher(None, word, other).ratio() > 0.9]
        return near[0] if len(near) == 1 else word

    def _bearers(self, report: str, word: str) -> list[Bearer]:
        if (report, word) not in self.bearers:
            named = self.by_report.get((report, word), []) if report else self.by_story.get(word, [])
            self.bearers[report, word] = self._of(named)
        return self.bearers[report, word]

    def _of(self, named: Sequence[tuple[Named, Cluster]]) -> list[Bearer]:
        counts = Counter(id(cluster) for _, cluster in named)
        mentions: dict[int, list[Named]] = defaultdict(list)
        clusters = {id(cluster): cluster for _, cluster in named}
        for one, cluster in named:
            if len(mentions[id(cluster)]) < _LOOKED_AT:
                mentions[id(cluster)].append(one)
        return [
            Bearer(clusters[key], mentions[key], count / len(named), frozenset(self.titles[key]))
            for key, count in counts.most_common(_LOOKED_AT)
        ]

    def _title(self, one: Named) -> set[str]:
        if one.found.title is None:
            return set()
        tokens = self.pages[one.report].lines[one.line].reading.tokens
        return {token.text.casefold().rstrip(".") for token in tokens[one.found.title : one.found.first]}


def _votes(lone: Lone, bearer: Bearer) -> float:
    return sum(rule(lone, bearer) for rule in RULES)
