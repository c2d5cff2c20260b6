"""GeoJSON (RFC 7946): each place that a story's reports name, with how exactly it is known as a property; places that could not be located have no geometry."""

import json
from typing import Any

from rashomon.model.entity import Entity
from rashomon.model.record import Record
from rashomon.publish.codebooks.happening import Happening, happenings


def render(record: Record) -> str:
    features = [feature(each, place) for each in happenings(record) for place in each.index.places_of(each.story)]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1) + "\n"


def feature(each: Happening, place: Entity) -> dict[str, Any]:
    located = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": f"{each.story.id}/{place.id}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if located else None,
        "properties": properties(each, place),
    }


def properties(each: Happening, place: Entity) -> dict[str, Any]:
    """`precision`: `exact`, `city`, or `region` and `country`, whose point is their middle. `happened`: among the places of the happening, not merely
    named. `spans`: where its name stands, half-open, in code points of each report's text."""
    mentions = each.index.mentions_in(each.story, place)
    reports = list(dict.fromkeys(mention.report for mention in mentions))
    found = {
        "name": place.name, "kind": place.kind, "country": place.country, "precision": place.precision, "geonames": place.geonames, "story": each.story.id,
        "title": each.story.title, "start": each.story.start, "end": each.story.end, "happened": place.id in each.story.places,
        "voices": len({each.index.reports[report].voice for report in reports}), "reports": len(reports), "named": len(mentions),
        "claims": sum(place.id in claim.places for claim in each.claims), "outlets": each.index.outlets(reports),
        "spans": {report: [[mention.start, mention.end] for mention in mentions if mention.report == report] for report in reports},
    }  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}
