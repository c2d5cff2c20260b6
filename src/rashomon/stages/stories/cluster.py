"""Puts reports about one happening together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from rashomon.stages.stories.looking import Engine


def cluster(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    voices: Sequence[Voice],
    settings: Settings | None = None,
    bonds: Bonds | None = None,
    index: StoryIndex | None = None,
    look: Look | None = None,
    engine: "Engine | None" = None,
    folder: str | None = None,
) -> tuple[Story, ...]:
    """Stories, sorted by first day then id; the same whatever the order of the input. Each report stands in one as its main story; where `look` is given,
    which sketches a passage, round-ups are guests of others. `bonds` are persons' decisions, which outrank every rule. `index` is one that knows many
    of the reports already: it is brought to these and no others. `sketches` are those of the reports, in their order; both are gone through once, and once more
    the texts of those that may be round-ups. `engine` runs the tasks of many reports at once, as `map` does; they find what they need in `folder`."""
    voice_of = {report: voice.id for voice in voices for report in voice.reports}
    index = StoryIndex(settings) if index is None else index
    if engine is not None:
        index.pairs.engine, index.pairs.folder = engine, folder
    index.bind(bonds or Bonds())
    ids: list[str] = []
    index.bring(_given(reports, sketches, voice_of, ids))
    return with_roundups(index, reports, look, ids) if look else index.stories()


def _given(
    reports: Iterable[Report], sketches: Iterable[Sketch], voice_of: Mapping[str, str], ids: list[str]
) -> Iterator[Given]:
    """The ids are noted as they pass."""
    for report, sketch in zip(reports, sketches, strict=True):
        if report.id != sketch.report:
            raise ValueError(f"the sketch of {sketch.report} stands beside {report.id}")
        ids.append(report.id)
        yield Given(report, sketch, voice_of.get(report.id))


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
