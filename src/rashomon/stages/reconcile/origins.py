"""Which text a claim's words come from."""

from collections.abc import Callable, Iterable

import msgspec

from rashomon.model.claim import Claim

OriginOf = Callable[[str, int, int], str | None]


def with_origins(claims: Iterable[Claim], origin_of: OriginOf) -> tuple[Claim, ...]:
    """The claims with `origin` set: `origin_of(report id, start, end)` gives the voice id of the text that the words of
    that report come from, None where they are its own. To be done before `decide`."""
    return tuple(
        msgspec.structs.replace(claim, origin=origin_of(claim.report, claim.start, claim.end)) for claim in claims
    )
