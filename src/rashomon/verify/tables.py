"""The record as it is checked: plain JSON, its tables by id, and what is said of a fault."""

from collections.abc import Iterator
from typing import Any

import msgspec

Row = dict[str, Any]
TABLES = (
    "reports", "stories", "lineage", "voices", "entities", "times", "claims", "links", "findings",
    "timeline", "omissions", "frames", "judgements", "problems", "rejected",
)  # fmt: skip
WITH_ID = ("reports", "stories", "voices", "entities", "claims", "findings")
JUDGED = ("reports", "entities", "claims", "findings")  # what persons' judgements shape


class Discrepancy(msgspec.Struct, frozen=True):
    """Something in the record that its own words do not bear out. `where` names table and row."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class Tables:
    """The record's tables by id."""

    def __init__(self, record: Row) -> None:
        self.record = record
        self.by_id = {name: {row.get("id"): row for row in record[name]} for name in TABLES}

    def rows(self, name: str) -> Iterator[tuple[str, Row]]:
        for number, row in enumerate(self.record.get(name, ())):
            yield f"{name}[{row.get('id') or number}]", row

    def text(self, report: Any) -> str | None:
        row = self.by_id["reports"].get(report)
        return row["text"] if row else None
