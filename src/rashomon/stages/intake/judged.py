"""What persons decided on reports: outlet, title and day of publication corrected after they were read; the text never."""

from collections.abc import Sequence

import msgspec

from rashomon.model.judgement import REPORT, Judgement
from rashomon.model.report import AsTaken, Report
from rashomon.model.rulings import Ruling, rulings
from rashomon.text.dates.iso import is_moment

FIELDS = ("outlet", "published", "title")


def judged(reports: Sequence[Report], log: Sequence[Judgement]) -> tuple[Report, ...]:
    """The reports, in their order, with what persons decided on them; the very same where they decided nothing."""
    held = rulings(log, {report.id for report in reports}, REPORT) if log else {}
    return tuple(_ruled(report, held[report.id]) if report.id in held else report for report in reports)


def readable(field: str | None, value: str | None) -> None:
    """Raises ValueError with a sentence where a report has no such field, or the field cannot hold the value."""
    if field not in FIELDS:
        raise ValueError(f"a report has no field {field!r} that can be corrected; the fields are {', '.join(FIELDS)}.")
    if not value or not value.strip():
        raise ValueError(f"a correction of {field} says what stands there now.")
    if field == "published" and not is_moment(value):
        raise ValueError(f"{value!r} is no day: write 2031-05-06, or 2031-05-06T14:30:00+00:00.")


def _ruled(report: Report, ruling: Ruling) -> Report:
    now = {field: each.value for field, each in ruling.corrected.items() if _fits(field, each.value)}
    fields = tuple(sorted(now))
    if "published" in now:
        now["dated_by"] = "judgement"
    before = {name: getattr(report, name) for name in now}
    machine = AsTaken(fields=fields, **before) if fields else None
    return msgspec.structs.replace(report, **now, judged=ruling.judged, machine=machine)


def _fits(field: str, value: str | None) -> bool:
    try:
        readable(field, value)
    except ValueError:
        return False
    return True
