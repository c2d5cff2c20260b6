"""The last stage: all stories put together into the record."""

from collections.abc import Mapping
from typing import Any

import msgspec

from rashomon.model.judgement import Judgement
from rashomon.model.story import Story
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.keeping import judged_by
from rashomon.stages import reconcile


def assemble_record(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    assert desk.traced is not None
    told = [_told(story, desk) for story in desk.stories]
    made = reconcile.Run(
        created=workshop.created,
        software=workshop.software,
        inputs=desk.inputs,
        settings=_flat(msgspec.to_builtins(workshop.settings)),
    )
    found = (problem for one in desk.extracted.values() for problem in one.problems)
    problems = [*desk.problems, *desk.traced.problems, *found]
    judgements = _shown(desk)
    record = reconcile.assemble(
        told, desk.traced, made, judgements=judgements, problems=problems, rejected=desk.rejected
    )
    return {"record": reconcile.flagged(record)}


def _shown(desk: Desk) -> tuple[Judgement, ...]:
    """The judgements that stand in the record."""
    if not desk.judgements:
        return ()
    told = [claim for one in desk.extracted.values() for claim in one.claims]
    named = [entity for some in desk.entities.values() for entity in some]
    asked = [finding for one in desk.decided.values() for finding in one.findings]
    return reconcile.shown(desk.judgements, desk.reports, told, judged_by((*told, *named, *asked, *desk.reports)))


def _told(story: Story, desk: Desk) -> reconcile.Told:
    found = desk.extracted[story.id]
    return reconcile.Told(
        story=story,
        reports=desk.whole(story),
        entities=desk.entities[story.id],
        claims=found.claims,
        links=found.links,
        times=found.times,
        speakers=found.voices,
        decided=desk.decided[story.id],
        frames=desk.frames[story.id],
    )


def _flat(settings: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Every setting by its dotted name ("lineage.run")."""
    flat: dict[str, Any] = {}
    for name, value in settings.items():
        flat |= _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return flat
