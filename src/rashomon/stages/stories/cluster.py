"""Puts reports about one happening together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from rashomon.model.identity import identify
from rashomon.model.lineage import Sketch, Voice
from rashomon.model.report import Report
from rashomon.model.story import Bonds, Story
from rashomon.stages.stories.days import days_of
from rashomon.stages.stories.grouping import grouped
from rashomon.stages.stories.likeness import likeness, vectors
from rashomon.stages.stories.settings import Settings

# Names of days and months say when, not what.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
Vector = Mapping[str, float]


def cluster(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    voices: Sequence[Voice],
    settings: Settings | None = None,
    bonds: Bonds | None = None,
) -> tuple[Story, ...]:
    """Stories, each report in exactly one, sorted by first day then id; the same whatever the order of the input. `bonds` are
    persons' decisions, which outrank every rule."""
    chosen = settings or Settings()
    ordered = sorted(reports, key=lambda report: report.id)
    by_id = {each.report: each for each in sketches}
    own = [by_id[report.id] for report in ordered]
    found = vectors(own, chosen)
    pairs = likeness(ordered, own, found, chosen)
    place = {report.id: i for i, report in enumerate(ordered)}
    judged = bonds or Bonds()
    together = [*_placed(judged.together, place), *_one_text(voices, place)]
    groups = grouped(len(ordered), pairs, together, chosen.join, chosen.nearest, _placed(judged.apart, place))
    return stories_of([[ordered[i].id for i in group] for group in groups], reports, sketches, chosen)


def stories_of(
    groups: Iterable[Sequence[str]],
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[Story, ...]:
    """A story for each group of report ids, sorted by first day then id. A story is told from its own reports alone, whatever others
    there are."""
    chosen = settings or Settings()
    by_id = {report.id: report for report in reports}
    sketched = {each.report: each for each in sketches}
    stories = (_told([by_id[each] for each in sorted(group)], sketched, chosen) for group in groups)
    return tuple(sorted(stories, key=lambda story: (story.days.get(story.reports[0], "9"), story.id)))


def _told(reports: Sequence[Report], sketches: Mapping[str, Sketch], settings: Settings) -> Story:
    found = vectors([sketches[report.id] for report in reports], settings)
    return _story(list(zip(reports, found, strict=True)), sketches, settings)


def _placed(pairs: Iterable[tuple[str, str]], place: Mapping[str, int]) -> list[tuple[int, int]]:
    """The pairs of reports that are there, by their places, in order."""
    known = ((place[a], place[b]) for a, b in pairs if a in place and b in place and a != b)
    return sorted((min(pair), max(pair)) for pair in known)


def _one_text(voices: Iterable[Voice], place: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Reports that speak with one text tell of one happening. Each is paired with the first and the next: where a person keeps
    the first apart, the others stay together."""
    for members in sorted(sorted(place[report] for report in voice.reports if report in place) for voice in voices):
        yield from ((members[0], other) for other in members[1:])
        yield from pairwise(members[1:])


def _story(members: Sequence[tuple[Report, Vector]], sketches: Mapping[str, Sketch], settings: Settings) -> Story:
    reports = [report for report, _ in members]
    centre = Counter[str]()
    for _, vector in members:
        centre.update(vector)
    days, inferred = days_of(reports, sketches)
    ids = tuple(sorted((r.id for r in reports), key=lambda report: (days.get(report, "9"), report)))
    return Story(
        id=identify("sto1", *sorted(ids)),
        title=_title(members, centre),
        reports=ids,
        days=days,
        inferred=inferred,
        keywords=_keywords(centre, settings.keywords),
    )


def _title(members: Sequence[tuple[Report, Vector]], centre: Mapping[str, float]) -> str:
    """The headline of the report nearest to the middle of the story; of none, the beginning of its text."""

    def central(member: tuple[Report, Vector]) -> tuple[bool, float, str]:
        report, vector = member
        product = sum(value * centre[feature] for feature, value in vector.items())
        return bool(report.title), round(product, 9), report.id

    report = max(members, key=central)[0]
    return report.title or report.text[:120].split("\n")[0].strip() or report.id


def _keywords(centre: Mapping[str, float], count: int) -> tuple[str, ...]:
    """The heaviest names and words of the story, no word twice."""
    kept: list[str] = []
    for feature, _ in sorted(centre.items(), key=lambda item: (-round(item[1], 9), item[0])):
        kind, word = feature.split(" ", 1)
        if kind == "name" and word not in _CALENDAR and not any(set(word.split()) & set(old.split()) for old in kept):
            kept.append(word)
        if len(kept) == count:
            break
    return tuple(kept)
