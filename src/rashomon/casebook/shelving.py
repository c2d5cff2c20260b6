"""What stands on the shelf of a story and of a report, once the collection is sorted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.casebook.searching import line
from rashomon.casebook.whereabouts import places_of
from rashomon.model.collection import ReportEntry, Shelf, StoryEntry
from rashomon.model.lineage import Lineage, Traced
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.pipeline import Desk, headed

_NAMES = 40  # of a story that are kept, those that most of its reports name


def shelved(desk: Desk, traced: Traced, pages: Mapping[str, str]) -> Shelf:
    """Reports and sketches are gone through once each: of a large collection they are not held."""
    reports = headed(desk.reports, desk.sketches)
    entries = {report.id: _report_entry(report, pages[report.id], traced.voice_of[report.id]) for report in reports}
    once: dict[str, str] = {}  # a name is held once, however many reports have it
    names = {each.report: tuple(once.setdefault(name, name) for name in each.names) for each in desk.sketches}
    stories = tuple(_entry(story, entries, names) for story in desk.stories)
    return Shelf(
        stories=stories,
        reports=tuple(entries[report] for report in sorted(entries)),
        judgements=desk.judgements,
        names={each.id: _names([names[report] for report in each.reports], each.places) for each in stories},
    )


def by_report(rows: Iterable[Lineage]) -> dict[str, list[Lineage]]:
    """The rows of lineage by the reports that they are about, at either end."""
    found: dict[str, list[Lineage]] = {}
    for row in rows:
        for report in dict.fromkeys((row.derived, row.origin)):
            if report is not None:
                found.setdefault(report, []).append(row)
    return found


def _names(named: Iterable[Sequence[str]], places: Sequence[str]) -> str:
    counts = Counter(name for some in named for name in some)
    most = sorted(counts, key=lambda name: (-counts[name], name))[:_NAMES]
    return "".join(dict.fromkeys(line(name) for name in (*places, *most)))


def _entry(story: Story, reports: Mapping[str, ReportEntry], names: Mapping[str, Sequence[str]]) -> StoryEntry:
    days = sorted(story.days[report] for report in story.reports if report in story.days)
    return StoryEntry(
        id=story.id,
        title=story.title,
        reports=story.reports,
        sources=tuple(reports[report].source for report in story.reports),
        voices=len({reports[report].voice for report in story.reports}),
        outlets=tuple(sorted({outlet for report in story.reports if (outlet := reports[report].outlet)})),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        places=places_of([names[report] for report in story.reports]),
        keywords=story.keywords,
        guests=story.guests,
        passages=story.passages,
    )


def _report_entry(report: Report, page: str, voice: str) -> ReportEntry:
    return ReportEntry(
        id=report.id,
        page=page,
        source=report.source,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        voice=voice,
    )
