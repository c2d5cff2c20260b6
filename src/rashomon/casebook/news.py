"""What is new in the casebook since a time."""

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.casebook.catalogue import Catalogue, own
from rashomon.casebook.telling import Told
from rashomon.model.catalogue import FindingNews, News, StoryNews
from rashomon.model.collection import LoggedJudgement
from rashomon.model.judgement import Flag


def news(since: str, held: Catalogue, logged: Iterable[LoggedJudgement] = ()) -> News:
    """`since` is a time as arrivals have it."""
    came = [entry for entry in held.reports.values() if entry.added is not None and entry.added > since]
    told = [each for each in held.told.values() if each.when > since]
    return News(
        since=since,
        reports=tuple(sorted(came, key=lambda entry: (entry.added or "", entry.id), reverse=True)),
        stories=tuple(_stories(since, held)),
        findings=tuple(_findings(told, held)),
        judgements=tuple(_judgements(since, held, logged)),
        records=len(told),
        waiting=held.waiting,
    )


def _stories(since: str, held: Catalogue) -> Iterator[StoryNews]:
    for story in sorted(held.stories.values(), key=lambda story: (story.added or "", story.id), reverse=True):
        if story.added is None or story.added <= since:
            return
        reports = own(story)
        new = tuple(report for report in reports if (held.reports[report].added or "") > since)
        yield StoryNews(story=story, reports=new, new=len(new) == len(reports))


def _findings(told: Iterable[Told], held: Catalogue) -> list[FindingNews]:
    """What changed from the story's record before the first of these to its last, by question; under the id that the story has today."""
    found: dict[tuple[str, str], FindingNews] = {}
    for each in told:
        story = next((held.story_of[report].id for report in each.reports if report in held.story_of), each.story)
        for change in each.changes:
            key = (story, change.question)
            first = found[key].before if key in found else change.before
            found[key] = msgspec.structs.replace(change, story=story, before=first)
    changed = [each for each in found.values() if each.status != each.before]
    return sorted(changed, key=lambda each: (each.status != "contested", each.story, each.question))


def _judgements(since: str, held: Catalogue, logged: Iterable[LoggedJudgement]) -> Iterator[LoggedJudgement]:
    """Those that were made since, and those against which reports speak since then that did not before."""
    before = flags_of(each for each in held.told.values() if each.when <= since)
    for each in logged:
        own = each.judgement
        if own.when > since or not set(each.flags) <= set(before.get(own.id, ())):
            yield each


def flags_of(told: Iterable[Told]) -> dict[str, tuple[Flag, ...]]:
    """What the reports of these records say against judgements, by these, each once."""
    found: dict[str, dict[Flag, None]] = {}
    for each in told:
        for judgement, flags in each.flags.items():
            found.setdefault(judgement, {}).update(dict.fromkeys(flags))
    return {judgement: tuple(flags) for judgement, flags in found.items()}
