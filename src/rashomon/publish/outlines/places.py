"""Which places a story's map must show, and what stretch of the globe they span."""

from collections.abc import Sequence
from math import acos, asin, atan2, degrees, dist, hypot
from typing import NamedTuple

from rashomon.model.record import Record, StoryRow
from rashomon.publish.index import within
from rashomon.publish.outlines.atlas import Vector, vector
from rashomon.publish.outlines.cutting import Point

HALF_THE_WORLD = 65.0  # degrees around the middle; places that spread wider are shown on a map of the whole world
MOST, ALWAYS = (
    0.8,
    3.0,
)  # the share of voices whose places the map must show; degrees within which a place is always shown
FARTHER = 1.8  # a country, or a place merely mentioned, may widen the map so much; beyond, it stands in the table


class Spot(NamedTuple):
    """A place with coordinates. `happened`: the story happened there, as its record says; else it is merely mentioned. `voices`: how many name it."""

    id: str
    at: Point
    precision: str
    country: str | None
    happened: bool
    voices: int = 1


def spots(record: Record, story: StoryRow) -> list[Spot]:
    """The story's located places, those of the happening first."""
    voice = {report.id: report.voice for report in record.reports if report.id in set(story.reports)}
    own = set(story.places)
    found = [
        Spot(entity.id, (entity.lon, entity.lat), entity.precision or "city", entity.country, entity.id in own, len(voices))
        for entity in record.entities
        if entity.kind in ("place", "facility") and entity.lat is not None and entity.lon is not None
        and (voices := {voice[each.report] for each in entity.mentions if each.report in voice and within(story, each.report, each.start, each.end)})
    ]  # fmt: skip
    return sorted(found, key=lambda spot: not spot.happened)


def needed(found: Sequence[Spot]) -> list[Spot]:
    """The places that the map must hold: those of the happening, countries aside where anything nearer is known, but for one or the other far from
    nearly all that voices name; and of countries and what is merely mentioned, what is not far from them."""
    points = [spot for spot in found if spot.precision != "country"] or list(found)
    core = together([spot for spot in points if spot.happened] or points)
    near = middle([spot.at for spot in core])
    if near is None:
        return core
    widest = max(5.0, FARTHER * reach(core))
    others = sorted((spot for spot in found if spot not in core), key=lambda spot: (apart(near, spot.at), spot.id))
    return [*core, *(spot for spot in others if apart(near, spot.at) <= widest)]


def together(found: Sequence[Spot]) -> list[Spot]:
    """The places around the one that is nearest to all others, each weighed by its voices: as far as `MOST` of all voices reach, and as far again. A capital
    named for its government, or a village taken for its namesake elsewhere, does not make a map of half the world."""
    heart = min(found, key=lambda spot: (sum(other.voices * apart(spot.at, other.at) for other in found), spot.id))
    away = sorted((apart(heart.at, spot.at), spot.voices) for spot in found)
    left = MOST * sum(spot.voices for spot in found)
    spread = 0.0
    for distance, voices in away:
        if left <= 0:
            break
        spread, left = distance, left - voices
    return [spot for spot in found if apart(heart.at, spot.at) <= max(ALWAYS, 2 * spread)]


def reach(found: Sequence[Spot]) -> float:
    """Degrees from the middle of the places to the farthest; 180 where they have no middle."""
    near = middle([spot.at for spot in found])
    return 180.0 if near is None else max(apart(near, spot.at) for spot in found)


def middle(points: Sequence[Point]) -> Point | None:
    """Longitude and latitude of the mean direction of points on the globe; None where they cancel out."""
    vectors = [vector(*point) for point in points]
    x, y, z = (sum(axis) / len(vectors) for axis in zip(*vectors, strict=True))
    if hypot(x, y, z) < 0.05:
        return None
    return degrees(atan2(y, x)), degrees(asin(z / hypot(x, y, z)))


def apart(a: Point, b: Point) -> float:
    """Degrees between two points of the globe."""
    return arc(vector(*a), vector(*b))


def arc(a: Vector, b: Vector) -> float:
    return degrees(acos(max(-1.0, 1 - dist(a, b) ** 2 / 2)))


def middle_meridian(points: Sequence[Point]) -> float:
    """The meridian opposite the widest stretch of longitudes without a place, by tens of degrees: the seam of a map of the world cuts there."""
    around = sorted({longitude % 360 for longitude, _ in points})
    gaps = [((b - a) % 360 or 360.0, a) for a, b in zip(around, [*around[1:], around[0]], strict=True)]
    wide, start = max(gaps)
    opposite = start + wide / 2 + 180
    return (round(opposite / 10) * 10 + 180) % 360 - 180
