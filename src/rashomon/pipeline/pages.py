"""From pages to reports: each page by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, TypeVar

from rashomon.engine import Way, for_each
from rashomon.model.identity import digest
from rashomon.model.judgement import REPORT
from rashomon.model.problem import Rejected
from rashomon.model.report import Intake, RawPage, Report
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.keeping import BATCH
from rashomon.pipeline.large import KeptReports
from rashomon.stages import intake

Page = TypeVar("Page")


def read_pages(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    pages = {page_key(page): page for page in desk.pages if isinstance(page, RawPage)}
    results = take_in(tuple(pages), pages.__getitem__, workshop)
    refused = [page for page in desk.pages if isinstance(page, Rejected)]
    refused += [result.rejected for result in results.values() if result.rejected]
    return {
        "reports": distinct(results),
        "rejected": tuple(sorted(set(refused), key=lambda row: (row.source, row.error))),
        "problems": desk.problems + tuple(problem for result in results.values() for problem in result.problems),
    }


def take_in(pages: Sequence[str], page_of: Callable[[str], RawPage], workshop: Workshop) -> dict[str, Intake]:
    """What intake makes of the pages, by their keys; `page_of` is asked for those alone that were not read before."""
    return dict(zip(pages, taken_in(zip(pages, pages, strict=True), page_of, workshop, len(pages)), strict=True))


def taken_in(
    pages: Iterable[tuple[str, Page]], page_of: Callable[[Page], RawPage], workshop: Workshop, total: int = 0
) -> Iterator[Intake]:
    """What intake makes of each page, in order. `pages` are keys, with what `page_of` makes a page of."""
    settings = workshop.settings.intake

    def lost(page: Page, reason: str) -> Intake:
        source = page_of(page).source
        return Intake(rejected=Rejected(source=source, error=f"{source}: it cannot be read here: {reason}."))

    way = Way(
        kind="intake",
        form=Intake,
        work=for_each(partial(intake.read, settings=settings)),
        batch=BATCH,
        pack=lambda some: [page_of(page) for page in some],
        lost=lost,
    )
    return workshop.keeper.results(way, ((intake_key(key, workshop), page) for key, page in pages), total)


def intake_key(page: str, workshop: Workshop) -> str:
    """Under which key is kept what intake makes of the page of this key."""
    return digest(workshop.edition, repr(workshop.settings.intake), page)


def pages_of(results: Mapping[str, Intake]) -> dict[str, str]:
    """The page that each report is taken from, by the report's id. Of pages that give one report, with other data beside its text, it is the
    one retrieved last, whatever the order in which they came."""
    read = ((result.report, key) for key, result in results.items() if result.report)
    return {report.id: key for report, key in sorted(read, key=lambda each: (each[0].retrieved or "", each[1]))}


def distinct(results: Mapping[str, Intake]) -> tuple[Report, ...]:
    """The reports by source and id, each once."""
    found = (results[key].report for key in pages_of(results).values())
    return tuple(sorted((report for report in found if report), key=lambda report: (report.source, report.id)))


def page_key(page: RawPage | Rejected) -> str:
    """What a page is, by its content and source."""
    if isinstance(page, Rejected):
        return digest("rejected", page.source, page.error)
    body = page.content if page.content is not None else (page.text or "").encode("utf-8", "surrogatepass")
    return digest(page.source, page.media, repr(page.row), blake2b(body, digest_size=16).hexdigest())


def correct_reports(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    if not isinstance(desk.reports, KeptReports):
        return {"reports": intake.judged(desk.reports, desk.judgements)}
    named = {report for each in desk.judgements if each.of == REPORT for report in each.on}
    places = [place for report in sorted(named) if (place := desk.reports.place(report)) is not None]
    ruled = intake.judged([desk.reports[place] for place in places], desk.judgements)
    return {"reports": desk.reports.with_changed(dict(zip(places, ruled, strict=True)))}
