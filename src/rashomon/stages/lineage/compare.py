"""Which reports share words: candidates, aligned pair by pair, less what is stock."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body, body
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.candidates import Pair, candidates
from rashomon.stages.lineage.passages import shared_matter
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.stock import without_stock
from rashomon.text.similarity import rarity

# Texts about other matter that stand behind the given ones when words are weighed: few, so that in a handful of reports
# the words of all weigh less than the words of two.
_BACKGROUND = 20


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
    pairs = candidates([prints[r.id] for r in ordered], [sketched[r.id] for r in ordered], chosen)
    bodies = _bodies(ordered, prints, pairs)
    weights = rarity([dict.fromkeys(b.stems, 1.0) for b in bodies.values()], _BACKGROUND)
    edges = [edge for pair in pairs if (edge := shared_matter(pair, bodies[pair[0]], bodies[pair[1]], weights, chosen))]
    return tuple(without_stock(edges, {r.id: r for r in ordered}, [prints[r.id] for r in ordered], sketches, chosen))


def moment(report: Report) -> tuple[str, str]:
    """Reports in order of publication, the undated last, then by id."""
    return report.published or "9", report.id


def _bodies(reports: Iterable[Report], prints: Mapping[str, Fingerprint], pairs: Iterable[Pair]) -> dict[str, Body]:
    wanted = {report for pair in pairs for report in pair}
    return {r.id: body(r.text, prints[r.id].spans) for r in reports if r.id in wanted}
