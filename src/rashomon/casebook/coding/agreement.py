"""How far coders agree, on what they differ and how that was settled: from the log of judgements and what they are on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from rashomon.casebook.coding import blind
from rashomon.casebook.coding.alpha import alpha, level, share_alike
from rashomon.casebook.coding.ground import Ground
from rashomon.casebook.coding.units import Coded, Key, Said, coded, own, settling
from rashomon.casebook.coding.variables import PAIR, RANK, variable
from rashomon.model.agreement import TENTATIVE, Agreement, Coder, Coding, Reliability, Unit
from rashomon.model.identity import identify
from rashomon.model.judgement import CODE, Judgement, order

_FEW = 10  # units
_ALIKE = 0.8  # share of values, above which a low alpha needs a word
_FINAL = ""  # the hand of the adjudications
Hands = Mapping[str, Coded]
Units = Mapping[Key, Mapping[str, Said]]


def agreement(
    log: Sequence[Judgement],
    ground: Ground,
    story: str | None = None,
    by: Collection[str] = (),
    until: str | None = None,
    whole: bool = False,
) -> Agreement:
    """Of those named in `by`, else of the story's coders, else of all who judged; as it was at `until` (ISO 8601), else now. `whole`: with every unit."""
    told = _by_one_name([each for each in log if until is None or each.when <= until], by)
    reports = set(ground.reports)
    named = sorted({blind.person(each): each for each in by}.values()) or blind.coders(told, reports)
    given = coded(
        {who: own(told, who) for who in named or sorted({each.who for each in told})} | {_FINAL: settling(told)},
        told,
        ground,
    )
    settled = given.pop(_FINAL)
    hands = {who: said for who, said in given.items() if said or who in named}
    done = blind.done(told, reports)
    waiting = tuple(who for who in blind.waiting(told, reports) if who in hands)
    units = _by_unit(hands)
    found = _reliabilities(units, told)
    return Agreement(
        story=story,
        coders=tuple(_coder(who, hands, done.get(blind.person(who))) for who in hands),
        reliabilities=found,
        differences=tuple(_units([key for key in units if _differ(units[key])], units, settled, told, ground)),
        units=tuple(_units(units, units, settled, told, ground)) if whole else (),
        waiting=waiting,
        notes=tuple(_notes(hands, found, waiting, named)),
    )


def _by_one_name(log: Sequence[Judgement], by: Collection[str]) -> list[Judgement]:
    """The log with each person under one name: as it was asked for, else as he was named a coder, else as he first wrote it."""
    names: dict[str, str] = {blind.person(each): each for each in by}
    for each in sorted(log, key=lambda each: (each.what != CODE, *order(each))):
        name = each.value or "" if each.what == CODE else each.who
        names.setdefault(blind.person(name), name)
    return [msgspec.structs.replace(each, who=names.get(blind.person(each.who), each.who)) for each in log]


def withheld(found: Agreement) -> Agreement:
    """What a coder may see before all are done: who is not."""
    return msgspec.structs.replace(
        found,
        coders=(),
        reliabilities=(),
        differences=(),
        notes=(f"{_all(found.waiting)} not done yet. Until all are, no coder is shown what the others judged.",),
    )


def _coder(who: str, hands: Hands, done: str | None) -> Coder:
    things = {name: {(key.of, key.on) for key in said} for name, said in hands.items()}
    others = set[tuple[str, tuple[str, ...]]]().union(*(some for name, some in things.items() if name != who))
    mine = things[who]
    return Coder(who=who, judged=len(mine), alone=len(mine - others), lacks=len(others - mine), done=done)


# --- alpha -------------------------------------------------------------------------------------------------------------


def _reliabilities(units: Units, log: Sequence[Judgement]) -> tuple[Reliability, ...]:
    found = defaultdict[tuple[str, str], list[Key]](list)
    for key in units:
        found[key.of, key.variable].append(key)
    makers = {each.id: each.who for each in log}
    ranked = sorted(found, key=lambda each: (RANK.get(each, len(RANK)), each))
    return tuple(_reliability(*each, [units[key] for key in found[each]], makers) for each in ranked)


def _reliability(of: str, name: str, units: Sequence[Mapping[str, Said]], makers: Mapping[str, str]) -> Reliability:
    row = variable(of, name)
    paired = [list(unit.values()) for unit in units if len(unit) > 1]
    given = [_measured(unit, row.metric) for unit in paired]
    found = alpha(given, row.metric)
    return Reliability(
        of=of,
        variable=name,
        name=row.title,
        metric=row.metric,
        why=row.why,
        units=len(units),
        paired=len(paired),
        values=sum(len(values) for values in given if len(values) > 1),
        agreement=share_alike([[_key(said) for said in unit] for unit in paired]),
        alpha=found.value,
        low=found.low,
        high=found.high,
        verdict=level(found.value),
        undefined=found.undefined,
        in_sight=sum(_in_sight(said.by, makers) for unit in paired for said in unit),
    )


def _measured(unit: Sequence[Said], metric: str) -> list[str] | list[float]:
    """What alpha compares: on a scale of numbers only what is a number."""
    if metric == "nominal":
        return [_key(said) for said in unit]
    return [said.value.number for said in unit if said.value is not None and said.value.number is not None]


def _by_unit(hands: Hands) -> dict[Key, dict[str, Said]]:
    found: dict[Key, dict[str, Said]] = defaultdict(dict)
    for who, said in hands.items():
        for key, one in said.items():
            found[key][who] = one
    return found


def _key(said: Said) -> str:
    return said.value.key if said.value is not None else ""


def _in_sight(each: Judgement, makers: Mapping[str, str]) -> bool:
    """Whether another's judgement had shaped what it is on, so that it was not made independently."""
    return any(makers.get(one, each.who) != each.who for one in each.knowing)


# --- differences -------------------------------------------------------------------------------------------------------


def _units(keys: Iterable[Key], units: Units, settled: Coded, log: Sequence[Judgement], ground: Ground) -> list[Unit]:
    """The units of these keys, with what each coder said and what was settled; what is not settled first, then by report and place."""
    makers = {each.id: each.who for each in log}
    found = []
    for key in keys:
        codings = tuple(_coding(said, makers) for _, said in sorted(units[key].items()))
        final = _coding(settled[key], makers) if key in settled else None
        found.append(_unit(key, codings, final, ground))
    return sorted(found, key=_place)


def _differ(unit: Mapping[str, Said]) -> bool:
    return len({_key(said) for said in unit.values()}) > 1


def _unit(key: Key, codings: tuple[Coding, ...], settled: Coding | None, ground: Ground) -> Unit:
    return Unit(
        id=identify("unit1", key.of, key.variable, *key.on),
        of=key.of,
        variable=key.variable,
        on=key.on,
        title=" – ".join(ground.title(each) for each in key.on),
        codings=codings,
        words=tuple(passage for each in key.on for passage in ground.words(each)),
        settled=settled,
    )


def _coding(said: Said, makers: Mapping[str, str]) -> Coding:
    assert said.value is not None
    return Coding(
        who=said.by.who,
        value=said.value.text,
        judgement=said.by.id,
        when=said.by.when,
        why=said.by.why,
        number=said.value.number,
        in_sight=_in_sight(said.by, makers),
    )


def _place(unit: Unit) -> tuple[object, ...]:
    first = unit.words[0] if unit.words else None
    where = (first.report, first.start) if first else ("", 0)
    return unit.settled is not None, *where, RANK.get((unit.of, unit.variable), len(RANK)), unit.id


# --- what a reader must know -------------------------------------------------------------------------------------------


def _notes(hands: Hands, found: Sequence[Reliability], waiting: Sequence[str], named: Sequence[str]) -> Iterator[str]:
    if len(hands) < 2:
        yield "Agreement takes two coders at least."
    if waiting:
        yield f"{_all(waiting)} not done yet."
    if missing := sorted(who for who in named if not hands.get(who)):
        yield f"{_all(missing, 'has', 'have')} judged nothing here."
    if seen := sum(each.in_sight for each in found):
        yield (
            f"{seen} of {sum(each.values for each in found)} values were given when another coder's judgement could be seen. They "
            "are not independent, and alpha is higher for them."
        )
    if few := [each.name for each in found if each.paired and each.paired < _FEW]:
        yield f"Fewer than {_FEW} units were judged by two: take alpha for a hint. ({'; '.join(few)})"
    if alike := [
        each.name
        for each in found
        if each.alpha is not None and each.alpha < TENTATIVE and (each.agreement or 0) >= _ALIKE
    ]:
        yield (
            "Most values are the same, so that chance alone gives much agreement, and alpha hangs on the few that are not. "
            f"({'; '.join(alike)})"
        )
    if any(each.variable == PAIR for each in found):
        yield "Joins and splits are compared pair by pair, so that one decision on many counts many times."


def _all(names: Sequence[str], one: str = "is", more: str = "are") -> str:
    return f"{names[0]} {one}" if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} {more}"
