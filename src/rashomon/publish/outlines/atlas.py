"""Natural Earth's outlines of countries as they lie in the package (tools/write_outlines.py), at two scales; and larger towns."""

import gzip
from functools import cache
from itertools import pairwise
from math import cos, dist, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

import msgspec

ROOM = Path(__file__).parent
Point = tuple[float, float]  # longitude, latitude in degrees; later x, y on a sheet
Vector = tuple[float, float, float]


class Ring(NamedTuple):
    """A coast or border that closes upon itself: positions of arcs, complemented where walked backwards. It lies within `reach` of `middle`:
    a unit vector, and a distance through the globe in its radii. `points`: its corners in degrees, the first not repeated."""

    arcs: tuple[int, ...]
    middle: Vector
    reach: float
    points: list[Point]


class Country(NamedTuple):
    """`code` is ISO 3166-1 alpha-2, None for territories without one."""

    code: str | None
    name: str
    rings: tuple[Ring, ...]


class Atlas(NamedTuple):
    source: str
    arcs: tuple[tuple[Point, ...], ...]
    countries: tuple[Country, ...]


class _File(msgspec.Struct):
    source: str
    unit: int
    arcs: list[list[int]]
    countries: list[tuple[str | None, str, list[list[int]]]]


class Town(NamedTuple):
    name: str
    at: Point


@cache
def towns() -> tuple[Town, ...]:
    """Towns of 50,000 people or more (GeoNames), the largest first."""
    rows = msgspec.json.decode(gzip.decompress((ROOM / "towns.json.gz").read_bytes()), type=list[tuple[str, int, int]])
    return tuple(Town(name, (x / 100, y / 100)) for name, x, y in rows)


@cache
def atlas(scale: str) -> Atlas:
    """`scale` is "50m" or "110m": the millions by which Natural Earth's map is reduced."""
    file = msgspec.json.decode(gzip.decompress((ROOM / f"countries-{scale}.json.gz").read_bytes()), type=_File)
    arcs = tuple(tuple(degrees(steps, file.unit)) for steps in file.arcs)
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


def ring_of(arcs: tuple[int, ...], points: tuple[tuple[Point, ...], ...]) -> Ring:
    ring = walked(arcs, points)
    corners = [vector(*point) for point in ring]
    sums = [sum(axis) for axis in zip(*corners, strict=True)]
    length = hypot(*sums) or 1.0
    middle = (sums[0] / length, sums[1] / length, sums[2] / length)
    return Ring(arcs, middle, max(dist(middle, corner) for corner in corners), ring)


def walked(arcs: tuple[int, ...], points: tuple[tuple[Point, ...], ...]) -> list[Point]:
    """The points along a ring's arcs; longitudes go on beyond 180 where it crosses that meridian."""
    found: list[Point] = []
    for arc in arcs:
        found += (points[arc] if arc >= 0 else points[~arc][::-1])[:-1]
    return unwrapped(found)


def unwrapped(points: list[Point]) -> list[Point]:
    turns, found = 0.0, points[:1]
    for (before, _), (longitude, latitude) in pairwise(points):
        turns += 360 * ((longitude - before < -180) - (longitude - before > 180))
        found.append((longitude + turns, latitude))
    return found


def vector(longitude: float, latitude: float) -> Vector:
    """The point on a globe of radius 1."""
    a, b = radians(longitude), radians(latitude)
    return cos(a) * cos(b), sin(a) * cos(b), sin(b)
