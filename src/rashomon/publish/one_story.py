"""The record of one of its stories: every table cut to the reports of that story."""

from collections.abc import Callable, Set
from typing import Any

import msgspec

from rashomon.model.entity import Entity
from rashomon.model.judgement import OUTLET, Judgement
from rashomon.model.lineage import Lineage, Stock
from rashomon.model.record import Record, StoryRow
from rashomon.publish.careful.carry import recounted, without_loose_ends

OF_A_REPORT = ("times", "claims", "links")
OF_A_STORY = ("findings", "timeline", "omissions", "frames", "gaps")
replace = msgspec.structs.replace


def of_story(record: Record, story: StoryRow) -> Record:
    """The record as if only this story's reports had been read; what comes from a report outside it has the name of that report's text."""
    ids = frozenset(story.reports)
    rows: dict[str, Any] = {
        name: tuple(row for row in getattr(record, name) if row.report in ids) for name in OF_A_REPORT
    }
    rows |= {name: tuple(row for row in getattr(record, name) if row.story == story.id) for name in OF_A_STORY}
    rows["stories"] = (story,)
    rows["reports"] = tuple(replace(row, story=story.id) for row in record.reports if row.id in ids)
    called = {voice.id: voice.name for voice in record.voices}
    texts = {row.id: called.get(row.voice) for row in record.reports}
    rows["lineage"] = tuple(_tie(row, ids, texts) for row in record.lineage if row.derived in ids)
    rows["entities"] = tuple(_seen_here(row, ids) for row in record.entities)
    rows["stock"] = tuple(row for row in (_stock(row, ids) for row in record.stock) if row.spans)
    rows["problems"] = tuple(row for row in record.problems if row.report is None or row.report in ids)
    rows["rejected"] = ()
    held = _here(ids, {claim.id for claim in rows["claims"]}, {row.outlet for row in rows["reports"]})
    rows["judgements"] = tuple(row for row in (_judgement(row, held) for row in record.judgements) if row.on)
    manifest = replace(record.manifest, read=len(rows["reports"]), rejected=0)
    cut = replace(record, **rows, manifest=manifest)
    return recounted(without_loose_ends(replace(cut, voices=_voices(cut, ids))))


def _tie(row: Lineage, ids: Set[str], texts: dict[str, str | None]) -> Lineage:
    if row.origin is None or row.origin in ids:
        return row
    name = row.origin_name or texts.get(row.origin)
    return replace(
        row, origin=None, origin_name=name, passages=tuple(replace(each, origin=None) for each in row.passages)
    )


def _seen_here(row: Entity, ids: Set[str]) -> Entity:
    here = tuple(each for each in row.mentions if each.report in ids)
    return replace(row, mentions=here, roles=tuple(each for each in row.roles if each.report in ids))


def _stock(row: Stock, ids: Set[str]) -> Stock:
    return replace(row, spans=tuple(each for each in row.spans if each.report in ids))


def _voices(cut: Record, ids: frozenset[str]) -> tuple[Any, ...]:
    """Voices of its reports, and those that its claims, findings and days name."""
    tables = (cut.reports, cut.claims, cut.findings, cut.timeline, cut.frames)
    named = b"\n".join(msgspec.json.encode(table) for table in tables).decode()
    kept = (row for row in cut.voices if ids.intersection(row.reports) or f'"{row.id}"' in named)
    return tuple(replace(row, reports=tuple(each for each in row.reports if each in ids)) for row in kept)


def _here(ids: Set[str], claims: Set[str], outlets: Set[str | None]) -> Callable[[str, str], bool]:
    def held(anchor: str, of: str) -> bool:
        return anchor in outlets if of == OUTLET else anchor in claims or anchor.partition("@")[0] in ids

    return held


def _judgement(row: Judgement, held: Callable[[str, str], bool]) -> Judgement:
    on, against = (tuple(each for each in anchors if held(each, row.of)) for anchors in (row.on, row.against))
    return replace(row, on=on, against=against) if (on, against) != (row.on, row.against) else row
