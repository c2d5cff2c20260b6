"""Tests that know a line of page furniture by its form, in whatever words."""

import re

from rashomon.reference.outlets import find_outlet
from rashomon.stages.intake.captions import describes_picture, is_caption
from rashomon.stages.intake.line import Line
from rashomon.stages.intake.media_names import is_medium

_WORD = re.compile(r"\w+")


def is_marks_only(line: Line) -> bool:
    """A stray quotation mark, rule or bullet."""
    return not _WORD.search(line.text)


def is_bare_day(line: Line) -> bool:
    """A day, with a time or one name beside it."""
    day = None if line.is_prose else line.day
    rest = _WORD.findall(line.text[: day.start] + " " + line.text[day.end :]) if day else []
    return day is not None and len([word for word in rest if not word.isdigit()]) <= 3


# Words that may stand small inside a name ("El Faro de Velmora", "Die Zeit der Häfen").
_SMALL = r"of|the|de|del|de la|da|do|di|du|des|la|las|los|le|les|der|die|das|van|von|y|e|et|und|and"
_PART = rf"(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][\w'’&.-]*|(?:{_SMALL}))"
_NAMED_DAY = re.compile(rf"{_PART}(?: {_PART}){{0,5}}(?: \([^()]{{1,30}}\))?,\s*$")


def is_named_day(line: Line) -> bool:
    """ "Port Sorrel Evening Gazette (Velmora), 14.03.2024": a name of any length, a comma and a day."""
    day, text = line.day, line.text
    return day is not None and not text[day.end :].strip(" .") and bool(_NAMED_DAY.fullmatch(text[: day.start]))


_BLURB = re.compile(
    r"[A-Z0-9][^:.]{1,50}: (?:all |only |your )?(?:the )?(?:latest|freshest|hottest|breaking|top|main|most important|daily)\b[^.]{0,40}\b(?:news|updates?|headlines)\b"
)


def is_blurb(line: Line) -> bool:
    """ "Velm24: the latest news of the day, politics, sport": a name, a colon, and what it offers."""
    return bool(_BLURB.match(line.text))


_COPYRIGHT = re.compile(r"(?:TM and )?(?:©|\([cC]\)\s|Copyright\b)")


def is_copyright(line: Line) -> bool:
    """A line that begins with a copyright sign or word."""
    return bool(_COPYRIGHT.match(line.text))


_SIGNATURE = re.compile(r"[—–-]{1,2}\s?((?:[A-Z][\w.'’&-]*\s?){1,5})$")


def is_signature(line: Line) -> bool:
    """ "— Name of an agency": a dash and a name, nothing else, as wires sign their texts."""
    return bool(_SIGNATURE.match(line.text))


_ADDRESS = re.compile(r"https?\s?:\s?/\s?/\s?\S")


def is_address(line: Line) -> bool:
    """Nothing but a web address (also in texts whose tokens were put apart)."""
    return bool(_ADDRESS.match(line.text)) and not line.is_prose


_SIGNED = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,20}(?: (?:(?:and|de|van|von|bin|al) )?[A-ZÀ-ÖØ-Þ][\w'’.-]{0,20}){1,3}, (?P<medium>[^,]{3,60})"
)


def is_signed(line: Line) -> bool:
    """ "Ada Holm, Velmora Herald": a person's name, a comma and a medium's, nothing else."""
    match = _SIGNED.fullmatch(line.text)
    return match is not None and not line.text.endswith((".", "!", "?")) and is_medium(match["medium"])


_REPORTING_NOTE = re.compile(r"\W?(?:(?:Additional |With )?[Rr]eporting|Editing|Writing|Compiled|Edited) (?:by|in)\b")


def is_reporting_note(line: Line) -> bool:
    """ "(Reporting by …; editing by …)" at the end of an agency's text."""
    return bool(_REPORTING_NOTE.match(line.text))


_BETWEEN = re.compile(r"\s[>»›/|]\s")
_LETTER = re.compile(r"[^\W\d_]")


def is_breadcrumb(line: Line) -> bool:
    """ "Home > World > Asia": short names with marks between."""
    if not any(map(line.text.__contains__, ">»›/|")):
        return False
    parts = _BETWEEN.split(line.text)
    return len(parts) >= 3 and all(len(part.split()) <= 4 and _LETTER.search(part) for part in parts)


def is_outlet_name(line: Line) -> bool:
    """The name of an outlet or agency that stands alone in a line."""
    text = line.text
    return len(text.split()) <= 4 and not text.endswith((".", ":")) and find_outlet(text) is not None


def ends_in_credit(line: Line) -> bool:
    """A picture's credit at its end, or a picture from the archive."""
    return is_caption(line.text)


def is_worded_caption(line: Line) -> bool:
    """A caption by its wording."""
    return describes_picture(line.text)
