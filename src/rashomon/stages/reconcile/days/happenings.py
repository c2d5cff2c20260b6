"""By what two sentences of a day are known to tell one event."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rashomon.model.claim import Claim
from rashomon.model.record import Finding
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.occurrences import occurrence
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.tables import table

Asked = Mapping[str, frozenset[str]]
# ("finding", id), ("number", 21, "girls") or ("event", family, whom)
Key = tuple[str, object, str]
_TOLL = ("killed", "injured", "hospitalised")
_HARM = ("attack", "death", "injury", "explode", "fire", "crash", "collapse")


def asked(findings: Iterable[Finding]) -> dict[str, frozenset[str]]:
    """Claim id → the findings that it answers: claims that answer one question of a day tell one event."""
    found: dict[str, set[str]] = {}
    for finding in findings:
        for answer in finding.answers:
            for claim in answer.claims:
                found.setdefault(claim, set()).add(finding.id)
    return {claim: frozenset(ids) for claim, ids in found.items()}


def keys_of(claim: Claim, dossier: Dossier, questions: Asked) -> frozenset[Key]:
    """What tells that two claims of one day are of one event: a question that both answer, or one family of frame and one to whom it
    happened (a course of events, such as protests, is one whatever it is against), or one number of one kind of people or things."""
    keys: set[Key] = {("finding", finding, "") for finding in questions.get(claim.id, ())}
    if claim.event is not None and claim.event.frame is not None:
        item = occurrence(claim, dossier)
        keys |= {("event", item.family, one.entity or one.noun) for one in item.targets or item.actors}
        keys |= {("event", item.family, "")} if table("event_questions_en").get(item.family, {}).get("noun") else set()
    if claim.figure is not None and claim.figure.counted and (number := point(claim.figure)) is not None:
        keys.add(("number", number, population_of(claim.figure.counted).name))
    return frozenset(keys)


def tells_of_harm(claims: Sequence[Claim], text: str) -> bool:
    """Whether most of the claims tell of people harmed, or of what harms them; or the words say no more than that it was."""
    harms = [c.figure.measure in _TOLL if c.figure else c.event is not None and c.event.family in _HARM for c in claims]
    return 2 * sum(harms) > len(harms) or bool(_occurs().search(text))


@cache
def _occurs() -> re.Pattern[str]:
    """ "The shooting at the club happened": a noun of violence or accidents, and soon a verb that says no more."""
    rules = table("timeline_en")
    nouns, verbs = ("|".join(map(re.escape, rules[name])) for name in ("incident", "occurs"))
    return re.compile(rf"\b(?:{nouns})s?\b(?: [\w’'.-]+){{0,8}}? (?:{verbs})\b", re.IGNORECASE)
