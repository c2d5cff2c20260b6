"""Rewrites that share no words with their origin: told by a credit and by the same names, numbers and matter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model.lineage import Lineage, Sketch
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage.candidates import features_of
from rashomon.stages.lineage.house import outlet_name, plain_name
from rashomon.stages.lineage.kinds import later_of
from rashomon.stages.lineage.settings import Settings
from rashomon.text.similarity import rarity, unit

_BACKGROUND = 100  # texts about other matter that stand behind the given ones when words are weighed

Vectors = Mapping[str, Mapping[str, float]]


def credited_rewrites(
    reports: Sequence[Report], sketches: Sequence[Sketch], known: Iterable[Lineage], settings: Settings
) -> list[Lineage]:
    """A row for each report that credits the outlet of a report of like matter and has no row to any of that outlet.

    The likest earlier report is taken for the origin.
    """
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_outlet[_key(outlet_name(report))].append(report)
    linked = {(row.derived, row.origin) for row in known}
    linked |= {(origin, derived) for derived, origin in linked if origin}
    vectors = _vectors(sketches)
    return [row for report in reports for row in _rewrites(report, by_outlet, linked, vectors, settings)]


def _key(name: str) -> str:
    found = find_outlet(name)
    return plain_name(found.name if found else name)


def _vectors(sketches: Sequence[Sketch]) -> Vectors:
    features = [features_of(each) for each in sketches]
    weights = rarity(features, _BACKGROUND)
    return {s.report: unit(f, weights) for s, f in zip(sketches, features, strict=True)}


def _rewrites(
    report: Report,
    by_outlet: Mapping[str, Sequence[Report]],
    linked: set[tuple[str, str | None]],
    vectors: Vectors,
    settings: Settings,
) -> Iterator[Lineage]:
    own = _key(outlet_name(report))
    for name in sorted({credit.name for credit in report.credits} - {own}):
        others = [other for other in by_outlet.get(_key(name), ()) if _key(name) != own]
        if any((report.id, other.id) in linked for other in others):
            continue
        scored = [(_cosine(vectors[report.id], vectors[other.id]), other.id, other) for other in others]
        fit = [each for each in scored if each[0] >= settings.rewritten and later_of(report, each[2]) is not each[2]]
        if fit:
            yield _row(report, *max(fit, key=lambda each: each[:2])[::2], vectors)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return round(sum(value * b.get(feature, 0.0) for feature, value in a.items()), 6)


def _row(report: Report, likeness: float, origin: Report, vectors: Vectors) -> Lineage:
    mine = vectors[report.id].keys()
    common = mine & vectors[origin.id].keys()
    return Lineage(
        derived=report.id,
        origin=origin.id,
        kind="rewrite",
        direction="known",
        share=round(len(common) / max(1, len(mine)), 4),
        passages=(),
        why=(
            f"{outlet_name(report)} credits {outlet_name(origin)} and tells the same matter in other words: "
            f"{len(common)} of {len(mine)} names, numbers and words of the one stand in the other (likeness {likeness:.2f})."
        ),
    )
