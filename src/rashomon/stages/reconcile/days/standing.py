"""How much a day matters: how the reports of a story come back to it (Tran et al. 2013; Ghalandari and Ifrim 2020).

Each text lends a day the most that one of its sentences does; the table says what, and why. A day on which and after which much was
published was a day of news. The sums have no scale: `chapters.py` adds them up over the stories that belong together.
"""

from collections.abc import Callable, Iterable

from rashomon.model.record import Day
from rashomon.stages.reconcile.days.dated import Dated
from rashomon.stages.reconcile.days.naming import days_between, days_of
from rashomon.stages.reconcile.dossier import Dossier

_BACK = 3  # days; who names a day of last week looks back on it, who names yesterday tells the news
_PUBLISHED = 0.2  # a text published on the day, and one published on the next
_LENT = 0.5


def lag(one: Dated) -> int:
    """Days from the day to the report; negative where it was still to come, 0 where either is not known."""
    return (days_between(one.last, one.published) or 0) if one.published else 0


def looks_back(one: Dated) -> bool:
    """Whether the report came out when the day was no news any more."""
    return lag(one) > _BACK


def told_as_news(one: Dated) -> float:
    """A report of the day itself, or of the days after it: each news day has some."""
    return 1.0 if 0 <= lag(one) <= _BACK else 0.0


def looked_back_on(one: Dated) -> float:
    """Reports come back to few days once they are past."""
    return 2.0 if looks_back(one) else 0.0


def given_in_full(one: Dated) -> float:
    """A past day given with its month is meant to be remembered; "on Tuesday" passes."""
    return 2.0 if one.full and lag(one) > 0 else 0.0


def expected(one: Dated) -> float:
    """What is still to come may not come."""
    return 0.3 if lag(one) < 0 else 0.0


TABLE: tuple[Callable[[Dated], float], ...] = (told_as_news, looked_back_on, given_in_full, expected)


def lends(one: Dated) -> float:
    """What a sentence lends each of the days that it names."""
    whole = sum(row(one) for row in TABLE) * (_LENT if one.lent else 1.0)
    return whole / (1 + (days_between(one.first, one.last) or 0))


def days(dossier: Dossier, sentences: Iterable[Dated]) -> tuple[Day, ...]:
    """The standing of each day that the story's reports name, or on which or after which one was published."""
    texts: dict[str, dict[str, float]] = {}
    for one in sentences:
        text = dossier.voice_of[one.report]
        for day in days_of(one.first, one.last):
            known = texts.setdefault(day, {})
            known[text] = max(known.get(text, 0.0), lends(one))
    weights = {day: sum(known.values()) for day, known in texts.items()}
    for day, count in _published(dossier).items():
        weights[day] = weights.get(day, 0.0) + _PUBLISHED * count
    return tuple(Day(story=dossier.story.id, day=day, weight=round(weights[day], 4)) for day in sorted(weights))


def _published(dossier: Dossier) -> dict[str, int]:
    """How many texts were published on each day or on the next."""
    texts: dict[str, set[str]] = {}
    for report in dossier.reports.values():
        day = (report.published or dossier.story.days.get(report.id, ""))[:10]
        if days_between(day, day) is not None:
            texts.setdefault(day, set()).add(dossier.voice_of[report.id])
    found: dict[str, int] = {}
    for day, voices in texts.items():
        for near in (day, _day_before(day)):
            found[near] = found.get(near, 0) + len(voices)
    return found


def _day_before(day: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
