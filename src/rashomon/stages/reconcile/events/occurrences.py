"""Which event claims of several reports tell one event: the same family of frame, those who take part, place and time."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Claim, Event, Participant
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.things import thing_class
from rashomon.stages.reconcile.measuring import innermost, next_days, overlap_in_time, places_apart
from rashomon.stages.reconcile.nearest import grouped
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.tables import table

_SAMPLE = 8
_NEVER = -9.0  # two that cannot be one, whatever else speaks for it
_BASE = -0.2
_PRONOUNS = frozenset(
    "i he she it we they you who which that this those these them him her us one others his its their my our".split()
)
_ASKING = frozenset({"how", "what", "whose", "which", "whether"})


_PART_OF = re.compile(
    r"^(?:the |a )?(?:[\w-]+ )?(?:part|portion|rest|bulk|units?|majority) of (?=the |its |their )", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """Who takes part: the entity where known, and the class or noun of the head of the words."""

    entity: str | None
    noun: str


@dataclass(frozen=True)
class Occurrence:
    """An event claim as it is weighed. Pronouns that nobody resolved are no parts."""

    claim: Claim
    event: Event
    actors: frozenset[Part]
    targets: frozenset[Part]
    places: frozenset[str]
    words: frozenset[str]

    @property
    def family(self) -> str:
        return self.event.family or self.event.frame or self.event.action


def is_pronoun(participant: Participant) -> bool:
    """Whether the words name nobody: a pronoun that nobody resolved, or a question ("how many troops")."""
    words = participant.text.casefold().split()
    if not words or words[0] in _ASKING:
        return True
    return participant.entity is None and " ".join(words) in _PRONOUNS


def part(participant: Participant, dossier: Dossier) -> Part:
    """ "The rioters" and "protesters" have one noun; "the President of Verdania" is the entity that has the role."""
    entity = participant.entity or dossier.meant_by(participant.text)
    return Part(entity, thing_class(participant.text) or population_of(_PART_OF.sub("", participant.text)).name)


def parts(participants: Iterable[Participant], dossier: Dossier) -> frozenset[Part]:
    return frozenset(part(participant, dossier) for participant in participants if not is_pronoun(participant))


def meet(a: Iterable[Part], b: Iterable[Part]) -> bool:
    """Whether some part of both is one: one entity; or one noun, where not both are known to be two.

    Soldiers are soldiers by whatever name they go: kinds of people (`populations_en.toml`) meet by their class."""
    return any(_one(x, y) for x in a for y in b)


def _one(x: Part, y: Part) -> bool:
    if x.entity and x.entity == y.entity:
        return True
    return x.noun == y.noun and (not (x.entity and y.entity) or x.noun in table("populations_en"))


def occurrence(claim: Claim, dossier: Dossier) -> Occurrence:
    assert claim.event is not None
    return Occurrence(
        claim=claim,
        event=claim.event,
        actors=parts(claim.event.actors, dossier),
        targets=parts(claim.event.targets, dossier),
        places=innermost(frozenset(claim.places), dossier.entities),
        words=dossier.words_of(claim),
    )


Test = Callable[[Occurrence, Occurrence, Dossier], float]


def undergone(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """The same target speaks for; two named targets that differ speak against."""
    if a.targets and b.targets:
        return 1.0 if meet(a.targets, b.targets) else -1.0
    return 0.8 if meet(a.targets or a.actors, b.targets or b.actors) else -0.2


def done_by(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """The same actor speaks for; who did it may also be what reports differ on."""
    if not a.actors or not b.actors:
        return 0.0
    return 0.5 if meet(a.actors, b.actors) else -0.3


def place(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    if not a.places or not b.places:
        return 0.0
    if a.places & b.places:
        return 0.4
    apart = places_apart(a.places, b.places, dossier.entities)
    return {None: 0.2, "held": 0.0, "unlocated": -0.3, "apart": -1.5}[apart]


def time(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """One day speaks for. Two days speak against, mildly: when it was may be what reports differ on."""
    same = overlap_in_time(a.claim.date, b.claim.date)
    if same is False and _repeats(a.family) and not next_days(a.claim.date, b.claim.date):
        return _NEVER
    return 0.0 if same is None else 0.4 if same else -0.9


def _repeats(family: str) -> bool:
    """Whether two days of the family's events are two events (attacks, protests), and not two accounts of one."""
    return bool(table("event_questions_en").get(family, {}).get("repeats"))


def wording(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    return 2.0 * dossier.likeness(a.words, b.words)


TESTS: tuple[Test, ...] = (undergone, done_by, place, time, wording)


def one_event(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """Positive where both claims tell one event."""
    return _BASE + sum(test(a, b, dossier) for test in TESTS)


def told_together(items: Iterable[Occurrence], dossier: Dossier) -> list[list[Occurrence]]:
    """Occurrences of one family, grouped by event; the fullest first, each joining the group it fits best."""
    ordered = sorted(items, key=_fullest_first)
    return grouped(ordered, lambda item, group: _affinity(item, group, dossier), _keys)


def _keys(item: Occurrence) -> set[object]:
    """What the occurrence names: parts, places, its day, its words."""
    day = item.claim.date and item.claim.date.start
    return {*item.actors, *item.targets, *item.places, *item.words, *((day,) if day else ())}


def _fullest_first(item: Occurrence) -> tuple[object, ...]:
    known = bool(item.targets) + bool(item.actors) + bool(item.places) + (item.claim.date is not None)
    return (-known, item.claim.report, item.claim.start, item.claim.id)


def _affinity(item: Occurrence, group: Sequence[Occurrence], dossier: Dossier) -> float:
    """Positive where the item tells the group's event; one member that it cannot be one with settles it."""
    scores: list[float] = []
    for member in group[:: max(1, len(group) // _SAMPLE)]:
        scores.append(one_event(item, member, dossier))
        if scores[-1] <= _NEVER / 2:
            return scores[-1]
    return (max(scores) + sum(scores) / len(scores)) / 2
