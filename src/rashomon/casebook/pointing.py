"""What a judgement is on: rows of records by the names that people give them, as anchors that stay when reports come in.

A claim is anchored by its id and its place, a finding by its claims, an entity by words that mean it, an outlet by its name; the rest by reports.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeVar

from rashomon.casebook import naming
from rashomon.casebook.files import file_name
from rashomon.errors import SettingsError
from rashomon.model.anchors import place_of
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.judgement import (
    CLAIM,
    ENTITY,
    FINDING,
    OUTLET,
    REPORT,
    STORY,
    VOICE,
    folded,
    place,
    report_in,
    span_in,
)
from rashomon.model.record import Finding, Record
from rashomon.stages import claims

T = TypeVar("T")
_SPELLINGS = 40  # of an entity that anchor it, the most frequent
_PLACES = 3  # of each spelling, in as many reports
_TABLES = ((CLAIM, "claims"), (FINDING, "findings"), (ENTITY, "entities"), (VOICE, "voices"))
_ROWS = ("cla", "fin", "ent", "voi")  # the beginnings of ids that only a record has
Reports = Callable[[str], Sequence[str]]


class Records(NamedTuple):
    """Where rows are looked for: `each` gives the records in which one of this name may stand, one after the other; `today` one of them as it would
    be made now, for it may be old."""

    each: Callable[[str], Iterator[Record]]
    today: Callable[[Record], Record]

    def first(self, name: str, look: Callable[[Record], T | None]) -> T | None:
        """What is found in the first record that has it, as that stands today."""
        for record in self.each(name):
            if found := look(record):
                now = self.today(record)
                return (look(now) if now is not record else None) or found
        return None


class Pointed(NamedTuple):
    """What names lead to: `of` what kind, `on` its anchors, `at` the places of claims, `seen` the claims that answer the same questions (of
    entities and voices the reports of the record), `rest` the anchors that stand beside them (of an entity, its other words), `kinds` of the claims or findings."""

    of: str
    on: tuple[str, ...]
    at: Mapping[str, str] = {}
    seen: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


def pointed(names: Sequence[str], of: str | None, records: Records, reports: Reports) -> Pointed:
    """What the names lead to; all are of one kind, `of` where it is given. `records`: those in which rows are looked for, one after the other;
    `reports`: the ids of the reports of that name. Raises SettingsError where a name leads to nothing, or to things of several kinds."""
    if not names:
        raise SettingsError("Say what is judged: name it by its id, or the first letters of one.")
    if of is None and all(name.startswith("sto") for name in names):
        of = STORY
    if of in (STORY, REPORT, OUTLET):
        return _plain(names, of, records, reports)
    found = [_one(name, of, records, reports) for name in names]
    kinds = {one.of for one in found}
    if len(kinds) > 1:
        raise SettingsError(
            f"These are of several kinds ({', '.join(sorted(kinds))}). A judgement is on things of one kind."
        )
    return _together(found)


def _plain(names: Sequence[str], of: str, records: Records, reports: Reports) -> Pointed:
    if of == OUTLET:
        return Pointed(OUTLET, tuple(" ".join(name.split()) for name in names))
    return Pointed(of, tuple(sorted({report for name in names for report in _reports(name, records, reports)})))


def _reports(name: str, records: Records, reports: Reports) -> Sequence[str]:
    """The ids of the reports of that name: in the collection, else in a record."""
    try:
        return reports(name)
    except SettingsError:
        for record in records.each(name):
            by_source = [row.id for row in record.reports if row.source == name or file_name(row.source) == name]
            if found := naming.by_id(name, {row.id for row in record.reports}) or (
                by_source[0] if len(by_source) == 1 else None
            ):
                return (found,)
        raise


def is_of_row(name: str) -> bool:
    """Whether the name is the id of a row that only a record has, or the beginning of one."""
    return name.startswith(_ROWS)


def _together(found: Sequence[Pointed]) -> Pointed:
    on = tuple(dict.fromkeys(each for one in found for each in one.on))
    return Pointed(
        of=found[0].of,
        on=on,
        at={own: at for one in found for own, at in one.at.items()},
        seen=tuple(dict.fromkeys(each for one in found for each in one.seen)),
        rest=tuple(dict.fromkeys(each for one in found for each in one.rest if each not in on)),
        kinds=frozenset().union(*(one.kinds for one in found)),
    )


def _one(name: str, of: str | None, records: Records, reports: Reports) -> Pointed:
    if of in (None, VOICE) and not is_of_row(name):
        with suppress(SettingsError):
            return Pointed(of or REPORT, tuple(_reports(name, records, reports)))
    if found := records.first(name, lambda record: _in(record, name, of)):
        return found
    raise SettingsError(
        f"No {of or 'claim, finding, entity or report'} is called {name!r} in the records that were made. Make the record of its story first "
        "(`rashomon show`), or name the story."
    )


def _in(record: Record, name: str, of: str | None) -> Pointed | None:
    """What the name leads to in one record."""
    if of in (None, ENTITY) and "@" in name:
        return _words(record, name)
    for kind, table in _TABLES:
        rows = {row.id: row for row in getattr(record, table)} if of in (None, kind) else {}
        if found := naming.by_id(name, rows):
            return _row(record, kind, rows[found])
    return _named(record, name) if of == ENTITY else None


def _row(record: Record, kind: str, row: object) -> Pointed:
    if isinstance(row, Claim):
        return _claims(record, CLAIM, [row.id])
    if isinstance(row, Finding):
        return _claims(record, FINDING, [claim for answer in row.answers for claim in answer.claims])
    if isinstance(row, Entity):
        return Pointed(ENTITY, anchors(row, record), seen=_seen(record))
    return Pointed(VOICE, tuple(row.reports), seen=_seen(record))  # type: ignore[attr-defined]


def _seen(record: Record) -> tuple[str, ...]:
    """Its reports: what comes in later is told from these."""
    return tuple(report.id for report in record.reports)


def _claims(record: Record, of: str, ids: Iterable[str]) -> Pointed:
    on = tuple(dict.fromkeys(ids))
    claims = {claim.id: claim for claim in record.claims}
    asked = [{claim for answer in one.answers for claim in answer.claims} for one in record.findings]
    seen = {claim for some in asked if not some.isdisjoint(on) for claim in some}
    own = set(on) if of == FINDING else seen
    kinds = frozenset(claims[claim].kind for claim in on)
    return Pointed(of, on, {claim: place_of(claims[claim]) for claim in on}, tuple(sorted(own)), kinds=kinds)


def _named(record: Record, name: str) -> Pointed | None:
    """The entity that bears the name, or those words of an entity, where only one entity does."""
    some = [one for one in record.entities if folded(name) in {folded(each) for each in (one.name, *one.aliases)}]
    if len(some) > 1:
        raise SettingsError(f"{name!r} may be {', '.join(one.id for one in some[:5])}. Give an id.")
    return Pointed(ENTITY, anchors(some[0], record), seen=_seen(record)) if some else None


def spelling(names: Sequence[str], records: Records) -> Pointed:
    """Words of entities: at a place, or all that are so spelt, with the other words of the entities that they mean now."""
    return _together([_spelt(name, records) for name in names])


def _spelt(name: str, records: Records) -> Pointed:
    found = records.first(name, lambda record: _words(record, name) if "@" in name else _all_spelt(record, name))
    if found:
        return found
    raise SettingsError(
        f"No words {name!r} mean an entity in the records that were made. Name them as they stand, or by their place, REPORT@START-END."
    )


def _all_spelt(record: Record, words: str) -> Pointed | None:
    texts = {report.id: report.text for report in record.reports}
    for entity in record.entities:
        places = anchors(entity, record)
        own = tuple(each for each in places if folded(_at(each, texts)) == folded(words))
        if own:
            return Pointed(ENTITY, own, seen=_seen(record), rest=tuple(each for each in places if each not in own))
    return None


def _at(place: str, texts: Mapping[str, str]) -> str:
    start, end = span_in(place) or (0, 0)
    return texts[report_in(place)][start:end]


def _words(record: Record, name: str) -> Pointed | None:
    """The words at a place (`REPORT@START-END`), and the other words of the entity that they mean."""
    span, ids = span_in(name), {report.id for report in record.reports}
    report = naming.by_id(report_in(name), ids)
    if span is None or report is None:
        return None
    own = place("", report, *span)
    for entity in record.entities:
        if any((m.report, m.start, m.end) == (report, *span) for m in entity.mentions):
            rest = tuple(each for each in anchors(entity, record) if each != own)
            return Pointed(ENTITY, (own,), seen=_seen(record), rest=rest)
    raise SettingsError(
        f"The words at {name} mean no entity. `mentions` of an entity in the record say where its words stand."
    )


def anchors(entity: Entity, record: Record) -> tuple[str, ...]:
    """Words that mean the entity, pronouns aside: of each spelling some places, the most frequent spellings first."""
    texts = {report.id: report.text for report in record.reports}
    by_words: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for each in entity.mentions:
        words = folded(texts[each.report][each.start : each.end])
        if not each.pronoun and (words, each.report) not in seen:
            seen.add((words, each.report))
            by_words[words].append(place("", each.report, each.start, each.end))
    ranked = sorted(by_words.items(), key=lambda row: (-len(row[1]), row[0]))[:_SPELLINGS]
    return tuple(sorted(each for _, places in ranked for each in places[:_PLACES]))


def speaking_with(reports: Sequence[str], records: Records) -> tuple[str, ...]:
    """The other reports that speak with the texts of these."""
    wanted = set(reports)

    def beside(record: Record) -> tuple[tuple[str, ...]] | None:
        if not wanted <= {row.id for row in record.reports}:
            return None
        voices = {row.voice for row in record.reports if row.id in wanted}
        return (tuple(sorted(row.id for row in record.reports if row.voice in voices and row.id not in wanted)),)

    if found := records.first(reports[0], beside):
        return found[0]
    raise SettingsError(
        "No record that was made holds all of these reports. Make one first (`rashomon show`), or name the story."
    )


def outlet_called(name: str, outlets: Iterable[str | None]) -> str:
    """The outlet's name as reports have it, where only one is so called, what stands in brackets aside; else the name as it was given."""
    plain = " ".join(name.split())
    known = {outlet for outlet in outlets if outlet}
    alike = [each for each in sorted(known) if folded(each.partition("(")[0]) == folded(plain)]
    exact = [each for each in sorted(known) if folded(each) == folded(plain)]
    return next(iter(exact), alike[0] if len(alike) == 1 else plain)


def check_field(one: Pointed, field: str, value: str) -> None:
    """Raises SettingsError where what is named has no such field."""
    kinds = one.kinds or frozenset([""])
    try:
        for kind in kinds if one.of == CLAIM else ():
            claims.readable(field, value, kind)
    except ValueError as error:
        raise SettingsError(str(error)) from error
    if one.of == FINDING and kinds != {"figure"}:
        raise SettingsError("Only a finding of figures has an estimate.")
