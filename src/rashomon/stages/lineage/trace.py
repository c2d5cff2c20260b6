"""From edges to lineage: kind, direction and evidence of each, origins outside the reports, and the texts' voices."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from rashomon.model.bonds import Bonds
from rashomon.model.lineage import CopyEdge, Lineage, Passage, Sketch, Stock, Traced
from rashomon.model.report import Report
from rashomon.stages.lineage.bounds import bounded, too_long
from rashomon.stages.lineage.credited import Shelf, credited_rewrites, rewrite_row
from rashomon.stages.lineage.direction import direction_of
from rashomon.stages.lineage.evidence import Evidence, fullest, gather, main_source, one_source, suppliers
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.kinds import kind_of
from rashomon.stages.lineage.outside import outside_rows
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.silent import silent_rewrites, silent_row
from rashomon.stages.lineage.spans import joined
from rashomon.stages.lineage.stock import little_else
from rashomon.stages.lineage.translation.trace import translations
from rashomon.stages.lineage.tree import nearest, not_among, one_for_each_voice, to_the_earliest
from rashomon.stages.lineage.voices import ONE_TEXT, Judged, derived_ones, groups, one_text_pairs, voice


def trace(
    reports: Sequence[Report],
    sketches: Sequence[Sketch],
    edges: Iterable[CopyEdge],
    settings: Settings | None = None,
    stock: Sequence[Stock] = (),
    bonds: Bonds | None = None,
) -> Traced:
    """Voices, each report's voice, and rows (between reports first, then to outside origins), all in order of ids.
    `stock` is handed on as it is; `bonds` are what persons decided on which reports speak with one text, and outrank what lineage tells."""
    chosen = settings or Settings()
    looked_at = [bounded(report, chosen) for report in reports]
    known = {report.id: report for report in looked_at}
    credited = suppliers(looked_at)
    found = [gather(known[e.a], known[e.b], e, credited) for e in edges]
    judged = _one_name_each([(evidence, _row(evidence, chosen)) for evidence in found])
    shelf = Shelf(looked_at, sketches, [row for _, row in judged], chosen)
    credited_ones = credited_rewrites(shelf)
    silent_ones = silent_rewrites(shelf, credited_ones)
    retold = [*credited_ones, *silent_ones]
    judged = _without_retold(judged, {(each.report.id, each.origin.id) for each in retold})
    translated = translations(looked_at, [row for _, row in judged], chosen)
    judged = _without_retold(judged, {(each.row.derived, str(each.row.origin)) for each in translated})
    together = one_text_pairs(reports, judged, chosen)
    together += [(each.report.id, each.origin.id) for each in retold if each.one_text]
    together += [(each.row.derived, str(each.row.origin)) for each in translated if each.one_text]
    outside = {report.id: outside_rows(report) for report in reports}
    rewritten = [*map(rewrite_row, credited_ones), *map(silent_row, silent_ones), *(each.row for each in translated)]
    every = [*(row for _, row in judged), *rewritten]
    derived = derived_ones(every)
    decided = bonds or Bonds()
    voices = [voice(some, outside, derived) for some in groups(reports, [*decided.together, *together], decided.apart)]
    rows = nearest(every, known)
    rows = to_the_earliest(rows, voices, known, chosen.group)
    voice_of = {report: v.id for v in sorted(voices, key=lambda v: v.id) for report in v.reports}
    told = {(row.derived, row.origin) for row in rows}
    relayed = [(e, row) for e, row in judged if (row.derived, row.origin) in told]
    beyond = one_for_each_voice(_institutions(relayed), voice_of, known)
    beyond += not_among([row for each in outside.values() for row in each], rows, known)
    return Traced(
        voices=tuple(sorted(voices, key=lambda v: v.id)),
        voice_of=voice_of,
        rows=(*sorted(rows, key=_order), *sorted(beyond, key=_order)),
        problems=(*too_long(reports, chosen), *little_else(reports, stock)),
        stock=tuple(stock),
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
    parts = joined(spans)
    return Lineage(
        derived=report,
        origin_name=name,
        kind="relay",
        direction="known",
        share=round(sum(end - start for start, end in parts) / max(1, length), 4),
        passages=tuple(Passage(derived=span) for span in parts),
        why=f"The report gives these words as those of {name}, and another report has them too.",
    )


class Origins:
    """Which text each span of a report comes from, by an index of the rows: made once, asked for each claim."""

    def __init__(self, traced: Traced) -> None:
        self._voice_of = traced.voice_of
        self._rows: dict[str, list[Lineage]] = defaultdict(list)
        for row in traced.rows:
            if row.origin is not None and row.kind in ONE_TEXT and row.direction != "undetermined":
                self._rows[row.derived].append(row)

    def of(self, report: str, start: int, end: int) -> str | None:
        """The voice id of the text that `[start, end)` of a report comes from; None where it is the report's own.

        A span comes from another text where passages of a copy, revision, excerpt, rewrite or translation cover at least
        half of it; of several, the one that covers most, then the first. Where the two share one voice, the answer is
        None: the report's voice says it.
        """
        best, origin = 0, None
        for row in self._rows.get(report, ()):
            covered = sum(max(0, min(end, p.derived[1]) - max(start, p.derived[0])) for p in row.passages)
            if 2 * covered >= end - start and covered > best:
                best, origin = covered, self._voice_of[str(row.origin)]
        return None if origin == self._voice_of.get(report) else origin


def origin_of(report: str, start: int, end: int, traced: Traced) -> str | None:
    """As `Origins.of`, for a single question: it makes the index anew."""
    return Origins(traced).of(report, start, end)
