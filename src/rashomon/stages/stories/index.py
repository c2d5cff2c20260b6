"""Stories over a collection that grows: a report that comes touches its own neighbours and nothing else."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.stories.candidates import partners
from rashomon.stages.stories.card import Card, Vocabulary, card
from rashomon.stages.stories.grouping import grouped
from rashomon.stages.stories.postings import WEEK, Postings, weight
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.signs import Matter, likelihood
from rashomon.stages.stories.telling import in_order, story_of

_LEAST = 0.02  # likelihood under which a pair says nothing
_MATTERS = 8192  # kept at once; others are made again


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

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.looked = 0
        self._vocabulary = Vocabulary()
        self._postings = Postings(self.settings.memory, self.settings.background, self._vocabulary.common)
        self._cards: list[Card | None] = []
        self._number: dict[str, int] = {}
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._standing: set[int] = set()
        self._like: dict[int, dict[int, float]] = defaultdict(dict)
        self._matters: OrderedDict[int, Matter] = OrderedDict()
        self._bonds = Bonds()
        self._together: dict[str, set[str]] = defaultdict(set)
        self._cluster_of: dict[int, int] = {}
        self._clusters: dict[int, tuple[int, ...]] = {}
        self._stories: dict[int, tuple[Story, ...]] = {}
        self._next = 0
        self._loose: dict[str, str | None] = {}
        self._anchored: dict[str, list[str]] = {}

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
        found = self._like.get(self._number[report], {}).items()
        return sorted(((self._card(other).id, value) for other, value in found), key=lambda each: (-each[1], each[0]))

    def alike(self, one: str, other: str) -> bool:
        """Whether the two are one text, or likely to be of one story."""
        a, b = self._number[one], self._number[other]
        return self._like.get(a, {}).get(b, 0.0) >= self.settings.join or self._card(a).text == self._card(b).text

    def loosen(self, roundups: Mapping[str, str | None]) -> Changed:
        """Takes the ties of these reports to others away, instead of those that were given before: round-ups tie stories that are none. Each stays with one report, or with
        none; what persons decided holds."""
        changed = {
            one for one in roundups.keys() | self._loose.keys() if self._loose.get(one, one) != roundups.get(one, one)
        }
        self._loose, self._anchored = dict(roundups), defaultdict(list)
        for one, other in roundups.items():
            if other is not None and not self._together.get(one):
                self._anchored[one].append(other)
                self._anchored[other].append(one)
        return self._regroup({self._number[report] for report in changed if report in self._number})

    def matter(self, report: str) -> Matter:
        return self._matter(self._number[report])

    def matter_of(self, passage: Report, sketch: Sketch) -> Matter:
        """A passage of a report, weighed like the report; it becomes no part of the index."""
        return self._made(card(passage, sketch, None, self._vocabulary))

    def kept_apart(self, report: str, others: Collection[str]) -> bool:
        """Whether a person said that the report does not belong with one of the others."""
        return any(report in pair and (pair[0] in others or pair[1] in others) for pair in self._bonds.apart)

    def cards(self, reports: Iterable[str]) -> list[Card]:
        """In order of their ids."""
        return [self._card(self._number[report]) for report in sorted(reports)]

    def put(self, given: Iterable[Given]) -> Changed:
        """Takes reports in; one that is there already is taken anew where its voice changed, or what a person can correct."""
        cards = {}
        for report, sketch, voice in given:
            if (known := self._number.get(report.id)) is not None and voice and self._card(known).is_of(report, voice):
                continue  # an id is the report's content: nothing else can have changed
            new = card(report, sketch, voice, self._vocabulary)
            if (old := self._number.get(report.id)) is None or self._card(old) != new:
                cards[report.id] = new
        return self._change(cards, [id for id in cards if id in self._number])

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

    def _change(self, come: dict[str, Card], leave: Collection[str]) -> Changed:
        """Clusters of all that leave, come, or change in weight are grouped anew."""
        texts = {one.text for one in come.values()} | {self._card(self._number[id]).text for id in leave}
        touched = {self._number[id] for text in texts for id in self._texts.get(text, ())}
        before = self._standing_of(texts)
        gone = {self._number[id] for id in leave}
        for id in leave:
            number = self._number.pop(id)
            self._texts[self._card(number).text].remove(id)
        for id, one in come.items():
            self._number[id] = len(self._cards)
            self._cards.append(one)
            self._texts[one.text].append(id)
        after = self._standing_of(texts)
        changed = self._count(after - before, before - after)
        touched |= self._forget_pairs(changed | gone | (before - after))
        changed -= before - after
        touched |= self._look(changed) | changed | {self._number[id] for id in come}
        result = self._regroup(touched, gone)
        for number in gone:
            self._cards[number] = None
        return result

    def _card(self, number: int) -> Card:
        found = self._cards[number]
        assert found is not None
        return found

    def _standing_of(self, texts: Iterable[str]) -> set[int]:
        """The reports that stand for their texts: all, or of a text that is printed often those with the first ids."""
        most = self.settings.standing
        return {self._number[id] for text in texts for id in sorted(self._texts.get(text, ()))[:most]}

    def _count(self, enter: set[int], leave: set[int]) -> set[int]:
        """Enters the words of some and strikes those of others; those that enter, and those that then weigh otherwise."""
        moved = [self._card(number) for number in (*enter, *leave)]
        before = self._levels(moved) if self._standing else {}
        for number in sorted(leave, reverse=True):
            self._postings.remove(number, self._card(number).day, self._card(number).words())
        for number in sorted(enter, key=lambda one: self._card(one).day):
            self._postings.add(number, self._card(number).day, self._card(number).words())
        self._standing = (self._standing - leave) | enter
        after = self._levels(moved) if before else {}
        found = set(enter)
        for (word, week), old in before.items():
            if after.get((word, week)) != old:
                found.update(self._of_week(word, week))
        return found

    def _levels(self, moved: Sequence[Card]) -> dict[tuple[int | None, int], tuple[int, int]]:
        """Levels of the words of some reports, and of all reports (None), in the weeks that remember these."""
        postings = self._postings
        weeks: dict[int | None, int] = {}
        for one in moved:
            for word in (None, *one.words()):
                weeks[word] = min(weeks.get(word, one.week), one.week)
        last = max((postings.memory_of(one.week) for one in moved), default=0)
        return {
            (word, week): (postings.total(week), postings.size(week))
            if word is None
            else (postings.level(word, week), 0)
            for word, first in weeks.items()
            for week in postings.weeks(word, first, last)
        }

    def _of_week(self, word: int | None, week: int) -> Iterable[int]:
        if word is not None:
            return self._postings.within(word, week * WEEK, week * WEEK + WEEK - 1)
        return [number for number in self._standing if self._card(number).week == week]

    def _forget_pairs(self, numbers: set[int]) -> set[int]:
        """Those that were likely to go with them."""
        touched = set()
        for number in numbers:
            self._matters.pop(number, None)
            for other, value in self._like.pop(number, {}).items():
                self._like[other].pop(number, None)
                if value >= self.settings.join:
                    touched.add(other)
        return touched - numbers

    def _look(self, numbers: set[int]) -> set[int]:
        """Looks at the pairs of these reports; those that are likely to go with them."""
        touched, done = set(), set()
        for number in sorted(numbers, key=lambda one: (self._card(one).day, self._card(one).id)):
            done.add(number)
            own = self._matter(number)
            for other, heft in partners(self._card(number), self._postings, self.settings):
                if other not in done and (heft >= self.settings.heft_late or self._soon(number, other)):
                    self.looked += 1
                    value = likelihood(own, self._matter(other))
                    if value >= _LEAST:
                        self._like[number][other] = self._like[other][number] = value
                        if value >= self.settings.join:
                            touched.add(other)
        return touched

    def _soon(self, one: int, other: int) -> bool:
        """Whether the two lie close in time; undated ones lie close to nothing."""
        return abs(self._card(one).day - self._card(other).day) <= self.settings.late

    def _matter(self, number: int) -> Matter:
        found = self._matters.get(number)
        if found is None:
            if len(self._matters) >= _MATTERS:
                self._matters.popitem(last=False)
            found = self._matters[number] = self._made(self._card(number))
        return found

    def _made(self, one: Card) -> Matter:
        postings, week = self._postings, one.week
        total = postings.total(week)

        def weigh(words: Iterable[int]) -> dict[int, float]:
            return {word: weight(postings.level(word, week), total) for word in words}

        return Matter(one, weigh, self.settings)

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
            found = self._hanging_together(min(left))
            for number in found - left:
                left |= self._dissolve(number, old)
            left -= found
            new |= self._settle(sorted(found, key=lambda one: self._card(one).id))
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
        one, join = self._card(number), self.settings.join
        yield from (other for other, value in self._like.get(number, {}).items() if value >= join)
        mates = self._texts[one.text]
        if mates[0] == one.id:
            yield from (self._number[id] for id in mates)
        yield self._number[mates[0]]
        held = (*self._together.get(one.id, ()), *self._anchored.get(one.id, ()))
        yield from (self._number[id] for id in held if id in self._number)

    def _settle(self, members: Sequence[int]) -> dict[str, Story]:
        """Makes the stories of a cluster, its members in order of their ids."""
        groups = self._groups(members) if len(members) > 1 else [[0]]
        stories = tuple(self._story([members[i] for i in group]) for group in groups)
        self._take_up(members, stories)
        return {story.id: story for story in stories}

    def _take_up(self, members: Sequence[int], stories: tuple[Story, ...]) -> None:
        cluster, self._next = self._next, self._next + 1
        self._clusters[cluster] = tuple(members)
        self._cluster_of |= dict.fromkeys(members, cluster)
        self._stories[cluster] = stories

    def _groups(self, members: Sequence[int]) -> list[list[int]]:
        place = {number: i for i, number in enumerate(members)}
        by_id = {self._card(number).id: i for number, i in place.items()}
        like = {
            (place[one], place[other]): value
            for one in members
            for other, value in self._like.get(one, {}).items()
            if other in place
            and place[one] < place[other]
            and not self._loose.keys() & {self._card(one).id, self._card(other).id}
        }
        kept = [(one, other) for one, others in self._anchored.items() for other in others]
        together = [*_placed(self._bonds.together, by_id), *self._one_text(members), *_placed(kept, by_id)]
        apart = _placed(self._bonds.apart, by_id)
        return grouped(len(members), like, together, self.settings.join, self.settings.nearest, apart)

    def _one_text(self, members: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Reports that are one text tell of one happening. Each is paired with the first and the next: where a person keeps the first
        apart, the others stay together."""
        texts: dict[str, list[int]] = defaultdict(list)
        for i, number in enumerate(members):
            texts[self._card(number).text].append(i)
        for mates in texts.values():
            yield from ((mates[0], other) for other in mates[1:])
            yield from pairwise(mates[1:])

    def _story(self, members: Sequence[int]) -> Story:
        return story_of([self._card(number) for number in members], self._vocabulary, self.settings)


def _placed(pairs: Iterable[tuple[str, str]], place: dict[str, int]) -> list[tuple[int, int]]:
    """The pairs of reports that are there, by their places, in order."""
    known = ((place[a], place[b]) for a, b in pairs if a in place and b in place and a != b)
    return sorted((min(pair), max(pair)) for pair in known)
