"""A ferry burns, five outlets tell of it, and a mill burns elsewhere: what persons judge of it is tried on this news, all of it invented."""

import json
from io import BytesIO

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Finding, Record, ReportRow

NEWS = {
    "wire": ("Meridian Wire", "2031-05-07T08:00:00+00:00", "Nine killed in ferry fire off Brekkoy", (
        "At least nine people were killed when the ferry Halvorsund caught fire off Brekkoy on Tuesday, Mayor Ilena Dravik said.",
        "Harbour chief Tomas Harrow said the fire broke out in the engine room and spread to the car deck within minutes. Lifeboats took "
        "84 passengers off the ship, Harrow said.",
        "The port council dismissed ferry director Jory Vance on Wednesday.",
    )),
    "courier": ("Sorrel Courier", "2031-05-07T10:00:00+00:00", "Ferry burns off Brekkoy", (
        "At least nine people were killed when the ferry Halvorsund caught fire off Brekkoy on Tuesday, Mayor Ilena Dravik said.",
        "Harbour chief Tomas Harrow said the fire broke out in the engine room and spread to the car deck within minutes. Lifeboats took "
        "84 passengers off the ship, Harrow said.",
        "Flags fly at half mast in Port Sorrel.",
    )),
    "bugle": ("The Bugle", "2031-05-07T15:00:00+00:00", "Eleven dead on the Halvorsund", (
        "Eleven people were killed in the fire on the ferry Halvorsund off Brekkoy on Tuesday, deputy mayor Anselm Brack said. Another 31 "
        "people were injured, Brack told reporters.",
        "Ferry director Jory Vance resigned on Wednesday. Lifeboats stood by through the night.",
    )),
    "gazette": ("Harbour Gazette", "2031-05-08T07:00:00+00:00", "Fourteen people died on burning ferry", (
        "Fourteen people were killed on the burning ferry Halvorsund off Brekkoy on Tuesday, fire chief Petra Sollan said. The hospital in "
        "Brekkoy said 31 people were injured.",
        "Sollan said the engine room had not been inspected for a year. Mayor Dravik declared three days of mourning.",
    )),
    "mill": ("Inland Echo", "2031-05-09T07:00:00+00:00", "Paper mill burns in Tavastia", (
        "A fire destroyed the paper mill in Tavastia on Friday. Two workers were treated for smoke, the fire brigade said.",
    )),
    "post": ("Tidewater Post", "2031-05-09T09:00:00+00:00", "Toll of ferry fire stands at 14", (
        "Fourteen people were killed in the fire on the ferry Halvorsund off Brekkoy on Tuesday, fire chief Petra Sollan said on Friday. "
        "Deputy mayor Anselm Brack said 33 people were injured.",
    )),
}  # fmt: skip
LATE = "post"
FERRY = ("wire", "courier", "bugle", "gazette")


def row(name: str) -> bytes:
    outlet, published, title, paragraphs = NEWS[name]
    fields = {"id": name, "outlet": outlet, "published": published, "title": title, "text": "\n\n".join(paragraphs)}
    return json.dumps(fields).encode() + b"\n"


def rows(*names: str) -> BytesIO:
    return BytesIO(b"".join(map(row, names)))


# --- what is in the record ---------------------------------------------------------------------------------------------


def report(record: Record, name: str) -> ReportRow:
    (found,) = (each for each in record.reports if each.outlet == NEWS[name][0] or each.source.endswith(f"#{name}"))
    return found


def told(record: Record, name: str, words: str, kind: str = "figure") -> Claim:
    """The claim of a report whose own words begin so."""
    own = report(record, name).id
    some = [each for each in record.claims if each.report == own and each.kind == kind]
    starts = [
        each
        for each in some
        if (each.figure.text if each.figure else each.quote).startswith(words) or words in each.quote
    ]
    return starts[0]


def asked(record: Record, words: str) -> Finding:
    return next(each for each in record.findings if words in each.question)


def named(record: Record, name: str) -> Entity:
    return next(each for each in record.entities if name in (each.name, *each.aliases))


def dead(record: Record) -> Finding:
    return asked(record, "people were killed")
