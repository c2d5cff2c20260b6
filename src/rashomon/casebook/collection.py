"""The living collection: pages that were added stay, and their stories are looked for again only when something has come in.

Pages are kept as they came, so that a later edition of the program can read them anew; what intake, lineage and stories make of them is kept
beside. Everything follows from which pages there are and from persons' judgements, never from the order in which they came.
"""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TypeVar

import msgspec

from rashomon.casebook import judging
from rashomon.casebook.making import moment
from rashomon.casebook.whereabouts import places_of
from rashomon.errors import StoreError
from rashomon.model.collection import Added, Arrival, ReportEntry, Shelf, StoryEntry
from rashomon.model.identity import digest
from rashomon.model.judgement import CODE, DONE, OUTLET, REPORT, Judgement, folded, reports_of, standing
from rashomon.model.lineage import Sketch
from rashomon.model.problem import Rejected
from rashomon.model.report import Intake, RawPage, Report
from rashomon.model.story import Group, Story
from rashomon.pipeline import Desk, Workshop, distinct, page_key, pages_of, run, take_in
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.keeping import kept, taken_up
from rashomon.store import Store

T = TypeVar("T")
_ADDED = "arrival"  # the log of pages
_TOLD = "story"  # the log of stories that were ever listed, with their reports
_INDEX = "story index"
_AT_ONCE = 128  # pages that are read and added together: so many are added at most twice over when a run is stopped


def add(pages: Iterable[RawPage | Rejected], workshop: Workshop) -> Added:
    """Takes the pages in, some at a time, so that a run that is stopped has added all but the last few."""
    rest, new, known, rejected = iter(pages), dict[str, None](), 0, list[Rejected]()
    while some := list(islice(rest, _AT_ONCE)):
        rejected += [page for page in some if isinstance(page, Rejected)]
        given = {page_key(page): page for page in some if isinstance(page, RawPage)}
        results = take_in(tuple(given), given.__getitem__, workshop)
        rejected += [result.rejected for result in results.values() if result.rejected]
        came = {key: result.report.id for key, result in results.items() if result.report}
        fresh = _keep({key: given[key] for key in came}, came, workshop.store)
        new |= dict.fromkeys(came[key] for key in fresh)
        known += len(came) - len(fresh)
        workshop.progress("adding", len(new), 0)
    return Added(new=tuple(new), known=known, rejected=tuple(rejected))


def _keep(pages: Mapping[str, RawPage], reports: Mapping[str, str], store: Store) -> tuple[str, ...]:
    """Keeps the pages and logs those that are new; the log comes last, so that what it names is there."""
    store.put_many("page", {key: zlib.compress(msgspec.msgpack.encode(page)) for key, page in pages.items()})
    when = moment()
    rows = {key: msgspec.msgpack.encode(Arrival(report=report, when=when)) for key, report in reports.items()}
    return store.append(_ADDED, rows)


def shelf(workshop: Workshop) -> Shelf:
    """The whole collection in order, kept until a page or a judgement comes in."""
    arrivals, log = _arrivals(workshop.store), judging.log(workshop.store)
    key = digest(workshop.edition, repr(workshop.settings), *sorted(arrivals), *(each.id for each in log))
    if body := workshop.store.get_many("shelf", [key]).get(key):
        with suppress(StoreError):
            return _readable(body, Shelf)
    workshop.store.forget("shelf", [])
    results = _taken_in(tuple(sorted(arrivals)), workshop)
    made = _sorted(results, judging.renamed(standing(log), _today(arrivals, results)), workshop)
    workshop.store.put_many("shelf", {key: msgspec.msgpack.encode(made)})
    workshop.store.append(_TOLD, {each.id: msgspec.msgpack.encode(each.reports) for each in made.stories})
    return made


def log(held: Shelf, workshop: Workshop) -> tuple[Judgement, ...]:
    """All judgements, the earliest first, by the ids that the reports of the collection have now."""
    today = {entry.page: entry.id for entry in held.reports}
    arrivals = _arrivals(workshop.store)
    names = {old.report: now for page, old in arrivals.items() if (now := today.get(page, old.report)) != old.report}
    return judging.renamed(judging.log(workshop.store), names)


def judged(pages: Mapping[str, RawPage], workshop: Workshop) -> tuple[Judgement, ...]:
    """The judgements that say something of the reports of these pages, by the ids that the reports have now."""
    log = standing(judging.log(workshop.store))
    if not log:
        return ()
    results = take_in(tuple(pages), pages.__getitem__, workshop)
    outlets = {result.report.outlet for result in results.values() if result.report}
    now = judging.renamed(log, _today(_arrivals(workshop.store), results))
    return _bearing(now, set(pages_of(results)), outlets)


def _bearing(
    log: Iterable[Judgement], reports: Collection[str], outlets: Iterable[str | None]
) -> tuple[Judgement, ...]:
    """The judgements that can say something of these reports and outlets: those of which nobody said where they are among them.

    An outlet's name may itself be a person's. Who codes a story, and who is done, says nothing of it."""
    log = tuple(each for each in log if each.what not in (CODE, DONE))
    named = {folded(name) for name in outlets if name}
    named |= {folded(each.value or "") for each in log if each.of == REPORT and each.field == "outlet"}

    def bears(each: Judgement) -> bool:
        if each.of == OUTLET:
            return any(folded(name) in named for name in each.on)
        own = reports_of(each)
        return own is None or not own.isdisjoint(reports)

    return tuple(each for each in log if bears(each))


def _sorted(results: Mapping[str, Intake], log: Sequence[Judgement], workshop: Workshop) -> Shelf:
    desk = Desk(reports=distinct(results), judgements=tuple(log))
    index = _index(workshop)
    desk = run(desk, replace(workshop, index=index), first="intake: judged", last="stories")
    assert desk.traced is not None
    _keep_index(index, workshop)
    pages, by_id = pages_of(results), {report.id: report for report in desk.reports}
    sketches = {each.report: each for each in desk.sketches}
    return Shelf(
        stories=tuple(_entry(story, by_id, sketches, desk.traced.voice_of) for story in desk.stories),
        reports=tuple(_report_entry(by_id[report], pages[report]) for report in sorted(by_id)),
        judgements=desk.judgements,
    )


def _index(workshop: Workshop) -> StoryIndex:
    """The stories as they stood when the collection was last looked at; a new index where none is kept or it cannot be read."""
    settings = workshop.settings.stories
    key = digest(workshop.edition, repr(settings))
    body = workshop.store.get_many(_INDEX, [key]).get(key)
    return (taken_up(body, settings) if body else None) or StoryIndex(settings)


def _keep_index(index: StoryIndex, workshop: Workshop) -> None:
    """In place of the one before. Where two runs do so at once one of them stays, and the next run brings it up to date."""
    workshop.store.forget(_INDEX, [])
    workshop.store.put_many(_INDEX, {digest(workshop.edition, repr(index.settings)): kept(index)})


def _entry(
    story: Story, reports: Mapping[str, Report], sketches: Mapping[str, Sketch], voice_of: Mapping[str, str]
) -> StoryEntry:
    days = sorted(story.days[report] for report in story.reports if report in story.days)
    return StoryEntry(
        id=story.id,
        title=story.title,
        reports=story.reports,
        sources=tuple(reports[report].source for report in story.reports),
        voices=len({voice_of[report] for report in story.reports}),
        outlets=tuple(sorted({outlet for report in story.reports if (outlet := reports[report].outlet)})),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        places=places_of([sketches[report] for report in story.reports]),
        keywords=story.keywords,
        guests=story.guests,
        passages=story.passages,
    )


def _report_entry(report: Report, page: str) -> ReportEntry:
    return ReportEntry(
        id=report.id,
        page=page,
        source=report.source,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
    )


def desk_of(stories: Sequence[StoryEntry], held: Shelf, workshop: Workshop) -> Desk:
    """A desk with the reports of these stories on it, and the judgements that shaped them."""
    wanted = {report for story in stories for report in story.reports}
    results = _taken_in(pages_on(stories, held), workshop)
    return Desk(
        inputs=tuple(sorted({entry.source for entry in held.reports if entry.id in wanted})),
        reports=distinct(results),
        problems=tuple(problem for result in results.values() for problem in result.problems),
        groups=tuple(Group(story.reports, story.guests, story.passages) for story in stories),
        judgements=shaping(stories, held),
    )


def shaping(stories: Sequence[StoryEntry], held: Shelf) -> tuple[Judgement, ...]:
    """The judgements that can say something of the reports of these stories."""
    wanted = {report for story in stories for report in story.reports}
    return _bearing(held.judgements, wanted, (outlet for story in stories for outlet in story.outlets))


def pages_on(stories: Sequence[StoryEntry], held: Shelf) -> list[str]:
    """The keys of the pages of these stories."""
    wanted = {report for story in stories for report in story.reports}
    return sorted(entry.page for entry in held.reports if entry.id in wanted)


def holding(text: str, held: Shelf, workshop: Workshop) -> tuple[StoryEntry, ...]:
    """The stories of which one report has every word of the text in its headline or body, case aside."""
    wanted = text.casefold().split()
    results = _taken_in(tuple(entry.page for entry in held.reports), workshop)
    reports = (result.report for result in results.values() if result.report)
    found = {each.id for each in reports if _holds(f"{each.title or ''}\n{each.text}".casefold(), wanted)}
    return tuple(story for story in held.stories if found.intersection(story.reports))


def _holds(words: str, wanted: Sequence[str]) -> bool:
    return all(word in words for word in wanted)


def told_before(store: Store) -> dict[str, tuple[str, ...]]:
    """The reports of every story that was ever listed, by the story's id."""
    return {key: _readable(body, tuple[str, ...]) for key, body in store.logged(_TOLD).items()}


def _arrivals(store: Store) -> dict[str, Arrival]:
    return {key: _readable(body, Arrival) for key, body in store.logged(_ADDED).items()}


def _today(arrivals: Mapping[str, Arrival], results: Mapping[str, Intake]) -> dict[str, str]:
    """Ids that reports had when they were added, where another edition of the program gave them another: old to new."""
    now = {key: result.report.id for key, result in results.items() if result.report}
    return {old.report: now[key] for key, old in arrivals.items() if key in now and now[key] != old.report}


def _taken_in(pages: Sequence[str], workshop: Workshop) -> dict[str, Intake]:
    return take_in(pages, lambda key: _page(key, workshop.store), workshop)


def _page(key: str, store: Store) -> RawPage:
    body = store.get_many("page", [key]).get(key)
    if body is None:
        raise StoreError("The casebook has lost a page that was added to it. Add its reports to another casebook.")
    try:
        return _readable(zlib.decompress(body), RawPage)
    except zlib.error as error:
        raise StoreError(f"The casebook holds a page that cannot be read any more ({error}).") from error


def _readable(body: bytes, form: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(
            f"The casebook is damaged: what it keeps of its collection cannot be read ({error})."
        ) from error
