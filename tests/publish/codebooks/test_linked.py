"""Annotations and places, as linked data."""

import hashlib
import json

from rashomon.model.record import Record
from rashomon.publish.codebooks import annotations, geojson


def test_each_claim_is_an_annotation_that_finds_its_words_again(toll: Record) -> None:
    found = json.loads(annotations.render(toll))
    items = found["first"]["items"]
    assert found["total"] == len(items) == len(toll.claims)
    texts = {f"urn:rashomon:{report.id}": report.text for report in toll.reports}
    for item in items:
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]["id"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert item["target"]["source"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_an_annotation_says_what_is_claimed_and_by_whom(toll: Record) -> None:
    items = {item["id"]: item for item in json.loads(annotations.render(toll))["first"]["items"]}
    bodies = {body["purpose"]: body["value"] for body in items["urn:rashomon:claim-1"]["body"]}
    assert bodies == {
        "classifying": "figure, asserted", "tagging": "injured: at least 12", "describing": "Velm Herald < the harbour master", "linking": "How many people were injured?",
    }  # fmt: skip


def test_the_page_that_a_text_was_read_from_stands_beside_it_if_it_is_of_the_web(toll: Record) -> None:
    items = {item["id"]: item for item in json.loads(annotations.render(toll))["first"]["items"]}
    assert items["urn:rashomon:dead-2"]["target"]["source"]["via"] == "https://courier.example/ferry"
    assert "via" not in items["urn:rashomon:dead-1"]["target"]["source"]


def test_places_have_their_precision_and_whether_it_happened_there(toll: Record) -> None:
    (feature,) = json.loads(geojson.render(toll))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-8.5, 54.25]}
    properties = feature["properties"]
    assert (properties["precision"], properties["happened"], properties["voices"]) == ("city", True, 1)
    start, end = properties["spans"]["herald"][0]
    assert toll.reports[0].text[start:end] == "Port Velm"


def test_a_place_that_was_not_located_has_no_geometry(record: Record) -> None:
    (feature,) = json.loads(geojson.render(record))["features"]
    assert feature["geometry"] is None and "precision" not in feature["properties"]
