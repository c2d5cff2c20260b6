"""Which rows are worth a reader's time, and which first: small functions with a weight each, each a reason in words.

A row whose wordings all come down to one noun with and without an owner, a number or a kind ("the depot", "the fuel depot") tells nothing
of how reports see a thing, and is dropped."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import log2

from rashomon.model.record import Term
from rashomon.reference.loaded import judges
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.table import doubting, judging

_OWNER = re.compile(r"^.*['’]s?\s")  # "the regime's isolation" judges the regime


def heads(spots: Sequence[Spot], terms: Sequence[Term]) -> float:
    """Reports take different nouns or verbs for it."""
    return min(4.0, len({spot.head for spot in spots}) - 1.0)


def loaded(spots: Sequence[Spot], terms: Sequence[Term]) -> float:
    """Some word judges, and another report or speaker does without."""
    judged = {_voice(term) for term in terms if term.loaded and judges(_OWNER.sub("", term.text))}
    plain = {_voice(term) for term in terms if not term.loaded}
    return min(3.0, float(len(judged))) if judged and plain - judged else float(bool(judged))


def judged(spots: Sequence[Spot], terms: Sequence[Term]) -> float:
    """An adjective says what to think of it, or keeps its distance."""
    return min(3.0, float(len({word for spot in spots for word in spot.before & (judging() | doubting())})))


def qualified(spots: Sequence[Spot], terms: Sequence[Term]) -> float:
    """Reports give it different adjectives."""
    return min(2.0, len({word for spot in spots for word in spot.before}) - 1.0)


def spoken(spots: Sequence[Spot], terms: Sequence[Term]) -> float:
    """One wording is a named speaker's alone, another the reports' own."""
    voices = defaultdict(set)
    for term in terms:
        voices[term.text.casefold()].add(term.speaker)
    own = any(None in speakers for speakers in voices.values())
    return float(own and any(None not in speakers for speakers in voices.values()))


REASONS: Sequence[tuple[Callable[[Sequence[Spot], Sequence[Term]], float], float]] = (
    (loaded, 1.5),
    (heads, 1.0),
    (judged, 0.8),
    (spoken, 0.5),
    (qualified, 0.2),
)
_ACTOR = 0.5  # of the weight, for rows of entities: that a state is called by its seat tells less than "rioters" for "protesters"
_PLAIN = 0.5  # taken off for each noun or verb of a thing that nobody fights over
_SHARED, _SHARED_ONE = 0.5, 0.2  # of the story's reports


def telling(spots: Sequence[Spot], terms: Sequence[Term], *, of: int, actor: bool, contested: bool) -> float:
    """How much the wordings of a thing tell, times how many of the story's `of` reports speak of it; 0 for a row not worth showing."""
    told = len({term.report for term in terms})
    if told < 2 or len({spot.words for spot in spots}) < 2 or not _worth(spots, terms, told / of):
        return 0.0
    weight = sum(by * max(0.0, reason(spots, terms)) for reason, by in REASONS)
    weight -= 0.0 if contested or actor else _PLAIN * heads(spots, terms)
    return (0.1 + weight) * log2(1 + told) * (_ACTOR if actor else 1.0)


def _worth(spots: Sequence[Spot], terms: Sequence[Term], share: float) -> bool:
    """What half of the reports speak of by one noun is mostly one thing ("a narrow defeat", "a crushing defeat"), what few do is only
    where the noun stands in the singular."""
    told = max(reason(spots, terms) for reason in (heads, loaded, judged)) > 0
    one = sum(spot.many for spot in spots) * 2 < len(spots)
    return told or (_kinds(spots) > 1 and share >= (_SHARED_ONE if one else _SHARED))


def _kinds(spots: Sequence[Spot]) -> int:
    return len({spot.words for spot in spots if len(spot.words) > 1})


def _voice(term: Term) -> tuple[str, str | None]:
    return term.report, term.speaker
