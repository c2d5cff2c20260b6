"""Date expressions of a report, and what they stand for."""

from rashomon.stages.claims.sentence import TimeMention


def find_times(text: str, day: str | None) -> tuple[TimeMention, ...]:
    """All date expressions of a report's text, in order; relative ones counted from `day` (ISO), None where undated."""
    return ()
