"""Puts reports about one happening together."""

from collections.abc import Sequence

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
