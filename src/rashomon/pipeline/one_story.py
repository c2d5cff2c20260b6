"""The stages that see one story at a time, without talk between stories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from rashomon.model.anchors import found_again
from rashomon.model.claim import Extracted
from rashomon.model.entity import Entity
from rashomon.model.judgement import CLAIM, ENTITY, FINDING, OUTLET, Judgement
from rashomon.model.lineage import Lineage, Traced, Voice
from rashomon.model.record import Decided, Frame
from rashomon.model.story import Story
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.keeping import SHAPING, Given, bearing, by_story, judged_by, shaping
from rashomon.pipeline.sentences import readings_by_text
from rashomon.stages import claims, entities, reconcile, wording
from rashomon.stages.lineage.trace import Origins


def link_names(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    found = by_story("entities", desk, _link, tuple[Entity, ...], workshop)
    log = bearing(desk, ENTITY)
    judged = {s.id: entities.judged(found[s.id], log[s.id], desk.reports_of(s)) for s in desk.stories if log[s.id]}
    return {"entities": found | judged}


def _link(given: Given) -> tuple[Entity, ...]:
    return entities.link(given.story, given.reports, readings_by_text(given.readings))


def extract_claims(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    traced = desk.traced
    assert traced is not None
    told = ByReport(traced)
    marks = {story.id: shaping(desk, desk.entities[story.id]) for story in desk.stories}
    read = by_story(
        "claims",
        desk,
        _extract,
        Extracted,
        workshop,
        marks,
        lambda story: (desk.entities[story.id], _voices_of(story, traced), told.of(story.reports)),
    )
    log = bearing(desk, CLAIM)
    return {
        "extracted": {
            s.id: _reviewed(s, read[s.id], log[s.id], desk) if log[s.id] else read[s.id] for s in desk.stories
        }
    }


def _extract(given: Given) -> Extracted:
    own, voices, traced = given.more
    found = claims.extract(given.story, given.reports, readings_by_text(given.readings), own)
    found = reconcile.with_text_voices(found, given.reports, voices)
    return msgspec.structs.replace(found, claims=reconcile.with_origins(found.claims, Origins(traced).of))


def _reviewed(story: Story, read: Extracted, log: Sequence[Judgement], desk: Desk) -> Extracted:
    """What was read in a story, and then judged by persons: nothing is read anew."""
    assert desk.traced is not None
    reports = desk.reports_of(story)
    found = claims.judged(read, log, reports, desk.entities[story.id])
    return read if found is read else reconcile.with_text_voices(found, reports, _voices_of(story, desk.traced))


def _voices_of(story: Story, traced: Traced) -> list[Voice]:
    """The voices of the story's texts, in order of their ids."""
    own = {traced.voice_of[report] for report in story.reports}
    return [voice for voice in traced.voices if voice.id in own]


def decide_findings(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    assert desk.traced is not None
    voice_of = desk.traced.voice_of

    log = {key: _on_findings(desk.extracted[key], some) for key, some in bearing(desk, FINDING, OUTLET).items()}

    marks = {
        key: (
            *shaping(desk, desk.entities[key], desk.extracted[key].claims),
            *(j.id for j in some if j.what in SHAPING),
        )
        for key, some in log.items()
    }

    def more(story: Story) -> tuple[Any, ...]:
        some = [each for each in log[story.id] if each.what in SHAPING]
        voices = {report: voice_of[report] for report in story.reports}
        return desk.extracted[story.id], voices, desk.entities[story.id], some

    work = partial(_decide, workshop.settings.reconcile)
    decided = by_story("reconcile", desk, work, Decided, workshop, marks, more, read=False)
    return {"decided": {key: reconcile.as_judged(one, log[key]) for key, one in decided.items()}}


def _decide(settings: reconcile.Settings, given: Given) -> Decided:
    extracted, voice_of, own, log = given.more
    found = reconcile.counting(extracted)
    return reconcile.decide(
        given.story, given.reports, found.claims, found.links, voice_of, own, settings, found.times, log
    )


def _on_findings(found: Extracted, log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements on findings that are on claims of the story, by today's ids, and those on outlets."""
    ids = {claim.id for claim in found.claims} if log else set()
    some = found_again(log, found.claims)
    return tuple(each for each in some if each.of == OUTLET or not ids.isdisjoint((*each.on, *each.against)))


def word_frames(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    spoken = {each.id for each in desk.judgements if each.field == "attribution"}
    marks = {
        story.id: (
            *shaping(desk, desk.entities[story.id]),
            *sorted(spoken.intersection(judged_by(desk.extracted[story.id].claims))),
        )
        for story in desk.stories
    }

    def more(story: Story) -> tuple[Any, ...]:
        return desk.extracted[story.id].claims, desk.entities[story.id]

    return {"frames": by_story("wording", desk, _word, tuple[Frame, ...], workshop, marks, more)}


def _word(given: Given) -> tuple[Frame, ...]:
    told, own = given.more
    return wording.frames(given.story, given.reports, readings_by_text(given.readings), told, own)


class ByReport:
    """What was traced, to be had for a few reports at a time: enough of it to ask `Origins`."""

    def __init__(self, traced: Traced) -> None:
        self._voice_of = traced.voice_of
        self._rows: dict[str, list[Lineage]] = defaultdict(list)
        for row in traced.rows:
            self._rows[row.derived].append(row)

    def of(self, reports: Iterable[str]) -> Traced:
        rows = tuple(row for report in reports for row in self._rows.get(report, ()))
        asked = {*reports, *(row.origin for row in rows if row.origin)}
        return Traced(voices=(), voice_of={report: self._voice_of[report] for report in asked}, rows=rows)
