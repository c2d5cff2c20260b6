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
UNIT, REACH = 100, 10_000  # of the files: steps in a degree, and in a radius of the globe
LONGEST = 2.0  # degrees: longer straight stretches are bent
ROUGH = 0.6  # degrees: how far from the true line an arc may be drawn that is out of sight
Vector = tuple[float, float, float]


class Arc:
    """A stretch of coast or border between two junctions, as steps in hundredths of a degree. It lies within `reach` of `middle`: a point of the globe of radius
    1, and a distance through it."""

    def __init__(self, steps: list[int], cap: tuple[int, int, int]) -> None:
        self.steps = steps
        self.middle, self.reach = vector(cap[0] / UNIT, cap[1] / UNIT), cap[2] / REACH

    @cached_property
    def points(self) -> list[Point]:
        return degrees(self.steps)

    @cached_property
    def bent(self) -> list[Point]:
        """With points between those that lie far apart: a straight border along a parallel is bent on a sheet."""
        return bent(unwrapped(self.points))

    @cached_property
    def rough(self) -> list[Point]:
        """As roughly as it may be drawn where it is out of sight; its ends stay."""
        return thinned(self.bent, lambda _: ROUGH)


class Ring:
    """A coast or border that closes upon itself: arcs, each walked forwards or backwards. It lies within `reach` of `middle`, as an arc does."""

    def __init__(self, arcs: tuple[int, ...], all_arcs: tuple[Arc, ...]) -> None:
        self.arcs = arcs
        self.parts = [(all_arcs[arc], True) if arc >= 0 else (all_arcs[~arc], False) for arc in arcs]
        sums = [sum(axis) for axis in zip(*(arc.middle for arc, _ in self.parts), strict=True)]
        length = hypot(*sums) or 1.0
        self.middle: Vector = (sums[0] / length, sums[1] / length, sums[2] / length)
        self.reach = max(dist(self.middle, arc.middle) + arc.reach for arc, _ in self.parts)

    @cached_property
    def points(self) -> list[Point]:
        """Its corners in degrees, the first not repeated; longitudes go on beyond 180 where it crosses that meridian."""
        return unwrapped(
            [point for arc, forwards in self.parts for point in (arc.points if forwards else arc.points[::-1])[:-1]]
        )

    @cached_property
    def corners(self) -> list[Vector]:
        return [vector(*point) for point in self.points]


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
    arcs: list[list[int]]
    caps: list[tuple[int, int, int]]
    countries: list[tuple[str | None, str, list[list[int]]]]


class Town(NamedTuple):
    name: str
    at: Point
    vector: Vector


@cache
def towns() -> tuple[Town, ...]:
    """Towns of 50,000 people or more (GeoNames), the largest first."""
    rows = msgspec.json.decode(gzip.decompress((ROOM / "towns.json.gz").read_bytes()), type=list[tuple[str, int, int]])
    return tuple(Town(name, (x / UNIT, y / UNIT), vector(x / UNIT, y / UNIT)) for name, x, y in rows)


@cache
def atlas(scale: str) -> Atlas:
    """`scale` is "50m" or "110m": the millions by which Natural Earth's map is reduced."""
    file = msgspec.json.decode(gzip.decompress((ROOM / f"countries-{scale}.json.gz").read_bytes()), type=_File)
    arcs = tuple(Arc(steps, cap) for steps, cap in zip(file.arcs, file.caps, strict=True))
    countries = (
        Country(code, name, tuple(Ring(tuple(ring), arcs) for ring in rings)) for code, name, rings in file.countries
    )
    return Atlas(file.source, arcs, tuple(countries))


def degrees(steps: list[int]) -> list[Point]:
    x, y = steps[:2]
    found = [(x / UNIT, y / UNIT)]
    for dx, dy in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / UNIT, y / UNIT))
    return found


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
