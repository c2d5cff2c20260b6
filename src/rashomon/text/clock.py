"""Clock times in words and digits."""

import re

_DIGITS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s?(?:([ap])\.?m)?|(\d\d)(\d\d)", re.IGNORECASE)
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)\b(?!:)")
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_ZONE = re.compile(r"\b(?:GMT|UTC)(?: ?([+-])(\d{1,2})(?::?(\d\d))?)?")


def time_of_day(words: str) -> str | None:
    """`hh:mm` with the offset where the words give one ("6:40 p.m. (GMT +8)": 18:40+08:00); None where they are no time."""
    named = next((time for name, time in _NAMED.items() if words.casefold().startswith(name)), None)
    if named:
        return named
    bare = _BARE.match(words)
    if bare:
        return f"{bare[1]}:{bare[2]}{_offset(words)}"
    match = _DIGITS.match(words)
    if not match or not match[1]:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[4]:
        hour = hour % 12 + (12 if match[4].casefold() == "p" else 0)
    return f"{hour:02d}:{minute:02d}{_offset(words)}" if hour < 24 and minute < 60 else None


def _offset(words: str) -> str:
    zone = _ZONE.search(words)
    if not zone:
        return ""
    return f"{zone[1]}{int(zone[2]):02d}:{zone[3] or '00'}" if zone[1] else "Z"
