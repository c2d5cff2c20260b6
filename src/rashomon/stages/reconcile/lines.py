"""Which sentence of a day stands for an event, and which sentences tell one event.

A sentence stands for its event where it says what others say of it, in words that are understood on their own. The table of merits is
a list of small functions; each says why.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log1p

from rashomon.stages.reconcile.dated import Dated
from rashomon.stages.reconcile.dossier import Dossier

_SAME = 0.4  # overlap of content words at which two sentences of one day tell one thing
_SAME_EVENT = 0.12  # the same for two of which one tells an event of the other
_SAME_PLAN = 0.25  # the same for a plan and what was done on its day
_MANY = 25.0
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
    return max(
        (_KINDS[c.kind] + _TYPES.get((c.event.type or "") if c.event else "", 0.0) for c in one.claims), default=0.0
    )


def stands_early(one: Dated, day: Day) -> float:
    """News stands first in a report."""
    return 0.15 / (1 + one.order / 5)


def is_central(one: Dated, day: Day) -> float:
    """What others say of the day, too."""
    others = [other.words for other in day.sentences[:_SAMPLE] if other.report != one.report]
    return sum(day.dossier.share(one.words, words) for words in others) / len(others) if others else 0.0


def is_handy(one: Dated, day: Day) -> float:
    """Neither a fragment nor a paragraph."""
    return 0.1 if _SHORTEST <= len(one.text) <= _LONGEST else 0.0


MERITS: tuple[Merit, ...] = (tells, stands_early, is_central, is_handy)

_LEANS = re.compile(
    r"^[\"“'‘]?(?:He|She|It|They|This|That|These|Those|But|And|However|Meanwhile|The (?:other|others|latter|former)|Also|So|Then|Instead|"
    r"His|Her|Their|Its|I|We|Our|My|You)\b"
)
_SPEAKER = re.compile(r"\b(?:I|I'm|I've|we|we're|we've|my|our|us|me|you|your)\b")


def leans_on_others(one: Dated) -> float:
    """A sentence that begins with a pronoun or a turn needs the one before it."""
    return 0.75 if _LEANS.match(one.text) else 1.0


def is_a_piece_of_speech(one: Dated) -> float:
    """A quotation without its speaker, or a question, tells nobody what happened."""
    marks = sum(one.text.count(mark) for mark in '"“”')
    said = bool(_SPEAKER.search(one.text)) and marks < 2
    return 0.4 if marks % 2 or said or one.text.rstrip("\"”'’ ").endswith("?") else 1.0


def is_not_done(one: Dated) -> float:
    """What was planned, denied or demanded stands behind what happened."""
    return 1.0 if one.modality == "asserted" else 0.6


def is_lent(one: Dated) -> float:
    """A day that a neighbour names stands behind one that the sentence names itself; so does one that only stands in it."""
    return 0.5 if one.lent or one.aside else 1.0


DISCOUNTS: tuple[Callable[[Dated], float], ...] = (leans_on_others, is_a_piece_of_speech, is_not_done, is_lent)


def merit(one: Dated, day: Day) -> float:
    """0–1: how well a sentence stands for what it tells of its day."""
    whole = min(1.0, sum(row(one, day) for row in MERITS))
    for discount in DISCOUNTS:
        whole *= discount(one)
    return whole


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


def lines(sentences: Sequence[Dated], dossier: Dossier) -> list[Line]:
    """The events of one day or interval, the best words of each; the best first."""
    day = Day(sentences, dossier)
    merits = {id(one): merit(one, day) for one in sentences}
    ranked = sorted(_worth_telling(sentences, dossier), key=lambda one: (-merits[id(one)], one.report, one.start))
    groups: list[list[Dated]] = []
    for one in ranked:
        home = next((group for group in groups if one_event(one, group[0], dossier)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [Line(group[0], tuple(group), _merit_of(group, merits[id(group[0])], dossier)) for group in groups]


def _worth_telling(sentences: Sequence[Dated], dossier: Dossier) -> list[Dated]:
    """Without the sentences that only name the day, or that nobody could read, where others tell it; and without what is half a
    quotation and tells no event of the day."""
    read = [one for one in sentences if dossier.reports[one.report].language == dossier.main_language] or sentences
    told = [one for one in read if is_a_piece_of_speech(one) == 1.0 or (one.claims and not one.lent)]
    return [one for one in told if not one.aside] or told


def _merit_of(group: Sequence[Dated], best: float, dossier: Dossier) -> float:
    """The best sentence's own merit and how many texts tell the event, half and half."""
    texts = {dossier.voice_of[one.report] for one in group}
    return 0.5 * best + 0.5 * min(1.0, log1p(len(texts)) / log1p(_MANY))


def joined(home: Line, line: Line) -> Line:
    return replace(home, told=(*home.told, *line.told))


def one_event(a: Dated, b: Dated, dossier: Dossier) -> bool:
    """Whether two sentences of one time tell one event, `b` standing for it."""
    if a.clock and b.clock and a.clock != b.clock:
        return False
    within = dossier.share(a.words, b.words)
    words = min(within, dossier.share(b.words, a.words))
    if a.clock and a.clock == b.clock and a.report != b.report and not (a.events and b.events):
        return True
    if a.clock and not b.clock:
        return words >= _SAME
    if _covered(a, b) and within >= _SAME_EVENT:
        return True
    return words >= (_SAME_PLAN if a.modality == "planned" != b.modality else _SAME)


def _covered(a: Dated, b: Dated) -> bool:
    """Whether at least half of the events that `a` tells are told by `b`."""
    held = frozenset(key for keys in b.events for key in keys)
    known = sum(bool(keys & held) for keys in a.events)
    return 2 * known >= len(a.events) > 0
