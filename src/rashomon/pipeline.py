"""The road from pages to a record: the one list of stages, in the order in which they run.

Each stage names the columns of the Desk that it reads and those that it writes; `run` refuses a stage that writes anything
else, and a test refuses one that reads what nothing before it wrote. Stages 1–6 see the whole collection; 7–10 one
story at a time, without talk between stories; 11 puts all together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeVar

import msgspec

from rashomon.engine import Engine, Keeper, Local, Progress
from rashomon.errors import StoreError
from rashomon.fetch import FetchSettings
from rashomon.model.anchors import found_again
from rashomon.model.bonds import uphold
from rashomon.model.claim import Claim, Extracted
from rashomon.model.entity import Entity
from rashomon.model.identity import digest
from rashomon.model.judgement import (
    CLAIM,
    CORRECT,
    ENTITY,
    FINDING,
    JOIN,
    OUTLET,
    RATE,
    REJECT,
    SPLIT,
    STORY,
    VOICE,
    Judgement,
    folded,
    order,
    reports_of,
)  # fmt: skip
from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch, Stock, Traced, Voice
from rashomon.model.problem import Problem, Rejected
from rashomon.model.reading import Reading
from rashomon.model.record import Decided, Finding, Frame, Record, Software
from rashomon.model.report import Intake, RawPage, Report
from rashomon.model.story import Group, Story
from rashomon.stages import claims, entities, intake, reading, reconcile, wording
from rashomon.stages.intake.settings import IntakeSettings
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.related import Aligned, Look
from rashomon.stages.lineage.settings import Settings as LineageSettings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside
from rashomon.stages.lineage.trace import Origins, trace
from rashomon.stages.reconcile.settings import Settings as ReconcileSettings
from rashomon.stages.stories.cluster import cluster, stories_of
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.passages import read_for
from rashomon.stages.stories.settings import Settings as StoriesSettings
from rashomon.store import Store
from rashomon.text.segment import sentences

T = TypeVar("T")
_BATCH = 256
_SENTENCES = 512  # read together and kept together: a second or two
_STORIES_AT_ONCE = 8
_PAIRS = 4_096
_FEW = 2_000  # reports whose lineage is kept as a whole


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of every stage, one object each; what they mean stands beside each stage."""

    fetch: FetchSettings = FetchSettings()
    intake: IntakeSettings = IntakeSettings()
    lineage: LineageSettings = LineageSettings()
    stories: StoriesSettings = StoriesSettings()
    reconcile: ReconcileSettings = ReconcileSettings()


@dataclass(frozen=True)
class Workshop:
    """What a run works with. `software` and `edition` name what makes the results; `edition` changes with the program. `index`: the stories of
    a collection that grows, which the run brings up to date."""

    settings: Settings
    store: Store
    reader: reading.Reader
    software: Software
    edition: str
    created: str
    engine: Engine = field(default_factory=Local)
    progress: Progress = lambda stage, done, total: None
    index: StoryIndex | None = None

    @property
    def keeper(self) -> Keeper:
        return Keeper(self.store, self.engine, self.progress)


@dataclass(frozen=True)
class Desk:
    """What lies on the table: inputs, and each stage's results. Per-story results are keyed by the story's id. `groups`: what makes
    each story, where that is known beforehand. `judgements`: persons' decisions that are not undone; from the stories on, of those on stories those alone
    that hold."""

    inputs: tuple[str, ...] = ()
    pages: tuple[RawPage | Rejected, ...] = ()
    groups: tuple[Group, ...] | None = None
    reports: tuple[Report, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    problems: tuple[Problem, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    sketches: tuple[Sketch, ...] = ()
    stock: tuple[Stock, ...] = ()
    edges: tuple[CopyEdge, ...] = ()
    traced: Traced | None = None
    judgements: tuple[Judgement, ...] = ()
    stories: tuple[Story, ...] = ()
    readings: frozenset[str] = frozenset()
    entities: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)
    extracted: Mapping[str, Extracted] = field(default_factory=dict)
    decided: Mapping[str, Decided] = field(default_factory=dict)
    frames: Mapping[str, tuple[Frame, ...]] = field(default_factory=dict)
    record: Record | None = None

    def reports_of(self, story: Story) -> tuple[Report, ...]:
        """The story's reports as it reads them: of a round-up its own passages alone."""
        return tuple(read_for(story, report) for report in self.whole(story))

    def whole(self, story: Story) -> tuple[Report, ...]:
        by_id = {report.id: report for report in self.reports}
        return tuple(by_id[key] for key in story.reports)


@dataclass(frozen=True)
class Stage:
    """`work` returns the columns that it writes, by name."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    worked_by: str
    work: Callable[[Desk, Workshop], Mapping[str, Any]]


def run(desk: Desk, workshop: Workshop, first: str = "intake", last: str = "reconcile: assemble") -> Desk:
    """The desk after every stage from the first to the last, by their names, has run."""
    names = [stage.name for stage in STAGES]
    for stage in STAGES[names.index(first) : names.index(last) + 1]:
        written = stage.work(desk, workshop)
        assert set(written) == set(stage.writes), f"{stage.name} wrote {sorted(written)}, declared {stage.writes}"
        desk = replace(desk, **written)
    return desk


# --- 1 to 6: the whole collection --------------------------------------------------------------------------------------


def _intake(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    pages = {page_key(page): page for page in desk.pages if isinstance(page, RawPage)}
    results = take_in(tuple(pages), pages.__getitem__, workshop)
    refused = [page for page in desk.pages if isinstance(page, Rejected)]
    refused += [result.rejected for result in results.values() if result.rejected]
    return {
        "reports": distinct(results),
        "rejected": tuple(sorted(set(refused), key=lambda row: (row.source, row.error))),
        "problems": desk.problems + tuple(problem for result in results.values() for problem in result.problems),
    }


def take_in(pages: Sequence[str], page_of: Callable[[str], RawPage], workshop: Workshop) -> dict[str, Intake]:
    """What intake makes of the pages, by their keys; `page_of` is asked for those alone that were not read before."""
    settings = workshop.settings.intake
    tasks = [(digest(workshop.edition, repr(settings), key), key) for key in pages]
    results = workshop.keeper.results(
        "intake", tasks, lambda key: intake.read(page_of(key), settings=settings), Intake, _BATCH
    )
    return dict(zip(pages, results, strict=True))


def pages_of(results: Mapping[str, Intake]) -> dict[str, str]:
    """The page that each report is taken from, by the report's id. Of pages that give one report, with other data beside its text, it is the
    one retrieved last, whatever the order in which they came."""
    read = ((result.report, key) for key, result in results.items() if result.report)
    return {report.id: key for report, key in sorted(read, key=lambda each: (each[0].retrieved or "", each[1]))}


def distinct(results: Mapping[str, Intake]) -> tuple[Report, ...]:
    """The reports by source and id, each once."""
    found = (results[key].report for key in pages_of(results).values())
    return tuple(sorted((report for report in found if report), key=lambda report: (report.source, report.id)))


def page_key(page: RawPage | Rejected) -> str:
    """What a page is, by its content and source."""
    if isinstance(page, Rejected):
        return digest("rejected", page.source, page.error)
    body = page.content if page.content is not None else (page.text or "").encode("utf-8", "surrogatepass")
    return digest(page.source, page.media, repr(page.row), blake2b(body, digest_size=16).hexdigest())


def _corrected(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    return {"reports": intake.judged(desk.reports, desk.judgements)}


def _fingerprint(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    settings = workshop.settings.lineage

    def look(report: Report) -> tuple[Fingerprint, Sketch]:
        return fingerprint(report, settings), sketch(report, settings)

    own = workshop.edition, repr(settings)
    tasks = [(digest(*own, msgspec.json.encode(report).decode()), report) for report in desk.reports]
    found = list(workshop.keeper.results("fingerprint", tasks, look, tuple[Fingerprint, Sketch], _BATCH))
    return {"fingerprints": tuple(each for each, _ in found), "sketches": tuple(each for _, each in found)}


def _kept_whole(
    kind: str, more: Sequence[str], desk: Desk, work: Callable[[object], T], form: Any, workshop: Workshop
) -> T:
    """What the work makes of all reports on the desk; kept between runs where these are those of a story or a few, so that a judgement on a claim
    compares nothing anew."""
    if len(desk.reports) > _FEW:
        return work(None)
    reports = sorted(msgspec.json.encode(report).decode() for report in desk.reports)
    key = digest(workshop.edition, repr(workshop.settings.lineage), *more, *reports)
    (found,) = workshop.keeper.results(kind, [(key, None)], work, form, 1)
    return found


def _set_aside(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    return {"stock": set_aside(desk.reports, desk.fingerprints, desk.sketches, workshop.settings.lineage)}


def _compare(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    settings = workshop.settings.lineage

    def work(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[Aligned | None]:
        own = [(digest(workshop.edition, repr(settings), key), pair) for key, pair in tasks]
        return workshop.keeper.results("alignment", own, look, Aligned | None, _PAIRS)

    def found(_: object) -> tuple[CopyEdge, ...]:
        return compare(desk.reports, desk.fingerprints, desk.sketches, settings, desk.stock, work)

    return {"edges": _kept_whole("edges", (), desk, found, tuple[CopyEdge, ...], workshop)}


def _trace(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    bonds = uphold(desk.judgements, {report.id for report in desk.reports}, VOICE).bonds

    def found(_: object) -> Traced:
        return trace(desk.reports, desk.sketches, desk.edges, workshop.settings.lineage, desk.stock, bonds)

    return {"traced": _kept_whole("traced", (repr(bonds),), desk, found, Traced, workshop)}


def _cluster(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    assert desk.traced is not None
    settings = workshop.settings.stories
    if desk.groups is not None:
        known = stories_of(desk.groups, desk.reports, desk.sketches, settings)
        return {"stories": known, "judgements": desk.judgements}
    held = uphold(desk.judgements, {report.id for report in desk.reports})
    others = [each for each in desk.judgements if each.of != STORY or each.what not in (JOIN, SPLIT)]

    def look(passage: Report) -> Sketch:
        return sketch(passage, workshop.settings.lineage)

    found = cluster(desk.reports, desk.sketches, desk.traced.voices, settings, held.bonds, workshop.index, look)
    return {"stories": found, "judgements": tuple(sorted((*held.judgements, *others), key=order))}


def _read(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    """Reads each distinct sentence once and keeps it, batch by batch, so that a run that is killed goes on from there."""
    texts = list(dict.fromkeys(text for report in desk.reports for text in _sentences(report)))
    ids = {reading.reading_id(text, workshop.reader): text for text in texts}
    known = workshop.store.get_many("reading", ids)
    missing = [text for key, text in ids.items() if key not in known]
    look = reading.Look(claims.telling_words()) if missing else None
    for start in range(0, len(missing), _SENTENCES):
        workshop.progress("reading", len(known) + start, len(ids))
        some = reading.read(missing[start : start + _SENTENCES], workshop.reader, look)
        workshop.store.put_many("reading", {one.id: msgspec.msgpack.encode(one) for one in some})
    return {"readings": frozenset(ids), "problems": desk.problems + tuple(_unread(desk.reports))}


def _sentences(report: Report) -> list[str]:
    """What of the report the language model reads: nothing where it does not know the language."""
    if not reading.reads(report.language):
        return []
    return [report.text[start:end] for start, end in sentences(report.text)]


def _unread(reports: Sequence[Report]) -> Iterator[Problem]:
    for report in reports:
        if not reading.reads(report.language):
            message = f"The report is in the language {report.language!r}, which is not read yet: its claims and names are left blank."
            yield Problem(stage="reading", report=report.id, code="language-unread", message=message)
        cut = [(len(text), len(reading.part_read(text))) for text in _sentences(report) if len(text) > reading.LONGEST]
        if cut:
            left, longest = sum(whole - part for whole, part in cut), max(whole for whole, _ in cut)
            message = (
                f"{len(cut)} stretches without a sentence's end, the longest of {longest:,} characters, are read only up to their "
                f"{reading.LONGEST:,}th character; {left:,} characters are left unread, and no claim is made of them."
            )
            yield Problem(stage="reading", report=report.id, code="sentence-cut", message=message)


def _readings_of(reports: Sequence[Report], workshop: Workshop) -> dict[str, Reading]:
    texts = {text for report in reports for text in _sentences(report)}
    ids = [reading.reading_id(text, workshop.reader) for text in sorted(texts)]
    decoder = msgspec.msgpack.Decoder(Reading)
    try:
        found = [decoder.decode(body) for body in workshop.store.get_many("reading", ids).values()]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: a sentence that was read cannot be used ({error}).") from error
    return {one.text: one for one in found}


# --- 7 to 10: one story at a time ---------------------------------------------------------------------------------------


def _link(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    def link(story: Story) -> tuple[Entity, ...]:
        reports = desk.reports_of(story)
        return entities.link(story, reports, _readings_of(reports, workshop))

    found = _by_story("entities", desk, link, tuple[Entity, ...], workshop)
    log = _bearing(desk, ENTITY)
    judged = {s.id: entities.judged(found[s.id], log[s.id], desk.reports_of(s)) for s in desk.stories if log[s.id]}
    return {"entities": found | judged}


def _extract(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    traced = desk.traced
    assert traced is not None

    origins = Origins(traced)

    def extract(story: Story) -> Extracted:
        reports = desk.reports_of(story)
        found = claims.extract(story, reports, _readings_of(reports, workshop), desk.entities[story.id])
        found = reconcile.with_text_voices(found, reports, _voices_of(story, traced))
        return msgspec.structs.replace(found, claims=reconcile.with_origins(found.claims, origins.of))

    marks = {story.id: _shaping(desk, desk.entities[story.id]) for story in desk.stories}
    read = _by_story("claims", desk, extract, Extracted, workshop, marks)
    log = _bearing(desk, CLAIM)
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


def _decide(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    assert desk.traced is not None
    voice_of = desk.traced.voice_of

    log = {key: _on_findings(desk.extracted[key], some) for key, some in _bearing(desk, FINDING, OUTLET).items()}

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
            [each for each in log[story.id] if each.what in _SHAPING],
        )

    marks = {
        key: (
            *_shaping(desk, desk.entities[key], desk.extracted[key].claims),
            *(j.id for j in some if j.what in _SHAPING),
        )
        for key, some in log.items()
    }
    decided = _by_story("reconcile", desk, decide, Decided, workshop, marks)
    return {"decided": {key: reconcile.as_judged(one, log[key]) for key, one in decided.items()}}


def _on_findings(found: Extracted, log: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements on findings that are on claims of the story, by today's ids, and those on outlets."""
    ids = {claim.id for claim in found.claims} if log else set()
    some = found_again(log, found.claims)
    return tuple(each for each in some if each.of == OUTLET or not ids.isdisjoint((*each.on, *each.against)))


def _word(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    def word(story: Story) -> tuple[Frame, ...]:
        reports = desk.reports_of(story)
        own = desk.entities[story.id]
        return wording.frames(story, reports, _readings_of(reports, workshop), desk.extracted[story.id].claims, own)

    spoken = {each.id for each in desk.judgements if each.field == "attribution"}
    marks = {
        story.id: (
            *_shaping(desk, desk.entities[story.id]),
            *sorted(spoken.intersection(_judged(desk.extracted[story.id].claims))),
        )
        for story in desk.stories
    }
    return {"frames": _by_story("wording", desk, word, tuple[Frame, ...], workshop, marks)}


# --- 11 ----------------------------------------------------------------------------------------------------------------


def _assemble(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
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
    return reconcile.shown(desk.judgements, desk.reports, told, _judged((*told, *named, *asked, *desk.reports)))


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


STAGES: tuple[Stage, ...] = (
    Stage("intake", ("pages",), ("reports", "rejected", "problems"), "page", _intake),
    Stage("intake: judged", ("reports", "judgements"), ("reports",), "report", _corrected),
    Stage("lineage: fingerprint", ("reports",), ("fingerprints", "sketches"), "report", _fingerprint),
    Stage("lineage: stock", ("reports", "fingerprints", "sketches"), ("stock",), "sentence", _set_aside),
    Stage("lineage: compare", ("reports", "fingerprints", "sketches", "stock"), ("edges",), "hash bucket", _compare),
    Stage("lineage: trace", ("reports", "sketches", "edges", "stock", "judgements"), ("traced",), "all", _trace),
    Stage("stories", ("reports", "sketches", "traced", "judgements"), ("stories", "judgements"), "time window", _cluster),
    Stage("reading", ("reports", "problems"), ("readings", "problems"), "sentence batch", _read),
    Stage("entities", ("stories", "reports", "readings", "judgements"), ("entities",), "story", _link),
    Stage("claims", ("stories", "reports", "readings", "entities", "traced", "judgements"), ("extracted",), "story", _extract),
    Stage("reconcile: decide", ("stories", "reports", "extracted", "entities", "traced", "judgements"), ("decided",), "story", _decide),
    Stage("wording", ("stories", "reports", "readings", "entities", "extracted"), ("frames",), "story", _word),
    Stage("reconcile: assemble", ("reports", "rejected", "problems", "traced", "stories", "entities", "extracted", "decided", "frames", "judgements"), ("record",), "all", _assemble),
)  # fmt: skip


# --- what is kept ------------------------------------------------------------------------------------------------------


def _by_story(
    kind: str,
    desk: Desk,
    work: Callable[[Story], T],
    form: Any,
    workshop: Workshop,
    marks: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, T]:
    """What the work makes of each story, by the story's id; kept between runs. `marks`: the judgements that bear on a story's results
    beside those on its reports."""
    rows, judged = _rows_by_report(desk), {report.id: report.judged for report in desk.reports if report.machine}
    tasks = []
    for story in desk.stories:
        own = [*(marks or {}).get(story.id, ()), *(each for report in story.reports for each in judged.get(report, ()))]
        tasks.append((digest(_story_key(story, desk, rows, workshop), *own), story))
    results = workshop.keeper.results(kind, tasks, work, form, _STORIES_AT_ONCE)
    return {story.id: value for story, value in zip(desk.stories, results, strict=True)}


def _story_key(story: Story, desk: Desk, rows: Mapping[str, bytes], workshop: Workshop) -> str:
    """All that a story's results depend on. Its reports' ids stand for their content; their voices and lineage may change
    with reports of other stories."""
    assert desk.traced is not None
    voices = [desk.traced.voice_of[report] for report in story.reports]
    lineage = [rows.get(report, b"").hex() for report in story.reports]
    settings = repr(workshop.settings)
    shape = msgspec.structs.replace(story, title="", keywords=())  # the reader's, no stage's
    told = msgspec.json.encode(shape, order="deterministic").decode()
    return digest(workshop.edition, workshop.reader.key, settings, told, *voices, *lineage)


# Judgements that change what follows; a confirmation marks its row, and an estimate of a person's stands beside others.
_SHAPING = (JOIN, SPLIT, REJECT, RATE)


def _shaping(desk: Desk, *tables: Iterable[Entity | Claim]) -> tuple[str, ...]:
    """The judgements that hold of these rows and change what is made of them."""
    kinds = {each.id: each.what for each in desk.judgements}
    return tuple(each for each in _judged(chain(*tables)) if kinds.get(each) in (*_SHAPING, CORRECT))


def _judged(rows: Iterable[Entity | Claim | Finding | Report]) -> tuple[str, ...]:
    return tuple(sorted({each for row in rows for each in row.judged}))


def _bearing(desk: Desk, *of: str) -> dict[str, tuple[Judgement, ...]]:
    """The judgements on these kinds of things that can bear on each story, by the story's id: those on its reports or their outlets,
    and those of which nobody said where they are."""
    log = [each for each in desk.judgements if each.of in of]
    found: dict[str, list[Judgement]] = {story.id: [] for story in desk.stories}
    telling = _telling(desk) if log else {}
    for each in log:
        names = {folded(name) for name in each.on} if each.of == OUTLET else reports_of(each)
        stories = found if names is None else dict.fromkeys(story for name in names for story in telling.get(name, ()))
        for story in stories:
            found[story].append(each)
    return {story: tuple(some) for story, some in found.items()}


def _telling(desk: Desk) -> dict[str, set[str]]:
    """The ids of the stories by their reports, and by the folded names of these reports' outlets."""
    outlets = {report.id: folded(report.outlet or "") for report in desk.reports}
    found: dict[str, set[str]] = {}
    for story in desk.stories:
        for report in story.reports:
            for name in (report, outlets[report]):
                found.setdefault(name, set()).add(story.id)
    return found


def _rows_by_report(desk: Desk) -> dict[str, bytes]:
    assert desk.traced is not None
    rows: dict[str, bytes] = {}
    for row in desk.traced.rows:
        rows[row.derived] = rows.get(row.derived, b"") + msgspec.msgpack.encode(row)
    return rows
