"""What each coder said of each unit, from the log of judgements.

A coder's own judgements stand until he undoes them himself; of two of his on one unit the later holds. Who confirms a whole claim confirms
each of its fields as it was shown to him; who rejects it says nothing of its fields. A field is compared where anybody said anything of such a
field, on all that was judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.casebook.coding.ground import Ground, claims_of
from rashomon.casebook.coding.pairs import Pair, held_together, pairs, parted
from rashomon.casebook.coding.values import Value, said
from rashomon.casebook.coding.variables import PAIR, RATING, VERDICT
from rashomon.model.agreement import CONFIRMED, CORRECTED, REJECTED, TOGETHER
from rashomon.model.judgement import (
    CONFIRM,
    CORRECT,
    ENTITY,
    FINDING,
    JOIN,
    RATE,
    REJECT,
    SPLIT,
    Judgement,
    order,
    standing,
)

_VERDICTS = {CONFIRM: CONFIRMED, REJECT: REJECTED, CORRECT: CORRECTED}


class Key(NamedTuple):
    """A unit: `of`, `variable`, `on` as of a Unit."""

    of: str
    variable: str
    on: tuple[str, ...]


class Said(NamedTuple):
    """A value, None for a refusal to give one, and the judgement that gave it."""

    value: Value | None
    by: Judgement


Coded = dict[Key, Said]


class Asked(NamedTuple):
    """What anybody said something particular of: fields, by `of`; and pairs within a row that were held apart, by `of` and row."""

    fields: Mapping[str, set[str]]
    parted: Mapping[tuple[str, str], set[Pair]]


def own(log: Sequence[Judgement], who: str) -> tuple[Judgement, ...]:
    """A coder's judgements that he has not undone, the latest first, adjudications aside."""
    return tuple(each for each in standing([one for one in log if one.who == who]) if not each.final)


def settling(log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The adjudications that nobody has undone, the latest first."""
    return tuple(each for each in standing(log) if each.final)


def coded(hands: Mapping[str, Sequence[Judgement]], log: Sequence[Judgement], ground: Ground) -> dict[str, Coded]:
    """What each hand said of each unit; his judgements are given the latest first, and `log` holds all that they may have known of."""
    known = {each.id: each for each in log}
    asked = _asked([each for judgements in hands.values() for each in judgements], ground)
    return {who: _coded(judgements, known, asked, ground) for who, judgements in hands.items()}


def _asked(judgements: Iterable[Judgement], ground: Ground) -> Asked:
    found = Asked(defaultdict(set), defaultdict(set))
    for each in judgements:
        if each.field is not None and each.what in (CONFIRM, CORRECT):
            found.fields[each.of].add(each.field)
        for row, pair in parted(each, ground):
            found.parted[each.of, row].add(pair)
    return found


def _coded(judgements: Sequence[Judgement], known: Mapping[str, Judgement], asked: Asked, ground: Ground) -> Coded:
    found: Coded = {}
    for each in judgements:
        for key, value in _says(each, known, asked, ground):
            found.setdefault(key, Said(value, each))
    return {key: one for key, one in found.items() if one.value is not None}


def _says(
    each: Judgement, known: Mapping[str, Judgement], asked: Asked, ground: Ground
) -> Iterator[tuple[Key, Value | None]]:
    if each.what in (JOIN, SPLIT):
        yield from _of_pairs(each, asked, ground)
    for row in _rows(each, ground) if each.what in (*_VERDICTS, RATE) else ():
        if each.what == RATE:
            yield Key(each.of, RATING, (row,)), said(RATING, each.value or "")
        else:
            yield from _of_row(each, row, [known[one] for one in each.knowing if one in known], asked, ground)


def _of_pairs(each: Judgement, asked: Asked, ground: Ground) -> Iterator[tuple[Key, Value]]:
    for pair, word in pairs(each, ground):
        yield Key(each.of, PAIR, pair), Value(word, word)
    within = [pair for (of, _), some in asked.parted.items() if of == each.of for pair in some]
    for pair in held_together(each, within):
        yield Key(each.of, PAIR, pair), Value(TOGETHER, TOGETHER)


def _of_row(
    each: Judgement, row: str, knowing: Sequence[Judgement], asked: Asked, ground: Ground
) -> Iterator[tuple[Key, Value | None]]:
    """`knowing`: the judgements that had shaped the row when this one was made."""
    corrections = [one for one in knowing if one.what == CORRECT and row in _rows(one, ground)]
    if each.what != CONFIRM or each.field is None:
        verdict = CORRECTED if corrections and each.what == CONFIRM else _VERDICTS[each.what]
        yield Key(each.of, VERDICT, (row,)), Value(verdict, verdict)
    if each.what == CORRECT:
        field = each.field or ""
        yield Key(each.of, field, (row,)), said(field, each.value or "")
        return
    fields = asked.fields.get(each.of, set()) if each.field is None else {each.field}
    for field in sorted(fields):
        shown = _shown(each.of, row, field, corrections, ground) if each.what == CONFIRM else None
        if shown is not None or each.what == REJECT:
            yield Key(each.of, field, (row,)), shown
    if each.what == CONFIRM and each.field is None:
        for pair in sorted(asked.parted.get((each.of, row), ())):
            yield Key(each.of, PAIR, pair), Value(TOGETHER, TOGETHER)


def _shown(of: str, row: str, field: str, corrections: Sequence[Judgement], ground: Ground) -> Value | None:
    """What stood in the field: the last correction that was known, else what the program read."""
    last = max((one for one in corrections if one.field == field), key=order, default=None)
    return said(field, last.value or "") if last else ground.value(of, row, field)


def _rows(each: Judgement, ground: Ground) -> list[str]:
    """The rows that a judgement is on: of findings those of whose claims it names the half at least, else the one of which it names most."""
    if each.of == FINDING:
        named = set(each.on)
        rows = sorted({home for one in each.on for home in ground.findings_of(one)})
        whole = [
            row
            for row in rows
            if 2 * len(named.intersection(claims_of(ground.findings[row]))) >= len(set(claims_of(ground.findings[row])))
        ]
        home = ground.home(FINDING, each.on)
        return whole or ([home] if home else [])
    if each.of == ENTITY:
        return sorted({home for one in each.on if (home := ground.home(ENTITY, (one,)))})
    return [one for one in each.on if ground.home(each.of, (one,))]
