"""One noun that means several things of a story ("the navy's inquiry", "an inquiry into the fire"): told apart by whose they are.

What nearly every wording names (the two who meet) tells nothing apart; of the rest, parties that stand in one wording go together."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rashomon.stages.wording.named import Named
from rashomon.stages.wording.spots import Spot

_COMMON = 0.5  # of the wordings with a party: a party that stands in more of them is everybody's


def apart(spots: Sequence[Spot], named: Named) -> dict[str, list[Spot]]:
    """Spots by the party that tells them apart, "" for the rest. A thing of its own needs two reports that tell it from others; a
    bare noun goes with what its report last spoke of."""
    labels = _labels(spots, named)
    by_report = defaultdict(set)
    for spot, label in labels.items():
        by_report[spot.report].add(label)
    tellers = Counter(label for own in by_report.values() if len(own - {""}) > 1 for label in own)
    own = {label for label, count in tellers.items() if label and count > 1}
    rows: dict[str, list[Spot]] = defaultdict(list)
    last: dict[str, str] = {}
    for spot in sorted(spots, key=lambda spot: spot.place):
        label = labels[spot] if spot.parties else last.get(spot.report, "")
        last[spot.report] = label = label if label in own else ""
        rows[label].append(spot)
    return rows


def _labels(spots: Sequence[Spot], named: Named) -> dict[Spot, str]:
    """What tells each from others, "" where nothing does; parties that stand in one wording go together."""
    parties = {spot: frozenset(map(named.party, spot.parties)) for spot in spots}
    partied = [own for own in parties.values() if own]
    counts = Counter(party for own in partied for party in own)
    telling = {party for party, count in counts.items() if 1 < count <= _COMMON * len(partied)}
    found = {party: party for party in telling}
    for own in partied:
        linked = {found[party] for party in own & telling}
        if linked:
            first = min(linked, key=lambda party: (-counts[party], party))
            found = {party: first if to in linked else to for party, to in found.items()}
    return {spot: min((found[party] for party in own & telling), default="") for spot, own in parties.items()}
