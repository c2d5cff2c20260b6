"""Outlines on a sheet: rings of countries laid flat, cut to the sheet and thinned to what can be seen; the net of degrees; path data."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, dist, hypot, radians
from typing import NamedTuple

from rashomon.publish.outlines.atlas import Atlas, Country, Ring, bent, vector
from rashomon.publish.outlines.cutting import Box, Point, around, cut, thinned
from rashomon.publish.outlines.projection import EARTH, Azimuthal, EqualEarth

FINE, COARSE = 0.8, 40.0  # units: how roughly a line may be drawn in sight, and out of it
SMALLEST = 2.0  # units: islands less wide and less high are not drawn
OPPOSITE = 1.93  # radii through the globe (150 degrees): a ring that reaches so far from the middle cannot be laid flat around it
CLOSE = 0.02  # radii through the globe (130 km): an arc that comes no nearer to the sheet is drawn roughly
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)  # degrees between the lines of the net
LINES = 5  # about so many parallels on a sheet


class Flat(NamedTuple):
    """A projection at a scale (units per kilometre), and the box of the sheet in units."""

    projection: Azimuthal | EqualEarth
    scale: float
    box: Box

    def units(self, point: Point) -> Point:
        x, y = self.projection.flat(self.near(point))
        return x * self.scale, y * self.scale

    def near(self, point: Point) -> Point:
        """The point with its longitude counted from the sheet's own seam, where the sheet has one."""
        if isinstance(self.projection, Azimuthal):
            return point
        middle = self.projection.longitude
        return (point[0] - middle + 180) % 360 + middle - 180, point[1]

    def tolerance(self, point: Point) -> float:
        left, top, right, bottom = self.box
        x, y = point
        return FINE if left - COARSE <= x <= right + COARSE and top - COARSE <= y <= bottom + COARSE else COARSE


class Drawing:
    """Countries of an atlas on one sheet. Arcs are thinned once, so that neighbours share their border."""

    def __init__(self, atlas: Atlas, flat: Flat) -> None:
        self.atlas = atlas
        self.flat = flat
        self.lines: dict[int, list[Point]] = {}
        middle = flat.projection
        self.centre = vector(middle.longitude, middle.latitude if isinstance(middle, Azimuthal) else 0.0)
        # Around the middle, a distance on the sheet is the same distance through the globe, in its radii.
        self.corner = hypot(flat.box.width, flat.box.height) / 2 / flat.scale / EARTH

    def rings(self, country: Country) -> list[list[Point]]:
        """What of the country lies on the sheet, in whole units."""
        if isinstance(self.flat.projection, Azimuthal):
            whole = (self.around_the_middle(ring) for ring in country.rings)
        else:
            whole = (part for ring in country.rings for part in self.beside_the_seam(ring, self.flat.projection))
        parts = (rounded(cut(ring, self.flat.box)) for ring in whole)
        return [part for part in parts if len(part) > 2 and seen(part)]

    def around_the_middle(self, ring: Ring) -> list[Point]:
        away = dist(self.centre, ring.middle)
        if away - ring.reach > self.corner:
            return []
        if away + ring.reach > OPPOSITE and any(dist(self.centre, corner) > OPPOSITE for corner in ring.corners):
            return []
        return [point for arc in ring.arcs for point in (self.line(arc) if arc >= 0 else self.line(~arc)[::-1])[:-1]]

    def line(self, number: int) -> list[Point]:
        if number not in self.lines:
            arc = self.atlas.arcs[number]
            if dist(self.centre, arc.middle) - arc.reach > self.corner + CLOSE:
                self.lines[number] = [self.flat.units(point) for point in arc.rough]
            else:
                points = [self.flat.units(point) for point in arc.bent]
                self.lines[number] = thinned(sparse(points, self.flat), self.flat.tolerance)
        return self.lines[number]

    def beside_the_seam(self, ring: Ring, projection: EqualEarth) -> Iterator[list[Point]]:
        """The ring cut at the meridian opposite the sheet's own: what is left of the seam, between, and right of it."""
        middle = projection.longitude
        points = closed_at_the_pole(ring.points)
        for turn in (-360.0, 0.0, 360.0):
            part = cut([(x + turn, y) for x, y in points], Box(middle - 180, -90, middle + 180, 90))
            if part:
                flat = [projection.flat(point) for point in bent([*part, part[0]])]
                yield thinned([(x * self.flat.scale, y * self.flat.scale) for x, y in flat], self.flat.tolerance)[:-1]


def closed_at_the_pole(points: list[Point]) -> list[Point]:
    """A ring that runs once around the globe encloses a pole: on a flat map it is closed along the map's edge."""
    (first, _), (last, latitude) = points[0], points[-1]
    if abs(last - first) < 270:
        return points
    pole = -90.0 if latitude < 0 else 90.0
    return [*points, (last, pole), (first, pole)]


def sparse(points: list[Point], flat: Flat) -> list[Point]:
    """Without points that fall where the one before fell; out of sight, by a coarser grid. The ends stay."""
    found, last = points[:1], None
    for point in points[1:-1]:
        step = flat.tolerance(point)
        here = (point[0] // step, point[1] // step, step)
        if here != last:
            found.append(point)
        last = here
    return found + points[-1:] if len(points) > 1 else found


def rounded(points: Iterable[Point]) -> list[Point]:
    found: list[Point] = []
    for x, y in points:
        point = float(round(x)), float(round(y))
        if not found or point != found[-1]:
            found.append(point)
    return found


def seen(ring: Sequence[Point]) -> bool:
    box = around(ring)
    return max(box.width, box.height) >= SMALLEST


def net(flat: Flat) -> Iterator[list[Point]]:
    """Meridians and parallels on the sheet."""
    middle, down, across, step = stretch(flat)
    wide = max(step, 10.0) if down[0] <= -88 or down[1] >= 88 else step
    levels = [step * k for k in range(int(down[0] // step) + 1, int(down[1] // step) + 1)]
    meridians = [wide * k for k in range(int((middle - across) // wide) + 1, int((middle + across) // wide) + 1)]
    for y in levels:
        yield from runs([(middle - across + across * k / 20, y) for k in range(41)], flat)
    for x in meridians:
        yield from runs([(x, down[0] + (down[1] - down[0]) * k / 30) for k in range(31)], flat)


def stretch(flat: Flat) -> tuple[float, tuple[float, float], float, float]:
    """The sheet's middle longitude, its latitudes, its longitudes to each side, and the step of its net, in degrees."""
    if isinstance(flat.projection, EqualEarth):
        return flat.projection.longitude, (-90.0, 90.0), 180.0, STEPS[-1]
    reach = min(80.0, hypot(flat.box.width, flat.box.height) / 2 / flat.scale / 111)
    middle, level = flat.projection
    down = max(-88.0, level - reach), min(88.0, level + reach)
    most = max(abs(down[0]), abs(down[1]))
    across = 180.0 if most > 80 else min(180.0, reach / cos(radians(most)))
    height = flat.box.height / flat.scale / 111
    step = next((step for step in STEPS if height / step <= LINES), STEPS[-1])
    return middle, down, across, step


def runs(points: Sequence[Point], flat: Flat) -> Iterator[list[Point]]:
    """The stretches of a line that lie on the sheet or next to it."""
    run: list[Point] = []
    limit = flat.box.grown(flat.box.width / 20, flat.box.height / 20)
    for x, y in (flat.projection.flat(point) for point in points):
        here = x * flat.scale, y * flat.scale
        if limit.holds(here):
            run.append(here)
        elif run:
            yield thinned(run, flat.tolerance)
            run = []
    if run:
        yield thinned(run, flat.tolerance)


def path(lines: Iterable[Sequence[Point]], closed: bool = True) -> str:
    """SVG path data in whole units, each point as the step from the one before it: "M3 4l2-1 0 5z"."""
    return "".join(_one(line, closed) for line in lines if len(line) > 1)


def _one(line: Sequence[Point], closed: bool) -> str:
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(whole) if (a, b) != (c, d)]
    numbers = "".join(f"{'' if number < 0 else ' '}{number}" for step in steps for number in step).strip()
    return f"M{whole[0][0]} {whole[0][1]}l{numbers}{'z' if closed else ''}" if steps else ""
