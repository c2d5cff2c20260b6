"""Takes page furniture out of a report's paragraphs: a table of small named rules, each with the kind it finds.

Careful in the middle of a text, generous at its head and end: a paragraph that reads as prose (`is_prose`) is taken out only
where a rule is sure of it, and everything that is taken out stays on file as `Furniture`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from rashomon.model.report import Furniture
from rashomon.reference.outlets import find_outlet
from rashomon.stages.intake.marks import folded, marks, opening
from rashomon.stages.intake.settings import IntakeSettings
from rashomon.text.datelines import read_dateline
from rashomon.text.monthnames import find_day

HEAD, END, ANY = "head", "end", "any"
_PROSE_WORDS = 9
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+")


class Rule(NamedTuple):
    """`test` says whether a line is furniture of this kind; `zone` where it may stand."""

    kind: str
    zone: str
    test: Callable[[str], bool]


class Stripped(NamedTuple):
    """The paragraphs that are the report's, what was taken out in order, and the headline found on the page."""

    kept: list[str]
    furniture: tuple[Furniture, ...]
    headline: str | None


def is_prose(line: str) -> bool:
    """Whether a line reads as a sentence or more."""
    return bool(_SENTENCE_END.search(line)) and len(_WORD.findall(line)) >= _PROSE_WORDS


def strip(lines: list[str], title: str | None, settings: IntakeSettings) -> Stripped:
    """The lines without furniture. `title` is the page's own where it is known beforehand."""
    kinds = [_kind(line, HEAD, settings) for line in lines]
    at_end = [_kind(line, END, settings) for line in lines]
    first, last = _body(lines, [kind or end for kind, end in zip(kinds, at_end, strict=True)])
    kinds = [kind or (at_end[at] if at > last else None) for at, kind in enumerate(kinds)]
    kinds = [None if kind in _HEAD_ONLY and at > first + 1 and at <= last else kind for at, kind in enumerate(kinds)]
    _close(lines, kinds, settings)
    headline = title or _headline(lines, kinds, first)
    if headline:
        _mark_headings(lines, kinds, first, headline)
    kept = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    gone = tuple(Furniture(text=line, kind=kind) for line, kind in zip(lines, kinds, strict=True) if kind)
    return Stripped(kept, gone, headline)


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


def _is_photo_credit(line: str) -> bool:
    """ "Photo: …": a word for a picture, a colon (or "by"), and a name."""
    match = opening(marks().photo).match(folded(line))
    if not match or len(line) > 120:
        return False
    rest = folded(line)[match.end() :].lstrip()
    return rest.startswith((":", "-", "–", "/", "by ", "©", "credit")) or not rest


_CREDITED = re.compile(
    r"(?:\((?:[^()]{0,60}\b)?(?:AP|AFP|Reuters|EPA|Getty|Photo|Foto|Фото|Photograph|Image|Picture)\b[^()]{0,60}\)\.?"
    r"|(?:Photo|Photograph|Picture|Image|Foto|Фото|Credit|Photo by|Photo courtesy)\s?:?\s[^.:]{2,60}"
    r"|[©/|]\s?[^.]{0,40}\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|Getty|TASS|Xinhua|Anadolu|Shutterstock|AAP|PA|dpa)\b[^.]{0,40}"
    r"|\b(?:Getty Images|Shutterstock|AP Photo/[\w .]{2,40}|via AP|via Getty Images|via Reuters))$"
)
_FILE_PICTURE = re.compile(
    r"(?:FILE|File|ARCHIVE)(?: PHOTO| photo| picture| image)?\s?[:–—-]\s|A file (?:photo|picture|image) "
)


def _is_caption(line: str) -> bool:
    """A line that ends in a picture's credit, or begins as a picture from the archive."""
    if len(line) > 500 or read_dateline(line):
        return False
    return bool(_FILE_PICTURE.match(line)) or bool(_CREDITED.search(line[-120:]))


def _alone(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        return marks().alone.get(folded(line)) == kind

    test.__doc__ = f"The whole line is a mark of {kind}."
    return test


def _opens(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        if len(line) > 200 or is_prose(line):
            return False
        phrases = frozenset(phrase for phrase, found in marks().opens.items() if found == kind)
        match = opening(phrases).match(folded(line)) if phrases else None
        return match is not None and (":" in line[: match.end() + 3] or len(line.split()) <= len(match[0].split()) + 4)

    test.__doc__ = f"The line begins with a mark of {kind} and a colon, or goes on for a few words only."
    return test


def _holds(kind: str) -> Callable[[str], bool]:
    def test(line: str) -> bool:
        low = " ".join(line.casefold().split())
        return any(found == kind and phrase in low for phrase, found in marks().holds.items())

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
    low, kinds = folded(line), ("share", "promotion", "comment", "related")
    phrases = frozenset(phrase for phrase, kind in marks().opens.items() if kind in kinds)
    match = opening(phrases).match(low)
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
    Rule("credit", ANY, _is_photo_credit),
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
    Rule("caption", ANY, _is_caption),
    Rule("byline", HEAD, _is_byline),
    Rule("breadcrumb", HEAD, _is_breadcrumb),
    Rule("source", HEAD, _is_outlet_name),
    Rule("date", END, _is_bare_day),
    Rule("promotion", END, _holds("promotion")),
    Rule("source", END, _holds("source")),
    Rule("promotion", END, _asks),
    Rule("source", END, _is_copyright),
    Rule("source", END, _is_signature),
    Rule("byline", END, _is_byline),
    Rule("byline", END, _is_reporting_note),
    Rule("source", END, _is_outlet_name),
)
_HEAD_ONLY = frozenset({"byline", "breadcrumb"})
# Behind a mark of these kinds an article is over, where little is left.
_CLOSING = frozenset({"related", "comment", "source"})


def _kind(line: str, zone: str, settings: IntakeSettings) -> str | None:
    if len(line) > settings.max_line:
        return None
    return next((rule.kind for rule in RULES if rule.zone in (zone, ANY) and rule.test(line)), None)


# --- zones


def _body(lines: list[str], kinds: list[str | None]) -> tuple[int, int]:
    """The first and the last line that read as prose and are no furniture; (0, end) where none does."""
    prose = [at for at, line in enumerate(lines) if kinds[at] is None and is_prose(line)]
    return (prose[0], prose[-1]) if prose else (0, len(lines) - 1)


def _close(lines: list[str], kinds: list[str | None], settings: IntakeSettings) -> None:
    """Marks what stands behind the mark that ends the article: all that is no prose, and prose too among comments."""
    words = [len(_WORD.findall(line)) if kind is None else 0 for line, kind in zip(lines, kinds, strict=True)]
    total, before, closing = sum(words), 0, ""
    for at, line in enumerate(lines):
        kind = kinds[at]
        if kind in _CLOSING and before and total - before <= settings.closing_share * before:
            closing = "other" if kind == "source" and not closing else closing if kind == "source" else kind or ""
        elif closing and kind is None and (closing == "comment" or not is_prose(line)):
            kinds[at] = "promotion" if len(line) > 100 and closing != "comment" else closing
        before += words[at]


def _headline(lines: list[str], kinds: list[str | None], first: int) -> str | None:
    """The line above the text that stands twice, else the first of at least four words."""
    above = [line for at, line in enumerate(lines[:first]) if kinds[at] is None and len(line) < 250]
    twice = next((line for line in above if sum(folded(line) == folded(other) for other in above) > 1), None)
    return twice or next(
        (line for line in above if len(line.split()) >= 4 and not line.endswith((".", ":", ","))), None
    )


def _mark_headings(lines: list[str], kinds: list[str | None], first: int, headline: str) -> None:
    """The headline, wherever it stands above the text (or right below its start), and short section names above it."""
    seen = next((at for at, line in enumerate(lines[: first + 3]) if _same_heading(line, headline)), None)
    for at, line in enumerate(lines[: first + 3]):
        if kinds[at] is None and _same_heading(line, headline):
            kinds[at] = "headline"
        elif kinds[at] is None and seen is not None and at < min(seen, first) and len(line.split()) <= 4:
            kinds[at] = "breadcrumb"


def _same_heading(line: str, headline: str) -> bool:
    line, headline = folded(line), folded(headline)
    return line == headline or (len(line.split()) >= 4 and len(line) < 250 and headline.startswith(line + " "))
