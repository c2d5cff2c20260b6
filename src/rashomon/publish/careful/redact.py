"""A record without the names of private persons: in texts, quotations, titles, answers, reasons, ids, everywhere.

Each has a label of the same number all over the record. What stays is told by `offices` (who is public), what cannot be promised by
docs/publishing.md: a person may be known by what is told of them.
"""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any
from urllib.parse import unquote

import msgspec

from rashomon.model.entity import Entity
from rashomon.model.judgement import CODE, Judgement
from rashomon.model.lineage import Voice
from rashomon.model.published import Published, Redacted
from rashomon.model.record import Record, ReportRow
from rashomon.publish.careful.carry import carry
from rashomon.publish.careful.changes import Change, Changed
from rashomon.publish.careful.names import Names, Zone, label
from rashomon.publish.careful.numbering import numbered
from rashomon.publish.careful.persons import Person, persons, words_of
from rashomon.publish.careful.strings import each_string, holds_words

_ID = re.compile(r"[a-z]{3}\d-[0-9a-f]{16}")
# Fields in which a name may stand in small letters; and those that name a publisher.
_ADDRESSES = frozenset({"keywords", "url", "source", "inputs"})
_BODIES = frozenset({"outlet", "family"})
TEXT_WITHHELD = "[text withheld]"
_READ = frozenset({"en", "und"})  # the languages in which names are recognised, as the reading stage has them


class RedactSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Names that are decided on by the one who publishes: they outrank the table of who is public."""

    public: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


def redact(record: Record, settings: RedactSettings | None = None) -> Record:
    """The record without private persons' names. One that is redacted already comes back as it is."""
    if record.published and record.published.redacted:
        return record
    settings = settings or RedactSettings()
    people = persons(record, settings.public, settings.private)
    hidden = _Hidden(record, people)
    texts = {row.id: hidden.text(row) for row in record.reports}
    worded: Record = each_string(
        msgspec.structs.replace(record, reports=tuple(map(bare, record.reports))), hidden.words
    )
    carried = carry(msgspec.structs.replace(worded, reports=tuple(map(hidden.row, worded.reports))), texts)
    done = Redacted(persons=len(hidden.groups), places=hidden.places, withheld=hidden.withheld)
    before = record.published or Published()
    named = msgspec.structs.replace(
        carried,
        entities=tuple(map(hidden.entity, carried.entities)),
        voices=tuple(map(hidden.voice, carried.voices)),
        judgements=tuple(map(hidden.judgement, carried.judgements)),
        reports=tuple(map(hidden.rated, carried.reports)),
        published=msgspec.structs.replace(before, redacted=done),
    )
    return numbered(named)


def bare(row: ReportRow) -> ReportRow:
    """The report's row without its text, which is changed by its own rules."""
    return msgspec.structs.replace(row, text="")


class _Hidden:
    """What is hidden, and how often it was met."""

    def __init__(self, record: Record, people: Sequence[Person]) -> None:
        self.groups = one_person_each([person for person in people if not person.public])
        public = [person for person in people if person.public]
        self.number = {one.entity: n for n, group in enumerate(self.groups) for one in group if one.entity}
        self.staying = {one.entity for one in public if one.entity}
        mapped = [one for one in record.entities if one.kind == "place" and one.geonames]
        self.staying |= {one.id for one in mapped}
        kept = (
            *(name for one in public for name in one.names),
            *(name for one in mapped for name in (one.name, *one.aliases)),
            *(row.outlet for row in record.reports if row.outlet),
        )
        others = [name for one in record.entities if one.id not in self.number for name in (one.name, *one.aliases)]
        self.names = Names([[name for one in group for name in one.names] for group in self.groups], kept, others)
        self.zones = zones_of(record, self.number, self.staying)
        self.told_of = told_of(record, self.number)
        self.withheld = tuple(row.id for row in record.reports if row.language.split("-")[0].casefold() not in _READ)
        self.places = 0
        self.who: dict[str, str] = {}
        self._seen: dict[tuple[str, str], str] = {}

    def text(self, row: ReportRow) -> Changed:
        if row.id in self.withheld:
            return Changed(row.text, [Change(0, len(row.text), TEXT_WITHHELD, instead=False)])
        changed = Changed(
            row.text, self.names.find(row.text, self.zones.get(row.id, ()), here=self.told_of.get(row.story, ()))
        )
        self.places += len(changed.changes)
        return changed

    def words(self, name: str, words: str) -> str:
        """A string of the record without names; `name` is its field."""
        if not holds_words(name) or name == "quote" or _ID.fullmatch(words):
            return words
        key = words, "address" if name in _ADDRESSES else "body" if name in _BODIES else ""
        if key not in self._seen:
            self._seen[key] = self._without(words, key[1])
        return self._seen[key]

    def _without(self, words: str, kind: str) -> str:
        forms = [words, *([unquote(words)] if "%" in words else ()), *([unescape(words)] if "&" in words else ())]
        for form in forms:
            changes = self.names.find(form, strict=kind == "address")
            if kind == "body":  # of an outlet's name, a word that it shares with somebody stays
                changes = [change for change in changes if len(words_of(form[change.start : change.end])) != 1]
            if changes:
                self.places += len(changes)
                return Changed(form, changes).text
        return words

    def row(self, row: ReportRow) -> ReportRow:
        """The report's row; where its text is withheld, without what it was told by, and with a digest that tells nothing."""
        changes: dict[str, Any] = {}
        if row.id in self.withheld:
            changes = {"title": row.title and "[title withheld]", "furniture": ()}
        if row.abridged:
            changes["abridged"] = msgspec.structs.replace(row.abridged, sha256=None)
        return msgspec.structs.replace(row, **changes)

    def entity(self, one: Entity) -> Entity:
        if one.id not in self.number:
            return one
        return msgspec.structs.replace(one, name=label(self.number[one.id]), aliases=(), wikidata=None)

    def voice(self, one: Voice) -> Voice:
        number = self.number.get(one.entity) if one.entity else None
        return one if number is None else msgspec.structs.replace(one, name=label(number))

    def judgement(self, each: Judgement) -> Judgement:
        value = self.reviewer(each.value) if each.what == CODE and each.value else each.value
        return msgspec.structs.replace(each, who=self.reviewer(each.who), value=value)

    def rated(self, row: ReportRow) -> ReportRow:
        if not row.reliability:
            return row
        by = msgspec.structs.replace(row.reliability, who=self.reviewer(row.reliability.who))
        return msgspec.structs.replace(row, reliability=by)

    def reviewer(self, who: str) -> str:
        return self.who.setdefault(who, f"reviewer {len(self.who) + 1}")


def one_person_each(private: Iterable[Person]) -> list[list[Person]]:
    """Those who bear one full name are one for whoever reads a redacted record; the order stays."""
    groups: list[list[Person]] = []
    by_name: dict[tuple[str, ...], int] = {}
    for person in private:
        forms = [words for name in person.names if len(words := words_of(name)) > 1] or [words_of(person.names[0])]
        number = next((by_name[words] for words in forms if words in by_name), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(person)
        by_name |= {words: number for words in forms if words not in by_name}
    return groups


def zones_of(record: Record, number: dict[str, int], staying: set[str]) -> dict[str, list[Zone]]:
    """By report: the mentions of those who are hidden, and of all others."""
    found: dict[str, list[Zone]] = {}
    for entity in record.entities:
        for mention in entity.mentions:
            if not mention.pronoun:
                zone = Zone(mention.start, mention.end, number.get(entity.id), entity.id in staying)
                found.setdefault(mention.report, []).append(zone)
    return found


def told_of(record: Record, number: dict[str, int]) -> dict[str, set[int]]:
    """By story: the private persons whom its reports mention."""
    story = {row.id: row.story for row in record.reports}
    found: dict[str, set[int]] = {}
    for entity in record.entities:
        for mention in entity.mentions if entity.id in number else ():
            found.setdefault(story[mention.report], set()).add(number[entity.id])
    return found
