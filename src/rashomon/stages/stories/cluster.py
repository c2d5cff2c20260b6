"""Puts reports about one happening together."""

from collections.abc import Iterable, Sequence

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import Sketch, Voice
from rashomon.model.report import Report
from rashomon.model.story import Group, Story
from rashomon.stages.stories.card import gist
from rashomon.stages.stories.cards import Cards
from rashomon.stages.stories.index import Given, StoryIndex
from rashomon.stages.stories.passages import with_passages
from rashomon.stages.stories.roundups import Look
from rashomon.stages.stories.seating import with_roundups
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.telling import in_order, story_of


def cluster(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    voices: Sequence[Voice],
    settings: Settings | None = None,
    bonds: Bonds | None = None,
    index: StoryIndex | None = None,
    look: Look | None = None,
) -> tuple[Story, ...]:
    """Stories, sorted by first day then id; the same whatever the order of the input. Each report stands in one as its main story; where `look` is given,
    which sketches a passage, round-ups are guests of others. `bonds` are persons' decisions, which outrank every rule. `index` is one that knows many
    of the reports already: it is brought to these and no others."""
    seen = {each.report: each for each in sketches}
    voice_of = {report: voice.id for voice in voices for report in voice.reports}
    index = StoryIndex(settings) if index is None else index
    index.drop(set(index) - {report.id for report in reports})
    index.bind(bonds or Bonds())
    index.put(Given(report, seen[report.id], voice_of.get(report.id)) for report in reports)
    return with_roundups(index, reports, look) if look else index.stories()


def stories_of(
    groups: Iterable[Group],
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[Story, ...]:
    """A story for each group, sorted by first day then id. A story is told from its own reports alone, whatever others
    there are."""
    by_id = {report.id: report for report in reports}
    sketched = {each.report: each for each in sketches}
    made = Cards()

    def told(group: Group) -> Story:
        cards = [made.made(gist(by_id[id], sketched[id])) for id in sorted(group.reports)]
        members = [one for one in cards if one.id not in group.guests]
        guests = [one for one in cards if one.id in group.guests]
        return with_passages(
            story_of(members, made.vocabulary, settings or Settings()), group.passages, guests, members
        )

    return in_order(told(group) for group in groups)
