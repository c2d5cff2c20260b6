"""What is new in the casebook since a time."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

import msgspec

from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.telling import Told
from rashomon.model.catalogue import FindingNews, News, StoryNews
from rashomon.model.collection import LoggedJudgement


def news(since: str, held: Catalogue, logged: Iterable[LoggedJudgement]) -> News:
    """`since` is a time as arrivals have it; `logged` are the judgements that may be told of."""
    told = [each for each in held.told.values() if each.when > since]
    against = {judgement for each in told for judgement in each.contradicted}
    return News(
        since=since,
        reports=tuple(takewhile(lambda entry: (entry.added or "") > since, held.holdings.arriving)),
        stories=tuple(_stories(since, held)),
        findings=tuple(_findings(told, held)),
        judgements=tuple(each for each in logged if each.judgement.when > since or each.judgement.id in against),
        records=len(told),
        waiting=held.holdings.waiting,
    )


def _stories(since: str, held: Catalogue) -> Iterator[StoryNews]:
    grown = [story for story in held.stories.values() if story.added is not None and story.added > since]
    for story in sorted(grown, key=lambda story: (story.added or "", story.id), reverse=True):
        reports = story.own
        new = tuple(report for report in reports if (held.reports[report].added or "") > since)
        yield StoryNews(story=story, reports=new, new=len(new) == len(reports))


def _findings(told: Iterable[Told], held: Catalogue) -> list[FindingNews]:
    """What changed from the story's record before the first of these to its last, by question; under the id that the story has today."""
    found: dict[tuple[str, str], FindingNews] = {}
    for each in told:
        story = next((mine for report in each.reports if (mine := held.holdings.story_of.get(report))), each.story)
        for change in each.changes:
            key = (story, change.question)
            first = found[key].before if key in found else change.before
            found[key] = msgspec.structs.replace(change, story=story, before=first)
    changed = [each for each in found.values() if each.status != each.before]
    return sorted(changed, key=lambda each: (each.status != "contested", each.story, each.question))
