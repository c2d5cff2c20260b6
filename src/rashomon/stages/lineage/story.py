"""What the address of a page tells: the number under which a newsroom's system filed the story."""

import re
from urllib.parse import urlsplit

from rashomon.model.report import Report

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{5,12}(?!\d)")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")


def story_number(report: Report) -> tuple[str, int] | None:
    """The host and the last number of five to twelve digits in the path that is no day; None where there is none."""
    parts = urlsplit(_live(report))
    numbers = [found for found in _NUMBER.findall(parts.path) if not _DAY.fullmatch(found)]
    return (parts.hostname or "", int(numbers[-1])) if numbers else None


def _live(report: Report) -> str:
    """The address of the page itself, where an archive's was given."""
    return _ARCHIVED.sub("", report.url or "")
