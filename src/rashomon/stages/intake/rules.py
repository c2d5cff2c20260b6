"""The rules that know page furniture by one line: a table of small named tests, each with the kind that it finds and the zone where
the line may stand."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from rashomon.reference.outlets import find_outlet
from rashomon.stages.intake.captions import describes_picture, is_caption, is_photo_credit
from rashomon.stages.intake.marks import folded, marks, opening
from rashomon.stages.intake.media_names import is_medium
from rashomon.text.dates.monthnames import find_day

HEAD, BODY, END = "head", "body", "end"
ANY = "any"
_PROSE_WORDS = 9
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")


class Rule(NamedTuple):
    """`test` says whether a line is furniture of this kind; `zone` where it may stand: at the head, behind the first paragraph
    of the text (`BODY`), at the end, or anywhere."""

    kind: str
    zone: str
    test: Callable[[str], bool]


def count_words(line: str) -> int:
    return len(_WORD.findall(line))


def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence or more."""
    return bool(_SENTENCE_END.search(line)) and count_words(line) >= _PROSE_WORDS


def kind_of_line(line: str, zone: str) -> str | None:
    """The kind of the first rule for this zone that knows the line; None where the line is the report's."""
    return next((rule.kind for rule in RULES if rule.zone in (zone, ANY) and rule.test(line)), None)


# --- rules: each looks at one line


def _is_stamp(line: str) -> bool:
    """A word for publishing or updating, then a day or a time, and little else."""
    match = opening(marks().published | marks().modified).match(folded(line))
    return bool(match) and len(line) < 90 and not is_prose(line) and bool(re.search(r"\d", line))


def _is_bare_day(line: str) -> bool:
    """A day, with a time or one name beside it."""
    if len(line) > 70 or is_prose(line):
        return False
    day = find_day(line)
    rest = _WORD.findall(line[: day.start] + " " + line[day.end :]) if day else []
    return day is not None and len([word for word in rest if not word.isdigit()]) <= 3


# Words that may stand small inside a name ("El Faro de Velmora", "Die Zeit der Häfen").
_SMALL = r"of|the|de|del|de la|da|do|di|du|des|la|las|los|le|les|der|die|das|van|von|y|e|et|und|and"
_PART = rf"(?:[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я][\w'’&.-]*|(?:{_SMALL}))"
_NAMED_DAY = re.compile(rf"{_PART}(?: {_PART}){{0,5}}(?: \([^()]{{1,30}}\))?,\s*$")


def _is_named_day(line: str) -> bool:
    """ "Port Sorrel Evening Gazette (Velmora), 14.03.2024": a name of any length, a comma and a day."""
    day = find_day(line) if len(line) <= 100 else None
    return day is not None and not line[day.end :].strip(" .") and bool(_NAMED_DAY.fullmatch(line[: day.start]))


_BLURB = re.compile(
    r"[A-Z0-9][^:.]{1,50}: (?:all |only |your )?(?:the )?(?:latest|freshest|hottest|breaking|top|main|most important|daily)\b[^.]{0,40}\b(?:news|updates?|headlines)\b"
)


def _is_blurb(line: str) -> bool:
    """ "Velm24: the latest news of the day, politics, sport": a name, a colon, and what it offers."""
    return len(line) < 400 and bool(_BLURB.match(line))


def _alone(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        return marks().alone.get(folded(line)) == kind

    test.__doc__ = f"The whole line is a mark of {kind}."
    return test


@lru_cache(maxsize=16)
def _openings(*kinds: str) -> re.Pattern[str] | None:
    """One pattern for all phrases that open lines of these kinds; None where there are none."""
    phrases = frozenset(phrase for phrase, kind in marks().opens.items() if kind in kinds)
    return opening(phrases) if phrases else None


@lru_cache(maxsize=16)
def _held(kind: str) -> re.Pattern[str]:
    phrases = [re.escape(phrase) for phrase, found in marks().holds.items() if found == kind]
    return re.compile("|".join(phrases) or r"(?!)")


def _opens(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        if len(line) > 200 or is_prose(line):
            return False
        pattern = _openings(kind)
        match = pattern.match(folded(line)) if pattern else None
        return match is not None and (":" in line[: match.end() + 3] or len(line.split()) <= len(match[0].split()) + 4)

    test.__doc__ = f"The line begins with a mark of {kind} and a colon, or goes on for a few words only."
    return test


def _holds(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        return bool(_held(kind).search(" ".join(line.casefold().split())))

    test.__doc__ = f"The line has a phrase of {kind} in it."
    return test


def _is_source_line(line: str) -> bool:
    """ "Source: TASS": a word for a source, a colon and a name or an address."""
    match = opening(marks().source).match(folded(line))
    return match is not None and len(line) < 140 and ":" in line[: match.end() + 3] and not is_prose(line)


def _is_copyright(line: str) -> bool:
    """A line that begins with a copyright sign or word."""
    return len(line) < 400 and bool(re.match(r"(?:TM and )?(?:©|\([cC]\)\s|Copyright\b)", line))


def _is_signature(line: str) -> bool:
    """ "— Name of an agency": a dash and a name, nothing else, as wires sign their texts."""
    match = re.match(r"[—–-]{1,2}\s?((?:[A-Z][\w.'’&-]*\s?){1,5})$", line)
    return bool(match) and len(line) <= 60


def _asks(line: str) -> bool:
    """A sentence at the end of a page that asks its reader to share, subscribe or comment."""
    low, pattern = folded(line), _openings("share", "promotion", "comment", "related")
    match = pattern.match(low) if pattern else None
    colon = match is not None and low[match.end() :].startswith(":")
    return match is not None and len(low.split()) <= 30 and (colon or marks().opens[match[0]] != "related")


def _is_address(line: str) -> bool:
    """Nothing but a web address (also in texts whose tokens were put apart)."""
    return bool(re.match(r"https?\s?:\s?/\s?/\s?\S", line)) and not is_prose(line)


def _is_byline(line: str) -> bool:
    """ "By Jane Doe": a word for writing, then names, no sentence."""
    match = opening(marks().byline).match(folded(line))
    if not match or len(line) > 120 or _SENTENCE_END.search(line) or not line[:1].isupper():
        return False
    rest = line[match.end() :].lstrip(" :")
    return rest[:1].isupper() and len(rest.split()) <= 12


_SIGNED = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,20}(?: (?:(?:and|de|van|von|bin|al) )?[A-ZÀ-ÖØ-Þ][\w'’.-]{0,20}){1,3}, (?P<medium>[^,]{3,60})"
)


def _is_signed(line: str) -> bool:
    """ "Ada Holm, Velmora Herald": a person's name, a comma and a medium's, nothing else."""
    match = _SIGNED.fullmatch(line) if len(line) <= 100 else None
    return match is not None and not line.endswith((".", "!", "?")) and is_medium(match["medium"])


def _is_reporting_note(line: str) -> bool:
    """ "(Reporting by …; editing by …)" at the end of an agency's text."""
    return (
        bool(re.match(r"\W?(?:(?:Additional |With )?[Rr]eporting|Editing|Writing|Compiled|Edited) (?:by|in)\b", line))
        and len(line) < 400
    )


def _is_breadcrumb(line: str) -> bool:
    """ "Home > World > Asia": short names with marks between."""
    parts = re.split(r"\s[>»›/|]\s", line)
    return len(parts) >= 3 and all(len(part.split()) <= 4 and re.search(r"[^\W\d_]", part) for part in parts)


def _is_outlet_name(line: str) -> bool:
    """The name of an outlet or agency that stands alone in a line."""
    return (
        len(line) <= 40 and len(line.split()) <= 4 and not line.endswith((".", ":")) and find_outlet(line) is not None
    )


def _is_marks_only(line: str) -> bool:
    """A stray quotation mark, rule or bullet."""
    return not _WORD.search(line)


RULES: tuple[Rule, ...] = (
    Rule("other", ANY, _is_marks_only),
    Rule("date", ANY, _is_stamp),
    Rule("date", HEAD, _is_bare_day),
    Rule("credit", ANY, is_photo_credit),
    Rule("comment", ANY, _alone("comment")),
    Rule("related", ANY, _alone("related")),
    Rule("share", ANY, _alone("share")),
    Rule("source", ANY, _alone("source")),
    Rule("promotion", ANY, _alone("promotion")),
    Rule("menu", ANY, _alone("menu")),
    Rule("source", ANY, _is_source_line),
    Rule("source", ANY, _is_address),
    Rule("related", ANY, _opens("related")),
    Rule("share", ANY, _opens("share")),
    Rule("promotion", ANY, _opens("promotion")),
    Rule("comment", ANY, _opens("comment")),
    Rule("comment", ANY, _holds("comment")),
    Rule("caption", ANY, is_caption),
    Rule("byline", HEAD, _is_byline),
    Rule("byline", HEAD, _is_signed),
    Rule("breadcrumb", HEAD, _is_breadcrumb),
    Rule("source", HEAD, _is_outlet_name),
    Rule("caption", BODY, describes_picture),
    Rule("date", END, _is_bare_day),
    Rule("date", END, _is_named_day),
    Rule("promotion", END, _is_blurb),
    Rule("promotion", END, _holds("promotion")),
    Rule("source", END, _holds("source")),
    Rule("promotion", END, _asks),
    Rule("source", END, _is_copyright),
    Rule("source", END, _is_signature),
    Rule("byline", END, _is_byline),
    Rule("byline", END, _is_reporting_note),
    Rule("source", END, _is_outlet_name),
)
