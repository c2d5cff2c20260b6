"""What lies on the table while the stages run, what they work with, and what a stage is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from rashomon.engine import Engine, Keeper, Local, Progress
from rashomon.fetch import FetchSettings
from rashomon.model.claim import Extracted
from rashomon.model.entity import Entity
from rashomon.model.judgement import Judgement
from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch, Stock, Traced
from rashomon.model.problem import Problem, Rejected
from rashomon.model.record import Decided, Frame, Record, Software
from rashomon.model.report import RawPage, Report
from rashomon.model.story import Group, Story
from rashomon.stages import reading
from rashomon.stages.intake.settings import IntakeSettings
from rashomon.stages.lineage.by_sentence import BySentence
from rashomon.stages.lineage.settings import Settings as LineageSettings
from rashomon.stages.reconcile.settings import Settings as ReconcileSettings
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.passages import read_for
from rashomon.stages.stories.settings import Settings as StoriesSettings
from rashomon.store import Store


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
    a collection that grows, which the run brings up to date. `room`: the folder for the shards of a collection that is too large to be held; all that work must see it; where there is none, one for the time of the run."""

    settings: Settings
    store: Store
    reader: reading.Reader
    software: Software
    edition: str
    created: str
    engine: Engine = field(default_factory=Local)
    progress: Progress = lambda stage, done, total: None
    index: StoryIndex | None = None
    room: Path | None = None

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
    reports: Sequence[Report] = ()
    rejected: tuple[Rejected, ...] = ()
    problems: tuple[Problem, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    sketches: Sequence[Sketch] = ()
    stock: tuple[Stock, ...] = ()
    edges: tuple[CopyEdge, ...] | BySentence = ()
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
        return tuple(self._by_id[key] for key in story.reports)

    @cached_property
    def _by_id(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}


@dataclass(frozen=True)
class Stage:
    """`work` returns the columns that it writes, by name."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    worked_by: str
    work: Callable[[Desk, Workshop], Mapping[str, Any]]
