"""A report's sentences as they were read."""

from collections.abc import Mapping, Sequence

from rashomon.model.reading import Reading, Token
from rashomon.model.report import Report
from rashomon.text.segment import sentences

Lines = Mapping[
    str, Sequence[tuple[int, Reading]]
]  # by report: where each sentence begins in its text, and its reading


def lines_of(reports: Sequence[Report], readings: Mapping[str, Reading]) -> Lines:
    """Sentences that were not read are left out."""
    return {
        report.id: [
            (start, reading)
            for start, end in sentences(report.text)
            if (reading := readings.get(report.text[start:end])) is not None
        ]
        for report in reports
    }


def token_at(lines: Lines, report: str, end: int) -> Token | None:
    """The token that ends at this place of the report; None where none does."""
    for start, reading in lines.get(report, ()):
        if start < end <= start + len(reading.text):
            return next((token for token in reading.tokens if start + token.end == end), None)
    return None
