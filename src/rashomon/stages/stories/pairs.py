"""The likelihood of all pairs of reports that share what tells, kept while reports come and go: one by one, or all at once."""

import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.stages.stories.candidates import partners
from rashomon.stages.stories.card import Card
from rashomon.stages.stories.cards import Cards
from rashomon.stages.stories.likeness import Likeness
from rashomon.stages.stories.postings import WEEK, Postings, week_of, weight
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.signs import LEAST, Matter, likelihood

if TYPE_CHECKING:
    from rashomon.stages.stories.looking import Engine

_MATTERS = 8192  # kept at once; others are made again
_MANY, _SHARE = (
    256,
    8,
)  # so many reports that enter, and a part of those that stand, are looked at with all others at once


class Pairs:
    """`standing`: the reports that are compared, for all of their text; `looked` counts the pairs that were looked at; `engine` runs the tasks of a batch, which find the
    reports' columns in `folder` (None: where the machine keeps what is soon gone)."""

    def __init__(self, settings: Settings, engine: "Engine" = map, folder: str | None = None) -> None:
        self.settings = settings
        self.engine = engine
        self.folder = folder
        self.looked = 0
        self.cards = Cards()
        self.like = Likeness()
        self.standing: set[int] = set()
        self.postings = Postings(settings.memory, settings.background, self.cards.vocabulary.common)
        self._matters: OrderedDict[int, Matter] = OrderedDict()

    def change(self, enter: set[int], leave: set[int], gone: set[int]) -> set[int]:
        """Some reports stand from now on, others no more, for they are gone or others stand for their text. Those whose pairs may have changed."""
        if len(enter) >= _MANY and len(enter) * _SHARE >= len(self.standing):
            return self._at_once(enter, leave)
        changed = self._count(enter, leave)
        if len(changed) >= _MANY and len(changed) * _SHARE >= len(self.standing):
            return self._at_once(enter, leave)
        touched = self._forget(changed | gone | leave)
        changed -= leave
        return touched | self._look(changed) | changed

    # -- all at once

    def _at_once(self, enter: set[int], leave: set[int]) -> set[int]:
        from rashomon.stages.stories.looking import looked_over

        touched = self.standing | enter | leave
        self.standing = (self.standing - leave) | enter
        self._matters.clear()
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            one, other, value, looked = looked_over(self.cards, self.standing, self.settings, self.engine, Path(folder))
        self.like.lay(one, other, value, len(self.cards))
        self.looked += looked
        self.postings.lay(self.cards, self.standing)
        return touched

    # -- one by one

    def _count(self, enter: set[int], leave: set[int]) -> set[int]:
        """Enters the words of some and strikes those of others; those that enter, and those that then weigh otherwise."""
        cards, moved = self.cards, (*enter, *leave)
        before = self._levels(moved) if self.standing else {}
        for number in sorted(leave, reverse=True):
            self.postings.remove(number, cards.day[number], cards.words_of(number))
        for number in sorted(enter, key=lambda one: cards.day[one]):
            self.postings.add(number, cards.day[number], cards.words_of(number))
        self.standing = (self.standing - leave) | enter
        after = self._levels(moved) if before else {}
        found = set(enter)
        for (word, week), old in before.items():
            if after.get((word, week)) != old:
                found.update(self._of_week(word, week))
        return found

    def _levels(self, moved: Sequence[int]) -> dict[tuple[int | None, int], int]:
        """Levels of the words of some reports, and of all reports (None), in the weeks that remember these."""
        postings = self.postings
        weeks: dict[int | None, int] = {}
        for number in moved:
            own = week_of(self.cards.day[number])
            for word in (None, *self.cards.words_of(number)):
                weeks[word] = min(weeks.get(word, own), own)
        last = max((postings.memory_of(week_of(self.cards.day[number])) for number in moved), default=0)
        return {
            (word, week): postings.total(week) if word is None else postings.level(word, week)
            for word, first in weeks.items()
            for week in postings.weeks(word, first, last)
        }

    def _of_week(self, word: int | None, week: int) -> Iterable[int]:
        if word is not None:
            return self.postings.within(word, week * WEEK, week * WEEK + WEEK - 1)
        return [number for number in self.standing if week_of(self.cards.day[number]) == week]

    def _forget(self, numbers: set[int]) -> set[int]:
        """Those that were likely to go with them."""
        touched = set[int]()
        for number in numbers:
            self._matters.pop(number, None)
            touched.update(other for other, value in self.like.pop(number).items() if value >= self.settings.join)
        return touched - numbers

    def _look(self, numbers: set[int]) -> set[int]:
        """Looks at the pairs of these reports; those that are likely to go with them."""
        touched, done = set[int](), set[int]()
        for number in sorted(numbers):
            done.add(number)
            own = self.matter(number)
            for other, heft in partners(self.cards[number], self.postings, self.settings):
                if other not in done and (heft >= self.settings.heft_late or self._soon(number, other)):
                    self.looked += 1
                    value = likelihood(own, self.matter(other))
                    if value >= LEAST:
                        self.like.put(number, other, value)
                        if value >= self.settings.join:
                            touched.add(other)
        return touched

    def _soon(self, one: int, other: int) -> bool:
        """Whether the two lie close in time; undated ones lie close to undated ones alone."""
        return abs(self.cards.day[one] - self.cards.day[other]) <= self.settings.late

    # -- what a report is about

    def matter(self, number: int) -> Matter:
        found = self._matters.get(number)
        if found is None:
            if len(self._matters) >= _MATTERS:
                self._matters.popitem(last=False)
            found = self._matters[number] = self.weighed(self.cards[number])
        return found

    def weighed(self, one: Card) -> Matter:
        postings, week = self.postings, one.week
        total = postings.total(week)

        def weigh(words: Iterable[int]) -> dict[int, int]:
            return {word: weight(postings.level(word, week), total) for word in words}

        return Matter(one, weigh, self.settings)
