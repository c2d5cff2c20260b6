"""Which reports are looked at beside a report: those that share words which tell, within the window."""

from collections import defaultdict
from collections.abc import Iterator

from rashomon.stages.stories.card import Card
from rashomon.stages.stories.postings import LEVEL, UNDATED, WEEK, Postings, weight
from rashomon.stages.stories.settings import Settings


def partners(card: Card, postings: Postings, settings: Settings) -> list[tuple[int, float]]:
    """The reports whose common telling words with this one weigh enough, and how much these weigh. What a word weighs is asked of the later one's week (undated
    reports count as earliest), so that it does not matter from which of the two one asks."""
    found: defaultdict[int, int] = defaultdict(int)
    totals: dict[int, int] = {}
    for word in card.words:
        for week, first, last in _stretches(card, word, postings, settings.window):
            if week not in totals:
                totals[week] = postings.total(week)
            level = postings.level(word, week)
            if level <= telling(totals[week], settings):
                heavy = weight(level, totals[week])
                for other in postings.within(word, first, last):
                    found[other] += heavy
    return [(other, heavy * LEVEL) for other, heavy in found.items() if heavy * LEVEL >= settings.heft]


def telling(total: int, settings: Settings) -> int:
    """The level up to which a word tells among so many reports (a level too)."""
    return max(settings.telling, min(total - settings.share, settings.most))


def _stretches(card: Card, word: int, postings: Postings, window: int) -> Iterator[tuple[int, int, int]]:
    """Stretches of days (first, last, both inclusive) in which partners may lie, and the week that judges them."""
    yield card.week, UNDATED, UNDATED
    if card.day == UNDATED:
        for week in postings.weeks(word, 0, 10**6):
            yield week, week * WEEK, week * WEEK + WEEK - 1
        return
    end = card.week * WEEK + WEEK - 1
    yield card.week, card.day - window, min(card.day + window, end)
    for week in postings.weeks(word, card.week + 1, (card.day + window) // WEEK):
        yield week, week * WEEK, min(week * WEEK + WEEK - 1, card.day + window)
