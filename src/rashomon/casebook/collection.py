"""The living collection: pages that were added stay, and their stories are looked for again only when something has come in.

Pages are kept as they came, so that a later edition of the program can read them anew; what intake, lineage and stories make of them is kept
beside. Everything follows from which pages there are and from persons' judgements, never from the order in which they came.
"""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

import msgspec

from rashomon.casebook import judging
from rashomon.casebook.pieces import key_of_whole, whole
from rashomon.errors import StoreError
from rashomon.model.collection import Arrival, Shelf, StoryEntry
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
from rashomon.model.report import Intake, RawPage, Report
from rashomon.model.story import Group
from rashomon.pipeline import Desk, Workshop, distinct, pages_of, take_in
from rashomon.store import Store

T = TypeVar("T")
ADDED = "arrival"  # the log of pages
TOLD = "story"  # the log of stories that were ever listed, with their reports
SORTED = "sorted"  # the log of the times at which the collection was sorted
SHELF, KIN, INDEX = "shelf", "shelf's lineage", "story index"


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
    rest = [each for each in standing(every) if not sorts(each)]
    return msgspec.structs.replace(held, judgements=tuple(sorted((*held.judgements, *rest), key=order)))


def sorts(each: Judgement) -> bool:
    """Whether it bears on which stories there are, not only on what is read in them."""
    if each.of == REPORT:
        return each.what == CORRECT
    return each.of in (STORY, VOICE) and each.what in (JOIN, SPLIT)


def shelf_key(arrivals: Iterable[str], log: Iterable[Judgement], workshop: Workshop) -> str:
    """What the shelf follows from."""
    sorting = sorted(each.id for each in standing(log) if sorts(each))
    return digest(workshop.edition, repr(workshop.settings), *sorted(arrivals), *sorting)


def last_shelf(store: Store, known: str | None = None) -> tuple[str, Shelf] | None:
    """The collection as it was sorted last, by whichever edition of the program, with its key; None where it never was or cannot be read, and where its key
    is the one that is known."""
    key = key_of_whole(SHELF, store)
    if key and key != known and (body := whole(SHELF, key, store)):
        with suppress(StoreError):
            return key, readable(body, Shelf)
    return None


def kin_of(key: str, store: Store) -> dict[str, msgspec.Raw]:
    """The rows of lineage by the reports that they are about, of the collection as it was sorted under this key; none where it was sorted anew meanwhile. Still
    packed: one report is asked for at a time."""
    body = whole(KIN, key, store)
    return readable(body, dict[str, msgspec.Raw]) if body else {}


def rows_of(packed: msgspec.Raw | None) -> tuple[Lineage, ...]:
    return readable(bytes(packed), tuple[Lineage, ...]) if packed else ()


def judged(pages: Mapping[str, RawPage], workshop: Workshop) -> tuple[Judgement, ...]:
    """The judgements that say something of the reports of these pages, by the ids that the reports have now."""
    log = standing(judging.log(workshop.store))
    if not log:
        return ()
    results = take_in(tuple(pages), pages.__getitem__, workshop)
    outlets = {result.report.outlet for result in results.values() if result.report}
    now = judging.renamed(log, today(arrived(workshop.store), _ids(results)))
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


def desk_of(stories: Sequence[StoryEntry], held: Shelf, workshop: Workshop) -> Desk:
    """A desk with the reports of these stories on it, and the judgements that shaped them."""
    wanted = {report for story in stories for report in story.reports}
    results = taken(pages_on(stories, held), workshop)
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
    return taken((page,), workshop)[page].report


def told_before(store: Store) -> dict[str, tuple[str, ...]]:
    """The reports of every story that was ever listed, by the story's id."""
    return {key: readable(body, tuple[str, ...]) for key, body in store.logged(TOLD).items()}


def arrived(store: Store, after: int = 0) -> dict[str, Arrival]:
    """The pages that were added, by their keys: all, or since the store's tip had been `after`."""
    return {key: readable(body, Arrival) for key, body in store.logged(ADDED, after).items()}


def today(arrivals: Mapping[str, Arrival], ids: Mapping[str, str]) -> dict[str, str]:
    """Ids that reports had when they were added, where another edition of the program gave them another: old to new. `ids`: those of today by page."""
    return {old.report: now for page, old in arrivals.items() if (now := ids.get(page, old.report)) != old.report}


def _ids(results: Mapping[str, Intake]) -> dict[str, str]:
    return {page: result.report.id for page, result in results.items() if result.report}


def taken(pages: Sequence[str], workshop: Workshop) -> dict[str, Intake]:
    return take_in(pages, lambda key: page_of(key, workshop.store), workshop)


def page_of(key: str, store: Store) -> RawPage:
    body = store.get_many("page", [key]).get(key)
    if body is None:
        raise StoreError("The casebook has lost a page that was added to it. Add its reports to another casebook.")
    try:
        return readable(zlib.decompress(body), RawPage)
    except zlib.error as error:
        raise StoreError(f"The casebook holds a page that cannot be read any more ({error}).") from error


def readable(body: bytes, form: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(
            f"The casebook is damaged: what it keeps of its collection cannot be read ({error})."
        ) from error
