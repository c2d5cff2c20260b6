"""Which reports speak with one text, and what that text is called."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from rashomon.model.bonds import Groups
from rashomon.model.identity import text_voice_id
from rashomon.model.lineage import Lineage, Voice
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage.compare import moment
from rashomon.stages.lineage.evidence import Evidence, acts
from rashomon.stages.lineage.house import bare_name, is_outlet, outlet_name
from rashomon.stages.lineage.kinds import CLAUSES
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.spans import Span, covered, length, spans_in

Judged = Sequence[tuple[Evidence, Lineage]]
ONE_TEXT = frozenset({"copy", "revision", "excerpt", "rewrite", "translation"})
DATELINE = 160  # characters; a dateline stands at the very beginning


def one_text_pairs(reports: Sequence[Report], judged: Judged, settings: Settings) -> list[tuple[str, str]]:
    """Pairs of reports that speak with one text: half of the shorter goes back to the other or to their common text.

    A report put together from two wires does not make the wires one: it joins the text that most of it comes from. An
    excerpt joins only where it belongs to no text otherwise.
    """
    close = [row for e, row in judged if row.kind in ONE_TEXT and row.origin and _close(e, row, settings)]
    mains = _main_matter(close)
    copies = (row for row in close if row.kind != "excerpt")
    pairs = [(row.derived, str(row.origin)) for row in copies if not _beside(row, mains)]
    alone = {group[0].id for group in groups(reports, pairs) if len(group) == 1}
    excerpts = [row for row in close if row.kind == "excerpt"]
    for row in sorted(excerpts, key=lambda row: (-row.share, row.derived, str(row.origin))):
        if row.derived in alone:
            alone.discard(row.derived)
            pairs.append((row.derived, str(row.origin)))
    return pairs


def _close(e: Evidence, row: Lineage, settings: Settings) -> bool:
    """Whether half of the shorter goes back; a rewrite, found by its clauses, takes more than the clauses."""
    return e.shorter >= (CLAUSES if row.kind == "rewrite" else settings.half)


def _main_matter(rows: Iterable[Lineage]) -> dict[str, list[Span]]:
    """For each report that took from another, as far as that is known, the words that it took from one: the most."""
    largest: dict[str, Lineage] = {}
    for row in rows:
        if row.direction != "undetermined":
            known = largest.get(row.derived)
            if not known or (row.share, str(known.origin)) > (known.share, str(row.origin)):
                largest[row.derived] = row
    return {report: spans_in(row, report) for report, row in largest.items()}


def _beside(row: Lineage, mains: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a row is for other words than those that make the most of one of its reports."""
    ends = [row.derived] if row.direction != "undetermined" else [row.derived, str(row.origin)]
    return row.kind != "revision" and any(
        not _overlap(spans_in(row, report), mains[report]) for report in ends if report in mains
    )


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return 2 * covered(a, b) >= min(length(a), length(b))


def groups(
    reports: Sequence[Report], together: Iterable[tuple[str, str]], apart: Collection[tuple[str, str]] = ()
) -> list[list[Report]]:
    """Reports joined by the given pairs of ids, each group in order of time, groups in order of their first. `apart`: pairs that no group
    holds both of; of the pairs that would bring them together the first given stand."""
    if apart:
        together = kept_apart(together, apart)
    parent = {report.id: report.id for report in reports}

    def top(report: str) -> str:
        while parent[report] != report:
            parent[report] = report = parent[parent[report]]
        return report

    for a, b in together:
        parent[max(top(a), top(b))] = min(top(a), top(b))
    found: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=moment):
        found[top(report.id)].append(report)
    return list(found.values())


def kept_apart(together: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs that bring together no two that are held apart, each with those before it."""
    decided = Groups()
    for one, other in apart:
        decided.part([one], [other])
    return [(one, other) for one, other in together if decided.join([one, other])]


def derived_ones(rows: Iterable[Lineage]) -> set[str]:
    """The reports that are known to go back to another for their text."""
    return {row.derived for row in rows if row.origin and row.kind in ONE_TEXT and row.direction != "undetermined"}


def voice(
    group: Sequence[Report], outside: Mapping[str, Sequence[Lineage]], derived: Collection[str] = frozenset()
) -> Voice:
    """The voice of one text: the outside origin's where it is known to be its text, else that of the report to which the others
    go back, the earliest that is not among the `derived`."""
    group = sorted(group, key=lambda report: report.id in derived)
    origin = next((row.origin_name for report in group for row in outside.get(report.id, ()) if is_whole(row)), None)
    ids = tuple(sorted(report.id for report in group))
    name = origin or _as_credited(group)
    return Voice(id=text_voice_id(ids), name=name, kind=_kind(name, bool(origin), group[0]), reports=ids)


def _as_credited(group: Sequence[Report]) -> str:
    """The first outlet by the name that the others of the group credit, else as it names itself."""
    names = (credit.name for report in group[1:] for credit in report.credits)
    return next((name for name in names if is_outlet(group[0], name)), outlet_name(group[0]))


def _kind(name: str, credited: bool, first: Report) -> str:
    """`outlet`, `agency` or `institution`: by the table, else by a credit or a dateline, else by what the text says."""
    known = find_outlet(name)
    if known:
        return "agency" if known.kind == "agency" else "outlet"
    own = bare_name(outlet_name(first))
    if credited or f"({own})" in first.text[:DATELINE]:
        return "agency"
    return "institution" if first.outlet and acts(own, first.text) else "outlet"


def is_whole(row: Lineage) -> bool:
    return row.kind in ONE_TEXT and not row.assumed and row.share >= 0.5
