"""Which denials contradict which assertions: those of one act, by all that the reports name of it."""

from collections.abc import Iterable, Sequence

from rashomon.model.claim import Participant
from rashomon.stages.reconcile.asking import is_plural
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.occurrences import Occurrence, is_pronoun, meet
from rashomon.stages.reconcile.events.things import thing_class
from rashomon.stages.reconcile.measuring import next_days, overlap_in_time
from rashomon.stages.reconcile.population import head_of
from rashomon.text.numerals import find_numerals


def denials_apart(groups: Iterable[Sequence[Occurrence]], dossier: Dossier) -> list[list[Occurrence]]:
    """The groups of occurrences; the denials that contradict none of the group's assertions stand as a group of their own."""
    found: list[list[Occurrence]] = []
    for group in groups:
        told = [item for item in group if item.claim.modality == "asserted"]
        apart = [
            item for item in group
            if told and item.claim.modality == "denied" and not any(contradict(item, other, dossier) for other in told)
        ]  # fmt: skip
        found += [part for part in ([item for item in group if item not in apart], apart) if part]
    return found


def contradict(a: Occurrence, b: Occurrence, dossier: Dossier) -> bool:
    """Whether both are of one act: what it happened to meets, and neither day nor doer tells them apart."""
    days_apart = overlap_in_time(a.claim.date, b.claim.date) is False and not next_days(a.claim.date, b.claim.date)
    doers_apart = bool(a.targets and b.targets and a.actors and b.actors) and not meet(a.actors, b.actors)
    return _undergone(a, b, dossier) and not days_apart and not doers_apart


def _undergone(a: Occurrence, b: Occurrence, dossier: Dossier) -> bool:
    """Whether it happened to one: what is named as the target, else as the doer ("the government resigned")."""
    ones, others = (_named(item.event.targets) or _named(item.event.actors) for item in (a, b))
    return any(_one(x, y, dossier) for x in ones for y in others)


def _named(parts: Iterable[Participant]) -> list[Participant]:
    return [part for part in parts if not is_pronoun(part)]


def _one(x: Participant, y: Participant, dossier: Dossier) -> bool:
    """One entity; or one listed thing; or one noun in one number, with no two numerals."""
    one, other = (part.entity or dossier.meant_by(part.text) for part in (x, y))
    if one or other:
        if one == other:
            return True
        if one and other:
            return False
    if (thing := thing_class(x.text)) is not None and thing == thing_class(y.text):
        return True
    numbers = [[numeral.best for numeral in find_numerals(part.text)] for part in (x, y)]
    counted = all(numbers) and numbers[0] != numbers[1]
    return head_of(x.text) == head_of(y.text) and is_plural(x.text) == is_plural(y.text) and not counted
