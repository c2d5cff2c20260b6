"""Which reports share words: candidates, aligned pair by pair, less what is stock."""

from collections.abc import Sequence

import msgspec

from rashomon.model.identity import digest
from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch, Stock
from rashomon.model.report import Report
from rashomon.stages.lineage.bodies import Laid
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.candidates import candidates
from rashomon.stages.lineage.likeness import Likeness
from rashomon.stages.lineage.related import Shelf, Work, anew, related
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.stock import set_aside, spans_aside


def compare(
    reports: Sequence[Report],
    fingerprints: Sequence[Fingerprint],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
    stock: Sequence[Stock] | None = None,
    work: Work = anew,
) -> tuple[CopyEdge, ...]:
    """An edge for each pair of reports that share matter, sorted; the same whatever the order of the input.
    `stock`: what is no report's own; found here where it is not given. `work`: how pairs are aligned (see `related`)."""
    chosen = settings or Settings()
    aside = spans_aside(set_aside(reports, fingerprints, sketches, chosen) if stock is None else stock)
    ordered = sorted((bounded(report, chosen) for report in reports), key=moment)
    prints = {each.report: each for each in fingerprints}
    sketched = {each.report: each for each in sketches}
    pairs = candidates(ordered, [sketched[report.id] for report in ordered], chosen)
    laid = {r.id: Laid(r, prints[r.id].spans, tuple(aside.get(r.id, ()))) for r in ordered}
    shelf = Shelf(laid, fingerprints, Likeness(sketches), chosen)
    marks = {each.report.id: _mark(each) for each in laid.values()}
    return tuple(sorted(related(pairs, shelf, marks, work), key=lambda edge: (edge.a, edge.b)))


def _mark(laid: Laid) -> str:
    return digest(msgspec.json.encode((laid.report, laid.aside)).decode())


def moment(report: Report) -> tuple[str, str]:
    """Reports in order of publication, the undated last, then by id."""
    return report.published or "9", report.id
