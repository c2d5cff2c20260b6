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

from rashomon.casebook import judging, searching
from rashomon.casebook.making import moment
from rashomon.casebook.shelving import by_report, shelved
from rashomon.errors import StoreError
from rashomon.model.collection import Added, Arrival, Shelf, StoryEntry
from rashomon.model.identity import digest
from rashomon.model.judgement import (
    CODE,
    CORRECT,
    DONE,
    JOIN,
    OUTLET,
    REPORT,
    SPLIT,
    STORY,
    VOICE,
    Judgement,
    folded,
    order,
    reports_of,
    standing,
)  # fmt: skip
from rashomon.model.lineage import Lineage
from rashomon.model.problem import Rejected
from rashomon.model.report import Intake, RawPage, Report
from rashomon.model.story import Group
from rashomon.pipeline import Desk, Workshop, distinct, page_key, pages_of, run, take_in
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.keeping import kept, taken_up
from rashomon.store import Store

T = TypeVar("T")
_ADDED = "arrival"  # the log of pages
_TOLD = "story"  # the log of stories that were ever listed, with their reports
_SORTED = "sorted"  # the log of the times at which the collection was sorted
_SHELF, _KIN, _INDEX = "shelf", "shelf's lineage", "story index"
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
        searching.put_in((result.report for result in results.values() if result.report), workshop.store)
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
    """The whole collection in order, sorted again where a page has come in, or a judgement that bears on which stories there are."""
    arrivals, every = arrived(workshop.store), judging.log(workshop.store)
    key = shelf_key(arrivals, every, workshop)
    held = _kept_shelf(key, workshop.store) or _made_shelf(key, arrivals, every, workshop)
    return with_log(held, log(held, workshop.store, arrivals))


def _kept_shelf(key: str, store: Store) -> Shelf | None:
    body = store.get_many(_SHELF, [key]).get(key)
    with suppress(StoreError):
        return _readable(body, Shelf) if body else None
    return None


def _made_shelf(key: str, arrivals: Mapping[str, Arrival], every: Sequence[Judgement], workshop: Workshop) -> Shelf:
    results = _taken_in(tuple(sorted(arrivals)), workshop)
    sorting = [each for each in standing(every) if _sorts(each)]
    made, rows = _sorted(results, judging.renamed(sorting, _today(arrivals, results)), workshop)
    searching.put_in((result.report for result in results.values() if result.report), workshop.store)
    workshop.store.put_only(_KIN, {key: msgspec.msgpack.encode(by_report(rows))})
    workshop.store.put_only(_SHELF, {key: msgspec.msgpack.encode(made)})
    workshop.store.append(_TOLD, {each.id: msgspec.msgpack.encode(each.reports) for each in made.stories})
    workshop.store.append(_SORTED, {f"{moment()} {key}": b""})
    return made


def log(held: Shelf, store: Store, arrivals: Mapping[str, Arrival] | None = None) -> tuple[Judgement, ...]:
    """All judgements, the earliest first, by the ids that the reports of the collection have now."""
    every = judging.log(store)
    if not every:
        return ()
    today, there = {entry.page: entry.id for entry in held.reports}, arrived(store) if arrivals is None else arrivals
    names = {old.report: now for page, old in there.items() if (now := today.get(page, old.report)) != old.report}
    return judging.renamed(every, names)


def with_log(held: Shelf, every: Sequence[Judgement]) -> Shelf:
    """The shelf with all judgements that stand on what is in it: those that sorted it, as far as they hold, and those on rows of records."""
    rest = [each for each in standing(every) if not _sorts(each)]
    return msgspec.structs.replace(held, judgements=tuple(sorted((*held.judgements, *rest), key=order)))


def _sorts(each: Judgement) -> bool:
    """Whether it bears on which stories there are, not only on what is read in them."""
    if each.of == REPORT:
        return each.what == CORRECT
    return each.of in (STORY, VOICE) and each.what in (JOIN, SPLIT)


def shelf_key(arrivals: Iterable[str], log: Iterable[Judgement], workshop: Workshop) -> str:
    """What the shelf follows from."""
    sorting = sorted(each.id for each in standing(log) if _sorts(each))
    return digest(workshop.edition, repr(workshop.settings), *sorted(arrivals), *sorting)


def last_shelf(store: Store, known: str | None = None) -> tuple[str, Shelf] | None:
    """The collection as it was sorted last, by whichever edition of the program, with its key; None where it never was or cannot be read, and where its key
    is the one that is known."""
    for key in store.keys(_SHELF, most=1):
        if key != known and (body := store.get_many(_SHELF, [key]).get(key)):
            with suppress(StoreError):
                return key, _readable(body, Shelf)
    return None


def kin_of(key: str, store: Store) -> dict[str, msgspec.Raw]:
    """The rows of lineage by the reports that they are about, of the collection as it was sorted under this key; none where it was sorted anew meanwhile. Still
    packed: one report is asked for at a time."""
    body = store.get_many(_KIN, [key]).get(key)
    return _readable(body, dict[str, msgspec.Raw]) if body else {}


def rows_of(packed: msgspec.Raw | None) -> tuple[Lineage, ...]:
    return _readable(bytes(packed), tuple[Lineage, ...]) if packed else ()


def judged(pages: Mapping[str, RawPage], workshop: Workshop) -> tuple[Judgement, ...]:
    """The judgements that say something of the reports of these pages, by the ids that the reports have now."""
    log = standing(judging.log(workshop.store))
    if not log:
        return ()
    results = take_in(tuple(pages), pages.__getitem__, workshop)
    outlets = {result.report.outlet for result in results.values() if result.report}
    now = judging.renamed(log, _today(arrived(workshop.store), results))
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


def _sorted(
    results: Mapping[str, Intake], log: Sequence[Judgement], workshop: Workshop
) -> tuple[Shelf, tuple[Lineage, ...]]:
    desk = Desk(reports=distinct(results), judgements=tuple(log))
    index = _index(workshop)
    desk = run(desk, replace(workshop, index=index), first="intake: judged", last="stories")
    assert desk.traced is not None
    _keep_index(index, workshop)
    return shelved(desk, desk.traced, pages_of(results)), desk.traced.rows


def _index(workshop: Workshop) -> StoryIndex:
    """The stories as they stood when the collection was last looked at; a new index where none is kept or it cannot be read."""
    settings = workshop.settings.stories
    key = digest(workshop.edition, repr(settings))
    body = workshop.store.get_many(_INDEX, [key]).get(key)
    return (taken_up(body, settings) if body else None) or StoryIndex(settings)


def _keep_index(index: StoryIndex, workshop: Workshop) -> None:
    """In place of the one before. Where two runs do so at once one of them stays, and the next run brings it up to date."""
    workshop.store.put_only(_INDEX, {digest(workshop.edition, repr(index.settings)): kept(index)})


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


def report_on(page: str, workshop: Workshop) -> Report | None:
    """The report that is read from the page."""
    return _taken_in((page,), workshop)[page].report


def told_before(store: Store) -> dict[str, tuple[str, ...]]:
    """The reports of every story that was ever listed, by the story's id."""
    return {key: _readable(body, tuple[str, ...]) for key, body in store.logged(_TOLD).items()}


def arrived(store: Store, after: int = 0) -> dict[str, Arrival]:
    """The pages that were added, by their keys: all, or since the store's tip had been `after`."""
    return {key: _readable(body, Arrival) for key, body in store.logged(_ADDED, after).items()}


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
