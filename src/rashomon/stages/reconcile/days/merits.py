"""How well a sentence stands for what it tells of its day.

It does where it says what others say of it, in words that are understood on their own. Small functions; each says why.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.stages.reconcile.days.dated import Dated
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.tables import table

_SAMPLE = 60  # sentences of the day that a sentence is compared with
_SHORTEST, _LONGEST = 40, 400  # characters of a sentence that tells a day well
_KINDS = {"figure": 0.35, "event": 0.3}
_TYPES = {"ASSAULT": 0.15, "PROTEST": 0.12, "MOBILIZE": 0.12, "COERCE": 0.12, "AGREE": 0.1, "SANCTION": 0.1}


@dataclass(frozen=True)
class Others:
    """The sentences of one day, with what the words weigh."""

    sentences: Sequence[Dated]
    dossier: Dossier


Merit = Callable[[Dated, Others], float]


def tells(one: Dated, day: Others) -> float:
    """A figure or an event of the day is what a timeline is read for, violence and measures before talk."""
    return max(
        (_KINDS[c.kind] + _TYPES.get((c.event.type or "") if c.event else "", 0.0) for c in one.claims), default=0.0
    )


def stands_early(one: Dated, day: Others) -> float:
    """News stands first in a report."""
    return 0.15 / (1 + one.order / 5)


def is_central(one: Dated, day: Others) -> float:
    """What others say of the day, too."""
    others = [other.words for other in day.sentences[:_SAMPLE] if other.report != one.report]
    return sum(share(one.words, words, day.dossier) for words in others) / len(others) if others else 0.0


def is_handy(one: Dated, day: Others) -> float:
    """Neither a fragment nor a paragraph."""
    return 0.1 if _SHORTEST <= len(one.text) <= _LONGEST else 0.0


def gives_the_hour(one: Dated, day: Others) -> float:
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
    return 0.4 if _marks(one) % 2 or is_own_speech(one) or bare.endswith(("?", ":")) else 1.0


def is_own_speech(one: Dated) -> bool:
    """Whether somebody speaks of himself, outside of quotation marks."""
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


def merit(one: Dated, day: Others) -> float:
    """0–1: how well a sentence stands for what it tells of its day."""
    whole = min(1.0, sum(row(one, day) for row in MERITS))
    for discount in DISCOUNTS:
        whole *= discount(one)
    return whole


def share(a: frozenset[str], b: frozenset[str], dossier: Dossier) -> float:
    """How much of the weight of the words `a` is in `b`; 0–1."""
    total = dossier.weigh(a)
    return dossier.weigh(a & b) / total if total else 0.0
