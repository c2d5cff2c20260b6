"""Acts by their verbs and their nouns: "dismissed the cabinet", "the cabinet's resignation". Events of one family (the claims' table of
events) that name one party are one act; the table `acts` says which families are worth a row, and beside which nouns they stand."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from rashomon.model.claim import Claim, Event, Participant
from rashomon.reference.people import role_nouns
from rashomon.stages.wording.named import Named
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.table import general, light, thing_of_act
from rashomon.stages.wording.terms import LONGEST, Terms, fold

_PRONOUNS = frozenset("he she it they him her them his their its who which that i we you us me one".split())


# What only says when and whether: "has been", "to", "will".
_HELPING = re.compile(
    r"(?:(?:has|have|had|having|is|are|was|were|be|been|being|will|would|can|could|may|might|shall|should|must|did|does|do|to|also|already|"
    r"reportedly|allegedly|now|then|currently)\s+(?=\S))*",
    re.IGNORECASE,
)


def acts(claims: Sequence[Claim], named: Named, terms: Terms) -> dict[tuple[str, str], list[Spot]]:
    """Spots by thing and by the party that they share, each spot in one row: the party of which most reports tell takes it. Claims
    without a frame of the table, or that name no party, are left out."""
    found: dict[tuple[str, str], set[Spot]] = defaultdict(set)
    for claim in claims:
        thing = thing_of_act(claim.event.frame, claim.event.action) if claim.event else None
        if claim.event is None or thing is None or claim.modality in ("denied", "hypothetical"):
            continue
        spot = _spot(claim.report, claim.event, terms)
        if spot.end - spot.start <= LONGEST and not _says_nothing(claim.event):
            for party in _parties(claim.event, named):
                found[thing, party].add(spot)
    return _each_once(found)


def _spot(report: str, event: Event, terms: Terms) -> Spot:
    helping = _HELPING.match(terms.text((report, event.start, event.end)))
    start = event.start + (helping.end() if helping else 0)
    words = tuple(fold(terms.text((report, start, event.end))).split())
    named = frozenset(one.entity for one in (*event.actors, *event.targets) if one.entity)
    return Spot(report, start, event.end, words, event.action, parties=named)


def _says_nothing(event: Event) -> bool:
    """ "has been introduced": what was introduced stands outside."""
    inside = any(event.start <= one.start and one.end <= event.end for one in event.targets)
    return event.action in light() and not inside


def _parties(event: Event, named: Named) -> set[str]:
    """Whom it is done to; where nobody is named, who does it."""
    return {named.party(_party(one)) for one in event.targets or event.actors} - {""}


def _party(one: Participant) -> str:
    """The entity, else the noun: "the north gate" and "a gate" are one party."""
    words = fold(one.text).split(" of ")[0].split()
    last = words[-1] if words else ""
    vague = last in _PRONOUNS or last in role_nouns() | general() or last.removesuffix("s") in role_nouns() | general()
    return one.entity or (last if last.isalpha() and not vague else "")


def _each_once(found: Mapping[tuple[str, str], set[Spot]]) -> dict[tuple[str, str], list[Spot]]:
    """Parties of which one report tells are left out first: the cost is the square of a thing's parties that two reports name."""
    things: dict[str, dict[str, set[Spot]]] = defaultdict(dict)
    for (thing, party), spots in found.items():
        things[thing][party] = spots
    rows = {}
    for thing, parties in things.items():
        alone = {party: own for party, own in parties.items() if _tellers(own) < 2}
        left = {party: own for party, own in parties.items() if _tellers(own) > 1}
        while left:
            party = min(left, key=lambda party: (-_tellers(left[party]), -len(left[party]), party))
            taken = left.pop(party)
            rows[thing, party] = sorted(taken)
            left = {other: rest for other, own in left.items() if _tellers(rest := own - taken) > 1}
        if alone and not any(key[0] == thing for key in rows):  # one report's verbs, beside the nouns of others
            party = min(alone, key=lambda party: (-len(alone[party]), party))
            rows[thing, party] = sorted(alone[party])
    return rows


def _tellers(spots: Collection[Spot]) -> int:
    return len({spot.report for spot in spots})
