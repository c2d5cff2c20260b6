"""W3C Web Annotation (JSON-LD): each claim as an annotation of its report's text, by the words themselves, what stands around them, and their place.

A report's text as the record has it is the target, named `urn:rashomon:REPORT` with its SHA-256; the page that it was read from stands as `via`. Positions count Unicode code points, as
the recommendation has them.
"""

import hashlib
import json
import re
from typing import Any

from rashomon.model.claim import Claim
from rashomon.model.record import Record, ReportRow
from rashomon.publish.index import Index, bounds

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "http://schema.org/sha256"}]
AROUND = 32  # characters before and after the words, by which they are found again


def render(record: Record) -> str:
    index = Index(record)
    sources = {report.id: source_of(report) for report in record.reports}
    items = [annotation(index, claim, sources[claim.report]) for claim in record.claims if claim.report in sources]
    found = {
        "@context": CONTEXT,
        "id": "urn:rashomon:annotations",
        "type": "AnnotationCollection",
        "label": "What each report says: claims of a record made by Rashomon",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def source_of(report: ReportRow) -> dict[str, Any]:
    digest = hashlib.sha256(report.text.encode()).hexdigest()
    found = {"id": f"urn:rashomon:{report.id}", "type": "Text", "format": "text/plain", "sha256": digest}
    if report.language != "und":
        found["language"] = report.language
    if report.url and re.match(r"https?://", report.url):
        found["via"] = report.url
    return found


def annotation(index: Index, claim: Claim, source: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"urn:rashomon:{claim.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Software", "name": f"{index.record.software.name} {index.record.software.version}"},
        "generated": index.record.created,
        "body": bodies(index, claim),
        "target": {"source": source, "selector": [quote_selector(index, claim), {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}]},
    }  # fmt: skip


def bodies(index: Index, claim: Claim) -> list[dict[str, str]]:
    """The kind of claim; what it says, where that has a name; who says so; the questions that it answers."""
    kind = ", ".join((claim.kind, claim.modality, *index.judged(claim.judged)))
    rows = [("classifying", kind), ("tagging", named(claim)), ("describing", " < ".join(index.chain(claim)))]
    questions = [("linking", finding.question) for finding in index.finding_of.get(claim.id, ())]
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in (*rows, *questions) if value
    ]


def named(claim: Claim) -> str:
    """ "injured: at least 12", "ASSAULT: storm"; empty for a statement."""
    if claim.figure:
        unit = (
            f" {claim.figure.unit}"
            if claim.figure.unit and not claim.figure.unit.startswith(("person", "people"))
            else ""
        )
        return f"{claim.figure.measure}: {bounds(claim.figure.low, claim.figure.best, claim.figure.high)}{unit}"
    return ": ".join(filter(None, (claim.event.type, claim.event.action))) if claim.event else ""


def quote_selector(index: Index, claim: Claim) -> dict[str, str]:
    text = index.reports[claim.report].text
    return {
        "type": "TextQuoteSelector",
        "exact": text[claim.start : claim.end],
        "prefix": text[max(0, claim.start - AROUND) : claim.start],
        "suffix": text[claim.end : claim.end + AROUND],
    }
