"""The stages that see one story at a time, without talk between stories."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from rashomon.model.anchors import found_again
from rashomon.model.claim import Extracted
from rashomon.model.entity import Entity
from rashomon.model.judgement import CLAIM, ENTITY, FINDING, OUTLET, Judgement
from rashomon.model.lineage import Traced, Voice
from rashomon.model.record import Decided, Frame
from rashomon.model.story import Story
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.keeping import SHAPING, bearing, by_story, judged_by, shaping
from rashomon.pipeline.sentences import readings_of
from rashomon.stages import claims, entities, reconcile, wording
from rashomon.stages.lineage.trace import Origins


def link_names(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    def link(story: Story) -> tuple[Entity, ...]:
        reports = desk.reports_of(story)
        return entities.link(story, reports, readings_of(reports, workshop))

    found = by_story("entities", desk, link, tuple[Entity, ...], workshop)
    log = bearing(desk, ENTITY)
    judged = {s.id: entities.judged(found[s.id], log[s.id], desk.reports_of(s)) for s in desk.stories if log[s.id]}
    return {"entities": found | judged}


def extract_claims(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    traced = desk.traced
    assert traced is not None

    origins = Origins(traced)

    def extract(story: Story) -> Extracted:
        reports = desk.reports_of(story)
        found = claims.extract(story, reports, readings_of(reports, workshop), desk.entities[story.id])
        found = reconcile.with_text_voices(found, reports, _voices_of(story, traced))
        return msgspec.structs.replace(found, claims=reconcile.with_origins(found.claims, origins.of))

    marks = {story.id: shaping(desk, desk.entities[story.id]) for story in desk.stories}
    read = by_story("claims", desk, extract, Extracted, workshop, marks)
    log = bearing(desk, CLAIM)
    return {
        "extracted": {
            s.id: _reviewed(s, read[s.id], log[s.id], desk) if log[s.id] else read[s.id] for s in desk.stories
        }
    }


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

    def decide(story: Story) -> Decided:
        found = reconcile.counting(desk.extracted[story.id])
        reports, own = desk.reports_of(story), desk.entities[story.id]
        return reconcile.decide(
            story,
            reports,
            found.claims,
            found.links,
            voice_of,
            own,
            workshop.settings.reconcile,
            found.times,
            [each for each in log[story.id] if each.what in SHAPING],
        )

    marks = {
        key: (
            *shaping(desk, desk.entities[key], desk.extracted[key].claims),
            *(j.id for j in some if j.what in SHAPING),
        )
        for key, some in log.items()
    }
    decided = by_story("reconcile", desk, decide, Decided, workshop, marks)
    return {"decided": {key: reconcile.as_judged(one, log[key]) for key, one in decided.items()}}


def _on_findings(found: Extracted, log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements on findings that are on claims of the story, by today's ids, and those on outlets."""
    ids = {claim.id for claim in found.claims} if log else set()
    some = found_again(log, found.claims)
    return tuple(each for each in some if each.of == OUTLET or not ids.isdisjoint((*each.on, *each.against)))


def word_frames(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    def word(story: Story) -> tuple[Frame, ...]:
        reports = desk.reports_of(story)
        own = desk.entities[story.id]
        return wording.frames(story, reports, readings_of(reports, workshop), desk.extracted[story.id].claims, own)

    spoken = {each.id for each in desk.judgements if each.field == "attribution"}
    marks = {
        story.id: (
            *shaping(desk, desk.entities[story.id]),
            *sorted(spoken.intersection(judged_by(desk.extracted[story.id].claims))),
        )
        for story in desk.stories
    }
    return {"frames": by_story("wording", desk, word, tuple[Frame, ...], workshop, marks)}
