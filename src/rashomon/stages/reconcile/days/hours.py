"""The hour at which something happened, where a report gives one."""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.model.measure import When
from rashomon.stages.reconcile.tables import table, whole_words

BEFORE = (
    24  # characters before an expression of the day in which a part of it may stand ("in the early hours of Monday")
)
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?$")


def hour(times: Iterable[tuple[When, str, str]]) -> str | None:
    """ "02:40" (a "Z" behind it where it is Greenwich time), else a part of the day ("morning"); None where neither is given.

    `times` are those of the day, each with what stands before it and its own words. Local time goes before Greenwich."""
    told = list(times)
    clocks = sorted(clock for when, before, words in told if (clock := _clock(when)) and is_hour(before, words))
    if clocks:
        return clocks[0][1] + ("Z" if clocks[0][0] else "")
    parts = {part.lower() for _, before, words in told for part in _parts().findall(before + words)}
    return parts.pop() if len(parts) == 1 else None


def _clock(when: When) -> tuple[bool, str] | None:
    """Whether it is Greenwich time, and the hour; None where the day alone is given, or a stretch of hours."""
    found = _CLOCK.search(when.start or "") if when.start == when.end else None
    return (found[2] is not None, found[1]) if found else None


def is_hour(before: str, words: str) -> bool:
    """Whether figures are an hour: they say so, or a word before them does. Others are a score, a length or a stamp."""
    rules = table("timeline_en")
    within = re.search(rules["clock_within"], words, re.IGNORECASE)
    return bool(within or re.search(rules["clock_before"], before, re.IGNORECASE))


@cache
def _parts() -> re.Pattern[str]:
    return whole_words(list(table("timeline_en")["parts"]))


def clock_of(time: str | None) -> float:
    """Where a line stands within its day, in hours; what has no hour stands first."""
    if time is None:
        return -1.0
    if ":" in time:
        return int(time[:2]) + int(time[3:5]) / 60
    return float(table("timeline_en")["parts"][time])
