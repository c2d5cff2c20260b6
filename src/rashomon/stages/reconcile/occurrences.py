"""Which event claims of several reports tell one event: the same family of frame, those who take part, place and time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Claim, Event, Participant
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.measuring import apart_in_place, innermost, overlap_in_time
from rashomon.stages.reconcile.population import population_of

_SAMPLE = 8
_BASE = -0.2
Part = frozenset[str]


@dataclass(frozen=True)
class Occurrence:
    """An event claim as it is weighed. `actors` and `targets` are keys: an entity id or the class of the head noun."""

    claim: Claim
    event: Event
    actors: Part
    targets: Part
    places: frozenset[str]
    words: frozenset[str]

    @property
    def family(self) -> str:
        return self.event.family or self.event.frame or self.event.action


def key_of(participant: Participant) -> str:
    """The entity, else the class or noun of the head: "the rioters" and "protesters" meet in one class."""
    return participant.entity or population_of(participant.text).name


def occurrence(claim: Claim, dossier: Dossier) -> Occurrence:
    assert claim.event is not None
    return Occurrence(
        claim=claim,
        event=claim.event,
        actors=frozenset(map(key_of, claim.event.actors)),
        targets=frozenset(map(key_of, claim.event.targets)),
        places=innermost(frozenset(claim.places), dossier.entities),
        words=dossier.words_of(claim),
    )


Test = Callable[[Occurrence, Occurrence, Dossier], float]


def undergone(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """The same target speaks for; two named targets that differ speak against."""
    if a.targets and b.targets:
        return 1.0 if a.targets & b.targets else -1.0
    return 0.8 if (a.targets or a.actors) & (b.targets or b.actors) else -0.2


def done_by(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """The same actor speaks for; who did it may also be what reports differ on."""
    if not a.actors or not b.actors:
        return 0.0
    return 0.5 if a.actors & b.actors else -0.3


def place(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    if not a.places or not b.places:
        return 0.0
    if a.places & b.places:
        return 0.4
    why = apart_in_place(a.places, b.places, dossier.entities)
    return 0.2 if why is None else 0.0 if "all of" in why else -1.5


def time(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """One day speaks for. Two days speak against, mildly: when it was may be what reports differ on."""
    same = overlap_in_time(a.claim.date, b.claim.date)
    return 0.0 if same is None else 0.4 if same else -0.9


def wording(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    both, either = a.words & b.words, a.words | b.words
    total = sum(dossier.rarity.get(word, 1.0) for word in either)
    return 2.0 * sum(dossier.rarity.get(word, 1.0) for word in both) / total if total else 0.0


TESTS: tuple[Test, ...] = (undergone, done_by, place, time, wording)


def one_event(a: Occurrence, b: Occurrence, dossier: Dossier) -> float:
    """Positive where both claims tell one event."""
    return _BASE + sum(test(a, b, dossier) for test in TESTS)


def told_together(items: Iterable[Occurrence], dossier: Dossier) -> list[list[Occurrence]]:
    """Occurrences of one family, grouped by event; the fullest first, each joining the group it fits best."""
    groups: list[list[Occurrence]] = []
    for item in sorted(items, key=_fullest_first):
        scored = [(_affinity(item, group, dossier), -i) for i, group in enumerate(groups)]
        best = max(scored, default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(item)
        else:
            groups.append([item])
    return groups


def _fullest_first(item: Occurrence) -> tuple[object, ...]:
    known = bool(item.targets) + bool(item.actors) + bool(item.places) + (item.claim.date is not None)
    return (-known, item.claim.report, item.claim.start, item.claim.id)


def _affinity(item: Occurrence, group: Sequence[Occurrence], dossier: Dossier) -> float:
    step = max(1, len(group) // _SAMPLE)
    scores = [one_event(item, member, dossier) for member in group[::step]]
    return (max(scores) + sum(scores) / len(scores)) / 2
