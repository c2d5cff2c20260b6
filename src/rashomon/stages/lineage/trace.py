"""From edges to lineage: kind, direction and evidence of each, origins outside the reports, and the texts' voices."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model.lineage import CopyEdge, Lineage, Passage, Sketch, Traced, Voice
from rashomon.model.report import Report
from rashomon.stages.lineage.compare import moment
from rashomon.stages.lineage.credited import credited_rewrites, rewrite_row
from rashomon.stages.lineage.evidence import Evidence, fullest, gather, main_source, one_source
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.kinds import direction_of, kind_of
from rashomon.stages.lineage.outside import outside_rows
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.voices import ONE_TEXT, Judged, groups, one_text_pairs, voice


def trace(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    edges: Iterable[CopyEdge],
    settings: Settings | None = None,
) -> Traced:
    """Voices, each report's voice, and rows (between reports first, then to outside origins), all in order of ids."""
    chosen = settings or Settings()
    known = {report.id: report for report in reports}
    found = [gather(known[e.a], known[e.b], e) for e in edges]
    judged = _one_name_each([(evidence, _row(evidence, chosen)) for evidence in found])
    retold = credited_rewrites(reports, sketches, [row for _, row in judged], chosen)
    judged = _without_retold(judged, {(each.report.id, each.origin.id) for each in retold})
    together = one_text_pairs(reports, judged, chosen)
    together += [(each.report.id, each.origin.id) for each in retold if each.one_text]
    outside = {report.id: outside_rows(report) for report in reports}
    voices = [voice(group, outside) for group in groups(reports, together)]
    rows = _thinned([*(row for _, row in judged), *map(rewrite_row, retold)], voices, known, chosen.group)
    beyond = [*_institutions(judged), *(row for each in outside.values() for row in each)]
    return Traced(
        voices=tuple(sorted(voices, key=lambda v: v.id)),
        voice_of={report: v.id for v in sorted(voices, key=lambda v: v.id) for report in v.reports},
        rows=(*sorted(rows, key=_order), *sorted(beyond, key=_order)),
    )


def _without_retold(judged: Judged, retold: set[tuple[str, str]]) -> Judged:
    """Without the small rows of common words between two reports of which one tells the other's whole matter again."""
    return [(e, row) for e, row in judged if not {(e.a.id, e.b.id), (e.b.id, e.a.id)} & retold]


def _one_name_each(judged: Judged) -> Judged:
    """A source by one name in all rows."""
    names = fullest(row.origin_name for _, row in judged if row.origin_name)
    return [(e, _named(row, names[row.origin_name]) if row.origin_name else row) for e, row in judged]


def _named(row: Lineage, name: str) -> Lineage:
    why = row.why.replace(f"words of {row.origin_name};", f"words of {name};")
    return msgspec.structs.replace(row, origin_name=name, why=why)


def _order(row: Lineage) -> tuple[str, str, str]:
    return row.derived, row.origin or "", row.origin_name or ""


def _row(e: Evidence, settings: Settings) -> Lineage:
    kind, reason = kind_of(e, settings)
    derived, origin, direction, clue = direction_of(e)
    turned = derived == e.b.id
    passages = tuple(
        Passage(derived=q, origin=p) if turned else Passage(derived=p, origin=q) for p, q in e.edge.passages
    )
    share = e.edge.share_b if turned else e.edge.share_a
    source = main_source(e) if kind == "relay" else None
    reason = f"both carry words of {source}" if source else reason
    return Lineage(
        derived=derived,
        origin=origin,
        origin_name=source,
        kind=kind,
        direction=direction,
        share=share,
        passages=passages,
        why=_why(e, derived, share, reason, clue),
    )


def _why(e: Evidence, derived: str, share: float, reason: str, clue: str) -> str:
    report, other = (e.a, e.b) if derived == e.a.id else (e.b, e.a)
    count = len(e.edge.passages)
    noun = "passage" if count == 1 else "passages"
    return (
        f"{share:.0%} of the words of {outlet_name(report)} ({count} {noun}) stand in {outlet_name(other)} too: "
        f"{reason}; {clue}."
    )


def _thinned(rows: Sequence[Lineage], voices: Sequence[Voice], known: Mapping[str, Report], most: int) -> list[Lineage]:
    """Of groups over `most` reports (one text, or the words of one source) only the rows to the earliest report."""
    relayed: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.kind == "relay" and row.origin and row.origin_name:
            relayed[row.origin_name].update((row.derived, row.origin))
    large = [group for group in (*(set(v.reports) for v in voices), *relayed.values()) if len(group) > most]
    firsts = [(group, min(group, key=lambda report: moment(known[report]))) for group in large]
    return [row for row in rows if all(_kept(row, *each) for each in firsts)]


def _kept(row: Lineage, group: set[str], first: str) -> bool:
    return first in (row.derived, row.origin) or not {row.derived, row.origin} <= group


def _institutions(judged: Judged) -> list[Lineage]:
    """For each report of a relay a row to the source itself, outside the reports, with the passages that are its."""
    found: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    texts: dict[str, str] = {}
    for e, row in judged:
        if row.kind != "relay" or not row.origin_name:
            continue
        texts |= {e.a.id: e.a.text, e.b.id: e.b.text}
        for name, (left, right) in zip(e.sources, e.edge.passages, strict=True):
            if name and one_source(name, row.origin_name):
                found[e.a.id, row.origin_name].add(left)
                found[e.b.id, row.origin_name].add(right)
    return [_institution(report, name, spans, len(texts[report])) for (report, name), spans in sorted(found.items())]


def _institution(report: str, name: str, spans: set[tuple[int, int]], length: int) -> Lineage:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return Lineage(
        derived=report,
        origin_name=name,
        kind="relay",
        direction="known",
        share=round(sum(end - start for start, end in merged) / max(1, length), 4),
        passages=tuple(Passage(derived=span) for span in merged),
        why=f"The report gives these words as those of {name}, and another report has them too.",
    )


def origin_of(report: str, start: int, end: int, traced: Traced) -> str | None:
    """The voice id of the text that `[start, end)` of a report comes from; None where it is the report's own.

    A span comes from another text where a passage of a copy, revision, excerpt, rewrite or translation covers at least
    half of it. Where the two share one voice, the answer is None: the report's voice says it.
    """
    own = traced.voice_of.get(report)
    best: tuple[int, str] | None = None
    for row in traced.rows:
        if row.derived != report or row.origin is None or row.kind not in ONE_TEXT or row.direction == "undetermined":
            continue
        covered = sum(max(0, min(end, p.derived[1]) - max(start, p.derived[0])) for p in row.passages)
        if 2 * covered >= end - start and (best is None or covered > best[0]):
            best = (covered, traced.voice_of[row.origin])
    return best[1] if best and best[1] != own else None
