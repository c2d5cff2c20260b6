"""The stages that see the whole collection: who copied whom, and which reports tell one story."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from rashomon.engine import Way, for_each
from rashomon.model.bonds import uphold
from rashomon.model.identity import digest
from rashomon.model.judgement import JOIN, SPLIT, STORY, VOICE, order
from rashomon.model.lineage import CopyEdge, Fingerprint, Sketch, Traced
from rashomon.model.problem import Problem
from rashomon.model.report import Report
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.pipeline.keeping import BATCH, kept_whole
from rashomon.pipeline.large import ShardedSketches, headed, ids_of, sharded
from rashomon.stages.lineage.alignment import Aligned, align
from rashomon.stages.lineage.by_sentence import BySentence, by_sentence
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.related import Look
from rashomon.stages.lineage.settings import Settings as LineageSettings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside
from rashomon.stages.lineage.trace import trace
from rashomon.stages.stories.cluster import cluster, stories_of

_BY_SENTENCE = (
    "{:,} reports are too many to be aligned word by word: which of them speak with one text is told by their whole sentences, and no rows say who copied "
    "whom. Add them to a casebook and make the records of the stories that matter: there they are aligned."
)
_PAIRS = 512  # aligned and kept together


def fingerprint_reports(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    """In a large collection sketches alone: fingerprints are for alignment word by word."""
    settings = workshop.settings.lineage
    if _is_large(desk, workshop):
        return {"fingerprints": (), "sketches": sharded(desk.reports, workshop)}
    own = workshop.edition, repr(settings)
    tasks = ((digest(*own, msgspec.json.encode(report).decode()), report) for report in desk.reports)
    way = Way("fingerprint", tuple[Fingerprint, Sketch], for_each(partial(_looked_at, settings)), BATCH)
    found = list(workshop.keeper.results(way, tasks, len(desk.reports)))
    return {"fingerprints": tuple(one for one, _ in found), "sketches": tuple(one for _, one in found)}


def _looked_at(settings: LineageSettings, report: Report) -> tuple[Fingerprint, Sketch]:
    return fingerprint(report, settings), sketch(report, settings)


def _is_large(desk: Desk, workshop: Workshop) -> bool:
    return len(desk.reports) > workshop.settings.lineage.aligned


def set_stock_aside(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    if isinstance(desk.sketches, ShardedSketches):
        return {"stock": ()}
    return {"stock": set_aside(desk.reports, desk.fingerprints, desk.sketches, workshop.settings.lineage)}


def compare_reports(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    settings = workshop.settings.lineage
    if isinstance(desk.sketches, ShardedSketches):
        return {"edges": _by_sentence(desk, desk.sketches, workshop)}

    def work(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[Aligned | None]:
        way = Way("alignment", Aligned | None, align, _PAIRS, pack=look.batch)
        own = ((digest(workshop.edition, repr(settings), key), pair) for key, pair in tasks)
        return workshop.keeper.results(way, own, len(tasks))

    def found(_: object) -> tuple[CopyEdge, ...]:
        return compare(desk.reports, desk.fingerprints, desk.sketches, settings, desk.stock, work)

    return {"edges": kept_whole("edges", (), desk, found, tuple[CopyEdge, ...], workshop)}


def _by_sentence(desk: Desk, sketches: ShardedSketches, workshop: Workshop) -> BySentence:
    bonds = uphold(desk.judgements, set(ids_of(desk.reports)), VOICE).bonds
    return by_sentence(
        (),
        workshop.settings.lineage,
        parts=sketches.folders,
        folder=sketches.passing("whole"),
        map=partial(workshop.keeper.map, "comparing"),
        bonds=bonds,
    )


def trace_copies(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    if isinstance(desk.edges, BySentence):
        told = Problem(stage="lineage", report=None, code="by-sentence", message=_BY_SENTENCE.format(len(desk.reports)))
        return {"traced": msgspec.structs.replace(desk.edges.traced(), problems=(told,))}
    edges = desk.edges
    bonds = uphold(desk.judgements, set(ids_of(desk.reports)), VOICE).bonds

    def found(_: object) -> Traced:
        return trace(desk.reports, desk.sketches, edges, workshop.settings.lineage, desk.stock, bonds)

    return {"traced": kept_whole("traced", (repr(bonds),), desk, found, Traced, workshop)}


def cluster_reports(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    assert desk.traced is not None
    settings = workshop.settings.stories
    if desk.groups is not None:
        known = stories_of(desk.groups, desk.reports, desk.sketches, settings)
        return {"stories": known, "judgements": desk.judgements}
    held = uphold(desk.judgements, set(ids_of(desk.reports)))
    others = [each for each in desk.judgements if each.of != STORY or each.what not in (JOIN, SPLIT)]

    def look(passage: Report) -> Sketch:
        return sketch(passage, workshop.settings.lineage)

    folder = str(desk.sketches.passing("stories")) if isinstance(desk.sketches, ShardedSketches) else None
    found = cluster(
        headed(desk.reports, desk.sketches),
        desk.sketches,
        desk.traced.voices,
        settings,
        held.bonds,
        workshop.index,
        look,
        engine=partial(workshop.keeper.map, "stories") if folder else None,
        folder=folder,
    )
    return {"stories": found, "judgements": tuple(sorted((*held.judgements, *others), key=order))}
