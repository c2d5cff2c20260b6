"""Where judgements take hold: claims by their ids, or by their place where a later edition of the program names them otherwise."""

from collections.abc import Iterable, Sequence

import msgspec

from rashomon.model.claim import Claim
from rashomon.model.judgement import Judgement, place


def place_of(claim: Claim) -> str:
    """`figure:rep1-…@120-152`: the kind of the claim and the words that carry it."""
    return place(claim.kind, claim.report, claim.start, claim.end)


def found_again(log: Iterable[Judgement], claims: Sequence[Claim]) -> tuple[Judgement, ...]:
    """The judgements with today's ids of claims: an id that is not among the claims becomes that of the one claim of its kind at its place.

    An id with no place, or whose place holds no such claim, or several, stays: its judgement waits."""
    log = tuple(log)
    if not any(each.at for each in log):
        return log
    ids, places = {claim.id for claim in claims}, dict[str, list[str]]()
    for claim in claims:
        places.setdefault(place_of(claim), []).append(claim.id)

    def today(own: str, at: str) -> str:
        there = places.get(at, ())
        return there[0] if own not in ids and len(there) == 1 else own

    def anchored(each: Judgement) -> Judgement:
        now = tuple(today(own, at) for own, at in zip(each.on, each.at, strict=True))
        return each if now == each.on else msgspec.structs.replace(each, on=now)

    return tuple(anchored(each) if each.at else each for each in log)
