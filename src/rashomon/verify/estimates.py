"""6. Each named rule gives its estimate, with a reason, in numbers that the finding's claims bear out."""

import re
from collections.abc import Iterator

from rashomon.verify.decided import correction
from rashomon.verify.numbers import misnumbered
from rashomon.verify.tables import Discrepancy, Row, Tables


def check_estimates(tables: Tables) -> Iterator[Discrepancy]:
    """Persons whom an estimate counts one by one: a claim of the finding for each, that tells of one person; and those not counted,
    since they died: claims that tell of the dead."""
    for where, row in tables.rows("findings"):
        own = {key for answer in row["answers"] for key in answer["claims"]}
        for rule, estimate in (row.get("estimates") or {}).items():
            persons, died = set(estimate.get("persons") or ()), estimate.get("died") or ()
            if persons and estimate.get("best") != len(persons):
                yield Discrepancy(where, f"{rule} counts {estimate.get('best')}, and names {len(persons)} persons")
            figures = {key: tables.by_id["claims"].get(key, {}).get("figure") or {} for key in (*persons, *died)}
            if not persons <= own or not all(figures[key].get("implied") for key in persons):
                yield Discrepancy(where, f"{rule} counts a person of whom no claim of its answers tells")
            if any(figures[key].get("measure") != "killed" for key in died):
                yield Discrepancy(where, f"{rule} leaves out one as dead of whom no claim tells that")


RULES = ("ucdp", "acled", "latest_official", "mode_by_voice", "median_by_voice", "min_max")
ANALYST = "analyst"  # an estimate that a person made
# What ACLED codes a word as that names no number. Longest first, for "several hundred" is no "several".
CODED = (
    ("hundreds of thousands", 100_000), ("tens of thousands", 10_000), ("several thousand", 1_000), ("several hundred", 100),
    ("a few hundred", 100), ("several dozen", 12), ("millions", 1_000_000), ("thousands", 1_000), ("hundreds", 100), ("dozens", 12),
    ("scores", 20), ("tens", 10), ("several", 3), ("many", 3), ("few", 3), ("couple", 2),
)  # fmt: skip


def check_rules(tables: Tables) -> Iterator[Discrepancy]:
    """Each named rule gives its estimate, with a reason, in numbers that the finding's claims bear out."""
    for where, row in tables.rows("findings"):
        estimates = row.get("estimates")
        if estimates is None:
            continue
        if set(estimates) - {ANALYST} != set(RULES):
            yield Discrepancy(where, f"its estimates are by {', '.join(sorted(estimates))}")
        own = [tables.by_id["claims"][key] for answer in row["answers"] for key in answer["claims"]]
        for rule, estimate in estimates.items():
            why_not = unfounded(rule, estimate, own) if rule != ANALYST else invented(estimate, row["id"], tables)
            yield from (Discrepancy(where, f"{rule}: {why}") for why in why_not)


def unfounded(rule: str, estimate: Row, claims: list[Row]) -> Iterator[str]:
    """What an estimate says that the claims do not bear out, nor the rule."""
    ends = {end: estimate.get(end) for end in ("low", "best", "high")}
    given = [number for number in ends.values() if number is not None]
    figures = [claim.get("figure") or {} for claim in claims]
    told = {float(n) for figure in figures for end in ends if (n := figure.get(end)) is not None}
    told |= (
        set(map(float, range(sum(bool(figure.get("implied")) for figure in figures) + 1)))
        if any_implied(figures)
        else set()
    )
    if rule == "acled":
        told |= {coded for figure in figures if (coded := coded_as(figure.get("text") or "")) is not None}
    if not estimate.get("why"):
        yield "it gives no reason"
    if given != sorted(given):
        yield "its low, best and high are not in order"
    died = bool(estimate.get("died"))
    for end, number in ends.items():
        below = died and end != "high" and 0 <= (number or 0) <= max(told, default=0)
        if number is not None and number not in told and not below:
            yield f"{end} is {number:g}, which none of its claims gives"
    if rule in ("acled", "mode_by_voice", "median_by_voice") and len(set(ends.values())) > 1:
        yield "it gives more than one number"
    if rule == "latest_official" and given and not any(is_official(claim, ends) for claim in claims):
        yield "no official body gives it"


def invented(estimate: Row, finding: str, tables: Tables) -> Iterator[str]:
    """What a person's estimate says that the person did not."""
    said = correction(finding, "finding", "estimate", tables)
    if said is None:
        yield "no judgement gives it"
        return
    yield from misnumbered(estimate, said)
    if not estimate.get("why"):
        yield "it gives no reason"


def any_implied(figures: list[Row]) -> bool:
    return any(figure.get("implied") for figure in figures)


def is_official(claim: Row, ends: Row) -> bool:
    """Whether the claim's last speaker is a body of the state, and gives these numbers."""
    kind = claim["attribution"][-1].get("type") if claim["attribution"] else None
    figure = claim.get("figure") or {}
    return kind in ("official", "force") and all(figure.get(end) == number for end, number in ends.items())


def coded_as(words: str) -> int | None:
    folded = f" {' '.join(words.casefold().split())} "
    return next((number for word, number in CODED if re.search(rf"(?<![\w-]){word}(?![\w-])", folded)), None)
