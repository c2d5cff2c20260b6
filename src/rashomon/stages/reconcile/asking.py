"""The words of a question about an event: what it happened to, and what was done."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Event
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.occurrences import is_pronoun
from rashomon.stages.reconcile.population import population_of, singular

Row = Mapping[str, Any]
_LONGEST = 80  # characters of what an event happened to
_OWN = re.compile(r"(?:its|his|her|their)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|A|An|This|These)\s")
_PLURALS = ("people", "police")


def thing_of(events: Iterable[Event], dossier: Dossier, *, actors: bool = True) -> str:
    """What it happened to, in the words most reports use; the entity's name where it has one. Empty where nothing is
    named. Without a target the first actor, unless `actors` is false."""
    said = Counter(words for event in events if (words := _words_of(event, dossier, actors)))
    words = min(said, key=lambda text: (-said[text], len(text), text)) if said else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def _words_of(event: Event, dossier: Dossier, actors: bool) -> str:
    """The first who is named: the entity's name, else the words, "its" told by whose it is."""
    doers = [p for p in event.actors if not is_pronoun(p)]
    named = [p for p in event.targets if not is_pronoun(p)] or (doers if actors else [])
    if not named:
        return ""
    words = dossier.name_of(named[0].entity) or dossier.within_sentence(" ".join(named[0].text.split()))
    if _OWN.match(words) and doers and doers[0] is not named[0]:
        owner = dossier.name_of(doers[0].entity) or " ".join(doers[0].text.split())
        words = _OWN.sub(f"{owner}’s ", words)
    return _ARTICLE.sub(lambda article: article.group().lower(), words)


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
