"""Of the rows between many printings of one text, those that a reader needs: a tree, from which the rest follows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.lineage import Lineage, Voice
from rashomon.model.report import Report
from rashomon.stages.lineage.compare import moment
from rashomon.stages.lineage.house import is_outlet
from rashomon.stages.lineage.spans import Span, covered, length, spans_in

_COVERED = 0.9  # share of a row's characters that the two rows over a third report must show too
_COVERED_LOOSELY = 0.75  # the same of a translation, whose sentences are matched by their figures and names
_STEP = 20  # parts of a share; printings that differ by less are equally near to their origin


def nearest(rows: Sequence[Lineage], known: Mapping[str, Report]) -> list[Lineage]:
    """The rows without those that follow from two others: siblings that both go back to one origin are linked through it.

    A copy, excerpt or rewrite without a credit follows where a third report has stronger rows to both, one of them a copy
    and the other of the row's kind, and these rows show its passages on both sides; a translation also where it was rewritten for the one and translated for the
    other. A relay follows where the one is a copy
    of a report to which the other goes back for these very words. Revisions follow from nothing. The order of the rows
    does not matter.
    """
    kept: dict[str, dict[str, Lineage]] = defaultdict(dict)
    left = []
    for row in sorted(rows, key=lambda row: _strength(row, known)):
        origin = str(row.origin)
        between = sorted(kept[row.derived].keys() & kept[origin].keys())
        if any(_follows(row, kept[row.derived][each], kept[origin][each]) for each in between):
            continue
        kept[row.derived][origin] = kept[origin][row.derived] = row
        left.append(row)
    return left


def _strength(row: Lineage, known: Mapping[str, Report]) -> tuple[object, ...]:
    """Strongest first: relays last; a credit, then the greater share, then the earlier origin."""
    shared = -round(row.share * _STEP)
    return (
        row.kind == "relay",
        row.direction != "known",
        shared,
        moment(known[str(row.origin)]),
        row.derived,
        row.origin,
    )


def _follows(row: Lineage, from_derived: Lineage, from_origin: Lineage) -> bool:
    kinds = {from_derived.kind, from_origin.kind}
    if row.kind == "relay":
        follows = "relay" not in kinds and "copy" in kinds
    else:
        follows = (
            row.direction != "known"
            and row.kind != "revision"
            and (kinds == {"copy", row.kind} or _over_a_tongue(row, kinds))
        )
    if not follows:
        return False
    origin = str(row.origin)
    mine = [passage.derived for passage in row.passages]
    theirs = [passage.origin for passage in row.passages if passage.origin]
    least = _COVERED_LOOSELY if row.kind == "translation" else _COVERED
    return _covers(spans_in(from_derived, row.derived), mine, least) and _covers(
        spans_in(from_origin, origin), theirs, least
    )


def _over_a_tongue(row: Lineage, kinds: set[str]) -> bool:
    """Whether a text and its rewriting or copy in the origin's tongue are linked to one translation each in its way."""
    return row.kind == "translation" and "translation" in kinds and kinds <= {"translation", "rewrite", "copy"}


def _covers(by: Iterable[Span], spans: Sequence[Span], least: float) -> bool:
    return covered(spans, by) >= least * length(spans)


def to_the_earliest(
    rows: Sequence[Lineage], voices: Sequence[Voice], known: Mapping[str, Report], most: int
) -> list[Lineage]:
    """Of groups over `most` reports (one text, or the words of one source) only the rows to the earliest report; for a printing of
    one text that has none to it, the row to the nearest printing that leads there."""
    voice_of = {report: voice.id for voice in voices for report in voice.reports}
    texts = {voice.id: _first(voice.reports, known) for voice in voices if len(voice.reports) > most}
    relayed: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.kind == "relay" and row.origin and row.origin_name:
            relayed[row.origin_name].update((row.derived, row.origin))
    sources = {name: _first(group, known) for name, group in relayed.items() if len(group) > most}
    inside: dict[str, list[Lineage]] = defaultdict(list)
    for row in rows:
        if (
            row.kind != "relay"
            and voice_of[row.derived] in texts
            and voice_of[row.derived] == voice_of[str(row.origin)]
        ):
            inside[voice_of[row.derived]].append(row)
    leading = {(row.derived, row.origin) for voice, group in inside.items() for row in _ways(group, texts[voice])}
    return [
        row
        for row in rows
        if (row.derived, row.origin) in leading
        or (_kept(row, texts, voice_of) and _leads(row, sources.get(row.origin_name or "")))
    ]


def _ways(rows: Sequence[Lineage], first: str) -> list[Lineage]:
    """For each report that has no row to the first, one row on a shortest way to it; in a fixed order."""
    beside: dict[str, dict[str, Lineage]] = defaultdict(dict)
    for row in rows:
        beside[row.derived][str(row.origin)] = beside[str(row.origin)][row.derived] = row
    reached, ways = {first}, []
    edge = [first]
    while edge:
        fresh = []
        for report in edge:
            for other in sorted(beside[report].keys() - reached):
                reached.add(other)
                fresh.append(other)
                ways.append(beside[report][other])
        edge = fresh
    return ways


def _first(group: Iterable[str], known: Mapping[str, Report]) -> str:
    return min(group, key=lambda report: moment(known[report]))


def _kept(row: Lineage, texts: Mapping[str, str], voice_of: Mapping[str, str]) -> bool:
    """Whether a row is not one of the many within a large group of one text."""
    voice = voice_of[row.derived]
    return voice not in texts or voice_of[str(row.origin)] != voice or _leads(row, texts[voice])


def _leads(row: Lineage, first: str | None) -> bool:
    return first is None or first in (row.derived, row.origin)


def one_for_each_voice(
    rows: Iterable[Lineage], voice_of: Mapping[str, str], known: Mapping[str, Report]
) -> list[Lineage]:
    """Of the rows to one source outside, that of the earliest report of each text: a copy's says nothing new."""
    found: dict[tuple[str, str | None], Lineage] = {}
    for row in sorted(rows, key=lambda row: moment(known[row.derived])):
        found.setdefault((voice_of[row.derived], row.origin_name), row)
    return list(found.values())


def not_among(outside: Iterable[Lineage], rows: Iterable[Lineage], known: Mapping[str, Report]) -> list[Lineage]:
    """The rows to origins outside, less those whose origin is among the reports after all: the credited agency's own
    report, to which the report has a row."""
    origins: dict[str, list[Report]] = defaultdict(list)
    for row in rows:
        if row.origin and row.kind != "relay" and row.direction == "known":
            origins[row.derived].append(known[row.origin])
    return [r for r in outside if not any(is_outlet(o, str(r.origin_name)) for o in origins[r.derived])]
