"""Natural Earth's outlines of countries as they lie in the package (tools/write_outlines.py), at two scales; and larger towns."""

import gzip
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise
from math import cos, dist, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

import msgspec

from rashomon.publish.outlines.cutting import Point, thinned

ROOM = Path(__file__).parent
LONGEST = 2.0  # degrees: longer straight stretches are bent
ROUGH = 0.6  # degrees: how far from the true line an arc may be drawn that is out of sight
Vector = tuple[float, float, float]


class Arc:
    """A stretch of coast or border between two junctions. It lies within `reach` of `middle` (as of a ring)."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = points
        self.middle, self.reach = cap([vector(*point) for point in points])

    @cached_property
    def bent(self) -> list[Point]:
        """With points between those that lie far apart: a straight border along a parallel is bent on a sheet."""
        return bent(unwrapped(list(self.points)))

    @cached_property
    def rough(self) -> list[Point]:
        """As roughly as it may be drawn where it is out of sight; its ends stay."""
        return thinned(self.bent, lambda _: ROUGH)


class Ring(NamedTuple):
    """A coast or border that closes upon itself: positions of arcs, complemented where walked backwards. It lies within `reach` of `middle`:
    a unit vector, and a distance through the globe in its radii. `points`: its corners in degrees, the first not repeated."""

    arcs: tuple[int, ...]
    middle: Vector
    reach: float
    points: list[Point]
    corners: list[Vector]


class Country(NamedTuple):
    """`code` is ISO 3166-1 alpha-2, None for territories without one."""

    code: str | None
    name: str
    rings: tuple[Ring, ...]


class Atlas(NamedTuple):
    source: str
    arcs: tuple[Arc, ...]
    countries: tuple[Country, ...]


class _File(msgspec.Struct):
    source: str
    unit: int
    arcs: list[list[int]]
    countries: list[tuple[str | None, str, list[list[int]]]]


class Town(NamedTuple):
    name: str
    at: Point
    vector: Vector


@cache
def towns() -> tuple[Town, ...]:
    """Towns of 50,000 people or more (GeoNames), the largest first."""
    rows = msgspec.json.decode(gzip.decompress((ROOM / "towns.json.gz").read_bytes()), type=list[tuple[str, int, int]])
    return tuple(Town(name, (x / 100, y / 100), vector(x / 100, y / 100)) for name, x, y in rows)


@cache
def atlas(scale: str) -> Atlas:
    """`scale` is "50m" or "110m": the millions by which Natural Earth's map is reduced."""
    file = msgspec.json.decode(gzip.decompress((ROOM / f"countries-{scale}.json.gz").read_bytes()), type=_File)
    arcs = tuple(Arc(degrees(steps, file.unit)) for steps in file.arcs)
    countries = (
        Country(code, name, tuple(ring_of(tuple(ring), arcs) for ring in rings)) for code, name, rings in file.countries
    )
    return Atlas(file.source, arcs, tuple(countries))


def degrees(steps: list[int], unit: int) -> list[Point]:
    x, y = steps[:2]
    found = [(x / unit, y / unit)]
    for dx, dy in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / unit, y / unit))
    return found


def ring_of(arcs: tuple[int, ...], all_arcs: tuple[Arc, ...]) -> Ring:
    ring = walked(arcs, all_arcs)
    corners = [vector(*point) for point in ring]
    return Ring(arcs, *cap(corners), ring, corners)


def cap(corners: Sequence[Vector]) -> tuple[Vector, float]:
    """A middle of points on the globe, and how far from it the farthest lies."""
    sums = [sum(axis) for axis in zip(*corners, strict=True)]
    length = hypot(*sums) or 1.0
    middle = (sums[0] / length, sums[1] / length, sums[2] / length)
    return middle, max(dist(middle, corner) for corner in corners)


def walked(arcs: tuple[int, ...], all_arcs: tuple[Arc, ...]) -> list[Point]:
    """The points along a ring's arcs; longitudes go on beyond 180 where it crosses that meridian."""
    found: list[Point] = []
    for arc in arcs:
        found += (all_arcs[arc].points if arc >= 0 else all_arcs[~arc].points[::-1])[:-1]
    return unwrapped(found)


def unwrapped(points: list[Point]) -> list[Point]:
    turns, found = 0.0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        turns += 360 * ((longitude - before < -180) - (longitude - before > 180))
        found.append((longitude + turns, latitude))
    return found


def bent(points: Sequence[Point]) -> list[Point]:
    found = list(points[:1])
    for (x, y), (a, b) in pairwise(points):
        parts = int(max(abs(a - x), abs(b - y)) / LONGEST) + 1
        found += [(x + (a - x) * k / parts, y + (b - y) * k / parts) for k in range(1, parts + 1)]
    return found


def vector(longitude: float, latitude: float) -> Vector:
    """The point on a globe of radius 1."""
    a, b = radians(longitude), radians(latitude)
    return cos(a) * cos(b), sin(a) * cos(b), sin(b)
