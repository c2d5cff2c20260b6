"""Puts reports about one happening together."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.model.lineage import Sketch, Voice
from rashomon.model.report import Report
from rashomon.model.story import Bonds, Story
from rashomon.stages.stories.index import Given, StoryIndex
from rashomon.stages.stories.settings import Settings


def cluster(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    voices: Sequence[Voice],
    settings: Settings | None = None,
    bonds: Bonds | None = None,
) -> tuple[Story, ...]:
    """Stories, each report in exactly one, sorted by first day then id; the same whatever the order of the input. `bonds` are
    persons' decisions, which outrank every rule."""
    seen = {each.report: each for each in sketches}
    voice_of = {report: voice.id for voice in voices for report in voice.reports}
    index = StoryIndex(settings)
    if bonds:
        index.bind(bonds)
    index.put(Given(report, seen[report.id], voice_of.get(report.id)) for report in reports)
    return index.stories()


def stories_of(
    groups: Iterable[Sequence[str]],
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[Story, ...]:
    """A story for each group of report ids, sorted by first day then id. Each is told from its own reports alone, whatever others there
    are."""
    by_id = {report.id: report for report in reports}
    seen = {each.report: each for each in sketches}
    found: list[Story] = []
    for group in groups:
        index = StoryIndex(settings)
        index.bind(Bonds(together=tuple(pairwise(sorted(group)))))
        index.put(Given(by_id[each], seen[each]) for each in sorted(group))
        found += index.stories()
    return tuple(sorted(found, key=lambda story: (story.days.get(story.reports[0], "9"), story.id)))
