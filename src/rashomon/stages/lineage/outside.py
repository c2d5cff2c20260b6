"""Texts that a report goes back to and that are not among the reports: agencies, outlets, institutions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.lineage import Lineage, Passage
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.house import is_outlet, outlet_name
from rashomon.stages.lineage.scope import of_a_picture, place, told_under
from rashomon.stages.lineage.spans import Span, joined, length
from rashomon.text.segment import sentences

_HALF = 0.5  # share of the report from which it is the outside text told again, not an own text with pieces of it


def outside_rows(report: Report) -> list[Lineage]:
    """Rows with origin None, one for each outside origin, the surest first."""
    cut = tuple(sentences(report.text)) if report.credits or "told" in report.text else ()
    rows = {row.origin_name: row for row in [*_assumed(report, cut), *_named(report, cut), *_credited(report)]}
    return sorted(rows.values(), key=lambda row: (row.assumed, row.origin_name or ""))


def _credited(report: Report) -> Iterator[Lineage]:
    for credit in report.credits:
        where = place(report, credit)
        if where and not is_outlet(report, credit.name):
            yield Lineage(
                derived=report.id,
                origin_name=credit.name,
                kind="copy",
                direction="known",
                share=1.0,
                passages=(Passage(derived=(0, len(report.text))),) if report.text else (),
                why=f"{outlet_name(report)} credits {credit.name} {where}, for the whole text.",
            )


def _named(report: Report, cut: Sequence[Span]) -> Iterator[Lineage]:
    """Sentences that the report gives under an outlet's name ("…, Norlandic Wire reports")."""
    told = {name for name, _ in _tellers(report, cut)}
    for name, spans in _under(report, cut).items():
        if spans and name not in told:
            part = joined(spans)
            yield _part_row(report, name, part, "known", f"gives {_count(cut, part)} under the name of {name}")


def _under(report: Report, cut: Sequence[Span]) -> dict[str, list[Span]]:
    """The sentences that the report gives under the name of each outlet that it credits in its text."""
    found: dict[str, list[Span]] = defaultdict(list)
    for credit in report.credits:
        if credit.start is None or credit.end is None or is_outlet(report, credit.name):
            continue
        if not of_a_picture(report.text, credit.start, credit.end):
            found[credit.name] += told_under(report.text, cut, credit.start)
    return found


def _assumed(report: Report, cut: Sequence[Span]) -> Iterator[Lineage]:
    """Somebody "told the Evening Mail" in a report that is not the Evening Mail's: its reporter spoke to him."""
    found: dict[str, list[Span]] = defaultdict(list)
    for name, at in _tellers(report, cut):
        found[name] += told_under(report.text, cut, at[0])
    under = _under(report, cut)
    for name, spans in found.items():
        part = joined([*spans, *under.get(name, ())])
        reason = f"has an interviewee speak to {name} ({_count(cut, part)})"
        yield _part_row(report, name, part, "likely", reason, assumed=True)


def _part_row(
    report: Report, name: str, spans: Sequence[Span], direction: str, reason: str, assumed: bool = False
) -> Lineage:
    share = round(length(spans) / len(report.text), 4)
    return Lineage(
        derived=report.id,
        origin_name=name,
        kind="rewrite" if assumed or share >= _HALF else "excerpt",
        direction=direction,
        share=share,
        passages=tuple(Passage(derived=span) for span in spans),
        assumed=assumed,
        why=f"{outlet_name(report)} {reason}.",
    )


def _count(cut: Sequence[Span], spans: Sequence[Span]) -> str:
    count = sum(any(low <= start < high for low, high in spans) for start, _ in cut)
    return "one sentence" if count == 1 else f"{count} sentences"


def _tellers(report: Report, cut: Sequence[Span]) -> list[tuple[str, Span]]:
    """Outlets, not the report's own, to which somebody speaks, and where they are named."""
    found = []
    for start, end in cut:
        for name, first, last in english_sources.told_to(report.text[start:end]):
            origin = _teller(report, name, start + first, start + last)
            if origin and not is_outlet(report, origin):
                found.append((origin, (start + first, start + last)))
    return found


def _teller(report: Report, name: str, start: int, end: int) -> str | None:
    """The outlet's name where what was told to is an outlet: in the credits there, or in the table."""
    for credit in report.credits:
        if credit.start is not None and credit.end is not None and credit.start < end and start < credit.end:
            return credit.name
    known = find_outlet(name)
    return known.name if known else None
