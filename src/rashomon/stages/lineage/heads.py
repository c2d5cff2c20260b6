"""What names the voice of a report and puts it in time, without its text: small enough to hold where texts are not."""

from datetime import UTC, date, datetime

import msgspec

from rashomon.model.lineage import Lineage
from rashomon.model.report import Report
from rashomon.stages.lineage.house import bare_name, outlet_name
from rashomon.stages.lineage.outside import outside_rows
from rashomon.stages.lineage.voices import DATELINE, is_whole

_MINUTES = 24 * 60


class Head(msgspec.Struct, frozen=True):
    """`report` with so much of its text as the name of its voice hangs on, and no furniture; `outside`: the row to the text
    outside the reports that the whole report is, if any; `day`: proleptic ordinal of its date, 0 where it has none;
    `minute`: of its time from day 0 in UTC where a time is told, else 0; `zoned`: whether the time tells its zone."""

    report: Report
    outside: Lineage | None
    day: int
    minute: int
    zoned: bool


def head(report: Report) -> Head:
    day, minute, zoned = _clock(report.published)
    told = outside_rows(report) if report.credits else []
    whole = next((row for row in told if is_whole(row)), None)
    if whole:
        whole = msgspec.structs.replace(whole, passages=())
    plain = msgspec.structs.replace(report, text=_naming(report), furniture=(), bylines=(), machine=None, judged=())
    return Head(plain, whole, day, minute, zoned)


def _naming(report: Report) -> str:
    """The dateline; the whole text where it tells of the outlet as of one that does something (twice at least: see `acts`)."""
    return report.text if report.text.count(bare_name(outlet_name(report))) > 1 else report.text[:DATELINE]


def _clock(published: str | None) -> tuple[int, int, bool]:
    try:
        if not published or len(published) <= len("2022-01-05"):
            return (date.fromisoformat(published or "").toordinal(), 0, False)
        at = datetime.fromisoformat(published)
    except ValueError:
        return 0, 0, False
    day = at.toordinal()
    utc = at.astimezone(UTC) if at.tzinfo else at
    return day, utc.toordinal() * _MINUTES + utc.hour * 60 + utc.minute, at.tzinfo is not None
