"""Gives round-ups their places: a main story, and guests' places with their passages in the others."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rashomon.model.report import Report
from rashomon.model.story import Part, Story
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.passages import with_passages
from rashomon.stages.stories.roundups import Case, Look, main_happening, roundups
from rashomon.stages.stories.telling import in_order


def with_roundups(
    index: StoryIndex, reports: Sequence[Report], look: Look, ids: Sequence[str] | None = None
) -> tuple[Story, ...]:
    """The stories of the index once round-ups tie them no more, with these as guests; the same in any order of the reports. `ids`: those of the reports, where they
    are known."""
    found = roundups(index, reports, look, ids)
    if not found:
        return index.stories()
    with index.loosened({case.report.id: _anchor(case) for case in found}):
        return _seated(found, index.stories(), index)


def _anchor(case: Case) -> str | None:
    """The report that the round-up stays with."""
    main = main_happening(case)
    return case.happenings[main][0] if main is not None else None


def _seated(found: Sequence[Case], stories: Sequence[Story], index: StoryIndex) -> tuple[Story, ...]:
    main = {report: story.id for story in stories for report in story.reports}
    members = {story.id: story.reports for story in stories}
    passages: dict[str, list[Part]] = defaultdict(list)
    guests: dict[str, set[str]] = defaultdict(set)
    for case in found:
        parts = list(_parts(case, _homes(case, main, members, index)))
        homes = {home for home, _ in parts}
        for home, part in parts if len(homes) > 1 and main[case.report.id] in homes else ():
            passages[home].append(part)
            if home != main[case.report.id]:
                guests[home].add(case.report.id)
    return in_order(
        with_passages(story, passages[story.id], index.cards(guests[story.id]), index.cards(story.reports))
        if story.id in passages
        else story
        for story in stories
    )


def _homes(case: Case, main: Mapping[str, str], members: Mapping[str, Sequence[str]], index: StoryIndex) -> list[str]:
    """The story of each item: the main one where a report of its happening stands there, else that in which most of them stand, unless a person
    holds the round-up apart from it."""
    own = main[case.report.id]
    homes = []
    for some in case.happenings:
        counts = Counter(main[report] for report in some)
        home = max(sorted(counts), key=counts.__getitem__, default=own)
        homes.append(own if own in counts or index.kept_apart(case.report.id, members[home]) else home)
    return [homes[item.told] if item.told is not None else own for item in case.items]


def _parts(case: Case, homes: Sequence[str]) -> Iterator[tuple[str, Part]]:
    """Runs of items of one story, as one passage each."""
    cuts = [0, *(i for i, (a, b) in enumerate(pairwise(homes), 1) if a != b), len(homes)]
    for first, last in pairwise(cuts):
        start, end = case.items[first].start, case.items[last - 1].end
        yield homes[first], Part(report=case.report.id, start=start, end=end)
