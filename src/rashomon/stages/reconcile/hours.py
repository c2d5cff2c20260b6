"""The hour at which something happened, where a report gives one."""

import re
from collections.abc import Iterable

from rashomon.model.measure import When

# Hours that the parts of a day stand for where lines are put in order; they are shown as the report's own word.
_PARTS = {
    "midnight": 0.0, "overnight": 0.1, "small hours": 2.0, "early hours": 2.0, "dawn": 5.0, "daybreak": 5.0, "sunrise": 5.5, "morning": 8.0,
    "noon": 12.0, "midday": 12.0, "lunchtime": 12.5, "afternoon": 14.0, "dusk": 18.0, "sunset": 18.0, "evening": 18.5, "night": 21.0,
}  # fmt: skip
_PART = re.compile(r"\b(" + "|".join(_PARTS) + r")\b", re.IGNORECASE)
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?$")
BEFORE = 24  # characters before an expression of the day in which a part of it may stand ("in the early hours of Monday")


def hour(times: Iterable[When], words: Iterable[str]) -> str | None:
    """ "02:40" (a "Z" behind it where it is Greenwich time), else a part of the day ("morning"); None where neither is given.

    `times` are those of the day, `words` their expressions with a little of what stands before. Local time goes before Greenwich."""
    found = [_CLOCK.search(when.start or "") for when in times if (when.start or "") == (when.end or "")]
    clocks = sorted((one[2] is not None, one[1] + ("Z" if one[2] else "")) for one in found if one)
    if clocks:
        return clocks[0][1]
    parts = [part[1].lower() for text in words for part in _PART.finditer(text)]
    return parts[0] if len(set(parts)) == 1 else None


def clock_of(time: str | None) -> float:
    """Where a line stands within its day, in hours; what has no hour stands first."""
    if time is None:
        return -1.0
    if time in _PARTS:
        return _PARTS[time]
    return int(time[:2]) + int(time[3:5]) / 60
