"""What persons decided on claims: these are confirmed, rejected or corrected after they were read, and outrank the reading."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

import msgspec

from rashomon.model.anchors import found_again
from rashomon.model.claim import AsRead, Attribution, Claim, Extracted, Statement
from rashomon.model.entity import Entity
from rashomon.model.identity import speaker_voice_id
from rashomon.model.judgement import CLAIM, Judgement, folded
from rashomon.model.lineage import Voice
from rashomon.model.report import Report
from rashomon.model.rulings import Ruling, rulings
from rashomon.stages.claims.corrections import FIELDS, ITSELF, NOTHING, with_plain
from rashomon.stages.claims.statements.sources import type_by_roles, type_of_body

_PLACES = ("place", "facility")


def judged(
    found: Extracted, log: Sequence[Judgement], reports: Sequence[Report], entities: Sequence[Entity]
) -> Extracted:
    """What was found in a story, with what persons decided on its claims; the very same where they decided nothing.

    A rejected claim stays, marked; a corrected one keeps what was read in `machine`. A correction that its claim cannot hold (a place that the
    story does not name) is passed over, as is one on a claim that is not there."""
    held = rulings(found_again(log, found.claims), {claim.id for claim in found.claims}, CLAIM)
    if not held:
        return found
    names = _Names(reports, entities, found.voices)
    claims = tuple(_ruled(claim, held[claim.id], names) if claim.id in held else claim for claim in found.claims)
    return msgspec.structs.replace(found, claims=claims, voices=_voices(found, claims, names))


class _Names:
    """The story's entities, outlets and speakers by the names that a person may give them."""

    def __init__(self, reports: Sequence[Report], entities: Sequence[Entity], voices: Sequence[Voice]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.outlets = {report.id: folded(report.outlet or "") for report in reports}
        self._named: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            for name in {folded(each) for each in (entity.name, *entity.aliases)}:
                self._named[name].append(entity)
        self._voices = {folded(voice.name): voice for voice in reversed(voices) if voice.entity is None}
        self._of = {voice.entity: voice for voice in voices if voice.entity}
        self.new: dict[str, Voice] = {}

    def place(self, name: str) -> Entity | None:
        """The place of this name or id, where the story has one."""
        some = [one for one in self._all(name) if one.kind in _PLACES]
        return max(some, key=lambda one: (len(one.mentions), one.id), default=None)

    def speaker(self, name: str) -> Attribution:
        """The speaker of this name: the entity that bears it, or the speaker that the story knows by it, else a new one."""
        some = [one for one in self._all(name) if one.kind not in _PLACES]
        entity = max(some, key=lambda one: (len(one.mentions), one.id), default=None)
        known = self._of.get(entity.id) if entity else self._voices.get(folded(name))
        voice = known.id if known else speaker_voice_id(name, entity.id if entity else None)
        kind = (type_by_roles(entity) if entity and entity.kind == "person" else None) or type_of_body(name)
        if not known:
            self.new[voice] = _new_voice(voice, name, entity)
        return Attribution(name=name, entity=entity.id if entity else None, type=kind, voice=voice)

    def _all(self, name: str) -> list[Entity]:
        return [self.entities[name]] if name in self.entities else self._named.get(folded(name), [])


def _new_voice(own: str, name: str, entity: Entity | None) -> Voice:
    kind = "person" if entity and entity.kind == "person" else "institution"
    return Voice(id=own, name=name, kind=kind, reports=(), entity=entity.id if entity else None)


def _ruled(claim: Claim, ruling: Ruling, names: _Names) -> Claim:
    fields, now = [], claim
    for field, each in ruling.corrected.items():
        if field in FIELDS and claim.kind in FIELDS[field][0]:
            with suppress(ValueError):
                now = _corrected(now, field, each.value or "", names)
                fields.append(field)
    return msgspec.structs.replace(
        now,
        judged=ruling.judged,
        rejected=ruling.rejected is not None,
        machine=_as_read(claim, fields) if fields else None,
    )


def _corrected(claim: Claim, field: str, value: str, names: _Names) -> Claim:
    if field == "attribution":
        return _said_by(claim, FIELDS[field][1](value), names)
    if field == "place":
        return msgspec.structs.replace(claim, places=_at(value, names))
    return with_plain(claim, field, value)


def _at(value: str, names: _Names) -> tuple[str, ...]:
    if value.casefold() == NOTHING:
        return ()
    found = names.place(value)
    if found is None:
        raise ValueError(f"the story names no place {value!r}.")
    return (found.id,)


def _said_by(claim: Claim, name: str, names: _Names) -> Claim:
    """The claim with this one speaker; by "report" or the name of its outlet, said by the report itself."""
    if folded(name) in (ITSELF, names.outlets.get(claim.report) or ITSELF):
        return msgspec.structs.replace(claim, attribution=(), statement=_spoken(claim.statement, None))
    link = names.speaker(name)
    return msgspec.structs.replace(claim, attribution=(link,), statement=_spoken(claim.statement, link))


def _spoken(statement: Statement | None, link: Attribution | None) -> Statement | None:
    if statement is None:
        return None
    return msgspec.structs.replace(
        statement,
        speaker=link.name if link else None,
        entity=link.entity if link else None,
        speaker_start=None,
        speaker_end=None,
    )


def _as_read(claim: Claim, fields: Iterable[str]) -> AsRead:
    """The claim's own values of the corrected fields."""
    some = set(fields)
    of_figure = some & {"figure", "counted", "measure", "scope"}
    return AsRead(
        fields=tuple(sorted(some)),
        figure=claim.figure if of_figure else None,
        statement=claim.statement if "attribution" in some else None,
        attribution=claim.attribution if "attribution" in some else (),
        modality=claim.modality if "modality" in some else None,
        date=claim.date if "date" in some else None,
        as_of=claim.as_of if "as_of" in some else None,
        places=claim.places if "place" in some else (),
    )


def _voices(found: Extracted, claims: Sequence[Claim], names: _Names) -> tuple[Voice, ...]:
    """The speakers, each with the reports in which it speaks now; one that speaks nowhere any more is no voice."""
    before, now = _speaking(found.claims), _speaking(claims)
    if before == now:
        return found.voices
    known = {voice.id: voice for voice in (*names.new.values(), *found.voices)}
    rows = (_spoken_in(known[own], before, now) for own in sorted(known) if own in now or own not in before)
    return tuple(row for row in rows if row.id in now or row.id not in names.new)


def _spoken_in(voice: Voice, before: Mapping[str, set[str]], now: Mapping[str, set[str]]) -> Voice:
    """A text's own row has no reports of its own here: those that cite it do not carry it."""
    cited = voice.id in before and not voice.reports
    reports = set(voice.reports) - before.get(voice.id, set()) | now.get(voice.id, set())
    return voice if cited else msgspec.structs.replace(voice, reports=tuple(sorted(reports)))


def _speaking(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Voice id → the reports in which it is a link of a chain."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for link in claim.attribution:
            if link.voice:
                found[link.voice].add(claim.report)
    return dict(found)
