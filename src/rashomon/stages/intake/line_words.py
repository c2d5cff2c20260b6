"""Tests that know a line of page furniture by its words: the phrases of `words/*.toml`."""

import re
from collections.abc import Callable
from functools import lru_cache

from rashomon.stages.intake.captions import is_photo_credit
from rashomon.stages.intake.line import Line
from rashomon.stages.intake.marks import marks, opening

_DIGIT = re.compile(r"\d")


def is_stamp(line: Line) -> bool:
    """A word for publishing or updating, then a day or a time, and little else."""
    return bool(_stamping().match(line.folded)) and not line.is_prose and bool(_DIGIT.search(line.text))


@lru_cache(maxsize=1)
def _stamping() -> re.Pattern[str]:
    return opening(marks().published | marks().modified)


def is_mark(line: Line) -> bool:
    """The whole line is a mark of furniture; the phrase says of which kind."""
    return line.alone is not None


def opens(kind: str) -> Callable[[Line], bool]:
    def test(line: Line) -> bool:
        pattern = _openings(kind)
        match = pattern.match(line.folded) if pattern else None
        if match is None or line.is_prose:
            return False
        return ":" in line.text[: match.end() + 3] or len(line.text.split()) <= len(match[0].split()) + 4

    test.__doc__ = f"The line begins with a mark of {kind} and a colon, or goes on for a few words only."
    return test


@lru_cache(maxsize=16)
def _openings(*kinds: str) -> re.Pattern[str] | None:
    """One pattern for all phrases that open lines of these kinds; None where there are none."""
    phrases = frozenset(phrase for phrase, kind in marks().opens.items() if kind in kinds)
    return opening(phrases) if phrases else None


def holds(kind: str) -> Callable[[Line], bool]:
    def test(line: Line) -> bool:
        return any(map(line.low.__contains__, _held(kind)))

    test.__doc__ = f"The line has a phrase of {kind} in it."
    return test


@lru_cache(maxsize=16)
def _held(kind: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, found in marks().holds.items() if found == kind)


def is_source_line(line: Line) -> bool:
    """ "Source: TASS": a word for a source, a colon and a name or an address."""
    match = opening(marks().source).match(line.folded)
    return match is not None and ":" in line.text[: match.end() + 3] and not line.is_prose


def asks(line: Line) -> bool:
    """A sentence at the end of a page that asks its reader to share, subscribe or comment."""
    low, pattern = line.folded, _openings("share", "promotion", "comment", "related")
    match = pattern.match(low) if pattern else None
    colon = match is not None and low[match.end() :].startswith(":")
    return match is not None and len(low.split()) <= 30 and (colon or marks().opens[match[0]] != "related")


def is_byline(line: Line) -> bool:
    """ "By Jane Doe": a word for writing, then names, no sentence."""
    if line.ends_sentence or not line.text[:1].isupper():
        return False
    match = opening(marks().byline).match(line.folded)
    rest = line.text[match.end() :].lstrip(" :") if match else ""
    return rest[:1].isupper() and len(rest.split()) <= 12


def opens_photo_credit(line: Line) -> bool:
    """ "Photo: …"."""
    return is_photo_credit(line.folded)
