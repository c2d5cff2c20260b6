"""Which words stand in which reports, day by day, and how rare a word was when a report was written."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import floor, log, log2
from typing import TYPE_CHECKING

from rashomon.stages.stories.laying import Laid, laid

if TYPE_CHECKING:
    from rashomon.stages.stories.cards import Cards

WEEK = 7  # days
UNDATED = -(10**6)  # a day, and a week, of their own
_WEEKS_KEPT = 16
LEVEL = log(2)  # what a level weighs


class Postings:
    """For each word (a number) the days and the numbers of the reports that have it, in order of days.

    How rare a word is, is asked of a week: over the reports of that week and of what is remembered before it (`memory` days in all). So a report that
    is added changes what words weigh in its own week and in later ones, and nothing where it is the latest. Counts are rounded to
    powers of two (`level`), so that a weight changes seldom. `background`: reports about other matter that stand behind all.
    """

    def __init__(self, memory: int, background: int, common: Sequence[float] = ()) -> None:
        self.memory = memory
        self.background = background
        self.common = common
        self.days: dict[int, array[int]] = {}
        self.who: dict[int, array[int]] = {}
        self.all: array[int] = array("i")
        self.levels: dict[int, dict[int, int]] = {}
        self._waiting: tuple[Cards, array[int]] | None = None
        self._base: Laid | None = None

    def lay(self, cards: "Cards", reports: Collection[int]) -> None:
        """These reports and no others."""
        self._base, self._waiting = None, (cards, array("i", sorted(reports)))
        self.days, self.who, self.levels = {}, {}, {}
        self.all = array("i", sorted([cards.day[number] for number in reports]))

    def _own(self, word: int) -> "tuple[array[int], array[int]]":
        """Days and reports of the word, taken from what was laid where it is asked of for the first time."""
        days = self.days.get(word)
        if days is None:
            days, self.who[word] = self._laid(word)
            self.days[word] = days
        return days, self.who[word]

    def _laid(self, word: int) -> "tuple[array[int], array[int]]":
        if self._waiting:
            self._base, self._waiting = laid(*self._waiting), None
        if self._base is None or word >= len(self._base.starts) - 1:
            return array("i"), array("i")
        own = self._base.who[self._base.starts[word] : self._base.starts[word + 1]]
        return array("i", self._base.day[own].tobytes()), array("i", own.tobytes())

    def add(self, report: int, day: int, words: Iterable[int]) -> None:
        self.all.insert(bisect_right(self.all, day), day)
        for word in words:
            days, who = self._own(word)
            place = bisect_right(days, day)
            days.insert(place, day)
            who.insert(place, report)
            self._forget(word, day)

    def remove(self, report: int, day: int, words: Iterable[int]) -> None:
        del self.all[bisect_left(self.all, day)]
        for word in words:
            days, who = self._own(word)
            place = who.index(report, bisect_left(days, day))
            del days[place], who[place]
            self._forget(word, day)

    def _forget(self, word: int, day: int) -> None:
        for week, kept in self.levels.items():
            if week >= week_of(day):
                kept.pop(word, None)

    def level(self, word: int, week: int) -> int:
        """Level of the reports that have the word in the week or in the memory before it; -1 for none."""
        kept = self.levels.get(week)
        if kept is None:
            if len(self.levels) >= _WEEKS_KEPT:
                del self.levels[next(iter(self.levels))]
            kept = self.levels[week] = {}
        found = kept.get(word)
        if found is None:
            behind = self.common[word] * self.background
            found = kept[word] = level(_within(self._own(word)[0], week, self.memory) + behind)
        return found

    def total(self, week: int) -> int:
        """Level of all reports of the week and its memory and of those behind them."""
        return level(_within(self.all, week, self.memory) + self.background)

    def within(self, word: int, first: int, last: int) -> "array[int]":
        """The reports that have the word and were written from the first day to the last, both inclusive."""
        days, who = self._own(word)
        return who[bisect_left(days, first) : bisect_right(days, last)]

    def weeks(self, word: int | None, first: int, last: int) -> Iterator[int]:
        """The weeks, from the first to the last, both inclusive, in which reports have the word (None: any reports)."""
        days = self.all if word is None else self._own(word)[0]
        place = bisect_left(days, first * WEEK)
        while place < len(days) and (found := week_of(days[place])) <= last:
            yield found
            place = bisect_left(days, (found + 1) * WEEK, place)

    def memory_of(self, week: int) -> int:
        """The last week that remembers this one."""
        return week + self.memory // WEEK - 1


def _within(days: "array[int]", week: int, memory: int) -> int:
    end = (week + 1) * WEEK
    return bisect_left(days, end) - bisect_left(days, end - memory) if days else 0


def week_of(day: int) -> int:
    return day // WEEK


def level(count: float) -> int:
    """The count as the nearest power of two, on the scale of logarithms; -1 for none."""
    return floor(log2(count) + 0.5) if count > 0 else -1


def weight(found: int, total: int) -> int:
    """Inverse document frequency from two levels, in levels."""
    return total - found
