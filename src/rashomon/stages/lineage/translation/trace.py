"""Translations among the reports: rows, and which of them speak with one text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rashomon.model.lineage import Lineage, Passage
from rashomon.model.report import Report
from rashomon.stages.lineage.compare import moment
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.translation.anchors import Anchored, anchored
from rashomon.stages.lineage.translation.judge import Match, match
from rashomon.stages.lineage.translation.meetings import day_of, days_around, meetings
from rashomon.stages.lineage.translation.turns import turn

_PRINTED = 0.9  # share of a copy from which it is a printing of its origin
_BY_WORDS = 0.5  # share of common words that says more of two texts than a translation would (their language is one)
_SAME = 0.5  # of a row's passages that another original of the same report has already


class Translated(NamedTuple):
    """A row of kind `translation`; `one_text`: whether the two speak with one voice (half of the shorter)."""

    row: Lineage
    one_text: bool


def translations(reports: Sequence[Report], known: Sequence[Lineage], settings: Settings) -> list[Translated]:
    """What was found among reports of different languages, in order; the same whatever the order of the input.

    Of the printings of one text (rows `known`) the earliest stands for all; of several originals of one passage the
    surest is taken, so that translations of one text into three languages are two rows.
    """
    chosen = _first_printings(_with_partners([report for report in reports if report.language != "und"]), known)
    texts = {report.id: _anchored(report.text, _tongue(report)) for report in chosen}
    by_id = {report.id: report for report in chosen}
    by_words = {frozenset((row.derived, str(row.origin))) for row in known if row.share >= _BY_WORDS}
    found = []
    for a, b in meetings(chosen, texts):
        matched = match(texts[a], texts[b]) if frozenset((a, b)) not in by_words else None
        if matched:
            found.append(_translated(by_id[a], by_id[b], matched, texts, settings))
    return _tree(found, by_id)


@lru_cache(maxsize=4096)
def _anchored(text: str, language: str) -> Anchored:
    return anchored(text, language)


def _tongue(report: Report) -> str:
    return report.language.partition("-")[0]


def _with_partners(reports: Sequence[Report]) -> list[Report]:
    """The reports near whose day another of another language lies; the undated are near all."""
    tongues: dict[str | None, set[str]] = defaultdict(set)
    for report in reports:
        tongues[day_of(report)].add(_tongue(report))
    undated, every = tongues.pop(None, set()), {_tongue(report) for report in reports}
    near = {day: undated.union(*(tongues.get(other, ()) for other in days_around(str(day)))) for day in tongues}
    return [report for report in reports if near.get(day_of(report), every) - {_tongue(report)}]


def _first_printings(reports: Sequence[Report], known: Iterable[Lineage]) -> list[Report]:
    """In order of time the reports that are no copies, in the same language, of an earlier one, nor the same text."""
    own = {report.id: report for report in reports}
    copies: dict[str, set[str]] = defaultdict(set)
    for row in known:
        if row.kind == "copy" and row.origin in own and row.derived in own and row.share >= _PRINTED:
            copies[row.derived].add(str(row.origin))
            copies[str(row.origin)].add(row.derived)
    kept: dict[str, Report] = {}
    texts: set[str] = set()
    for report in sorted(reports, key=moment):
        same = any(other in kept and _tongue(kept[other]) == _tongue(report) for other in copies[report.id])
        if not same and report.text not in texts:
            kept[report.id] = report
            texts.add(report.text)
    return list(kept.values())


def _translated(a: Report, b: Report, found: Match, texts: Mapping[str, Anchored], settings: Settings) -> Translated:
    derived, origin, sure, clue = turn(a, b)
    turned = derived is b
    share = found.share_b if turned else found.share_a
    shorter = found.share_a if texts[a.id].words <= texts[b.id].words else found.share_b
    row = Lineage(
        derived=derived.id,
        origin=origin.id,
        kind="translation",
        direction=sure,
        share=share,
        passages=tuple(
            Passage(derived=q, origin=p) if turned else Passage(derived=p, origin=q) for p, q in found.passages
        ),
        why=_why(derived, origin, found, share, clue),
    )
    return Translated(row, shorter >= settings.half)


def _why(derived: Report, origin: Report, found: Match, share: float, clue: str) -> str:
    return (
        f"{share:.0%} of the words of {outlet_name(derived)} ({derived.language}) tell, sentence by sentence and in the same "
        f"order, what {outlet_name(origin)} ({origin.language}) tells: {len(found.passages)} passages with {found.figures} "
        f"common figures and days, {found.agreement:.0%} of theirs; {clue}."
    )


def _tree(found: Sequence[Translated], known: Mapping[str, Report]) -> list[Translated]:
    """Each translation with one original for each of its passages: the surest, then the greatest share, then the earliest."""
    kept: dict[str, list[Translated]] = defaultdict(list)
    for each in sorted(found, key=lambda each: _rank(each.row, known)):
        if not any(_shadowed(each.row, other.row) for other in kept[each.row.derived]):
            kept[each.row.derived].append(each)
    return sorted(
        (each for rows in kept.values() for each in rows), key=lambda each: (each.row.derived, str(each.row.origin))
    )


_SURE = {"known": 0, "likely": 1, "undetermined": 2}


def _rank(row: Lineage, known: Mapping[str, Report]) -> tuple[object, ...]:
    return _SURE[row.direction], moment(known[str(row.origin)]), -row.share, row.derived, row.origin


def _shadowed(row: Lineage, other: Lineage) -> bool:
    """Whether another original has half of the row's passages already."""
    taken = {passage.derived for passage in other.passages}
    total = sum(end - start for start, end in (p.derived for p in row.passages))
    met = sum(
        max(0, min(end, high) - max(start, low))
        for start, end in (p.derived for p in row.passages)
        for low, high in sorted(taken)
    )
    return met >= _SAME * total
