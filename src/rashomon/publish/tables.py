"""The record's findings as rows, for spreadsheets and notebooks."""

import csv
import io
import re
from collections.abc import Iterator

from rashomon.model.claim import Claim
from rashomon.model.record import Answer, Finding, Record, ReportRow
from rashomon.publish.careful.told import told

FIELDS = (
    "story", "finding", "group", "question", "status", "answer", "relation", "report", "outlet", "words", "source",
    "date_start", "date_end", "low", "best", "high", "start", "end",
)  # fmt: skip
Cell = str | int | float | None
# What a spreadsheet may take for a formula, also in full-width signs and behind white space, which some of them take away.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+@＝＋－＠-]|[\t\r]")


def findings_csv(record: Record) -> str:
    """CSV (RFC 4180, CRLF), a row for each report's answering words; `start` and `end` are code points of its text. Of a record in excerpts, or
    without the names of private persons, the last column says so.

    Words that a spreadsheet would take for a formula are given a leading apostrophe: reports are hostile input.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    note = (told(record),) if record.published else ()
    writer.writerow((*FIELDS, *("published" for _ in note)))
    for row in rows(record):
        writer.writerow([plain(cell) for cell in (*row, *note)])
    return out.getvalue()


def rows(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row for each answering passage of each finding, in the order of FIELDS."""
    reports = {report.id: report for report in record.reports}
    claims = {claim.id: claim for claim in record.claims}
    names = {voice.id: voice.name for voice in record.voices}
    for finding in record.findings:
        for position, answer in enumerate(finding.answers):
            for words in answer.words:
                claim = claims[words.claim]
                report = reports[claim.report]
                yield (
                    *head(finding, position, answer),
                    *words_of(report, words.start, words.end),
                    source(claim, names),
                    *dates(claim),
                    answer.low,
                    answer.best,
                    answer.high,
                    words.start,
                    words.end,
                )


def head(finding: Finding, position: int, answer: Answer) -> tuple[str, ...]:
    relation = relation_to_leading(finding, position)
    return finding.story, finding.id, finding.group, finding.question, finding.status, answer.value, relation


def words_of(report: ReportRow, start: int, end: int) -> tuple[str | None, ...]:
    return report.id, report.outlet, report.text[start:end]


def dates(claim: Claim) -> tuple[str | None, str | None]:
    return (claim.date.start, claim.date.end) if claim.date else (None, None)


def relation_to_leading(finding: Finding, position: int) -> str:
    """How the answer at this position differs from the leading one; "leading" for that one itself."""
    if position == 0:
        return "leading"
    return next((r.kind for r in finding.relations if r.a == 0 and r.b == position), "")


def source(claim: Claim, names: dict[str, str]) -> str:
    """The chain of who says so, outermost first; empty where the report says it in its own voice."""
    return " > ".join(names.get(link.voice or "", link.name) for link in claim.attribution)


def plain(cell: Cell) -> Cell:
    return "'" + cell if isinstance(cell, str) and _FORMULA.match(cell) else cell
