"""The record (contract: record.md): one object that holds every table."""

import msgspec

from rashomon.model.claim import Claim, Link, Number
from rashomon.model.entity import Entity
from rashomon.model.judgement import Judgement
from rashomon.model.lineage import Lineage, Stock, Voice
from rashomon.model.measure import TimeRow, When
from rashomon.model.problem import Problem, Rejected
from rashomon.model.published import Abridged, Published
from rashomon.model.report import AsTaken, Credit, Furniture
from rashomon.model.story import Part

SCHEMA = "rashomon-record/1"


class Reliability(msgspec.Struct, frozen=True, kw_only=True):
    """A person's rating of an outlet on the Admiralty scale, A (reliable) to E (unreliable), F where it cannot be judged; `judgement` is its id."""

    value: str
    who: str
    why: str
    judgement: str


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """One report in the record: the report as read, with its voice, its story and the day that the story gives it. `family` is the
    group that owns its outlet and others of the table of outlets, None where not known. `reliability`: how a person rates its outlet;
    `judged`: the persons' judgements that hold of it; `machine`: what was corrected, as it was read. `abridged` where the text stands in
    excerpts, with "[…]" for what was left out."""

    id: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    family: str | None = None
    bylines: tuple[str, ...] = ()
    url: str | None = None
    language: str
    published: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    dated_by: str | None = None
    credits: tuple[Credit, ...]
    furniture: tuple[Furniture, ...]
    voice: str
    story: str
    abridged: Abridged | msgspec.UnsetType = msgspec.UNSET
    reliability: Reliability | msgspec.UnsetType = msgspec.UNSET
    judged: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    machine: AsTaken | msgspec.UnsetType = msgspec.UNSET


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """Reports about one happening. `start` and `end` are days; `places` are ids of entities. `passages`: of a round-up, which tells several happenings, this
    story reads what stands there and nothing else; reports without one are read whole."""

    id: str
    title: str
    reports: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    passages: tuple[Part, ...] = ()


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The answering words of one claim: `[start, end)` in the text of the claim's report."""

    claim: str
    start: int
    end: int


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Four counts behind an answer, by the contract's formula; and `families`, the publishers with outlets of one family
    counted as one."""

    reports: int
    outlets: int
    texts: int
    speakers: int
    families: int = 0


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer to a finding's question. `value` is for people; `words` are the reports' own; `support` is what stands behind this one."""

    value: str
    words: tuple[Words, ...]
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    date: When | None = None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    voices: tuple[str, ...]
    support: Support | None = None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How two answers differ; `a` and `b` are positions in `answers`, a < b."""

    a: int
    b: int
    kind: str
    why: str


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """What one named codebook rule makes of a figure that reports disagree on. Where persons were counted who are told of one by one,
    `persons` are the claims that tell of them, one for each; `died` are claims that tell of the death of one who is counted
    no longer among the injured."""

    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    why: str
    persons: tuple[str, ...] = ()
    died: tuple[str, ...] = ()


class Withdrawn(msgspec.Struct, frozen=True, kw_only=True):
    """What takes a number back or mends it: a claim, and the words that say so at `[start, end)` of its report's text."""

    claim: str
    start: int
    end: int


class Point(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One figure claim in the life of a number. `as_of` is the claim's, `published` its report's; `speaker` the last of its chain as
    worded, None where the report says it itself; `voice` who vouches for it, None for unnamed sources. `withdrawn` where the same
    speaker took the number back or mended it; `repeats_withdrawn` where this came out after that all the same."""

    claim: str
    as_of: When | None = None
    published: str | None = None
    speaker: str | None = None
    voice: str | None = None
    value: str
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    withdrawn: Withdrawn | None = None
    repeats_withdrawn: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One question and every answer that the reports give. `series` has each figure claim by the time up to which it counts, else by
    publication, where there is more than one answer or day. `group`: `toll`, `forces`, `decision`, `measures`, `course`,
    `blame`, `demand`, `other`. `status`: `contested`, `corrected`, `updated`, `agreed`, `compatible`, `single`. `judged`: the persons'
    judgements that hold of it; an estimate of theirs stands among `estimates` as `analyst`."""

    id: str
    story: str
    kind: str
    question: str
    group: str
    answers: tuple[Answer, ...]
    relations: tuple[Relation, ...]
    status: str
    support: Support
    estimates: dict[str, Estimate] | None = None
    series: tuple[Point, ...] = ()
    why: str
    judged: tuple[str, ...] = ()


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """A day or interval, in the words of a report's own sentence. `salience` 0–1 over the whole record.

    `report` and `span` (`[start, end)` in its text) are where the words stand. `time` is the hour or part of the day that a report
    gives ("02:40", "14:22Z"), `modality` as of claims: `asserted`, `planned`, `denied`, `possible`, `demanded`."""

    story: str
    start: str
    end: str
    time: str | None = None
    text: str
    modality: str = "asserted"
    report: str | None = None
    span: tuple[int, int] | None = None
    claims: tuple[str, ...]
    voices: tuple[str, ...]
    salience: float


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """How much the reports of one story come back to a day: the sum of what each text lends it, without a scale."""

    story: str
    day: str
    weight: float


class Omission(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Findings that two or more other voices of the story carry and this report does not, though it came later: the weightiest, and
    how many `more` there are."""

    story: str
    report: str
    findings: tuple[str, ...]
    more: int = 0


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a story's record does not know, or rests on one voice for. `kind`: `unanswered` (a question that its events raise and no
    report answers), `unheard` (blame without an answer of the one blamed), `one-voice` (a finding), `nobody-named` (figures of a report),
    `undated` (events and figures of a report), `undated-report`, `language-unread`, `language-missing`. `on` are ids of the claims, findings
    or reports that it is about; `text` is a sentence of our own."""

    story: str
    kind: str
    on: tuple[str, ...] = ()
    text: str


class Term(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A wording: `[start, end)` of a report's text. `speaker` None where the report says it in its own voice. `judges` is the kind of
    its first loaded word (`reference/data/loaded.txt`: `group`, `legitimacy`, `violence` …)."""

    report: str
    text: str
    start: int
    end: int
    speaker: str | None = None
    loaded: bool
    judges: str | None = None


class Frame(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The different words that reports use for one actor (`entity`) or one thing (`concept`)."""

    story: str
    entity: str | None = None
    concept: str | None = None
    terms: tuple[Term, ...]


class Software(msgspec.Struct, frozen=True, kw_only=True):
    """`models` and `gazetteers` map names to versions."""

    name: str
    version: str
    models: dict[str, str]
    gazetteers: dict[str, str]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What went in and what came out. `tables` maps each table's name to its number of rows."""

    inputs: tuple[str, ...]
    read: int
    rejected: int
    tables: dict[str, int]
    settings: dict[str, str | int | float | bool | None]
    settings_digest: str


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What the reconcile stage decided on one story."""

    findings: tuple[Finding, ...]
    timeline: tuple[TimelineRow, ...]
    omissions: tuple[Omission, ...]
    days: tuple[Day, ...] = ()
    problems: tuple[Problem, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was found in the inputs given, and nothing else. `created` is the time of the run; `published` says what was left out of
    the record or replaced in it before it was put out."""

    schema: str
    created: str
    software: Software
    manifest: Manifest
    reports: tuple[ReportRow, ...]
    stories: tuple[StoryRow, ...]
    lineage: tuple[Lineage, ...]
    voices: tuple[Voice, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeRow, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[TimelineRow, ...]
    omissions: tuple[Omission, ...]
    frames: tuple[Frame, ...]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...]
    rejected: tuple[Rejected, ...]
    stock: tuple[Stock, ...] = ()
    gaps: tuple[Gap, ...] = ()
    published: Published | msgspec.UnsetType = msgspec.UNSET
