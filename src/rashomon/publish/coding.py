"""The agreement of coders, as lines for a terminal."""

import csv
import io
from collections.abc import Iterator

from rashomon.model.agreement import Agreement, Coding, Reliability, Unit
from rashomon.publish.listing import short
from rashomon.publish.tables import Cell, plain
from rashomon.publish.terminal import clean, counted

_WIDEST = 44  # characters of a variable's name
_SHOWN = 50  # differences


def lines(found: Agreement) -> Iterator[str]:
    """Who coded, alpha a line a variable, what a reader must know, and the differences."""
    for coder in found.coders:
        done = f", done {coder.done[:16].replace('T', ' ')}" if coder.done else ""
        alone = f", {coder.alone} of them alone" if coder.alone else ""
        lacks = f", {coder.lacks} that others judged left" if coder.lacks else ""
        yield f"{clean(coder.who, 40)}: {counted(coder.judged, 'thing')} judged{alone}{lacks}{done}"
    if found.reliabilities:
        yield ""
        yield f"{'':{_WIDEST}}  {'units':>5}  {'by two':>6}  {'alike':>5}  {'alpha':>6}"
        for row in found.reliabilities:
            yield from _reliability(row)
    for note in found.notes:
        yield ""
        yield note
    for unit in found.differences[:_SHOWN]:
        yield ""
        yield from _difference(unit)
    if len(found.differences) > _SHOWN:
        yield f"and {len(found.differences) - _SHOWN:,} more (--json lists all)"


def _reliability(row: Reliability) -> Iterator[str]:
    alike = "" if row.agreement is None else f"{row.agreement:.0%}"
    alpha = "–" if row.alpha is None else f"{row.alpha:.3f}"
    span = "" if row.low is None or row.high is None else f"  ({row.low:.2f} to {row.high:.2f})"
    level = f"  {row.verdict}" if row.verdict else ""
    yield f"{row.name:{_WIDEST}}  {row.units:>5}  {row.paired:>6}  {alike:>5}  {alpha:>6}{span}{level}".rstrip()
    if row.undefined:
        yield f"  {row.undefined}"


def _difference(unit: Unit) -> Iterator[str]:
    yield f"{unit.of}, {unit.variable}: {clean(unit.title, 120)}"
    for coding in unit.codings:
        yield _coding(coding)
    if unit.settled:
        yield f"{_coding(unit.settled)}  [settled]"


def _coding(coding: Coding) -> str:
    return f"  {short(coding.judgement)}  {clean(coding.who, 40)}: {clean(coding.value, 80)} ({clean(coding.why, 120)})"


_COLUMNS = (
    "of",
    "variable",
    "unit",
    "on",
    "title",
    "coder",
    "value",
    "number",
    "in_sight",
    "settled",
    "judgement",
    "when",
    "why",
)


def units_csv(found: Agreement) -> str:
    """All that was judged, a row a coder's value: `unit` is what coders are compared on within one `of` and `variable`, `settled` the
    adjudication."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for unit in found.units:
        for one in unit.codings:
            settled = unit.settled.value if unit.settled else ""
            row: tuple[Cell, ...] = (
                unit.of, unit.variable, unit.id, " ".join(unit.on), unit.title, one.who, one.value, one.number,
                "yes" if one.in_sight else "no", settled, one.judgement, one.when, one.why,
            )  # fmt: skip
            writer.writerow([plain(each) for each in row])
    return out.getvalue()
