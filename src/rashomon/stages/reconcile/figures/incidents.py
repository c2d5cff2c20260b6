"""Which figures of one measure and population are of one happening.

A list of small tests, each with its weight; the sum says whether two figures belong together. The weights are our own judgement:
named places and days outweigh wording, equal numbers help, and where nothing speaks either way two reports of one story mean one thing.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from rashomon.model.claim import Claim, Figure
from rashomon.model.measure import When
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.counted import Counted
from rashomon.stages.reconcile.measuring import day_span, next_days, overlap_in_time, places_apart
from rashomon.stages.reconcile.nearest import grouped
from rashomon.stages.reconcile.quantity import overlap, point, points, scopes_differ, slip
from rashomon.stages.reconcile.tables import table, whole_words

Test = Callable[[Counted, Counted, Dossier], float]

_NEARLY = 1.25  # two numbers within this ratio can be one count, rounded or grown
_APART = -2.0  # two figures that score no more than this are never in one group
_LONG_BEFORE = timedelta(days=5)
_SAMPLE = 8  # members of a group that a figure is set against: keeps long stories linear


def place(a: Counted, b: Counted, dossier: Dossier) -> float:
    """One named place speaks for, two speak against; a city and its country hardly."""
    if not a.places or not b.places:
        return 0.0
    if a.places & b.places or _one_person(a, b):
        return 1.0
    apart = places_apart(a.places, b.places, dossier.entities)
    return {None: 0.5, "held": -0.4, "unlocated": -0.4, "apart": -2.0}[apart]


def time(a: Counted, b: Counted, dossier: Dossier) -> float:
    """One day speaks for, two days speak against; a day within a week says little."""
    if _one_person(a, b):
        return 0.6  # who was hurt on one day may have died on another
    same = overlap_in_time(_day_of(a, dossier), _day_of(b, dossier))
    if same is False and next_days(a.date, b.date):
        return -0.8 if _close(a, b) else -2.4  # a night belongs to two days, and reports choose either
    if _foretold(a, b, dossier) or _foretold(b, a, dossier):
        return -2.0
    if _recalled(a, b, dossier) or _recalled(b, a, dossier):
        return -3.0
    one_time = day_span(a.date) == day_span(b.date)
    return 0.0 if same is None else (0.6 if one_time else 0.1) if same else -2.0


def _day_of(figure: Counted, dossier: Dossier) -> When | None:
    """When it happened: of "380 new cases" the day of publication where no other is given."""
    if figure.date is not None or not figure.added or figure.measure != "other":
        return figure.date
    day = dossier.day_of(figure.claim)
    return When(start=day, end=day) if day else None


def _recalled(a: Counted, b: Counted, dossier: Dossier) -> bool:
    """Whether one report gives `a` the day of an earlier happening, and `b`, another number, no day: that is the news."""
    if a.claim.report != b.claim.report or b.date is not None or point(a.figure) == point(b.figure):
        return False
    span, published = day_span(a.date), dossier.day_of(a.claim)
    if not span or not published or a.person or b.person:
        return False
    return date.fromisoformat(span[1][:10]) < date.fromisoformat(published) - _LONG_BEFORE


def _foretold(a: Counted, b: Counted, dossier: Dossier) -> bool:
    """Whether `a` is of a day after the report of `b` came out, which could not tell of it."""
    span, published = day_span(a.date), dossier.day_of(b.claim)
    return bool(span and published and a.real and span[0] > published)


def _close(a: Counted, b: Counted) -> bool:
    """Whether both give nearly one number."""
    one, other = point(a.figure), point(b.figure)
    return one is None or other is None or max(one, other) <= _NEARLY * min(one, other)


def doer(a: Counted, b: Counted, dossier: Dossier) -> float:
    """Those whom one party sent are not those whom another sent."""
    if not a.doer and not b.doer:
        return 0.0
    if a.doer == b.doer:
        return 1.0
    return -3.0 if a.doer and b.doer else -0.3


def side(a: Counted, b: Counted, dossier: Dossier) -> float:
    """One side's dead are not the other's."""
    if not a.side or not b.side:
        return 0.0
    return 0.6 if a.side == b.side else -3.0


def number(a: Counted, b: Counted, dossier: Dossier) -> float:
    """One number speaks for, the more the larger it is; numbers of other orders of magnitude speak against."""
    if a.person or b.person:
        return 0.5 if point(a.figure) == point(b.figure) else 0.0  # one of those whom the other counts
    one, other = points(a.figure, b.figure)
    if one is None or other is None:
        return 0.2 if overlap(a.figure, b.figure) else -1.0
    if one == other:
        return (1.2 if one >= 100 else 1.0) if one >= 10 or a.figure.unit != b.figure.unit else 0.5
    if slip(a.figure, b.figure) and dossier.text_of(a.claim) == dossier.text_of(b.claim):
        return 0.3  # one text, and a digit that was lost or changed about in copying
    ratio = max(one, other) / max(min(one, other), 1)
    if ratio <= _NEARLY:
        return 0.3 if min(one, other) >= 10 else 0.0
    if a.measure == "present":
        return -0.6 if ratio > 10 else 0.0  # organisers count several times as many as the police
    return -2.5 if ratio > 50 else -1.2 if ratio > 8 else -0.5 if ratio > 3 else 0.0


def scope(a: Counted, b: Counted, dossier: Dossier) -> float:
    """What is new and what is total so far are two counts; a running toll of one blow is near what the blow took."""
    if a.person or b.person:
        return 0.0
    if a.running and b.running:
        return 0.4  # two states of a count that grows
    return -0.8 if scopes_differ(a.figure, b.figure) else 0.0


def wording(a: Counted, b: Counted, dossier: Dossier) -> float:
    """Rare words that both sentences share."""
    return 3.0 * dossier.likeness(a.words, b.words) - 0.5 if a.words or b.words else 0.0


def one_report(a: Counted, b: Counted, dossier: Dossier) -> float:
    """A report that gives two numbers in its own voice, or from one source, mostly counts two things."""
    if a.person or b.person:
        return 0.0
    if a.claim.report != b.claim.report or overlap(a.figure, b.figure) or (a.running and b.running):
        return 0.0
    return -1.0 if a.speaker == b.speaker else -0.2


def means(a: Counted, b: Counted, dossier: Dossier) -> float:
    """An air raid and a rocket are two happenings; one means speaks for one."""
    one, other = dossier.once(_means_of, a.claim), dossier.once(_means_of, b.claim)
    if not one or not other:
        return 0.0
    return 0.3 if one & other else -0.9


def _means_of(dossier: Dossier, claim: Claim) -> frozenset[str]:
    return means_in(claim.quote) or means_in(dossier.sentence_of(claim))


@cache
def _means() -> dict[str, re.Pattern[str]]:
    return {name: whole_words(words) for name, words in table("means_en").items()}


@lru_cache(maxsize=4096)
def means_in(sentence: str) -> frozenset[str]:
    """By what means the sentence says that harm was done (`means_en.toml`)."""
    return frozenset(name for name, pattern in _means().items() if pattern.search(sentence))


@cache
def _harmed() -> re.Pattern[str]:
    words = sorted({word for row in table("means_en").values() for word in row}, key=lambda word: (-len(word), word))
    return re.compile(
        rf"\b(?:in|by|during) (?:the |an? |two |several )?(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(map(re.escape, words))})\b"
    )


def harmed_in(clause: str) -> str:
    """The words that say in or by what people came to harm ("in a car bomb blast"); empty for none."""
    found = _harmed().search(" ".join(clause.split()))
    return found.group() if found else ""


def part_of(a: Counted, b: Counted, dossier: Dossier) -> float:
    """A part is not its whole; one person told of by name is."""
    if a.person or b.person:
        return 0.0
    if a.grew_to == b.claim.id or b.grew_to == a.claim.id:
        return 3.0  # but what a count grew by stands beside it
    if a.figure.of == b.claim.id or b.figure.of == a.claim.id:
        return -2.0
    for inner, outer in ((a, b), (b, a)):
        whole = dossier.claims.get(inner.figure.of or "")
        if whole and whole.figure and not outer.figure.of and _same_number(whole.figure, outer.figure):
            return 0.0 if _close(inner, outer) else -4.0  # the same whole in another report
    return 0.0


def _one_person(a: Counted, b: Counted) -> bool:
    return a.person is not None and a.person is b.person


def _same_number(a: Figure, b: Figure) -> bool:
    return point(a) is not None and point(a) == point(b)


TESTS: tuple[Test, ...] = (place, time, number, scope, doer, side, wording, one_report, means, part_of)
_BASE = 0.6
_ARMS = ("strikes", "rockets")
_ELSEWHERE = -1.5  # another place or day: two raids are told in one wording
_ALIKE = 0.5
_ASKED = 0.2  # a duration or a sum with a question of its own ("how long is the ceasefire?")
_LOOSE = -0.6  # durations, prices and bare counts: two of one story are mostly of two things
_TOLLS = (
    "killed",
    "injured",
    "hospitalised",
    "missing",
    "detained",
    "displaced",
    "evacuated",
    "deployed",
    "present",
    "damaged",
)


def belong(a: Counted, b: Counted, dossier: Dossier) -> float:
    """Positive where the two figures are of one happening."""
    weights = {test: test(a, b, dossier) for test in TESTS}
    if min(weights[place], weights[time]) <= _ELSEWHERE:
        weights[wording] = min(weights[wording], _ALIKE)
    return _base(a) + sum(weights.values())


def _base(figure: Counted) -> float:
    if figure.measure in _TOLLS or figure.population.name in _ARMS or figure.aspect.row.get("persons"):
        return _BASE
    return _ASKED if figure.aspect.index >= 0 else _LOOSE


def incidents(figures: Iterable[Counted], dossier: Dossier) -> list[list[Counted]]:
    """Figures of one topic, grouped by happening; each joins the group it belongs to best, the surest first."""
    ordered = sorted(figures, key=_surest_first)
    return grouped(ordered, lambda figure, group: _affinity(figure, group, dossier), _keys)


def _keys(figure: Counted) -> list[object]:
    """What the figure names: its number, its day, its places."""
    day = figure.date and figure.date.start
    return [("number", point(figure.figure)), *([("day", day)] if day else []), *figure.places]


def _surest_first(figure: Counted) -> tuple[object, ...]:
    known = bool(figure.places) + (figure.date is not None) + (point(figure.figure) is not None)
    return (figure.person is not None, -known, figure.claim.report, figure.claim.start, figure.claim.id)


def _affinity(figure: Counted, group: Sequence[Counted], dossier: Dossier) -> float:
    """Positive where the figure is of the group's happening; one member that it cannot be one with settles it."""
    scores: list[float] = []
    for member in group[:: max(1, len(group) // _SAMPLE)]:
        scores.append(belong(figure, member, dossier))
        if scores[-1] <= _APART:
            return scores[-1]
    return (max(scores) + sum(scores) / len(scores)) / 2
