"""Which judgements stand in a record: those that hold of something in it."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from rashomon.model.anchors import found_again
from rashomon.model.bonds import uphold
from rashomon.model.claim import Claim
from rashomon.model.judgement import JOIN, NOTE, OUTLET, SPLIT, STORY, VOICE, Judgement, folded, report_in
from rashomon.model.report import Report
from rashomon.stages.reconcile.judged import ratings


def shown(
    log: Sequence[Judgement], reports: Sequence[Report], claims: Sequence[Claim], judged: Iterable[str]
) -> tuple[Judgement, ...]:
    """The judgements that shaped the record or are on what it holds, with those alone in their lists that the record holds, for every id in it
    leads to a row. `judged`: those that its rows say hold of them; those on stories hold all."""
    log = found_again(log, claims)
    ids = {report.id for report in reports}
    outlets = {folded(report.outlet) for report in reports if report.outlet}
    there = ids | {claim.id for claim in claims}
    holding = {*judged, *(each.id for each in uphold(log, ids, VOICE).judgements)}
    holding |= {rating.judgement for rating in ratings(log, (report.outlet for report in reports)).values()}
    found = [each for each in log if each.id in holding or _is_on(each, there, outlets)]
    known = {each.id for each in found}
    return tuple(_within(each, there, known) for each in found)


def _is_on(each: Judgement, there: Collection[str], outlets: Collection[str]) -> bool:
    if each.of == STORY and each.what in (JOIN, SPLIT):
        return True
    return each.what == NOTE and any(_named(one, each.of, there, outlets) for one in each.on)


def _named(one: str, of: str, there: Collection[str], outlets: Collection[str]) -> bool:
    return folded(one) in outlets if of == OUTLET else report_in(one) in there


def _within(each: Judgement, there: Collection[str], known: Collection[str]) -> Judgement:
    if each.of == OUTLET:
        return each
    on = [number for number, one in enumerate(each.on) if report_in(one) in there]
    return msgspec.structs.replace(
        each,
        on=tuple(each.on[number] for number in on),
        at=tuple(each.at[number] for number in on) if each.at else (),
        against=tuple(one for one in each.against if report_in(one) in there),
        seen=tuple(one for one in each.seen if one in there),
        knowing=tuple(one for one in each.knowing if one in known),
    )
