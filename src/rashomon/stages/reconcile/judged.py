"""What persons decided, as it bears on what is set side by side: what they rejected answers nothing."""

import msgspec

from rashomon.model.claim import Claim, Extracted, Link, Number
from rashomon.text.numerals import find_numerals

ESTIMATE = "estimate"
ANALYST = "analyst"


def counting(found: Extracted) -> Extracted:
    """What was found without the claims that persons rejected, and without the links that lead to or from one; a figure that is told to be
    part of one is a figure of its own."""
    gone = {claim.id for claim in found.claims if claim.rejected}
    if not gone:
        return found
    claims = tuple(_alone(claim, gone) for claim in found.claims if claim.id not in gone)
    return msgspec.structs.replace(
        found, claims=claims, links=tuple(link for link in found.links if not _ends(link) & gone)
    )


def _alone(claim: Claim, gone: set[str]) -> Claim:
    if claim.figure is None or claim.figure.of not in gone:
        return claim
    return msgspec.structs.replace(claim, figure=msgspec.structs.replace(claim.figure, of=None))


def _ends(link: Link) -> set[str | None]:
    return {link.source.claim, link.target.claim}


def readable(field: str | None, value: str | None) -> None:
    """Raises ValueError with a sentence where a finding has no such field, or the value gives no numbers."""
    if field != ESTIMATE:
        raise ValueError(f"a finding has no field {field!r} that can be corrected; the one it has is {ESTIMATE}.")
    numbers(value or "")


def numbers(words: str) -> tuple[Number | None, Number | None, Number | None]:
    """(low, best, high) of an estimate: "12", "10 to 14", "at least 12", "about 3,000"."""
    found = find_numerals(words)
    if len(found) != 1 or found[0].start > 0 or found[0].end < len(words.rstrip()):
        raise ValueError(f"{words!r} is no estimate: write it as 12, 10 to 14, at least 12, up to 12 or about 12.")
    (numeral,) = found
    if not any(c.isdigit() for c in words) and numeral.approximate:
        raise ValueError(f"{words!r} gives no number: write one in digits.")
    return numeral.low, numeral.best, numeral.high
