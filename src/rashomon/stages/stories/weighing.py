"""Many reports side by side in order of days, every word as heavy as it is rare in the week of its report: what batches of pairs are looked at in."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.stages.stories.card import LEAD, NAME, NUMBER, TERM
from rashomon.stages.stories.cards import Cards, column
from rashomon.stages.stories.postings import WEEK, level
from rashomon.stages.stories.settings import Settings

Array = NDArray[Any]
DAY = 32  # a "word" that is a day which the report names
_KIND = (NAME, TERM, NUMBER)
_STEP = 1 << 24  # words that are weighed at a time


class Weighed(NamedTuple):
    """Reports by their places in order of days, undated ones first. The words of report `i`, and after them the days that it names, are `words[starts[i]:starts[i + 1]]`;
    beside each stands in `marks` what it is (high byte) and how heavy (low byte, in levels). `total` is the level of all reports in its week, `lengths`
    are those of its names, terms, numbers and lead, `whole` the weight of the names in its lead, `told` how many days it names.
    `size`: one more than the highest number of a word. `undated`: how many have no day."""

    number: Array
    day: Array
    outlet: Array
    total: Array
    starts: Array
    words: Array
    marks: Array
    lengths: Array
    whole: Array
    told: Array
    size: Array
    undated: Array


def weighed(cards: Cards, numbers: Collection[int], settings: Settings) -> Weighed:
    """The reports of these numbers."""
    number = _in_order(cards, numbers)
    day = column(cards.day)[number]
    words, flags, starts, told, size = _words(cards, number)
    heavy, total = _weights(cards, day, words, flags, starts, settings)
    marks = (flags.astype(np.uint16) << 8) | heavy
    lengths, whole = _sums(marks, starts, settings)
    outlets = {
        name: place for place, name in enumerate(sorted({cards.head(n).outlet or "" for n in number.tolist()}), 1)
    }
    outlet = np.array([outlets[name] if (name := cards.head(n).outlet) else 0 for n in number.tolist()], np.int32)
    undated = int(np.searchsorted(day, 0))
    return Weighed(
        number, day, outlet, total, starts, words, marks, lengths, whole, told, np.array(size), np.array(undated)
    )


def _in_order(cards: Cards, numbers: Collection[int]) -> Array:
    """By day, those of one day by number; nothing hangs on the order within a day."""
    found = np.sort(np.fromiter(numbers, np.int32, len(numbers)))
    return found[np.argsort(column(cards.day)[found], kind="stable")]


def spread(first: Array, counts: Array) -> Array:
    """`first[0]` and the `counts[0] - 1` numbers after it, then the same for the next."""
    ends = np.cumsum(counts)
    return np.repeat(first - (ends - counts), counts) + np.arange(int(ends[-1]) if len(ends) else 0)


def _words(cards: Cards, number: Array) -> tuple[Array, Array, Array, Array, int]:
    """Words and the days that are named, what they are, where each report's start, how many days each names, and one more than the highest."""
    starts, told_starts = column(cards.starts), column(cards.told_starts)
    days, place = np.unique(column(cards.told), return_inverse=True)
    own, told = (np.diff(each)[number] for each in (starts, told_starts))
    begins = np.concatenate([[0], np.cumsum(own + told)])
    words, flags = np.empty(begins[-1], np.int32), np.full(begins[-1], DAY, np.uint8)
    known = len(cards.vocabulary.words)
    for low, high in _portions(begins):
        part = slice(low, high)
        here, there = spread(begins[low:high], own[part]), spread(starts[number[part]], own[part])
        words[here] = column(cards.words)[there]
        flags[here] = column(cards.flags)[there]
        here, there = spread(begins[low:high] + own[part], told[part]), spread(told_starts[number[part]], told[part])
        words[here] = known + place[there]
    return words, flags, begins, told.astype(np.int32), known + len(days)


def _portions(starts: Array) -> Iterator[tuple[int, int]]:
    """Runs of reports of so many words at most, or of one report."""
    low = 0
    while low < len(starts) - 1:
        high = max(low + 1, int(np.searchsorted(starts, starts[low] + _STEP, "right")) - 1)
        yield low, high
        low = high


def _weights(
    cards: Cards, day: Array, words: Array, flags: Array, starts: Array, settings: Settings
) -> tuple[Array, Array]:
    """What each word weighs in its report, and the level of all reports for each report: as `Postings` says, week by week in one sweep."""
    behind = (
        np.frombuffer(cards.vocabulary.common, np.float64) * settings.background
        if len(cards.vocabulary.words)
        else np.zeros(0)
    )
    counts = np.zeros(len(behind) + int(words.max(initial=0)) + 1, np.int32)
    heavy, total = np.ones(len(words), np.uint8), np.empty(len(day), np.uint8)
    ends = [*(np.flatnonzero(np.diff(day // WEEK)) + 1).tolist(), len(day)] if len(day) else []
    low = first = 0
    for last in ends:
        end = (int(day[first]) // WEEK + 1) * WEEK
        oldest = int(np.searchsorted(day, end - settings.memory))
        np.add.at(counts, words[starts[first] : starts[last]], 1)
        np.subtract.at(counts, words[starts[low] : starts[oldest]], 1)
        low = oldest
        total[first:last] = level(last - low + settings.background)
        for begin in range(int(starts[first]), int(starts[last]), _STEP):
            part = slice(begin, min(begin + _STEP, int(starts[last])))
            own = flags[part] != DAY
            some = words[part][own]
            heavy[part][own] = int(total[first]) - np.floor(np.log2(counts[some] + behind[some]) + 0.5).astype(np.int64)
        first = last
    return heavy, total


def _sums(marks: Array, starts: Array, settings: Settings) -> tuple[Array, Array]:
    """The lengths of names, terms, numbers and lead of each report, and the weight of the names in its lead."""
    many = len(starts) - 1
    lengths, whole = np.zeros((many, 4)), np.zeros(many, np.int64)
    for low, high in _portions(starts):
        mark = marks[starts[low] : starts[high]]
        report = np.repeat(np.arange(high - low), np.diff(starts[low : high + 1]))
        flags, heavy = mark >> 8, (mark & 255).astype(np.float64)

        def summed(chosen: Array, values: Array, report: Array = report, count: int = high - low) -> Array:
            return np.bincount(report[chosen], values[chosen], count)

        square = heavy * heavy
        for place, kind in enumerate(_KIND):
            lengths[low:high, place] = summed(np.flatnonzero(flags & kind), square)
        lead_name, lead_term = ((flags & (LEAD | kind)) == LEAD | kind for kind in (NAME, TERM))
        whole[low:high] = summed(np.flatnonzero(lead_name), heavy)
        lengths[low:high, 3] = summed(np.flatnonzero(lead_term), square) + settings.name * settings.name * summed(
            np.flatnonzero(lead_name), square
        )
    return np.sqrt(lengths), whole
