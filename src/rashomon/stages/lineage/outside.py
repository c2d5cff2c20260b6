"""Texts that a report goes back to and that are not among the reports: agencies, outlets, institutions."""

import re
from collections.abc import Iterator

from rashomon.model.lineage import Lineage, Passage
from rashomon.model.report import Credit, Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.house import is_outlet, outlet_name
from rashomon.text.segment import sentences

_DATELINE = 160  # characters; a dateline stands at the very beginning
_FOOT = 120  # characters; a closing credit stands at the very end
_WHOLE = re.compile(r"\b(source|via|by|from|provided|courtesy|agenc(?:y|ies)|wire)\b|[-–—(\[/|]", re.IGNORECASE)
_PICTURE = re.compile(r"\b(photo|picture|image|pic|getty|video|file)\b|фото|снимок", re.IGNORECASE)


def outside_rows(report: Report) -> list[Lineage]:
    """Rows with origin None, one for each outside origin, the surest first."""
    rows = {row.origin_name: row for row in [*_assumed(report), *_credited(report)]}
    return sorted(rows.values(), key=lambda row: (row.assumed, row.origin_name or ""))


def _credited(report: Report) -> Iterator[Lineage]:
    for credit in report.credits:
        where = _place(report, credit)
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


def _place(report: Report, credit: Credit) -> str | None:
    """Where a credit for the whole text stands, in words; None for a credit of less."""
    if credit.start is None or credit.end is None:
        return _removed(report, credit)
    before, after = report.text[: credit.start], report.text[credit.end : credit.end + 12]
    if credit.end <= _DATELINE and re.match(r"\W{0,3}\s?[-–—:]|[)\]/]", after) and "." not in before[-3:-1]:
        return "in its dateline"
    tail = report.text[credit.end :]
    if len(tail) < _FOOT and not tail.strip(" .)]\n") and _WHOLE.search(before[-24:]):
        return "at its foot"
    return None


def _removed(report: Report, credit: Credit) -> str | None:
    """A credit in removed furniture: "Source: X" is for the text, "Picture: X" is not."""
    lines = [f for f in report.furniture if f.kind in {"credit", "source", "byline"} and not _PICTURE.search(f.text)]
    if not report.furniture or any(_names(line.text, credit.name) for line in lines):
        return "in a source line"
    return None


def _names(line: str, name: str) -> bool:
    if name.casefold() in line.casefold():
        return True
    known = find_outlet(name)
    return bool(known) and any(alias.casefold() in line.casefold() for alias in known.aliases) if known else False


def _assumed(report: Report) -> Iterator[Lineage]:
    """Somebody "told the Evening Mail" in a report that is not the Evening Mail's: its reporter spoke to him."""
    for start, end in sentences(report.text):
        for name, first, last in english_sources.told_to(report.text[start:end]):
            origin = _teller(report, name, start + first, start + last)
            if origin and not is_outlet(report, origin):
                yield Lineage(
                    derived=report.id,
                    origin_name=origin,
                    kind="rewrite",
                    direction="likely",
                    share=round((end - start) / len(report.text), 4),
                    passages=(Passage(derived=(start, end)),),
                    assumed=True,
                    why=f"An interviewee speaks to {origin} in a report of {outlet_name(report)}.",
                )


def _teller(report: Report, name: str, start: int, end: int) -> str | None:
    """The outlet's name where what was told to is an outlet: in the credits there, or in the table."""
    for credit in report.credits:
        if credit.start is not None and credit.end is not None and credit.start < end and start < credit.end:
            return credit.name
    known = find_outlet(name)
    return known.name if known else None
