"""Puts reports about one happening together."""

from collections.abc import Iterable, Sequence

from rashomon.model.lineage import Sketch, Voice
from rashomon.model.report import Report
from rashomon.model.story import Bonds, Story
from rashomon.stages.stories.card import Vocabulary, card
from rashomon.stages.stories.index import Given, StoryIndex
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.telling import in_order, story_of


def cluster(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    voices: Sequence[Voice],
    settings: Settings | None = None,
    bonds: Bonds | None = None,
    index: StoryIndex | None = None,
) -> tuple[Story, ...]:
    """Stories, each report in exactly one, sorted by first day then id; the same whatever the order of the input. `bonds` are
    persons' decisions, which outrank every rule. `index` is one that knows many of the reports already: it is brought to these and no others."""
    seen = {each.report: each for each in sketches}
    voice_of = {report: voice.id for voice in voices for report in voice.reports}
    index = StoryIndex(settings) if index is None else index
    index.drop(set(index) - {report.id for report in reports})
    index.bind(bonds or Bonds())
    index.put(Given(report, seen[report.id], voice_of.get(report.id)) for report in reports)
    return index.stories()


def stories_of(
    groups: Iterable[Sequence[str]],
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[Story, ...]:
    """A story for each group of report ids, sorted by first day then id. A story is told from its own reports alone, whatever others
    there are."""
    by_id = {report.id: report for report in reports}
    sketched = {each.report: each for each in sketches}
    vocabulary = Vocabulary()
    cards = ([card(by_id[id], sketched[id], None, vocabulary) for id in sorted(group)] for group in groups)
    return in_order(story_of(each, vocabulary, settings or Settings()) for each in cards)
