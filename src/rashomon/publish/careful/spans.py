"""The table of all spans that a record holds: of each type, which fields say where words stand, and which field holds the words.

A field of the model that is a number or a pair of numbers stands here, as a span or as none; a test holds it.
"""

from typing import NamedTuple

from rashomon.model.claim import Attribution, Claim, Event, Figure, Link, LinkEnd, Participant, Statement
from rashomon.model.entity import Entity, Mention, Role
from rashomon.model.lineage import Lineage, Passage, Stock, StockSpan
from rashomon.model.measure import TimeRow
from rashomon.model.published import Abridged, Excerpts, Redacted
from rashomon.model.record import (
    Answer,
    Day,
    Estimate,
    Frame,
    Manifest,
    Omission,
    Point,
    Relation,
    ReportRow,
    StoryRow,
    Support,
    Term,
    TimelineRow,
    Withdrawn,
    Words,
)
from rashomon.model.report import Credit
from rashomon.model.story import Part


class Place(NamedTuple):
    """Two fields that are a span, and the field that repeats its words, if one does. `needed`: without it the row has nothing to say
    and goes; else the two fields are None. `whole`: a part of these words would say something else, so that it counts as none."""

    start: str
    end: str
    words: str | None = None
    needed: bool = True
    whole: bool = False


_OWN = Place("start", "end")
_NAME = Place("start", "end", whole=True)
PLACES: dict[type, tuple[Place, ...]] = {
    Credit: (Place("start", "end", needed=False, whole=True),),
    Part: (_OWN,),
    StockSpan: (_OWN,),
    Mention: (_NAME,),
    Role: (Place("start", "end", "role", whole=True),),
    TimeRow: (_NAME,),
    Claim: (Place("start", "end", "quote"),),
    Attribution: (
        Place("start", "end", "name", needed=False, whole=True),
        Place("cue_start", "cue_end", needed=False, whole=True),
    ),
    Figure: (Place("start", "end", "text", whole=True),),
    Event: (_OWN,),
    Participant: (Place("start", "end", "text", whole=True),),
    Statement: (
        Place("content_start", "content_end"),
        Place("speaker_start", "speaker_end", "speaker", needed=False, whole=True),
        Place("cue_start", "cue_end", needed=False, whole=True),
    ),
    Link: (Place("cue_start", "cue_end"),),
    LinkEnd: (_OWN,),
    Words: (_OWN,),
    Withdrawn: (_OWN,),
    Term: (Place("start", "end", "text", whole=True),),
}
# Spans that are one field: a pair, or none. Which report a pair lies in, a field of the row that holds it says.
PAIRS: dict[type, dict[str, str]] = {
    TimelineRow: {"span": "report"},
    Passage: {"derived": "derived", "origin": "origin"},
}
# Where the report of a row stands. Rows that are not named lie in the report of the row that holds them.
REPORT_IS: dict[type, str] = {
    ReportRow: "id",
    **dict.fromkeys((Part, StockSpan, Mention, Role, TimeRow, Claim, Link, Term, TimelineRow), "report"),
}
# Rows that lie in the report of the claim that they name.
BY_CLAIM: dict[type, str] = {Words: "claim", Withdrawn: "claim", Point: "claim"}
# Parts without which a row has nothing to say: it goes where the part's words were left out.
VITAL: dict[type, tuple[str, ...]] = {
    Claim: ("figure", "event", "statement"),
    Link: ("source", "target"),
    Stock: ("spans",),
    Frame: ("terms",),
}
# Numbers that say nothing about where words stand.
COUNTS: dict[type, frozenset[str]] = {
    Figure: frozenset({"low", "best", "high"}),
    Answer: frozenset({"low", "best", "high"}),
    Estimate: frozenset({"low", "best", "high"}),
    Point: frozenset({"low", "best", "high"}),
    Entity: frozenset({"lat", "lon", "geonames"}),
    Lineage: frozenset({"share"}),
    Relation: frozenset({"a", "b"}),
    Support: frozenset({"reports", "outlets", "texts", "speakers", "families"}),
    Omission: frozenset({"more"}),
    TimelineRow: frozenset({"salience"}),
    Day: frozenset({"weight"}),
    Manifest: frozenset({"read", "rejected", "tables", "settings"}),
    Abridged: frozenset({"characters", "kept"}),
    Excerpts: frozenset({"share", "characters", "kept", "left_out"}),
    Redacted: frozenset({"persons", "places"}),
    StoryRow: frozenset(),
}
