"""Which reports share words: candidates, aligned pair by pair, less what is stock."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body, body
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.candidates import candidates
from rashomon.stages.lineage.passages import shared_matter
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.stock import without_stock
from rashomon.stages.lineage.weighing import Surroundings

_BODIES = 1_000  # laid out at a time; one of 350 words takes about 100 kB


def compare(
    reports: Sequence[Report],
    fingerprints: Sequence[Fingerprint],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[CopyEdge, ...]:
    """An edge for each pair of reports that share matter, sorted; the same whatever the order of the input."""
    chosen = settings or Settings()
    ordered = sorted((bounded(report, chosen) for report in reports), key=moment)
    prints = {each.report: each for each in fingerprints}
    sketched = {each.report: each for each in sketches}
    edges = list(aligned(ordered, [prints[r.id] for r in ordered], [sketched[r.id] for r in ordered], chosen))
    return tuple(without_stock(edges, {r.id: r for r in ordered}, [prints[r.id] for r in ordered], sketches, chosen))


def aligned(
    reports: Sequence[Report], prints: Sequence[Fingerprint], sketches: Sequence[Sketch], settings: Settings
) -> Iterator[CopyEdge]:
    """The edges of the candidates, sorted; `reports` in order of time, `prints` and `sketches` beside them. An edge depends
    on the two texts and on the reports that either of them meets, on no others."""
    pairs = candidates(reports, sketches, settings)
    numbers = {report.id: number for number, report in enumerate(reports)}
    around = Surroundings(pairs, {each.report: each for each in sketches})

    @lru_cache(maxsize=_BODIES)
    def laid_out(report: str) -> Body:
        return body(reports[numbers[report]].text, prints[numbers[report]].spans)

    for pair in pairs:
        edge = shared_matter(pair, laid_out(pair[0]), laid_out(pair[1]), around.weights(*pair), settings)
        if edge:
            yield edge


def moment(report: Report) -> tuple[str, str]:
    """Reports in order of publication, the undated last, then by id."""
    return report.published or "9", report.id
