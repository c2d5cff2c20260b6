"""Cuts a text into paragraphs and sentences. Spans are half-open and hold no white space at their ends.

Rules, no model, so that the cut is the same everywhere (the reader, lineage and claims must meet in the same sentences) and
costs next to nothing. A quotation of several sentences is cut too: who speaks is told by `text/quotes`, over sentence bounds.
"""

import re

from rashomon.text.dates.datelines import read_dateline
from rashomon.text.dates.monthnames import month_names

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*")
# An end: stop marks, closing quotes or brackets, white space. The next sentence begins with what may begin one.
# One class of characters comes first, by which the whole text is skipped through; what else must hold follows.
_END = re.compile(
    r"""[.!?…。！？:;\n](?:(?<=[.!?…])[.!?…]*["'”’»)\]]*(?=\s)|(?<=[。！？])[。！？]*[”’」』）]*|(?<=[:;])(?=\n)|(?<=\n))"""
)
_ENDS_ALWAYS = frozenset(":;\n。！？")
_BEGINS = re.compile(r"""\s*["'“‘«(\[—–-]*\s*[\w$€£#@“"]""")
_LOWER = re.compile(r"""\s*["'“‘«(\[]*[a-zа-яёіїєґ]""")
_LAST_WORD = re.compile(r"[^\s(\[“\"'‘«]+$")
_SPACED_ELLIPSIS = re.compile(r"(?:\. ){1,3}\.$")

# Before a name or a number: never an end.
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpl sgt cmdr adm rev fr hon gov sen rep pres st mt ft supt insp det "
    "messrs no nos vs art sec fig vol ch pp approx ca est lt.col lt.gen maj.gen brig pvt".split()
)
# May end a sentence; only where what follows is a capital and no name is likely to go on.
ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc ltd corp co bros etc "
    "dept univ ave blvd rd jr sr ph.d m.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass "
    "mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo e.g i.e cf al".split()
)
MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_SHORT_FORMS = TITLES | ABBREVIATIONS | MONTHS
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the runs of lines without a blank line between them."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences, in order. A line break always ends one, and a dateline stands alone before the first."""
    spans = []
    start = _after_dateline(text, 0)
    if start:
        spans.append((0, start))
    for match in _END.finditer(text, start):
        place, end = match.span()
        if _ends(text, place, end):
            spans.append((start, end))
            start = end
    spans.append((start, len(text)))
    return [span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1]]


def _after_dateline(text: str, start: int) -> int:
    """Where the sentence behind a dateline begins; `start` itself where none stands there."""
    dateline = read_dateline(text, start)
    return dateline.end if dateline else start


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, start: int, end: int) -> bool:
    """Whether the mark at `[start, end)` ends a sentence."""
    mark = text[start]
    if mark in _ENDS_ALWAYS:
        return True
    if not (text[end] == " " and "A" <= text[end + 1 : end + 2] <= "Z"):  # most often a space and a capital follow
        after = text[end : end + 12]
        if not _BEGINS.match(after):
            return "\n" in after[:2] or not after.strip()
        if _LOWER.match(after) and "\n" not in after.lstrip(" ")[:1]:
            return False
    return mark != "." or not _abbreviated(text, start, end)


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the stop belongs to the word before it and the sentence goes on."""
    low = max(0, start - 24)
    word = text[max(low, text.rfind(" ", low, start) + 1) : start]
    if len(word) > 1 and word.isalpha() and word.casefold() not in _SHORT_FORMS:
        return False
    before, following = text[low:start], text[end : end + 12].lstrip()
    if _SPACED_ELLIPSIS.search(before + "."):
        return False
    found = _LAST_WORD.search(before)
    return _is_short(found.group().casefold() if found else "", before, following, end - start == 1)


def _is_short(word: str, before: str, following: str, bare: bool) -> bool:
    """Whether a stop makes of the folded word a short form. `bare`: whether no quotation mark or bracket closes behind it."""
    if word in TITLES:
        return word not in {"no", "art", "sec", "fig"} or following[:1].isdigit()
    if word.isdigit():
        return len(word) < 4 and _is_ordinal(before, following)
    if word in MONTHS:
        return following[:1].isdigit()
    if not bare:  # `etc.”` and the like: the quotation mark closes the sentence
        return False
    if word in ABBREVIATIONS:
        return not _plainly_begins(following)
    if len(word) == 1 and word.isalpha():  # an initial: "John F. Kennedy"
        return True
    return bool(_INITIALS.fullmatch(word)) and not _plainly_begins(following)


STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and when while after before as if there his her "
    "its their our my for from by with however meanwhile earlier later officials police".split()
)


# Languages that write "4." for "4th", and the German words that stand before an ordinal and in no English sentence.
_WITH_STOP = ("de", "da", "no", "cs", "sk", "hu", "fi", "et", "lv", "sl", "hr", "sr_Latn", "bs")
_ARTICLE = re.compile(r"\b(?:der|das|dem|den|des|zum|zur|vom|beim) \d{1,3}$", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    r"(?:\b(?:am|der|dem|den|des|vom|zum|bis|ab|seit|und|auf|bis zum|den|dne|od|do|ettől)|,|[–-]) ?\d{1,2}$", re.I
)


def _is_ordinal(before: str, following: str) -> bool:
    """ "Am 4. Mai", "der 5. Angriff": the stop makes the number an ordinal. Where the month's name is English too, only behind
    a word that leads up to a day or before a year."""
    word = re.match(r"[^\W\d_]+", following)
    if word and any(word[0].casefold() in month_names(language) for language in _WITH_STOP):
        english = word[0].casefold() in month_names("en")
        year = re.match(r"\w+\.? (?:19|20)\d\d\b", following)
        return not english or bool(year or _BEFORE_DAY.search(before))
    return bool(_ARTICLE.search(before))


def _plainly_begins(following: str) -> bool:
    """Whether the next word is one that seldom stands capitalised inside a sentence."""
    word = re.match(r"[\"“‘'(]*(\w+)", following)
    return bool(word) and word[1][0].isupper() and word[1].casefold() in STARTERS if word else False
