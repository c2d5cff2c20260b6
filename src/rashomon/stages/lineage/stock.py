"""Stock: footers, newsletter lines and set phrases that unrelated reports share and nobody copied from anybody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import median

import msgspec

from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch
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
_HOLDERS = 4  # reports; a sentence in fewer is looked at pair by pair
_SAMPLE = 12  # reports of a sentence that are compared

Vector = Mapping[str, float]


def without_stock(
    edges: Sequence[CopyEdge],
    reports: Mapping[str, Report],
    prints: Sequence[Fingerprint],
    sketches: Sequence[Sketch],
    settings: Settings,
) -> list[CopyEdge]:
    """The edges less what is stock. What reports of unlike matter share is stock, there and wherever else it stands."""
    vectors = _vectors(sketches)
    unlike = {
        e
        for e in edges
        if max(e.share_a, e.share_b) < _LARGE and _cosine(vectors[e.a], vectors[e.b]) < settings.unrelated
    }
    stock = {run for e in unlike for span, _ in e.passages for run in _runs(reports[e.a].text, span)}
    stock |= refrains(prints, vectors, settings)
    related = [e for e in edges if e not in unlike]
    return [kept for e in related if (kept := _less(e, reports, stock, settings))] if stock else related


def refrains(prints: Sequence[Fingerprint], vectors: Mapping[str, Vector], settings: Settings) -> set[int]:
    """Runs of the sentences that stand in several reports most of which are of unlike matter."""
    holders: dict[int, list[str]] = defaultdict(list)
    found: dict[int, tuple[int, ...]] = {}
    for each in prints:
        for sentence, sentence_runs in zip(each.hashes, each.shingles, strict=True):
            holders[sentence].append(each.report)
            found[sentence] = sentence_runs
    many = (
        (sentence, sorted(set(reports))[:_SAMPLE]) for sentence, reports in holders.items() if len(reports) >= _HOLDERS
    )
    return {run for sentence, sample in many if _unlike(sample, vectors, settings) for run in found[sentence]}


def _unlike(sample: Sequence[str], vectors: Mapping[str, Vector], settings: Settings) -> bool:
    likeness = [_cosine(vectors[a], vectors[b]) for a, b in combinations(sample, 2)]
    return bool(likeness) and median(likeness) < settings.unrelated


def _vectors(sketches: Sequence[Sketch]) -> dict[str, dict[str, float]]:
    features = [features_of(each) for each in sketches]
    weights = rarity(features, _BACKGROUND)
    return {s.report: unit(f, weights) for s, f in zip(sketches, features, strict=True)}


def _cosine(a: Vector, b: Vector) -> float:
    return sum(value * b.get(feature, 0.0) for feature, value in a.items())


def _runs(text: str, span: tuple[int, int]) -> tuple[int, ...]:
    return runs(_words(text, span), _RUN)


def _words(text: str, span: tuple[int, int]) -> tuple[str, ...]:
    return words(text[slice(*span)]).forms


def _less(edge: CopyEdge, reports: Mapping[str, Report], stock: set[int], settings: Settings) -> CopyEdge | None:
    kept = tuple(p for p in edge.passages if not _is_stock(_runs(reports[edge.a].text, p[0]), stock))
    if len(kept) == len(edge.passages) or not kept:
        return edge if kept else None
    if max(len(_words(reports[edge.a].text, span)) for span, _ in kept) < settings.anchor:
        return None
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
