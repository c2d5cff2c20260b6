"""What a casebook answers without reading anything: stories found, a report, an entity over all stories that were read, and what is new."""

import msgspec

from rashomon.model.claim import Claim
from rashomon.model.collection import LoggedJudgement, ReportEntry, StoryEntry
from rashomon.model.entity import Entity
from rashomon.model.lineage import Lineage
from rashomon.model.report import Report


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The stories asked for, or a part of them; `total` counts all that there are. They are those of the collection as it was sorted last: `current` is
    false where reports or judgements have come since, or another edition of the program, and `waiting` reports stand in no story yet."""

    stories: tuple[StoryEntry, ...] = ()
    total: int = 0
    current: bool = True
    waiting: int = 0


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report of the collection with what is known of it. `together`: the reports that speak with its voice, itself among them. `lineage`: the rows in which it took words or gave
    them, `kin` the reports at their other ends. `stories` in which it stands, its own first. `claims` of it, in order, from the last record of a story that it
    stands in; `read`: when that was made, None where none was."""

    entry: ReportEntry
    report: Report
    together: tuple[ReportEntry, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    kin: tuple[ReportEntry, ...] = ()
    stories: tuple[StoryEntry, ...] = ()
    claims: tuple[Claim, ...] = ()
    read: str | None = None


class Mentioned(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of a report that mean an entity, `[start, end)` in its text, and the line that they stand in with some words around."""

    report: str
    start: int
    end: int
    words: str
    before: str = ""
    after: str = ""
    pronoun: bool = False


class InStory(msgspec.Struct, frozen=True, kw_only=True):
    """An entity in one story's record. `entity` is its row, with its first mentions alone; `mentions` counts all, `said` has the first of them in
    each report with their words; `findings` are ids of those that it has part in."""

    story: str
    entity: Entity
    mentions: int
    reports: tuple[str, ...]
    said: tuple[Mentioned, ...]
    findings: tuple[str, ...] = ()


class EntityView(msgspec.Struct, frozen=True, kw_only=True):
    """An entity over all stories that were read, as the last record of each has it. Rows of several stories are brought together where they
    have one id, one GeoNames id or one Wikidata id, and for nothing else: `why` says which; `ids` are all theirs. `name` is the one that most mentions
    go with; `stories` and `rows` stand side by side, the story with the most mentions first. `roles`: as worded, with how many times, the most first."""

    id: str
    kind: str
    name: str
    ids: tuple[str, ...]
    why: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    wikidata: str | None = None
    mentions: int = 0
    roles: tuple[tuple[str, int], ...] = ()
    stories: tuple[StoryEntry, ...] = ()
    rows: tuple[InStory, ...] = ()


class StoryNews(msgspec.Struct, frozen=True, kw_only=True):
    """A story with reports that came in since: `new` where all of its own did, else it has grown."""

    story: StoryEntry
    reports: tuple[str, ...]
    new: bool


class FindingNews(msgspec.Struct, frozen=True, kw_only=True):
    """A finding whose status is another in a record made since than in the one before; `before` is None where nobody had asked its question.
    `values`: its answers as they are now."""

    story: str
    finding: str
    question: str
    status: str
    before: str | None = None
    values: tuple[str, ...] = ()


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What has changed `since` a time (ISO 8601, UTC). `reports` the latest first; `stories` that are new or have grown, the latest first; `findings` that became
    contested first, then other changes; `judgements` made since, or contradicted by reports that came since; `records` counts those made since.
    `waiting` reports stand in no story yet."""

    since: str
    reports: tuple[ReportEntry, ...] = ()
    stories: tuple[StoryNews, ...] = ()
    findings: tuple[FindingNews, ...] = ()
    judgements: tuple[LoggedJudgement, ...] = ()
    records: int = 0
    waiting: int = 0
