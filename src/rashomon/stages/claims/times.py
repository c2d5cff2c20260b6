"""Date expressions of a report, and what they stand for."""

from datetime import date

from rashomon.model.measure import When
from rashomon.stages.claims.sentence import TimeMention
from rashomon.text.dates import DateExpression, find_dates


def find_times(text: str, day: str | None) -> tuple[TimeMention, ...]:
    """All date expressions of a report's text, in order; relative ones counted from `day` (ISO), None where undated."""
    anchor = date.fromisoformat(day[:10]) if day else None
    return tuple(_mention(text, expression) for expression in find_dates(text, anchor))


def _mention(text: str, expression: DateExpression) -> TimeMention:
    words = text[expression.start : expression.end]
    when = When(start=expression.first, end=expression.last, text=words) if expression.first else None
    return TimeMention(expression.start, expression.end, when, expression.is_set, expression.duration, expression.assumed)
