"""Lines and tables for a terminal: words cleaned, wrapped and indented, columns that shrink where there is no room."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.publish.terminal import clean

COLUMN = 11  # columns of a terminal that a table needs for each of its own, at least
LONGEST = 1000  # characters of a report's words in one line of a view


def heading(words: str) -> Text:
    return Text(clean(words, 200), style="bold underline")


def line(words: str, indent: int = 0, style: str = "") -> Padding:
    return Padding(Text(clean(words, LONGEST), style=style), (0, 0, 0, indent))


def joined(*pieces: tuple[str, str], indent: int = 0) -> Padding:
    """One line of pieces, each with its style."""
    text = Text()
    for words, style in pieces:
        if words:
            text.append((" " if text else "") + clean(words, LONGEST), style=style)
    return Padding(text, (0, 0, 0, indent))


class Rows(NamedTuple):
    """A table; where a terminal is too narrow for it, a block of lines for each row."""

    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[str]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= COLUMN * len(self.columns)
        yield self.table() if wide else Group(*(self.block(row) for row in self.rows))

    def table(self) -> Table:
        found = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=False, header_style="dim")
        for name, ratio in self.columns:
            if ratio:
                found.add_column(name, ratio=ratio, overflow="fold")
            else:
                found.add_column(name, justify="right", no_wrap=True)
        for row in self.rows:
            found.add_row(*(Text(clean(cell, LONGEST)) for cell in row))
        return found

    def block(self, row: Sequence[str]) -> Group:
        first, *others = (clean(cell, LONGEST) for cell in row)
        names = (name for name, _ in self.columns[1:])
        lines = (
            Padding(Text(f"{name}: {cell}"), (0, 0, 0, 2)) for name, cell in zip(names, others, strict=True) if cell
        )
        return Group(Text(first, style="bold"), *lines)


def table(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> Rows:
    """Columns with the share of the width that each may ask for; a share of 0 is for numbers, which stand at the right and never wrap."""
    return Rows(columns, list(rows))


def left_out(count: int, noun: str = "more") -> Text:
    return Text(f"and {count:,} {noun}, in the record", style="dim")
