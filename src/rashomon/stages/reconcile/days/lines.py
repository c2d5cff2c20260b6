"""Which sentences of a day tell one event, and which of them stands for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log1p

from rashomon.stages.reconcile.days.dated import Dated
from rashomon.stages.reconcile.days.happenings import Key
from rashomon.stages.reconcile.days.hours import clock_of
from rashomon.stages.reconcile.days.merits import Others, is_a_piece_of_speech, is_own_speech, merit, share
from rashomon.stages.reconcile.days.standing import looks_back
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.measuring import innermost, places_apart

_SAME = 0.4  # overlap of content words at which two sentences of one day tell one thing
_WITHIN = 0.5  # share of the words of the one that stand in the other, where that one stands for it
_SAME_EVENT = 0.12  # the same for two of which one tells the events of the other
_SAME_INCIDENT = 0.2  # the same for two of violence or an accident, where neither place nor hour tells them apart
_SAME_MEMORY = 0.25  # the same for two reports that look back on the day: each day is remembered for one thing
_SAME_PLAN = 0.25  # the same for a plan and what was done on its day
_MINUTES = 40  # two hours of the clock this near may be one event's
_MANY = 25.0  # texts that tell an event at which its support comes near 1
_UNSURE = 3  # lines of a day that only one report tells, without an event of that day
_KNOWN = 0.5  # share of such a line's words at which other lines have told it
_OPEN = 60  # events of a day that further sentences are set against: the best first, so that a long day stays cheap


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
    day = Others(sentences, dossier)
    merits = {id(one): merit(one, day) for one in sentences}
    ranked = sorted(_worth_telling(sentences, dossier), key=lambda one: (-merits[id(one)], one.report, one.start))
    groups: list[list[Dated]] = []
    for one in ranked:
        home = next((group for group in groups if one_event(one, group[0], dossier, _clock(group))), None)
        if home is not None:
            home.append(one)
        elif len(groups) < _OPEN:
            groups.append([one])
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
            known |= line.best.words
    return kept


def _worth_telling(sentences: Sequence[Dated], dossier: Dossier) -> list[Dated]:
    """Without the sentences that only name the day, or that nobody could read, where others tell it; and without what is half a
    quotation and tells no event of the day."""
    read = [one for one in sentences if dossier.reports[one.report].language == dossier.main_language] or sentences
    told = [
        one
        for one in read
        if not one.listed
        and (is_a_piece_of_speech(one) == 1.0 or (one.claims and not one.lent and not is_own_speech(one)))
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
    return min(within, share(b.words, a.words, dossier)) >= (
        _SAME_PLAN if a.modality == "planned" != b.modality else _SAME
    )


def _least(a: Dated, b: Dated) -> float | None:
    """The share of the words of `a` that has to stand in `b` for one event; None where they tell two."""
    if _covered(a, b):
        return _SAME_EVENT
    if a.incident and b.incident:
        return _SAME_INCIDENT
    if a.events and b.events and not _keys(a) & _keys(b):
        return None
    return _SAME_MEMORY if a.report != b.report and looks_back(a) and looks_back(b) else _WITHIN


def _hours_apart(a: str | None, b: str | None) -> bool:
    """Whether the clock tells them apart: a call comes minutes after what it reports."""
    return a is not None and b is not None and a[5:] == b[5:] and abs(clock_of(a) - clock_of(b)) > _MINUTES / 60


def _places_apart(a: Dated, b: Dated, dossier: Dossier) -> bool:
    there, here = (innermost(frozenset(p for c in one.claims for p in c.places), dossier.entities) for one in (a, b))
    return places_apart(there, here, dossier.entities) == "apart"


def _one_answer(a: Dated, b: Dated) -> bool:
    """Whether both answer one question, or count one number of one kind."""
    return any(kind in ("finding", "number") for kind, _, _ in _keys(a) & _keys(b))


def _keys(one: Dated) -> frozenset[Key]:
    return frozenset(key for keys in one.events for key in keys)


def _covered(a: Dated, b: Dated) -> bool:
    """Whether at least half of the events that `a` tells are told by `b`."""
    held = _keys(b)
    known = sum(bool(keys & held) for keys in a.events)
    return 2 * known >= len(a.events) > 0


def clock_told(told: Sequence[Dated]) -> str | None:
    """The first one's hour; of an incident the hour of the clock that most of those give that tell of it."""
    first = told[0]
    clocks = [one.clock for one in told if one.clock and one.incident] if first.incident and not first.clock else []
    return max(sorted(set(clocks)), key=clocks.count) if clocks else first.time
