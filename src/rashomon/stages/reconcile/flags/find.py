"""The judgements of a record with what later reports say against them."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from rashomon.model.judgement import (
    CLAIM,
    CONFIRM,
    CORRECT,
    ENTITY,
    FINDING,
    JOIN,
    OUTLET,
    RATE,
    REJECT,
    SPLIT,
    VOICE,
    Flag,
    Judgement,
)
from rashomon.model.record import Record
from rashomon.stages.reconcile.flags import answers, bonds
from rashomon.stages.reconcile.flags.rows import Rows

_MOST = 20  # flags of one judgement
Rule = Callable[[Judgement, Rows], Iterator[Flag]]
# What can be decided soundly. Of stories, and of what was confirmed of entities and reports, no later report is known to speak against it.
RULES: Mapping[tuple[str, str], Rule] = {
    (CONFIRM, CLAIM): answers.against_claims,
    (CORRECT, CLAIM): answers.against_claims,
    (REJECT, CLAIM): answers.for_the_rejected,
    (CONFIRM, FINDING): answers.against_findings,
    (CORRECT, FINDING): answers.against_findings,
    (JOIN, FINDING): bonds.two_in_one_report,
    (JOIN, ENTITY): bonds.named_apart,
    (SPLIT, ENTITY): bonds.named_as_one,
    (SPLIT, VOICE): bonds.copied,
    (RATE, OUTLET): bonds.borne_out,
}


def flagged(record: Record) -> Record:
    """The record, in which each judgement has its flags."""
    if not record.judgements:
        return record
    rows = Rows(record)
    judgements = tuple(_flagged(each, rows) for each in record.judgements)
    return msgspec.structs.replace(record, judgements=judgements)


def _flagged(each: Judgement, rows: Rows) -> Judgement:
    rule = RULES.get((each.what, each.of))
    found = sorted(set(rule(each, rows)), key=lambda flag: (flag.kind, flag.on, flag.text)) if rule else []
    return msgspec.structs.replace(each, flags=tuple(found[:_MOST]))
