"""Clock times in words and digits."""

import re

_DIGITS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s?(?:([ap])\.?m)?|(\d\d)(\d\d)", re.IGNORECASE)
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)\b(?!:)")
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
# Zones of one meaning: hours from UTC. "CST" and "IST" have several.
_HOURS = {"CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "BST": 1, "JST": 9, "KST": 9, "AEST": 10, "SAST": 2, "EAT": 3, "WAT": 1, "HKT": 8, "EST": -5, "EDT": -4, "CDT": -5, "PST": -8, "PDT": -7}  # fmt: skip
_NAMED_ZONE = re.compile(rf"\b(?:{'|'.join(_HOURS)})\b")
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
        named = _NAMED_ZONE.search(words)
        hours = _HOURS[named.group()] if named else None
        return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00" if hours is not None else ""
    return f"{zone[1]}{int(zone[2]):02d}:{zone[3] or '00'}" if zone[1] else "Z"
