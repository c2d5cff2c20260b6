"""What persons decided, as it bears on what is set side by side: what they rejected answers nothing, what they estimate stands beside the rules'
estimates, and what comes from an outlet that they rate unreliable is marked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model.claim import Claim, Extracted, Link, Number
from rashomon.model.judgement import FINDING, JOIN, OUTLET, SPLIT, Judgement, folded
from rashomon.model.record import Decided, Estimate, Finding, Reliability
from rashomon.model.report import Report
from rashomon.model.rulings import Ruling, rulings
from rashomon.text.numerals import find_numerals

ESTIMATE = "estimate"
ANALYST = "analyst"
_DOUBTED = "EF"  # ratings of outlets that are unreliable, or cannot be judged


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


def made_by(findings: Iterable[Finding], made: Mapping[str, Iterable[str]]) -> list[Finding]:
    """The findings with the judgements by which their claims came together or apart; `made`: these by the finding's id."""
    return [
        msgspec.structs.replace(finding, judged=tuple(sorted(made[finding.id]))) if made.get(finding.id) else finding
        for finding in findings
    ]


def as_judged(decided: Decided, log: Sequence[Judgement]) -> Decided:
    """What was decided on a story, with what persons decided on single findings: a judgement is on that finding which holds most of its claims."""
    some = [each for each in log if each.of == FINDING and each.what not in (JOIN, SPLIT)]
    on = [msgspec.structs.replace(each, on=(own,)) for each in some if (own := _finding_of(each.on, decided.findings))]
    held = rulings(on, {finding.id for finding in decided.findings}, FINDING)
    if not held:
        return decided
    found = (_ruled(one, held[one.id]) if one.id in held else one for one in decided.findings)
    return msgspec.structs.replace(decided, findings=tuple(found))


def _finding_of(claims: Iterable[str], findings: Sequence[Finding]) -> str | None:
    wanted = set(claims)
    counts = Counter(
        {
            finding.id: len(wanted & {claim for answer in finding.answers for claim in answer.claims})
            for finding in findings
        }
    )
    best = min(counts, key=lambda own: (-counts[own], own), default=None)
    return best if best is not None and counts[best] else None


def _ruled(finding: Finding, ruling: Ruling) -> Finding:
    judged = tuple(sorted({*finding.judged, *ruling.judged}))
    each = ruling.corrected.get(ESTIMATE)
    if each is None or finding.kind != "figure":
        return msgspec.structs.replace(finding, judged=judged)
    low, best, high = numbers(each.value or "")
    own = Estimate(low=low, best=best, high=high, why=f"{each.who}: {each.why}")
    return msgspec.structs.replace(finding, judged=judged, estimates={**(finding.estimates or {}), ANALYST: own})


def ratings(log: Sequence[Judgement], outlets: Iterable[str | None]) -> dict[str, Reliability]:
    """How persons rate these outlets, by their folded names."""
    named = {folded(name) for name in outlets if name}
    anchored = [
        msgspec.structs.replace(each, on=tuple(sorted({folded(name) for name in each.on})))
        for each in log
        if each.of == OUTLET
    ]
    rated = {name: ruling.rated for name, ruling in rulings(anchored, named, OUTLET).items()}
    return {
        name: Reliability(value=each.value or "", who=each.who, why=each.why, judgement=each.id)
        for name, each in rated.items()
        if each
    }


def doubted(reports: Iterable[Report], rated: Mapping[str, Reliability]) -> frozenset[str]:
    """The ids of the reports whose outlets are rated unreliable, or as not to be judged."""
    ratings_of = {report.id: rated.get(folded(report.outlet or "")) for report in reports}
    return frozenset(own for own, rating in ratings_of.items() if rating and rating.value in _DOUBTED)
