"""Stage 10: every table of every story, in one record, in an order that does not depend on how they came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from rashomon.model.claim import Claim, Link
from rashomon.model.entity import Entity
from rashomon.model.identity import digest
from rashomon.model.judgement import Judgement, folded
from rashomon.model.lineage import Traced, Voice
from rashomon.model.measure import TimeRow
from rashomon.model.problem import Problem, Rejected
from rashomon.model.record import (
    SCHEMA,
    Decided,
    Frame,
    Manifest,
    Record,
    Reliability,
    ReportRow,
    Software,
    StoryRow,
    TimelineRow,
)
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.reference.outlets import family_of
from rashomon.stages.reconcile.days.chapters import about, weighed
from rashomon.stages.reconcile.days.timeline import in_order
from rashomon.stages.reconcile.judged import ratings

Setting = str | int | float | bool | None
_TABLES = (
    "reports", "stories", "lineage", "voices", "stock", "entities", "times", "claims", "links", "findings", "timeline", "omissions",
    "gaps", "frames", "judgements", "problems", "rejected",
)  # fmt: skip
_PLACES = 12  # places of a story, the most named first


@dataclass(frozen=True)
class Told:
    """All that the stages made of one story. `reports` are whole; of its guests it reads passages alone."""

    story: Story
    reports: Sequence[Report]
    entities: Sequence[Entity]
    claims: Sequence[Claim]
    links: Sequence[Link]
    times: Sequence[TimeRow]
    speakers: Sequence[Voice]
    decided: Decided
    frames: Sequence[Frame] = ()


@dataclass(frozen=True)
class Run:
    """What the record says of its making. `created` is ISO 8601; `settings` flat, by dotted name."""

    created: str
    software: Software
    inputs: Sequence[str]
    settings: dict[str, Setting] = field(default_factory=dict)


def assemble(
    told: Sequence[Told],
    traced: Traced,
    run: Run,
    *,
    judgements: Sequence[Judgement] = (),
    problems: Sequence[Problem] = (),
    rejected: Sequence[Rejected] = (),
) -> Record:
    """The record. Rows that two stories share (entities, voices) are merged; every table is sorted."""
    told = sorted(told, key=lambda one: one.story.id)
    rated = ratings(judgements, (report.outlet for one in told for report in one.reports)) if judgements else {}
    rows = _report_rows(told, traced, rated)
    tables = {
        "reports": rows,
        "stories": tuple(_story_row(one) for one in told),
        "lineage": tuple(
            sorted(traced.rows, key=lambda row: (row.derived, row.origin or "", row.origin_name or "", row.kind))
        ),
        "voices": merge_voices([*traced.voices, *(voice for one in told for voice in one.speakers)]),
        "stock": traced.stock,
        "entities": merge_entities(entity for one in told for entity in one.entities),
        "times": _distinct((time for one in told for time in one.times), lambda t: (t.report, t.start, t.end)),
        "claims": _distinct(
            (claim for one in told for claim in one.claims), lambda c: (c.report, c.start, c.end, c.id)
        ),
        "links": _distinct((link for one in told for link in one.links), _link_key),
        "findings": tuple(finding for one in told for finding in one.decided.findings),
        "timeline": _timeline(told),
        "omissions": tuple(row for one in told for row in one.decided.omissions),
        "gaps": tuple(row for one in told for row in one.decided.gaps),
        "frames": tuple(row for one in told for row in one.frames),
        "judgements": tuple(judgements),
        "problems": _problems([*problems, *(problem for one in told for problem in one.decided.problems)]),
        "rejected": tuple(sorted(rejected, key=lambda row: (row.source, row.error))),
    }
    return Record(
        schema=SCHEMA,
        created=run.created,
        software=run.software,
        manifest=_manifest(run, tables),
        **tables,  # type: ignore[arg-type]
    )


def _timeline(told: Sequence[Told]) -> tuple[TimelineRow, ...]:
    """The rows of all stories in order of time, weighed against each other."""
    rows = weighed(
        [row for one in told for row in one.decided.timeline],
        {one.story.id: about(one.entities) for one in told},
        [day for one in told for day in one.decided.days],
    )
    return tuple(in_order(rows))


def settings_digest(settings: dict[str, Setting]) -> str:
    """One digest of all settings, in the order of their names."""
    return digest(*(f"{name}={settings[name]!r}" for name in sorted(settings)))


def _manifest(run: Run, tables: dict[str, tuple[object, ...]]) -> Manifest:
    return Manifest(
        inputs=tuple(run.inputs),
        read=len(tables["reports"]),
        rejected=len(tables["rejected"]),
        tables={name: len(tables[name]) for name in _TABLES},
        settings=dict(sorted(run.settings.items())),
        settings_digest=settings_digest(run.settings),
    )


def _report_rows(told: Sequence[Told], traced: Traced, rated: Mapping[str, Reliability]) -> tuple[ReportRow, ...]:
    """A report stands with its main story, and where that is not in the record, with the first of the others."""
    rows: dict[str, ReportRow] = {}
    for guests in (False, True):
        for one in told:
            for report in one.reports:
                if (report.id in one.story.guests) == guests:
                    rows.setdefault(report.id, _report_row(report, one.story, traced, rated))
    return tuple(rows[report] for report in sorted(rows))


def _report_row(report: Report, story: Story, traced: Traced, rated: Mapping[str, Reliability]) -> ReportRow:
    """The report with its voice and story; an undated one gets the day that its story gives it."""
    inferred = report.published is None and report.id in story.inferred and report.id in story.days
    return ReportRow(
        id=report.id,
        source=report.source,
        text=report.text,
        title=report.title,
        outlet=report.outlet,
        family=family_of(report.outlet or "", report.url),
        bylines=report.bylines,
        url=report.url,
        language=report.language,
        published=story.days[report.id] if inferred else report.published,
        modified=report.modified,
        retrieved=report.retrieved,
        dated_by="story" if inferred else report.dated_by,
        credits=report.credits,
        furniture=report.furniture,
        voice=traced.voice_of[report.id],
        story=story.id,
        reliability=rated.get(folded(report.outlet or ""), msgspec.UNSET),
        judged=report.judged or msgspec.UNSET,
        machine=report.machine or msgspec.UNSET,
    )


def _story_row(one: Told) -> StoryRow:
    story = one.story
    days = sorted(day for report, day in story.days.items() if report in story.reports)
    happened = sorted(row.start[:10] for row in one.decided.timeline if row.start[:10] <= (days[-1] if days else "9"))
    return StoryRow(
        id=story.id,
        title=story.title,
        reports=story.reports,
        start=story.start or (_first(happened, days)),
        end=story.end or (days[-1] if days else None),
        places=story.places or _places(one),
        keywords=story.keywords,
        passages=story.passages,
    )


def _first(happened: Sequence[str], days: Sequence[str]) -> str | None:
    """The first day that the story's reports tell of within a month before the first came out, else that report's day."""
    from datetime import date, timedelta

    if not days:
        return happened[0] if happened else None
    try:
        earliest = (date.fromisoformat(days[0]) - timedelta(days=31)).isoformat()
    except ValueError:
        return days[0]
    return min([day for day in happened if day >= earliest] + [days[0]])


def _places(one: Told) -> tuple[str, ...]:
    """Ids of the places that claims name, the most named first."""
    kinds = {entity.id for entity in one.entities if entity.kind in ("place", "facility")}
    counts: dict[str, int] = {}
    for claim in one.claims:
        for place in () if claim.rejected else claim.places:
            if place in kinds:
                counts[place] = counts.get(place, 0) + 1
    return tuple(sorted(counts, key=lambda place: (-counts[place], place))[:_PLACES])


def merge_voices(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """One row an id: the first name and kind it comes with, the reports of all."""
    merged: dict[str, Voice] = {}
    for voice in voices:
        known = merged.get(voice.id)
        reports = tuple(sorted({*voice.reports, *(known.reports if known else ())}))
        entity = (known.entity if known else None) or voice.entity
        merged[voice.id] = msgspec.structs.replace(known or voice, reports=reports, entity=entity)
    return tuple(merged[voice] for voice in sorted(merged))


def merge_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """One row an id: aliases, mentions and roles of all, and whatever one of them knows."""
    merged: dict[str, Entity] = {}
    for entity in entities:
        known = merged.get(entity.id)
        merged[entity.id] = _joined(known, entity) if known else entity
    return tuple(merged[entity] for entity in sorted(merged))


def _joined(a: Entity, b: Entity) -> Entity:
    mentions = {(m.report, m.start, m.end): m for m in (*a.mentions, *b.mentions)}
    roles = {(r.report, r.start, r.end, r.role): r for r in (*a.roles, *b.roles)}
    known = ("country", "lat", "lon", "precision", "geonames", "wikidata")
    return msgspec.structs.replace(
        a,
        aliases=tuple(sorted({*a.aliases, *b.aliases, *([b.name] if b.name != a.name else [])})),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        roles=tuple(roles[key] for key in sorted(roles)),
        judged=tuple(sorted({*a.judged, *b.judged})),
        machine=a.machine or b.machine,
        **{name: getattr(a, name) if getattr(a, name) is not None else getattr(b, name) for name in known},
    )


def _distinct(rows: Iterable[object], key: object) -> tuple[object, ...]:
    found = {key(row): row for row in rows}  # type: ignore[operator]
    return tuple(found[place] for place in sorted(found))


def _link_key(link: Link) -> tuple[str, int, int, str, int, int]:
    return (link.report, link.cue_start, link.cue_end, link.kind, link.source.start, link.target.start)


def _problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    distinct = {(p.stage, p.report or "", p.where or "", p.code, p.message): p for p in problems}
    return tuple(distinct[key] for key in sorted(distinct))
