"""The rules that know page furniture by one line: a table of small named tests, each with the kind that it finds, the zone where
the line may stand, and how long it may be."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from rashomon.stages.intake.line import Line
from rashomon.stages.intake.line_forms import (
    ends_in_credit,
    is_address,
    is_bare_day,
    is_blurb,
    is_breadcrumb,
    is_copyright,
    is_marks_only,
    is_named_day,
    is_outlet_name,
    is_reporting_note,
    is_signature,
    is_signed,
    is_worded_caption,
)
from rashomon.stages.intake.line_words import (
    asks,
    holds,
    is_byline,
    is_mark,
    is_source_line,
    is_stamp,
    opens,
    opens_photo_credit,
)

HEAD, BODY, END = "head", "body", "end"
ANY = "any"
OF_MARK = "of its mark"
_NO_BOUND = 10**9


class Rule(NamedTuple):
    """`test` says whether a line is furniture of this kind (`OF_MARK`: of the kind that its phrase is listed with); `zone` where it may
    stand: at the head, behind the first paragraph of the text (`BODY`), at the end, or anywhere; `longest`: characters of the longest
    line that it looks at."""

    kind: str
    zone: str
    test: Callable[[Line], bool]
    longest: int = _NO_BOUND


class Found(NamedTuple):
    """The first rule for any zone that knows a line: its place in the table, and its kind; the table's end and None where none does."""

    place: int
    kind: str | None


UNREAD = Found(0, None)  # of a line that no rule shall look at


def found_anywhere(line: Line) -> Found:
    """By the rules for any zone: what they say of a line holds wherever it stands, so they are asked once."""
    for place, rule in _for(line, ANY):
        if rule.test(line):
            return Found(place, line.alone if rule.kind == OF_MARK else rule.kind)
    return _NOT_FOUND


def kind_of_line(line: Line, zone: str, found: Found) -> str | None:
    """The kind of the first rule for this zone that knows the line, by what the rules for any zone have `found`; None where the
    line is the report's."""
    for place, rule in _for(line, zone):
        if place < found.place and rule.test(line):
            return rule.kind
    return found.kind


def _for(line: Line, zone: str) -> tuple[tuple[int, Rule], ...]:
    """The rules for a zone, each with its place in the table, without those that look at no line as long as this."""
    return _OF_ZONE[zone][bisect_left(_LENGTHS, len(line.text))]


RULES: tuple[Rule, ...] = (
    Rule("other", ANY, is_marks_only),
    Rule("date", ANY, is_stamp, 89),
    Rule("date", HEAD, is_bare_day, 70),
    Rule("credit", ANY, opens_photo_credit, 120),
    Rule(OF_MARK, ANY, is_mark),
    Rule("source", ANY, is_source_line, 139),
    Rule("source", ANY, is_address),
    Rule("related", ANY, opens("related"), 200),
    Rule("share", ANY, opens("share"), 200),
    Rule("promotion", ANY, opens("promotion"), 200),
    Rule("comment", ANY, opens("comment"), 200),
    Rule("comment", ANY, holds("comment")),
    Rule("caption", ANY, ends_in_credit, 500),
    Rule("byline", HEAD, is_byline, 120),
    Rule("byline", HEAD, is_signed, 100),
    Rule("breadcrumb", HEAD, is_breadcrumb),
    Rule("source", HEAD, is_outlet_name, 40),
    Rule("caption", BODY, is_worded_caption),
    Rule("date", END, is_bare_day, 70),
    Rule("date", END, is_named_day, 100),
    Rule("promotion", END, is_blurb, 399),
    Rule("promotion", END, holds("promotion")),
    Rule("source", END, holds("source")),
    Rule("promotion", END, asks),
    Rule("source", END, is_copyright, 399),
    Rule("source", END, is_signature, 60),
    Rule("byline", END, is_byline, 120),
    Rule("byline", END, is_reporting_note, 399),
    Rule("source", END, is_outlet_name, 40),
)
_NOT_FOUND = Found(len(RULES), None)
_LENGTHS = sorted({rule.longest for rule in RULES})
# By zone: for each of the lengths, the rules that look at lines up to it.
_OF_ZONE = {
    zone: [
        tuple((at, rule) for at, rule in enumerate(RULES) if rule.zone == zone and rule.longest >= longest)
        for longest in _LENGTHS
    ]
    for zone in (HEAD, BODY, END, ANY)
}
