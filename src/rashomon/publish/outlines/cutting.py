"""Rings cut to a box (Sutherland and Hodgman 1974) and thinned to what can be seen (Douglas and Peucker 1973)."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Point = tuple[float, float]  # longitude and latitude in degrees, or x and y on a sheet

LEVELS = 12  # of an area at which room for a name is looked for


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def grown(self, across: float, down: float) -> "Box":
        return Box(self.left - across, self.top - down, self.right + across, self.bottom + down)


def around(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def cut(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of the ring inside the box, closed along its edges; empty where none is. Parts that touch only outside stay joined along
    an edge, out of sight."""
    found = list(ring)
    for axis, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        found = list(_one_side(found, axis, edge, sign))
    return found


def _one_side(ring: list[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    if not ring:
        return
    before = ring[-1]
    for point in ring:
        inside, was_inside = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was_inside:
            yield _crossing(before, point, axis, edge)
        if inside:
            yield point
        before = point


def _crossing(a: Point, b: Point, axis: int, edge: float) -> Point:
    # From the lesser end to the greater whichever way the ring runs, so that neighbours meet in the very same point.
    a, b = min(a, b), max(a, b)
    other = a[1 - axis] + (b[1 - axis] - a[1 - axis]) * (edge - a[axis]) / (b[axis] - a[axis])
    return (edge, other) if axis == 0 else (other, edge)


def thinned(points: Sequence[Point], tolerance: Callable[[Point], float]) -> list[Point]:
    """The points of a line without those that lie within their tolerance of the line drawn without them. The ends stay."""
    if len(points) < 3:
        return list(points)
    allowed = [1 / tolerance(point) ** 2 for point in points]
    keep = {0, len(points) - 1}
    open_ends = [(0, len(points) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        at = farthest(points, allowed, first, last)
        if at:
            keep.add(at)
            open_ends += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def farthest(points: Sequence[Point], allowed: Sequence[float], first: int, last: int) -> int:
    """The point between two that lies farthest from the stretch between them, measured by what is allowed (one over the square of its tolerance); 0 where all
    lie within it."""
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    scale = 1 / square if square > 1e-18 else 0.0
    worst, at = 1.0, 0
    for i in range(first + 1, last):
        x, y = points[i]
        x, y = x - ax, y - ay
        along = (x * dx + y * dy) * scale
        if along > 0:
            along = min(along, 1.0)
            x, y = x - along * dx, y - along * dy
        off = (x * x + y * y) * allowed[i]
        if off > worst:
            worst, at = off, i
    return at


def widest(rings: Sequence[Sequence[Point]], most: int = 3) -> list[tuple[Point, float]]:
    """Where a name can stand in an area, the best first: the middles of the longest level stretches inside it, each at a height of its own, and their
    lengths. Rings fill by the even-odd rule. Of stretches about as long, the one nearest to the area's own middle."""
    if not rings:
        return []
    box = around([point for ring in rings for point in ring])
    found = []
    for k in range(1, LEVELS):
        y = box.top + box.height * k / LEVELS + 0.137  # off the grid, so that no corner lies on it
        crossings = sorted(x for ring in rings for x in _at_level(ring, y))
        stretches = [
            (right - left, (left + right) / 2) for left, right in zip(crossings[::2], crossings[1::2], strict=False)
        ]
        if stretches:
            length, x = max(stretches)
            found.append((length * (1 - abs(k - LEVELS / 2) / LEVELS), (x, y), length))
    return [(point, length) for _, point, length in sorted(found, reverse=True)[:most]]


def _at_level(ring: Sequence[Point], y: float) -> Iterator[float]:
    before = ring[-1]
    for point in ring:
        if (point[1] > y) != (before[1] > y):
            yield before[0] + (point[0] - before[0]) * (y - before[1]) / (point[1] - before[1])
        before = point
