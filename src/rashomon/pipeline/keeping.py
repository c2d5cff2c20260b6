"""What is kept between runs: the stages' results, by the keys of all that they depend on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

import msgspec

from rashomon.engine import Keeper, Local, Way, for_each
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.identity import digest
from rashomon.model.judgement import CORRECT, JOIN, OUTLET, RATE, REJECT, SPLIT, Judgement, folded, reports_of
from rashomon.model.record import Finding
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.sentences import kept_readings

T = TypeVar("T")
BATCH = 256  # reports kept together
_STORIES_AT_ONCE = 8
_FEW = 2_000  # reports whose lineage is kept as a whole


def kept_whole(
    kind: str, more: Sequence[str], desk: Desk, work: Callable[[object], T], form: Any, workshop: Workshop
) -> T:
    """What the work makes of all reports on the desk; kept between runs where these are those of a story or a few, so that a judgement on a claim
    compares nothing anew."""
    if len(desk.reports) > _FEW:
        return work(None)
    reports = sorted(msgspec.json.encode(report).decode() for report in desk.reports)
    key = digest(workshop.edition, repr(workshop.settings.lineage), *more, *reports)
    here = Keeper(workshop.store, Local(), workshop.progress)
    found: T
    (found,) = here.results(Way(kind, form, for_each(work), 1), [(key, None)], 1)
    return found


class Given(NamedTuple):
    """What the stages by story have of one: it as the collection has it, its reports as it reads them, their sentences' readings as they are kept, and more
    that the stage asks for."""

    story: Story
    reports: tuple[Report, ...]
    readings: tuple[bytes, ...]
    more: Any


def by_story(
    kind: str,
    desk: Desk,
    work: Callable[[Given], T],
    form: Any,
    workshop: Workshop,
    marks: Mapping[str, Sequence[str]] | None = None,
    more: Callable[[Story], Any] = lambda story: None,
    read: bool = True,
) -> dict[str, T]:
    """What the work makes of each story, by the story's id; kept between runs. `marks`: the judgements that bear on a story's results
    beside those on its reports. `read`: whether the work asks for readings."""
    rows, judged = _rows_by_report(desk), {report.id: report.judged for report in desk.reports if report.machine}
    tasks = []
    for story in desk.stories:
        own = [*(marks or {}).get(story.id, ()), *(each for report in story.reports for each in judged.get(report, ()))]
        tasks.append((digest(_story_key(story, desk, rows, workshop), *own), story))

    def given(story: Story) -> Given:
        reports = desk.reports_of(story)
        return Given(story, reports, kept_readings(reports, workshop) if read else (), more(story))

    way = Way(kind, form, for_each(work), _STORIES_AT_ONCE, pack=lambda stories: [given(story) for story in stories])
    results = workshop.keeper.results(way, tasks, len(tasks))
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
SHAPING = (JOIN, SPLIT, REJECT, RATE)


def shaping(desk: Desk, *tables: Iterable[Entity | Claim]) -> tuple[str, ...]:
    """The judgements that hold of these rows and change what is made of them."""
    kinds = {each.id: each.what for each in desk.judgements}
    return tuple(each for each in judged_by(chain(*tables)) if kinds.get(each) in (*SHAPING, CORRECT))


def judged_by(rows: Iterable[Entity | Claim | Finding | Report]) -> tuple[str, ...]:
    return tuple(sorted({each for row in rows for each in row.judged}))


def bearing(desk: Desk, *of: str) -> dict[str, tuple[Judgement, ...]]:
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
