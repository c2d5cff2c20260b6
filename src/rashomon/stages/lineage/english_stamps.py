"""When a text says that it was written: stamps at its head or foot, clock times of its day, an agency's note of what is new,
and whether things lie ahead or are done."""

import re
from datetime import datetime

_EDGE = 400  # characters at each end of a text in which a stamp stands
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CLOCK = r"(\d{1,2})[:.](\d{2})\s?([ap])?\.?m?\b"
_STAMP = re.compile(
    rf"\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}}),? (\d{{4}})[;,]?(?: -| –| at| \|)? {_CLOCK}", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|at|as of|until) (\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b", re.IGNORECASE)
_NEWS = re.compile(r"\((?:Updates|Adds|Recasts|Writes through|UPDATES|ADDS|RECASTS)\b[^)]{3,200}\)")

_AHEAD = re.compile(
    r"\b(?:gears? up|prepar(?:e|es|ing|ations?)\b|(?:is|are|was|were) (?:about|due|set|expected|scheduled) to\b|will (?:soon |shortly |now )?(?:decide|begin|start|vote|meet|rule|open|leave)\b|"
    r"(?:could|may) (?:soon )?(?:begin|start)\b|ahead of\b)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has|have|had) (?:\w+ly |now |been )?(?:started|begun|ordered|resumed|opened|decided|voted|ruled|ended|finished|completed|reopened|arrived|succeeded)\b|"
    r"\b(?:starts|begins|orders|resumes|rules|is over)\b",
    re.IGNORECASE,
)
_LEAD = 400  # characters in which a story says how far things are


def stamp(text: str) -> datetime | None:
    """The latest day and time that stands as a stamp at the text's head or foot ("January 11, 2031; 9:16 PM")."""
    edges = text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    return max(filter(None, map(_moment, _STAMP.finditer(edges))), default=None)


def _moment(match: re.Match[str]) -> datetime | None:
    month, day, year, hour, minute, half = match.groups()
    try:
        return datetime(int(year), _MONTHS.index(month.casefold()) + 1, int(day), _hour(hour, half), int(minute))
    except ValueError:
        return None


def _hour(hour: str, half: str | None) -> int:
    return int(hour) % 12 + 12 * (half.casefold() == "p") if half else int(hour)


def last_clock(text: str) -> int | None:
    """The latest time of day by which a text tells something, in minutes ("By 2.30 pm"); None where it names none."""
    times = [_hour(m[1], m[3]) * 60 + int(m[2] or 0) for m in _BY.finditer(text) if 0 < int(m[1]) <= 12]
    return max(times, default=None)


def says_what_is_new(text: str) -> bool:
    """Whether an agency's note at the head says what this version adds ("(Adds comment, paragraph 9)")."""
    return bool(_NEWS.search(text[:_EDGE]))


def stage(lead: str) -> int:
    """How far a story has got by its headline and first words: 0 where it lies ahead, 1 where it is done, -1 where they say
    neither or both."""
    ahead, done = bool(_AHEAD.search(lead[:_LEAD])), bool(_DONE.search(lead[:_LEAD]))
    return -1 if ahead == done else int(done)
