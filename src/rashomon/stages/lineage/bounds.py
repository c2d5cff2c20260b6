"""How much of a report is looked at, and a problem on file where that is not all of it."""

from collections.abc import Iterable

import msgspec

from rashomon.model.problem import Problem
from rashomon.model.report import Report
from rashomon.stages.lineage.settings import Settings


def bounded(report: Report, settings: Settings) -> Report:
    """The report with the beginning of its text, up to the last space before the bound; most reports as they are."""
    if len(report.text) <= settings.longest:
        return report
    end = report.text.rfind(" ", 0, settings.longest + 1)
    return msgspec.structs.replace(report, text=report.text[: end if end > 0 else settings.longest])


def too_long(reports: Iterable[Report], settings: Settings) -> tuple[Problem, ...]:
    """A problem for each report of which the end is not looked at, in order of ids."""
    long = (report for report in reports if len(report.text) > settings.longest)
    return tuple(
        Problem(
            stage="lineage",
            report=report.id,
            code="text-too-long",
            message=(
                f"The text has {len(report.text):,} characters; only the first {settings.longest:,} were compared "
                "with other reports."
            ),
        )
        for report in sorted(long, key=lambda report: report.id)
    )
