"""Stories over a collection that grows: a report that comes touches its own neighbours and nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.stories.card import Card, Gist, gist
from rashomon.stages.stories.pairs import Pairs
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.settling import Held, groups_of
from rashomon.stages.stories.signs import Matter
from rashomon.stages.stories.telling import in_order, story_of

if TYPE_CHECKING:
    from rashomon.stages.stories.looking import Engine


class Given(NamedTuple):
    """A report, what rules see of it, and the id of the text's voice where lineage names one."""

    report: Report
    sketch: Sketch
    voice: str | None = None


class Changed(NamedTuple):
    """What became of the stories: ids of those that are no more, and those that are new, in order of their ids."""

    gone: tuple[str, ...]
    made: tuple[Story, ...]


class StoryIndex:
    """The stories of a set of reports. They depend on the set alone, never on the order or the portions in which it came.

    Kept are what words each report has, the likelihood of each pair that was looked at, and which reports hang together by likely pairs
    (a *cluster*; a story never goes beyond one). `put` looks at pairs of the reports that come and of those whose words change in
    weight by a whole level, and groups the clusters that these touch anew. `looked` counts the pairs that were looked at.
    """

    def __init__(self, settings: Settings | None = None, engine: "Engine" = map, folder: str | None = None) -> None:
        self.settings = settings or Settings()
        self.pairs = Pairs(self.settings, engine, folder)
        self._cards = self.pairs.cards
        self._number: dict[str, int] = {}
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._bonds = Bonds()
        self._together: dict[str, set[str]] = defaultdict(set)
        self._cluster_of: dict[int, int] = {}
        self._clusters: dict[int, tuple[int, ...]] = {}
        self._stories: dict[int, tuple[Story, ...]] = {}
        self._next = 0
        self._loose: dict[str, str | None] = {}
        self._anchored: dict[str, list[str]] = {}

    @property
    def looked(self) -> int:
        return self.pairs.looked

    def __len__(self) -> int:
        return len(self._number)

    def __iter__(self) -> Iterator[str]:
        """The ids of its reports."""
        return iter(self._number)

    def stories(self) -> tuple[Story, ...]:
        """All stories, each report in exactly one, sorted by first day then id."""
        return in_order(story for some in self._stories.values() for story in some)

    def like(self, report: str) -> list[tuple[str, float]]:
        """The reports that the report was found to be like, and how likely it goes with each (0–1); the likeliest first, then by id."""
        found = self.pairs.like.row(self._number[report]).items()
        return sorted(((self._cards.id(other), value) for other, value in found), key=lambda each: (-each[1], each[0]))

    def alike(self, one: str, other: str) -> bool:
        """Whether the two are one text, or likely to be of one story."""
        a, b = self._number[one], self._number[other]
        return self.pairs.like.row(a).get(b, 0.0) >= self.settings.join or self._text(a) == self._text(b)

    @contextmanager
    def loosened(self, roundups: Mapping[str, str | None]) -> Iterator[None]:
        """For as long as it lasts, without the ties of these reports to others: round-ups tie stories that are none. Each stays with one report, or with
        none; what persons decided holds."""
        held = self._cluster_of, self._clusters, self._stories
        self._cluster_of, self._clusters, self._stories = dict(held[0]), dict(held[1]), dict(held[2])
        self._loose, self._anchored = dict(roundups), defaultdict(list)
        for one, other in roundups.items():
            if other is not None and not self._together.get(one):
                self._anchored[one].append(other)
                self._anchored[other].append(one)
        try:
            self._regroup({self._number[report] for report in roundups if report in self._number})
            yield
        finally:
            self._cluster_of, self._clusters, self._stories = held
            self._loose, self._anchored = {}, {}

    def title(self, report: str) -> str | None:
        return self._cards.head(self._number[report]).title

    def matter(self, report: str) -> Matter:
        return self.pairs.matter(self._number[report])

    def matter_of(self, passage: Report, sketch: Sketch) -> Matter:
        """A passage of a report, weighed like the report; it becomes no part of the index."""
        return self.pairs.weighed(self._cards.made(gist(passage, sketch)))

    def kept_apart(self, report: str, others: Collection[str]) -> bool:
        """Whether a person said that the report does not belong with one of the others."""
        return any(report in pair and (pair[0] in others or pair[1] in others) for pair in self._bonds.apart)

    def cards(self, reports: Iterable[str]) -> list[Card]:
        """In order of their ids."""
        return [self._cards[self._number[report]] for report in sorted(reports)]

    def put(self, given: Iterable[Given]) -> Changed:
        """Takes reports in; one that is there already is taken anew where its voice changed, or what a person can correct."""
        return self.take(self._gists(given))

    def take(self, gists: Iterable[Gist]) -> Changed:
        """Takes reports in as `put` does, by what their cards are made of."""
        come = self._come(gists)
        return self._change(come, [id for id in come if id in self._number])

    def bring(self, given: Iterable[Given]) -> Changed:
        """Takes these reports in, and all others out; they are gone through once."""
        seen = set[str]()

        def noted() -> Iterator[Given]:
            for each in given:
                seen.add(each.report.id)
                yield each

        come = self._come(self._gists(noted()))
        return self._change(come, [id for id in self._number if id in come or id not in seen])

    def _gists(self, given: Iterable[Given]) -> Iterator[Gist]:
        """Of those that are new or may have changed: an id is the report's content, nothing else can have."""
        for report, sketch, voice in given:
            known = self._number.get(report.id)
            if known is None or not voice or not self._cards.head(known).is_of(report, voice):
                yield gist(report, sketch, voice)

    def _come(self, gists: Iterable[Gist]) -> dict[str, int]:
        """The numbers of those whose cards are new or others than before."""
        come: dict[str, int] = {}
        for each in gists:
            old = self._number.get(each.head.id)
            if old is None or not self._cards.same(old, each):
                come[each.head.id] = self._cards.append(each)
        return come

    def drop(self, reports: Iterable[str]) -> Changed:
        """Takes reports out, as if they had never come."""
        return self._change({}, sorted({id for id in reports if id in self._number}))

    def bind(self, bonds: Bonds) -> Changed:
        """Persons' decisions, instead of those that were given before."""
        old, self._bonds = self._bonds, bonds
        self._together = defaultdict(set)
        for a, b in bonds.together:
            self._together[a].add(b)
            self._together[b].add(a)
        changed = {*old.together, *old.apart} ^ {*bonds.together, *bonds.apart}
        changed |= set(old.together) ^ set(bonds.together)
        return self._regroup({self._number[id] for pair in changed for id in pair if id in self._number})

    # -- what a change touches

    def _change(self, come: dict[str, int], leave: Collection[str]) -> Changed:
        """Clusters of all that leave, come, or change in weight are grouped anew."""
        texts = {self._text(number) for number in come.values()} | {self._text(self._number[id]) for id in leave}
        touched = {self._number[id] for text in texts for id in self._texts.get(text, ())}
        before = self._standing_of(texts)
        gone = {self._number[id] for id in leave}
        for id in leave:
            self._texts[self._text(self._number.pop(id))].remove(id)
        for id, number in come.items():
            self._number[id] = number
            self._texts[self._text(number)].append(id)
        after = self._standing_of(texts)
        touched |= self.pairs.change(after - before, before - after, gone) | set(come.values())
        result = self._regroup(touched - gone, gone)
        for number in gone:
            self._cards.remove(number)
        return result

    def _text(self, number: int) -> str:
        return self._cards.head(number).text

    def _standing_of(self, texts: Iterable[str]) -> set[int]:
        """The reports that stand for their texts: all, or of a text that is printed often those with the first ids."""
        most = self.settings.standing
        return {self._number[id] for text in texts for id in sorted(self._texts.get(text, ()))[:most]}

    # -- clusters

    def _regroup(self, touched: set[int], gone: Collection[int] = ()) -> Changed:
        """Groups anew the clusters in which some reports lie, now or before."""
        old: dict[str, Story] = {}
        new: dict[str, Story] = {}
        left = set(touched)
        for number in (*touched, *gone):
            left |= self._dissolve(number, old)
        left -= set(gone)
        while left:
            for number in sorted(left):
                if number in left:
                    found = self._hanging_together(number)
                    for other in found - left:
                        left |= self._dissolve(other, old)
                    left -= found
                    new |= self._settle(sorted(found, key=self._cards.id))
        gone_ids = tuple(sorted(id for id, story in old.items() if new.get(id) != story))
        return Changed(gone_ids, tuple(story for id, story in sorted(new.items()) if old.get(id) != story))

    def _dissolve(self, number: int, old: dict[str, Story]) -> set[int]:
        """The cluster's members, its stories put with the old ones; nothing where it is dissolved already."""
        cluster = self._cluster_of.get(number)
        if cluster is None:
            return set()
        members = self._clusters.pop(cluster)
        for member in members:
            del self._cluster_of[member]
        old |= {story.id: story for story in self._stories.pop(cluster)}
        return set(members)

    def _hanging_together(self, number: int) -> set[int]:
        found, waiting = {number}, [number]
        while waiting:
            new = set(self._neighbours(waiting.pop())) - found
            found |= new
            waiting += new
        return found

    def _neighbours(self, number: int) -> Iterator[int]:
        """Those that a group with this one may hold for a pair's sake: one text, likely enough, or a person's word."""
        one, join = self._cards.head(number), self.settings.join
        yield from (other for other, value in self.pairs.like.row(number).items() if value >= join)
        mates = self._texts[one.text]
        if mates[0] == one.id:
            yield from (self._number[id] for id in mates)
        yield self._number[mates[0]]
        held = (*self._together.get(one.id, ()), *self._anchored.get(one.id, ()))
        yield from (self._number[id] for id in held if id in self._number)

    def _settle(self, members: Sequence[int]) -> dict[str, Story]:
        """Makes the stories of a cluster, its members in order of their ids."""
        groups = groups_of(members, self.pairs, self._held()) if len(members) > 1 else [[0]]
        stories = tuple(self._story([members[i] for i in group]) for group in groups)
        self._take_up(members, stories)
        return {story.id: story for story in stories}

    def _take_up(self, members: Sequence[int], stories: tuple[Story, ...]) -> None:
        cluster, self._next = self._next, self._next + 1
        self._clusters[cluster] = tuple(members)
        self._cluster_of |= dict.fromkeys(members, cluster)
        self._stories[cluster] = stories

    def _held(self) -> Held:
        return Held(self._bonds, self._loose.keys(), self._anchored)

    def _story(self, members: Sequence[int]) -> Story:
        return story_of([self._cards[number] for number in members], self._cards.vocabulary, self.settings)
