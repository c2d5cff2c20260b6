"""Which sentence of a day stands for an event, and which sentences tell one event.

A sentence stands for its event where it says what others say of it, in words that are understood on their own. The table of merits is
a list of small functions; each says why.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log1p

from rashomon.stages.reconcile.dated import Dated
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.hours import clock_of
from rashomon.stages.reconcile.measuring import innermost, places_apart
from rashomon.stages.reconcile.tables import table

_SAME = 0.4  # overlap of content words at which two sentences of one day tell one thing
_SAME_EVENT = 0.12  # the same for two of which one tells an event of the other
_SAME_INCIDENT = 0.2  # the same for two that tell of violence or an accident, where neither place nor hour tells them apart
_MINUTES = 40  # two hours of the clock this near may be one event's
_SAME_PLAN = 0.25  # the same for a plan and what was done on its day
_MANY = 25.0
_UNSURE = 3  # lines of a day that only one report tells, without an event of that day
_KNOWN = 0.5  # share of such a line's words at which other lines have told it
_SAMPLE = 60  # sentences of the day that a sentence is compared with
_SHORTEST, _LONGEST = 40, 400  # characters of a sentence that tells a day well
_KINDS = {"figure": 0.35, "event": 0.3}
_TYPES = {"ASSAULT": 0.15, "PROTEST": 0.12, "MOBILIZE": 0.12, "COERCE": 0.12, "AGREE": 0.1, "SANCTION": 0.1}


@dataclass(frozen=True)
class Day:
    """The sentences of one day, with what the words weigh."""

    sentences: Sequence[Dated]
    dossier: Dossier


Merit = Callable[[Dated, Day], float]


def tells(one: Dated, day: Day) -> float:
    """A figure or an event of the day is what a timeline is read for, violence and measures before talk."""
    return max((_KINDS[c.kind] + _TYPES.get((c.event.type or "") if c.event else "", 0.0) for c in one.claims), default=0.0)


def stands_early(one: Dated, day: Day) -> float:
    """News stands first in a report."""
    return 0.15 / (1 + one.order / 5)


def is_central(one: Dated, day: Day) -> float:
    """What others say of the day, too."""
    others = [other.words for other in day.sentences[:_SAMPLE] if other.report != one.report]
    return sum(share(one.words, words, day.dossier) for words in others) / len(others) if others else 0.0


def is_handy(one: Dated, day: Day) -> float:
    """Neither a fragment nor a paragraph."""
    return 0.1 if _SHORTEST <= len(one.text) <= _LONGEST else 0.0


def gives_the_hour(one: Dated, day: Day) -> float:
    """Who gives the hour tells it first hand."""
    return 0.1 if one.clock else 0.05 if one.time else 0.0


MERITS: tuple[Merit, ...] = (tells, stands_early, is_central, is_handy, gives_the_hour)


@cache
def _leans() -> re.Pattern[str]:
    return re.compile(r"[\"“'‘]?(?:" + "|".join(table("timeline_en")["leans"]) + r")\b")


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("timeline_en")["first_person"]) + r")\b")


def leans_on_others(one: Dated) -> float:
    """A sentence that begins with a pronoun or a turn needs the one before it."""
    return 0.75 if _leans().match(one.text) else 1.0


def is_a_piece_of_speech(one: Dated) -> float:
    """A quotation without its speaker, or a question, tells nobody what happened."""
    bare = one.text.rstrip("\"”'’ ")
    return 0.4 if _marks(one) % 2 or _is_own_speech(one) or bare.endswith(("?", ":")) else 1.0


def _is_own_speech(one: Dated) -> bool:
    return _marks(one) < 2 and bool(_first_person().search(one.text))


def _marks(one: Dated) -> int:
    return sum(one.text.count(mark) for mark in '"“”')


def is_not_done(one: Dated) -> float:
    """What was planned, denied or demanded stands behind what happened."""
    return 1.0 if one.modality == "asserted" else 0.6


def names_it_by_its_day(one: Dated) -> float:
    """ "Those accused of the May 2 attack" tells of something else."""
    return 0.7 if one.named else 1.0


def is_lent(one: Dated) -> float:
    """A day that a neighbour names stands behind one that the sentence names itself; so does one that only stands in it."""
    return 0.5 if one.lent or one.aside else 1.0


DISCOUNTS: tuple[Callable[[Dated], float], ...] = (
    leans_on_others,
    is_a_piece_of_speech,
    is_not_done,
    names_it_by_its_day,
    is_lent,
)


def merit(one: Dated, day: Day) -> float:
    """0–1: how well a sentence stands for what it tells of its day."""
    whole = min(1.0, sum(row(one, day) for row in MERITS))
    for discount in DISCOUNTS:
        whole *= discount(one)
    return whole


def share(a: frozenset[str], b: frozenset[str], dossier: Dossier) -> float:
    """How much of the weight of the words `a` is in `b`; 0–1."""
    total = dossier.weigh(a)
    return dossier.weigh(a & b) / total if total else 0.0


@dataclass(frozen=True)
class Line:
    """One event of a day: the sentence that stands for it, and all that tell it. `merit` 0–1."""

    best: Dated
    told: tuple[Dated, ...]
    merit: float

    @property
    def first(self) -> str:
        return self.best.first

    @property
    def lent(self) -> bool:
        return all(one.lent for one in self.told)

    @property
    def sure(self) -> bool:
        """Whether several reports tell it, or one tells an event or a figure of that very day, or gives its hour."""
        several = len({one.report for one in self.told}) > 1
        return several or any((one.claims and not one.lent) or one.clock for one in self.told)


def lines(sentences: Sequence[Dated], dossier: Dossier) -> list[Line]:
    """The events of one day or interval, the best words of each; the best first."""
    day = Day(sentences, dossier)
    merits = {id(one): merit(one, day) for one in sentences}
    ranked = sorted(_worth_telling(sentences, dossier), key=lambda one: (-merits[id(one)], one.report, one.start))
    groups: list[list[Dated]] = []
    for one in ranked:
        home = next((group for group in groups if one_event(one, group[0], dossier, _clock(group))), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    found = [Line(group[0], tuple(group), _merit_of(group, merits[id(group[0])], dossier)) for group in groups]
    return _with_news(sorted(found, key=lambda line: (not line.sure, -line.merit)), dossier)


def _clock(group: Sequence[Dated]) -> str | None:
    time = clock_told(group)
    return time if time and ":" in time else None


def _with_news(found: Sequence[Line], dossier: Dossier) -> list[Line]:
    """Without the lines that name no event of the day and say little that surer lines do not; few of the others."""
    kept: list[Line] = []
    known: frozenset[str] = frozenset()
    for line in found:
        unsure = sum(not other.sure for other in kept)
        if line.sure or not kept or (unsure < _UNSURE and share(line.best.words, known, dossier) < _KNOWN):
            kept.append(line)
            known = known.union(*(one.words for one in line.told))
    return kept


def _worth_telling(sentences: Sequence[Dated], dossier: Dossier) -> list[Dated]:
    """Without the sentences that only name the day, or that nobody could read, where others tell it; and without what is half a
    quotation and tells no event of the day."""
    read = [one for one in sentences if dossier.reports[one.report].language == dossier.main_language] or sentences
    told = [
        one
        for one in read
        if is_a_piece_of_speech(one) == 1.0 or (one.claims and not one.lent and not _is_own_speech(one))
    ]
    return [one for one in told if not one.aside] or told


def _merit_of(group: Sequence[Dated], best: float, dossier: Dossier) -> float:
    """The best sentence's own merit and how many texts tell the event, half and half."""
    texts = {dossier.voice_of[one.report] for one in group}
    return 0.5 * best + 0.5 * min(1.0, log1p(len(texts)) / log1p(_MANY))


def joined(home: Line, line: Line) -> Line:
    return replace(home, told=(*home.told, *line.told))


def one_event(a: Dated, b: Dated, dossier: Dossier, clock: str | None = None) -> bool:
    """Whether two sentences of one time tell one event, `b` standing for it; `clock` is the hour that others give it."""
    hour = b.clock or clock
    if _hours_apart(a.clock, hour) or (_places_apart(a, b, dossier) and not _one_answer(a, b)):
        return False
    if a.clock and a.clock == hour and a.report != b.report and not (a.events and b.events):
        return True
    within = share(a.words, b.words, dossier)
    least = _least(a, b)
    if least is not None and within >= least:
        return True
    return min(within, share(b.words, a.words, dossier)) >= (_SAME_PLAN if a.modality == "planned" != b.modality else _SAME)


def _least(a: Dated, b: Dated) -> float | None:
    """The share of the words of `a` that has to stand in `b` where the events of `a` are told there; None where they are not."""
    if _covered(a, b):
        return _SAME_EVENT
    return _SAME_INCIDENT if a.incident and b.incident else None


def _hours_apart(a: str | None, b: str | None) -> bool:
    """Whether the clock tells them apart: a call comes minutes after what it reports."""
    return a is not None and b is not None and a[5:] == b[5:] and abs(clock_of(a) - clock_of(b)) > _MINUTES / 60


def _places_apart(a: Dated, b: Dated, dossier: Dossier) -> bool:
    there, here = (innermost(frozenset(p for c in one.claims for p in c.places), dossier.entities) for one in (a, b))
    return places_apart(there, here, dossier.entities) == "apart"


def _one_answer(a: Dated, b: Dated) -> bool:
    """Whether both answer one question, or count one number of one kind."""
    mine, other = (frozenset(key for keys in one.events for key in keys) for one in (a, b))
    return any(isinstance(key, str) or isinstance(key[0], int | float) for key in mine & other)


def _covered(a: Dated, b: Dated) -> bool:
    """Whether at least half of the events that `a` tells are told by `b`."""
    held = frozenset(key for keys in b.events for key in keys)
    known = sum(bool(keys & held) for keys in a.events)
    return 2 * known >= len(a.events) > 0


def clock_told(told: Sequence[Dated]) -> str | None:
    """The first one's hour; of an incident the hour of the clock that most of those give that tell of it."""
    first = told[0]
    clocks = [one.clock for one in told if one.clock and one.incident] if first.incident and not first.clock else []
    return max(sorted(set(clocks)), key=clocks.count) if clocks else first.time
