"""A codebook's columns, and its rows as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rashomon.publish.tables import Cell, plain

Row = TypeVar("Row")


class Column(NamedTuple, Generic[Row]):
    """`holds` says in words what stands there, for docs/codebooks.md; `cell` makes it of a row, None: it is always empty."""

    name: str
    holds: str
    cell: Callable[[Row], Cell] | None = None


DECIDED = "empty: a coder's decision"


def decided(*names: str) -> tuple[Column[Any], ...]:
    """Columns that stay empty."""
    return tuple(Column(name, DECIDED) for name in names)


def csv_of(columns: Sequence[Column[Row]], rows: Iterable[Row], second: Sequence[str] = ()) -> str:
    """CSV (RFC 4180, CRLF, UTF-8). What a spreadsheet would take for a formula is given a leading apostrophe: words of reports are hostile input. `second`:
    a second line of head."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    if second:
        writer.writerow(second)
    for row in rows:
        writer.writerow([plain(one_line(column.cell(row))) if column.cell else "" for column in columns])
    return out.getvalue()


def one_line(cell: Cell) -> Cell:
    """Words on one line, without control characters; "" for what is not known."""
    if cell is None:
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in cell).split()) if isinstance(cell, str) else cell


def listed(names: Iterable[str | None]) -> str:
    """ "Velm Herald; Island Courier": each once, in order."""
    return "; ".join(dict.fromkeys(name for name in names if name))
