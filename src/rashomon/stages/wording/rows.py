"""Acts and things of one story by name, each row one of them: a noun that means two is split by whose it is."""

from collections.abc import Sequence

from rashomon.model.claim import Claim
from rashomon.stages.wording.acts import acts
from rashomon.stages.wording.apart import apart
from rashomon.stages.wording.lines import Lines
from rashomon.stages.wording.named import Named
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.table import nouns, several
from rashomon.stages.wording.terms import Terms
from rashomon.stages.wording.things import things

GOVERNMENT = "government"


def rows(lines: Lines, claims: Sequence[Claim], named: Named, terms: Terms) -> dict[str, list[Spot]]:
    """Spots by the row's name: the thing, and in brackets the party that tells it from another of its kind."""
    found: dict[str, list[Spot]] = {}
    for thing, spots in things(lines, named).items():
        parts = apart(spots, named) if thing in several() else {"": spots}
        found |= {_name(thing, terms.name(party)): own for party, own in parts.items()}
    first: set[str] = set()
    for (thing, party), spots in acts(claims, named, terms).items():  # the party of which most tell stands first
        name = _name(thing, (terms.name(party) or party) if thing in first else "")
        first.add(thing)
        found[name] = _with(found.get(name, []) if thing in nouns().values() else [], spots)
    return found


def _name(thing: str, party: str) -> str:
    return f"{thing} ({party})" if party else thing


def _with(spots: Sequence[Spot], done: Sequence[Spot]) -> list[Spot]:
    """Both; of an act whose words hold the noun, the noun alone."""
    held = {(spot.report, spot.end) for spot in spots}
    return [*spots, *(act for act in done if not any(r == act.report and act.start < e <= act.end for r, e in held))]
