"""The words of a question about an event: what it happened to, and what was done."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Event
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.occurrences import is_pronoun
from rashomon.stages.reconcile.population import population_of, singular

Row = Mapping[str, Any]
_LONGEST = 80  # characters of what an event happened to
_PLURALS = ("people", "police")


def thing_of(events: Iterable[Event], dossier: Dossier, *, actors: bool = True) -> str:
    """What it happened to, in the words most reports use; the entity's name where it has one. Empty where nothing is
    named. Without a target the first actor, unless `actors` is false."""
    named = [
        [p for p in (*event.targets, *(event.actors if actors else ())) if not is_pronoun(p)][:1] for event in events
    ]
    said = Counter(dossier.name_of(p.entity) or " ".join(p.text.split()) for one in named for p in one)
    words = min(said, key=lambda text: (-said[text], len(text), text)) if said else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def done_of(events: Sequence[Event], row: Row) -> str:
    """The events' variant where all share one that is a participle, else the family's word."""
    variants = {event.variant or "" for event in events}
    only = next(iter(variants)) if len(variants) == 1 else ""
    return only if "was" in row.get("which", {}).get(only, "") else str(row["done"])


def agreed(question: str, thing: str) -> str:
    """ "was the forces sent" → "were the forces sent", by the head of the thing's words."""
    head = thing.split(" of ")[0].split(" in ")[0].rsplit(" ", 1)[-1]
    plural = singular(head.casefold()) != head.casefold() and (
        head.islower() or population_of(head).part_of is not None
    )
    return question.replace("was ", "were ", 1) if plural or head.casefold() in _PLURALS else question
