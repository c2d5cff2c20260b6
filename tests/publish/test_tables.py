"""Findings as rows."""

import csv
import io

import msgspec

from rashomon.model.record import Record
from rashomon.publish.tables import findings_csv


def rows(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(findings_csv(record))))


def test_each_answering_passage_is_a_row_in_the_reports_own_words(record: Record) -> None:
    assert [(row["outlet"], row["words"], row["relation"]) for row in rows(record)] == [
        ("Velm Herald", "At least 12", "leading"),
        ("Island Courier", "Forty", "conflict"),
    ]


def test_the_source_is_the_chain_outermost_first(record: Record) -> None:
    assert [row["source"] for row in rows(record)] == ["the harbour master", ""]


def test_offsets_count_code_points(record: Record) -> None:
    first = rows(record)[0]
    assert record.reports[0].text[int(first["start"]) : int(first["end"])] == "At least 12"


def test_a_question_that_looks_like_a_formula_is_kept_from_being_one(record: Record) -> None:
    finding = msgspec.structs.replace(record.findings[0], question="=HYPERLINK()")
    assert rows(msgspec.structs.replace(record, findings=(finding,)))[0]["question"] == "'=HYPERLINK()"
