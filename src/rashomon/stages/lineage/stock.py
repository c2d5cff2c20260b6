"""Stock: footers, newsletter lines and set phrases that unrelated reports share and nobody copied from anybody."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model.lineage import CopyEdge, Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage.candidates import features_of
from rashomon.stages.lineage.settings import Settings
from rashomon.text.normalize import words
from rashomon.text.shingles import runs
from rashomon.text.similarity import rarity, unit

_LARGE = 0.4  # a share of the shorter report over which two reports are one text, whatever else they say
_BACKGROUND = 100
_RUN = 5
_MOSTLY = 0.5


def without_stock(
    edges: Iterable[CopyEdge], reports: Mapping[str, Report], sketches: Sequence[Sketch], settings: Settings
) -> list[CopyEdge]:
    """The edges less what is stock. What two reports of unlike matter share is stock, there and wherever else it stands."""
    listed = list(edges)
    vectors = _vectors(sketches)
    unlike = {e for e in listed if _unlike(e, vectors, settings)}
    stock = {run for e in unlike for span, _ in e.passages for run in _runs(reports[e.a].text, span)}
    related = [e for e in listed if e not in unlike]
    return [kept for e in related if (kept := _less(e, reports, stock))] if stock else related


def _vectors(sketches: Sequence[Sketch]) -> dict[str, dict[str, float]]:
    features = [features_of(each) for each in sketches]
    weights = rarity(features, _BACKGROUND)
    return {s.report: unit(f, weights) for s, f in zip(sketches, features, strict=True)}


def _unlike(edge: CopyEdge, vectors: Mapping[str, Mapping[str, float]], settings: Settings) -> bool:
    if max(edge.share_a, edge.share_b) >= _LARGE:
        return False
    a, b = vectors[edge.a], vectors[edge.b]
    return sum(value * b.get(feature, 0.0) for feature, value in a.items()) < settings.unrelated


def _runs(text: str, span: tuple[int, int]) -> tuple[int, ...]:
    return runs(words(text[slice(*span)]).forms, _RUN)


def _less(edge: CopyEdge, reports: Mapping[str, Report], stock: set[int]) -> CopyEdge | None:
    kept = tuple(p for p in edge.passages if not _is_stock(_runs(reports[edge.a].text, p[0]), stock))
    if len(kept) == len(edge.passages) or not kept:
        return edge if kept else None
    shrunk_a = _length(p[0] for p in kept) / _length(p[0] for p in edge.passages)
    shrunk_b = _length(p[1] for p in kept) / _length(p[1] for p in edge.passages)
    return msgspec.structs.replace(
        edge,
        passages=kept,
        share_a=round(edge.share_a * shrunk_a, 4),
        share_b=round(edge.share_b * shrunk_b, 4),
    )


def _is_stock(found: Sequence[int], stock: set[int]) -> bool:
    return sum(run in stock for run in found) >= _MOSTLY * len(found)


def _length(spans: Iterable[tuple[int, int]]) -> int:
    return max(1, sum(end - start for start, end in spans))
