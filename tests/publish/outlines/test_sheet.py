"""A story's sheet: what it must show, what lies beyond, and that nothing breaks at the date line, at the poles or over the whole world."""

import re
from math import dist

import msgspec
import pytest

from rashomon.model.entity import Entity, Mention
from rashomon.model.record import Record
from rashomon.model.story import Part
from rashomon.publish.outlines import Sheet, sheets

Here = tuple[str, float, float, str, str]  # name, longitude, latitude, precision, country


def told(record: Record, happened: list[Here], named: tuple[Here, ...] = ()) -> Sheet:
    """The sheet of a story that happened at some places and names others."""
    places = tuple(
        Entity(id=name, kind="place", name=name, aliases=(), mentions=(Mention(report="herald", start=0, end=1),), lon=x, lat=y, precision=kind, country=code)
        for name, x, y, kind, code in (*happened, *named)
    )  # fmt: skip
    story = msgspec.structs.replace(record.stories[0], places=tuple(name for name, *_ in happened))
    (sheet,) = sheets(msgspec.structs.replace(record, entities=places, stories=(story,))).values()
    return sheet


def inside(sheet: Sheet, name: str) -> bool:
    (x, y), (left, top, right, bottom) = sheet.at[name], sheet.fit
    return left <= x <= right and top <= y <= bottom


def test_a_story_without_a_located_place_has_no_sheet(record: Record) -> None:
    assert sheets(record) == {}


def test_the_same_record_gives_the_same_sheet(record: Record) -> None:
    place = ("Velm", 8.0, 54.0, "city", "DE")
    assert msgspec.json.encode(told(record, [place])) == msgspec.json.encode(told(record, [place]))


def test_one_place_has_its_country_around_it_larger_towns_and_a_small_map_of_where_it_lies(record: Record) -> None:
    sheet = told(record, [("Velm", -104.9, 39.7, "city", "US")])
    assert inside(sheet, "Velm") and sheet.at["Velm"] == (0, 0)
    assert [land.code for land in sheet.land] == ["US"] and sheet.land[0].wide
    assert sheet.towns and sheet.inset and sheet.inset.path


def test_places_of_one_city_are_shown_near_enough_to_be_told_apart(record: Record) -> None:
    sheet = told(record, [("North Quay", 31.20, 30.05, "exact", "EG"), ("South Quay", 31.22, 30.00, "exact", "EG")])
    assert dist(sheet.at["North Quay"], sheet.at["South Quay"]) > 50


def test_across_the_date_line_neighbours_stand_side_by_side(record: Record) -> None:
    sheet = told(record, [("Westhaven", 179.4, -16.4, "city", "FJ"), ("Easthaven", -178.8, -17.7, "city", "FJ")])
    assert sheet.at["Westhaven"][0] < sheet.at["Easthaven"][0]
    assert dist(sheet.at["Westhaven"], sheet.at["Easthaven"]) * sheet.km < 300


@pytest.mark.parametrize("latitude", [90.0, -90.0])
def test_a_place_at_a_pole_has_a_map(record: Record, latitude: float) -> None:
    sheet = told(record, [("Camp", 0.0, latitude, "exact", "AQ")])
    assert inside(sheet, "Camp")
    assert bool(sheet.land) == (latitude < 0)


def test_places_all_over_the_world_are_shown_on_a_map_of_it(record: Record) -> None:
    far = [
        ("A", 0.0, 51.0, "city", "GB"),
        ("B", 140.0, 36.0, "city", "JP"),
        ("C", -77.0, -12.0, "city", "PE"),
        ("D", 151.0, -34.0, "city", "AU"),
    ]
    sheet = told(record, far)
    assert sheet.km == 0 and all(inside(sheet, name) for name, *_ in far)
    assert len(sheet.land) > 150 and not sheet.towns and not sheet.inset


def test_the_seam_of_a_world_map_lies_where_no_place_is(record: Record) -> None:
    pacific = [
        ("A", 140.0, 36.0, "city", "JP"),
        ("B", -77.0, -12.0, "city", "PE"),
        ("C", -158.0, 21.0, "city", "US"),
        ("D", 151.0, -34.0, "city", "AU"),
    ]
    sheet = told(record, pacific)
    assert sheet.at["A"][0] < sheet.at["C"][0] < sheet.at["B"][0]


def test_a_country_that_nothing_nearer_is_known_of_is_seen_whole(record: Record) -> None:
    sheet = told(record, [("Frankia", 2.2, 46.6, "country", "FR")])
    (land,) = [land for land in sheet.land if land.code == "FR"]
    xs = [int(x) for x, _ in re.findall(r"M(-?\d+) (-?\d+)", land.path)]
    assert all(-1000 < x < 1000 for x in xs) and land.wide and land.tall


def test_a_place_merely_named_far_away_does_not_widen_the_map(record: Record) -> None:
    town = ("Velm", 8.0, 54.0, "city", "DE")
    alone, beside = told(record, [town]), told(record, [town], named=(("Faraway", 139.0, 36.0, "city", "JP"),))
    assert beside.fit == alone.fit and "Faraway" not in beside.at


def test_a_place_merely_named_nearby_does(record: Record) -> None:
    sheet = told(record, [("Velm", 8.0, 54.0, "city", "DE")], named=(("Nearby", 11.0, 55.0, "city", "DK"),))
    assert inside(sheet, "Nearby")


def test_one_place_far_from_all_that_others_name_does_not_widen_the_map(record: Record) -> None:
    towns = [
        (name, 8.0 + k / 2, 54.0, "city", "DE") for k, name in enumerate(("Velm", "Hafen", "Kai", "Deich", "Watt"))
    ]
    sheet = told(record, [*towns, ("Capital", 37.0, 55.0, "city", "RU")])
    assert sheet.fit == told(record, towns).fit and "Capital" not in sheet.at


def test_two_places_far_apart_are_both_shown(record: Record) -> None:
    sheet = told(record, [("Velm", 8.0, 54.0, "city", "DE"), ("Capital", 37.0, 55.0, "city", "RU")])
    assert inside(sheet, "Velm") and inside(sheet, "Capital")


def test_countries_of_the_happening_are_areas_and_do_not_widen_the_map_to_their_whole(record: Record) -> None:
    towns = [("Velm", 8.0, 54.0, "city", "DE"), ("Hafen", 10.0, 53.5, "city", "DE")]
    sheet = told(record, [*towns, ("Russia", 90.0, 60.0, "country", "RU")])
    assert sheet.fit == told(record, towns).fit


def test_path_data_are_whole_numbers_and_nothing_else(record: Record) -> None:
    sheet = told(record, [("Velm", 8.0, 54.0, "city", "DE"), ("Elsewhere", 12.0, 55.7, "region", "DK")])
    assert all(re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z)+", land.path) for land in sheet.land)
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+)*", sheet.lines)


def test_many_stories_do_not_make_the_page_large(record: Record) -> None:
    entity = Entity(id="p", kind="place", name="P", aliases=(), mentions=(Mention(report="herald", start=0, end=1),), lon=10.0, lat=50.0, precision="country", country="DE")  # fmt: skip
    stories = tuple(msgspec.structs.replace(record.stories[0], id=f"s{k}", places=("p",)) for k in range(60))
    found = sheets(msgspec.structs.replace(record, entities=(entity,), stories=stories))
    assert len(found) == 60 and found["s0"].land and not found["s9"].land
    assert len(msgspec.json.encode(found)) < 1_200_000


def test_of_a_round_up_only_the_storys_own_passages_name_its_places(record: Record) -> None:
    own, other = (
        Entity(id=name, kind="place", name=name, aliases=(), mentions=(Mention(report="herald", start=at, end=at + 1),), lon=x, lat=54.0, precision="city", country="DE")
        for name, at, x in (("Own", 0, 8.0), ("Other", 40, 9.0))
    )  # fmt: skip
    story = msgspec.structs.replace(
        record.stories[0], places=("Own",), passages=(Part(report="herald", start=0, end=20),)
    )
    (sheet,) = sheets(msgspec.structs.replace(record, entities=(own, other), stories=(story,))).values()
    assert set(sheet.at) == {"Own"}
