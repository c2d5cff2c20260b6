"""What comes to the collection: pages are taken in, kept as they came, and their words kept to be searched."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import msgspec

from rashomon.casebook import searching
from rashomon.casebook.collection import ADDED
from rashomon.casebook.making import moment
from rashomon.model.collection import Added, Arrival
from rashomon.model.problem import Rejected
from rashomon.model.report import Intake, RawPage
from rashomon.pipeline import Workshop, page_key, taken_in
from rashomon.store import Store

_AT_ONCE = 256  # pages that are kept together: those that were taken in and not kept are added again, when a run that was stopped goes on

Came = tuple[str, RawPage, Intake]  # a page's key, the page, what intake made of it


def add(pages: Iterable[RawPage | Rejected], workshop: Workshop) -> Added:
    """Takes the pages in, some at a time, so that a run that is stopped has added all but the last few."""
    new, known, rejected = dict[str, None](), 0, list[Rejected]()
    came = _came(
        pages, rejected, replace(workshop, progress=lambda kind, done, total: None)
    )  # one bar, of what is added
    while some := list(islice(came, _AT_ONCE)):
        rejected += [result.rejected for _, _, result in some if result.rejected]
        held = {key: (page, result.report) for key, page, result in some if result.report}
        searching.put_in((report for _, report in held.values()), workshop.store)
        pages_held = {key: page for key, (page, _) in held.items()}
        fresh = _keep(pages_held, {key: report.id for key, (_, report) in held.items()}, workshop.store)
        new |= dict.fromkeys(held[key][1].id for key in fresh)
        known += len(held) - len(fresh)
        workshop.progress("adding", len(new), 0)
    return Added(new=tuple(new), known=known, rejected=tuple(rejected))


def _came(pages: Iterable[RawPage | Rejected], rejected: list[Rejected], workshop: Workshop) -> Iterator[Came]:
    """The pages as intake is through with them; those that could not be opened go to the `rejected`."""
    waiting: list[tuple[str, RawPage]] = []

    def given() -> Iterator[tuple[str, tuple[str, RawPage]]]:
        for page in pages:
            if isinstance(page, Rejected):
                rejected.append(page)
                continue
            one = page_key(page), page
            waiting.append(one)
            yield one[0], one

    for place, result in enumerate(taken_in(given(), lambda one: one[1], workshop)):
        key, page = waiting[place % _FORGET]
        yield key, page, result
        if place % _FORGET == _FORGET - 1:
            del waiting[:_FORGET]


_FORGET = 1_024  # pages that have come are let go so many at a time


def _keep(pages: dict[str, RawPage], reports: dict[str, str], store: Store) -> tuple[str, ...]:
    """Keeps the pages and logs those that are new; the log comes last, so that what it names is there."""
    store.put_many("page", {key: zlib.compress(msgspec.msgpack.encode(page)) for key, page in pages.items()})
    when = moment()
    rows = {key: msgspec.msgpack.encode(Arrival(report=report, when=when)) for key, report in reports.items()}
    return store.append(ADDED, rows)
