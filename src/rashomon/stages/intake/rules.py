"""The rules that know page furniture by one line: a table of small named tests, each with the kind that it finds, the zone where
the line may stand, and how long it may be."""

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
    alone,
    asks,
    holds,
    is_byline,
    is_source_line,
    is_stamp,
    opens,
    opens_photo_credit,
)

HEAD, BODY, END = "head", "body", "end"
ANY = "any"
_NO_BOUND = 10**9


class Rule(NamedTuple):
    """`test` says whether a line is furniture of this kind; `zone` where it may stand: at the head, behind the first paragraph
    of the text (`BODY`), at the end, or anywhere; `longest`: characters of the longest line that it looks at."""

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
    size = len(line)
    for place, rule in _OF_ZONE[ANY]:
        if size <= rule.longest and rule.test(line):
            return Found(place, rule.kind)
    return Found(len(RULES), None)


def kind_of_line(line: Line, zone: str, found: Found) -> str | None:
    """The kind of the first rule for this zone that knows the line, by what the rules for any zone have `found`; None where the
    line is the report's."""
    size = len(line)
    for place, rule in _OF_ZONE[zone]:
        if place < found.place and size <= rule.longest and rule.test(line):
            return rule.kind
    return found.kind


RULES: tuple[Rule, ...] = (
    Rule("other", ANY, is_marks_only),
    Rule("date", ANY, is_stamp, 89),
    Rule("date", HEAD, is_bare_day, 70),
    Rule("credit", ANY, opens_photo_credit, 120),
    Rule("comment", ANY, alone("comment")),
    Rule("related", ANY, alone("related")),
    Rule("share", ANY, alone("share")),
    Rule("source", ANY, alone("source")),
    Rule("promotion", ANY, alone("promotion")),
    Rule("menu", ANY, alone("menu")),
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
_OF_ZONE = {
    zone: tuple((at, rule) for at, rule in enumerate(RULES) if rule.zone == zone) for zone in (HEAD, BODY, END, ANY)
}
