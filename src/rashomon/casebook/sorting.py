"""The collection put in order: its reports in stories, looked for again only when something has come in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

import msgspec

from rashomon.casebook import judging, searching
from rashomon.casebook.collection import (
    INDEX,
    KIN,
    SHELF,
    SORTED,
    TOLD,
    arrived,
    log,
    page_of,
    readable,
    shelf_key,
    sorts,
    taken,
    today,
    with_log,
)  # fmt: skip
from rashomon.casebook.making import moment
from rashomon.casebook.pieces import put_whole, whole
from rashomon.casebook.shelving import by_report, shelved
from rashomon.errors import StoreError
from rashomon.model.collection import Arrival, Shelf
from rashomon.model.identity import digest
from rashomon.model.judgement import Judgement, standing
from rashomon.model.lineage import Lineage
from rashomon.model.report import Intake, Report
from rashomon.pipeline import Desk, Workshop, distinct, intake_key, kept_reports, pages_of, run, taken_in
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.keeping import kept, taken_up
from rashomon.store import Store

_AT_ONCE = 512  # reports whose words are put in together


@dataclass(frozen=True)
class _Collected:
    """All reports, the page of each by its id, and the id of the report of each page."""

    reports: Sequence[Report]
    pages: Mapping[str, str]
    ids: Mapping[str, str]


def shelf(workshop: Workshop) -> Shelf:
    """The whole collection in order, sorted again where a page has come in, or a judgement that bears on which stories there are."""
    arrivals, every = arrived(workshop.store), judging.log(workshop.store)
    key = shelf_key(arrivals, every, workshop)
    held = _kept_shelf(key, workshop.store) or _made_shelf(key, arrivals, every, workshop)
    return with_log(held, log(held, workshop.store, arrivals))


def _kept_shelf(key: str, store: Store) -> Shelf | None:
    body = whole(SHELF, key, store)
    with suppress(StoreError):
        return readable(body, Shelf) if body else None
    return None


def _made_shelf(key: str, arrivals: Mapping[str, Arrival], every: Sequence[Judgement], workshop: Workshop) -> Shelf:
    large = len(arrivals) > workshop.settings.lineage.aligned
    collected = (_read_by_and_by if large else _read_at_once)(arrivals, workshop)
    sorting = [each for each in standing(every) if sorts(each)]
    made, rows = _sorted(collected, judging.renamed(sorting, today(arrivals, collected.ids)), workshop)
    put_whole(KIN, key, msgspec.msgpack.encode(by_report(rows)), workshop.store)
    put_whole(SHELF, key, msgspec.msgpack.encode(made), workshop.store)
    workshop.store.append(TOLD, {each.id: msgspec.msgpack.encode(each.reports) for each in made.stories})
    workshop.store.append(SORTED, {f"{moment()} {key}": b""})
    return made


def _read_at_once(arrivals: Iterable[str], workshop: Workshop) -> _Collected:
    results = taken(tuple(sorted(arrivals)), workshop)
    searching.put_in((result.report for result in results.values() if result.report), workshop.store)
    ids = {page: result.report.id for page, result in results.items() if result.report}
    return _Collected(distinct(results), pages_of(results), ids)


def _read_by_and_by(arrivals: Mapping[str, Arrival], workshop: Workshop) -> _Collected:
    """Of a large collection, whose reports stay in the store; in the order in which they came."""
    results = taken_in(
        zip(arrivals, arrivals, strict=True), lambda page: page_of(page, workshop.store), workshop, len(arrivals)
    )
    reports, pages, ids = kept_reports(
        arrivals, _searchable(results, workshop.store), lambda page: intake_key(page, workshop), workshop.store
    )
    return _Collected(reports, pages, ids)


def _searchable(results: Iterator[Intake], store: Store) -> Iterator[Intake]:
    while some := list(islice(results, _AT_ONCE)):
        searching.put_in((result.report for result in some if result.report), store)
        yield from some


def _sorted(
    collected: _Collected, judgements: Sequence[Judgement], workshop: Workshop
) -> tuple[Shelf, tuple[Lineage, ...]]:
    desk = Desk(reports=collected.reports, judgements=tuple(judgements))
    index = _index(workshop)
    desk = run(desk, replace(workshop, index=index), first="intake: judged", last="stories")
    assert desk.traced is not None
    _keep_index(index, workshop)
    return shelved(desk, desk.traced, collected.pages), desk.traced.rows


def _index(workshop: Workshop) -> StoryIndex:
    """The stories as they stood when the collection was last looked at; a new index where none is kept or it cannot be read."""
    settings = workshop.settings.stories
    body = whole(INDEX, digest(workshop.edition, repr(settings)), workshop.store)
    return (taken_up(body, settings) if body else None) or StoryIndex(settings)


def _keep_index(index: StoryIndex, workshop: Workshop) -> None:
    """In place of the one before. Where two runs do so at once one of them stays, and the next run brings it up to date."""
    put_whole(INDEX, digest(workshop.edition, repr(index.settings)), kept(index), workshop.store)
