"""Flags on what persons confirmed, corrected or rejected: later reports answer the same question otherwise, or carry what was rejected."""

from collections.abc import Iterator, Sequence

from rashomon.model.claim import Claim, Figure
from rashomon.model.judgement import CORRECT, Flag, Judgement
from rashomon.model.record import Finding, Relation
from rashomon.stages.reconcile.flags.rows import Later, Rows
from rashomon.stages.reconcile.judged import numbers
from rashomon.stages.reconcile.quantity import bounds

AGAINST = ("conflict", "update", "correction", "retraction")
_LATER = ("update", "correction", "retraction")  # said of the older by the newer
# The fields on which an answer rests, by the kind of claim: another value elsewhere in the claim is no other answer.
_ANSWERING = {
    "figure": frozenset({None, "figure", "estimate"}),
    "event": frozenset({None, "date", "modality"}),
    "statement": frozenset({None}),
}


def against_claims(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """A claim that was confirmed or corrected, and later reports that answer its question otherwise."""
    later = Later(each, rows)
    for claim in (rows.claims[one] for one in each.on if one in rows.claims):
        if each.field in _ANSWERING.get(claim.kind, ()):
            for finding, number in rows.answers(claim.id):
                yield from _otherwise(finding, number, rows.day(claim), later, rows)


def against_findings(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """A finding that was confirmed, or whose number a person gave, and later reports that answer otherwise."""
    later = Later(each, rows)
    for finding in _on(each, rows):
        if each.what == CORRECT:
            yield from _beside(finding, each, later, rows)
        else:
            lead = _lead(finding, later, rows)
            if lead is not None:
                day = max((rows.day(claim) for claim in rows.claims_of(finding, lead)), default="")
                yield from _otherwise(finding, lead, day, later, rows)


def _on(each: Judgement, rows: Rows) -> list[Finding]:
    ids = dict.fromkeys(finding.id for claim in each.on for finding, _ in rows.answers(claim))
    return [rows.findings[one] for one in ids]


def _lead(finding: Finding, later: Later, rows: Rows) -> int | None:
    """The best supported answer of those that stood there before."""
    known = (n for n in range(len(finding.answers)) if not all(later.claim(c) for c in rows.claims_of(finding, n)))
    return next(known, None)


def _otherwise(finding: Finding, number: int, day: str, later: Later, rows: Rows) -> Iterator[Flag]:
    """The answers against this one that later reports alone give."""
    for relation in finding.relations:
        if number in (relation.a, relation.b) and relation.kind in AGAINST:
            other = relation.b if relation.a == number else relation.a
            claims = rows.claims_of(finding, other)
            if claims and all(later.claim(claim) for claim in claims) and not _older(relation, claims, day, rows):
                yield _flag(
                    relation.kind,
                    f"{finding.answers[other].value}, not {finding.answers[number].value}",
                    claims,
                    rows,
                    relation.why,
                )


def _older(relation: Relation, claims: Sequence[Claim], day: str, rows: Rows) -> bool:
    """Whether these came out before what they are said to bring up to date: then it is they that are out of date."""
    last = max((rows.day(claim) for claim in claims), default="")
    return relation.kind in _LATER and bool(last) and bool(day) and last < day


def _beside(finding: Finding, each: Judgement, later: Later, rows: Rows) -> Iterator[Flag]:
    """Later figures that cannot be so if the number that a person gave is."""
    try:
        low, best, high = numbers(each.value or "")
    except ValueError:
        return
    given = Figure(
        measure="", low=low, best=best, high=high, approximate=low is None and high is None, text="", start=0, end=0
    )
    least, most = bounds(given)
    for number, answer in enumerate(finding.answers):
        claims = [claim for claim in rows.claims_of(finding, number) if claim.figure and later.claim(claim)]
        apart = [claim for claim in claims if claim.figure and not _meet(bounds(claim.figure), (least, most))]
        if apart and len(claims) == len(rows.claims_of(finding, number)):
            yield _flag("conflict", f"{answer.value}, not {each.value}", apart, rows)


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return max(a[0], b[0]) <= min(a[1], b[1])


def _flag(kind: str, what: str, claims: Sequence[Claim], rows: Rows, why: str = "") -> Flag:
    verb = "gives" if len({claim.report for claim in claims}) == 1 else "give"
    words = f"Since then {rows.named(claims)} {verb} {what}. {why}".strip()
    return Flag(kind=kind, text=words, on=tuple(sorted(claim.id for claim in claims)))


# --- what was rejected -------------------------------------------------------------------------------------------------


def for_the_rejected(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """A claim that was rejected, and later reports that carry it in texts of their own."""
    later, asked = Later(each, rows), {finding.id for one in each.seen for finding, _ in rows.answers(one)}
    for claim in (rows.claims[one] for one in each.on if one in rows.claims):
        others = [one for one in rows.claims.values() if not one.rejected and later.claim(one) and _same(claim, one)]
        carry = [one for one in others if rows.text_of(one) != rows.text_of(claim) and _asked(one, asked, rows)]
        if carry:
            words = (
                ("carry", "texts", "their") if len({one.report for one in carry}) > 1 else ("carries", "a text", "its")
            )
            text = "Since then {} {} what was rejected, in {} of {} own.".format(rows.named(carry), *words)
            yield Flag(kind="support", text=text, on=tuple(sorted(one.id for one in carry)))


def _asked(claim: Claim, asked: set[str], rows: Rows) -> bool:
    """Whether the claim answers the question that the rejected one did; where no other claim does, that cannot be told apart."""
    return not asked or any(finding.id in asked for finding, _ in rows.answers(claim.id))


def _same(a: Claim, b: Claim) -> bool:
    """Whether two claims say one thing: the same number of the same people that met with the same; or the same act by or on the same."""
    if a.kind != b.kind or a.modality != b.modality or _days_apart(a, b):
        return False
    if a.figure and b.figure:
        return _count(a.figure) == _count(b.figure) and _counted(a.figure) == _counted(b.figure) != ""
    if a.event and b.event:
        acts = (a.event.frame or a.event.action, a.event.variant), (b.event.frame or b.event.action, b.event.variant)
        return acts[0] == acts[1] and bool(_sides(a) & _sides(b)) and not _sides_apart(a, b)
    return False


def _count(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.scope, figure.unit, figure.low, figure.best, figure.high, figure.approximate


def _counted(figure: Figure) -> str:
    """The last word of what is counted, which names it."""
    return (figure.counted or "").casefold().split(" of ")[0].rsplit(" ", 1)[-1]


def _days_apart(a: Claim, b: Claim) -> bool:
    if a.date is None or b.date is None:
        return False
    (first, last), (start, end) = ((each.start or "", each.end or "~") for each in (a.date, b.date))
    return last[:10] < start[:10] or end[:10] < first[:10]


def _sides(claim: Claim) -> set[tuple[str, str]]:
    """Who did it and to whom, by their entities."""
    event = claim.event
    if event is None:
        return set()
    sides = {"actor": event.actors, "target": event.targets}
    return {(name, one.entity) for name, some in sides.items() for one in some if one.entity}


def _sides_apart(a: Claim, b: Claim) -> bool:
    """Whether one of them names other doers, or others to whom it was done."""
    for side in ("actor", "target"):
        one, other = ({entity for name, entity in _sides(each) if name == side} for each in (a, b))
        if one and other and not one & other:
            return True
    return False
