"""A sheet: a story's places and the outlines around them on one flat grid."""

from collections.abc import Iterable, Iterator, Sequence
from math import dist, hypot

import msgspec

from rashomon.model.record import Record
from rashomon.publish.outlines.atlas import atlas, towns, vector
from rashomon.publish.outlines.cutting import Box, Point, around, cut, widest
from rashomon.publish.outlines.drawing import Drawing, Flat, net, path
from rashomon.publish.outlines.places import HALF_THE_WORLD, Spot, middle, middle_meridian, needed, reach, spots
from rashomon.publish.outlines.projection import EARTH, Azimuthal, EqualEarth

ACROSS = 1800  # units of a sheet over the width of the widest window onto it: two to a pixel of a wide screen
WIDE, TALL = 2.1, 0.8  # width by height of the windows through which a sheet may be seen
MARGIN = 1.55  # around the places, for their names; the windows of js/map.js leave a little less, so that no cut edge is seen
# km down that a map shows at least: around one place, by how exactly it is known; around several; around a country.
LEAST = {"exact": 300.0, "city": 300.0, "region": 700.0, "country": 1500.0}
LEAST_OF_SEVERAL = 40.0
FAR = 7500.0  # km: wider sheets are drawn from the coarser outlines
MOST_SHEETS, MOST_LETTERS = (
    60,
    900_000,
)  # of one page: sheets with outlines, and letters of their path data (a third of that, packed)
NEAR = 2600.0  # km: less wide sheets have a small map of where they lie
INSET, INSET_KM = 240, 4400.0  # the small map: its side in units, and in km
MOST_TOWNS, TOWNS_APART = 16, 110.0  # larger towns on a sheet, and how far they stand from each other, in units
ROOMS = 3  # places that the name of a country may stand, where reports name it
TOWNS_TO = 4500.0  # km: wider sheets show none
WORLD = Box(-180.0, -58.0, 180.0, 82.0)  # the part of the world that a map of it shows, in degrees


Room = tuple[int, int, int]  # x, y of the middle of a level stretch, and its length


class Land(msgspec.Struct, frozen=True):
    """A country on a sheet: `path` is SVG path data. `wide` and `tall`: where its name may stand in such a window, the best first."""

    code: str | None
    name: str
    path: str
    wide: tuple[Room, ...]
    tall: tuple[Room, ...]


class Inset(msgspec.Struct, frozen=True):
    """A small map of where a sheet lies: a square of `side` units around the sheet's middle, of which a unit of the sheet is `share`; `path` is its land."""

    side: int
    share: float
    path: str


class Sheet(msgspec.Struct, frozen=True):
    """`fit` is the box that must be seen (left, top, right, bottom), `at` the places by entity id. A unit is `km` kilometres, 0 where that differs over the
    sheet. `lines` is a net of meridians and parallels, as path data. `towns` are larger ones around (name, x, y), the largest first."""

    fit: tuple[int, int, int, int]
    km: float
    at: dict[str, tuple[int, int]]
    land: tuple[Land, ...]
    lines: str
    source: str
    towns: tuple[tuple[str, int, int], ...] = ()
    inset: Inset | None = None


def sheets(record: Record) -> dict[str, Sheet]:
    """A sheet for each story with a located place, by the story's id. Of many stories those with most reports have outlines (`MOST_SHEETS`, `MOST_LETTERS`)."""
    found: dict[str, Sheet] = {}
    letters = 0
    for story in sorted(record.stories, key=lambda story: (-len(story.reports), story.id)):
        if here := spots(record, story):
            found[story.id] = of_story(here, outlined=len(found) < MOST_SHEETS and letters < MOST_LETTERS)
            letters += sum(len(land.path) for land in found[story.id].land)
    return found


def of_story(here: Sequence[Spot], outlined: bool = True) -> Sheet:
    must = needed(here)
    centre = middle([spot.at for spot in must])
    if centre is None or reach(must) > HALF_THE_WORLD:
        return of_world(here, outlined)
    box = must_see(must, Azimuthal(*centre))
    flat = Azimuthal(*Azimuthal(*centre).back(box.middle))  # its own middle is that of the places' box
    box = must_see(must, flat)
    wide, tall = windows(box)
    scale = ACROSS / wide.width
    sight = Flat(flat, scale, scaled(joined(wide, tall), scale))
    return drawn(here, sight, scaled(box, scale), None if not outlined else "50m" if wide.width <= FAR else "110m")


def of_world(here: Sequence[Spot], outlined: bool) -> Sheet:
    flat = EqualEarth(middle_meridian([spot.at for spot in here]))
    left, right = flat.longitude - 180, flat.longitude + 180
    box = around([flat.flat((x, y)) for x in (left, right) for y in (WORLD.top, 0.0, WORLD.bottom)])
    scale = ACROSS / box.width
    return drawn(here, Flat(flat, scale, scaled(box, scale)), scaled(box, scale), "110m" if outlined else None)


def must_see(must: Sequence[Spot], flat: Azimuthal) -> Box:
    """The box around the places in kilometres, and not less than a reader needs to know where he is."""
    near = [spot for spot in must if spot.precision != "country"]
    points = [spot.at for spot in must] if near else [point for spot in must for point in extent(spot)]
    box = around([flat.flat(point) for point in points])
    several = len({spot.at for spot in near}) > 1
    least = LEAST_OF_SEVERAL if several else min(LEAST.get(spot.precision, LEAST["city"]) for spot in must)
    return box.grown(max(0.0, least - box.width) / 2, max(0.0, least - box.height) / 2)


def extent(spot: Spot) -> list[Point]:
    """The largest coast or border of a country."""
    found = [country for country in atlas("110m").countries if country.code == spot.country]
    if not found or spot.country is None:
        return [spot.at]
    largest = max(found[0].rings, key=lambda ring: ring.reach)
    return largest.points[::3]


def windows(box: Box) -> tuple[Box, Box]:
    """The widest and the tallest window through which the box may be seen, both around its middle."""
    across, down = box.width * MARGIN, box.height * MARGIN
    return shaped(box, max(across, down * WIDE), WIDE), shaped(box, max(across, down * TALL), TALL)


def shaped(box: Box, width: float, shape: float) -> Box:
    (x, y), height = box.middle, width / shape
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def joined(a: Box, b: Box) -> Box:
    return Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))


def scaled(box: Box, scale: float) -> Box:
    return Box(*(side * scale for side in box))


def drawn(here: Sequence[Spot], flat: Flat, fit: Box, scale: str | None) -> Sheet:
    """The sheet with the outlines of the atlas at this scale; None: without any."""
    at = {spot.id: flat.units(spot.at) for spot in here}
    sheet = Sheet(
        fit=whole(fit),
        km=round(1 / flat.scale, 4) if isinstance(flat.projection, Azimuthal) else 0,
        at={id: (round(x), round(y)) for id, (x, y) in at.items() if flat.box.holds((x, y))},
        land=(),
        lines=path(net(flat), closed=False),
        source="",
    )
    return with_outlines(sheet, flat, fit, scale, here) if scale else sheet


def with_outlines(sheet: Sheet, flat: Flat, fit: Box, scale: str, here: Sequence[Spot]) -> Sheet:
    named = {spot.country for spot in here if spot.precision == "country"}
    drawing = Drawing(atlas(scale), flat)
    projection = flat.projection
    if not isinstance(projection, Azimuthal):
        return msgspec.structs.replace(sheet, land=tuple(lands(drawing, named, fit, fit)), source=drawing.atlas.source)
    wide, tall = windows(fit)
    return msgspec.structs.replace(
        sheet,
        land=tuple(lands(drawing, named, wide, tall)),
        source=drawing.atlas.source,
        towns=tuple(towns_on(flat, projection, [flat.units(spot.at) for spot in here]))
        if flat.box.width / flat.scale <= TOWNS_TO
        else (),
        inset=inset(projection, flat.scale) if wide.width / flat.scale <= NEAR else None,
    )


def inset(projection: Azimuthal, scale: float) -> Inset:
    half, small = INSET / 2, INSET / INSET_KM
    drawing = Drawing(atlas("110m"), Flat(projection, small, Box(-half, -half, half, half)))
    land = "".join(path(drawing.rings(country)) for country in drawing.atlas.countries)
    return Inset(INSET, round(small / scale, 5), land)


def towns_on(flat: Flat, projection: Azimuthal, places: Iterable[Point]) -> Iterator[tuple[str, int, int]]:
    """Larger towns on the sheet that stand apart from the story's places and from each other."""
    taken, count = list(places), 0
    centre = vector(projection.longitude, projection.latitude)
    corner = hypot(flat.box.width, flat.box.height) / 2 / flat.scale / EARTH
    for town in towns():
        if count == MOST_TOWNS:
            return
        if dist(centre, town.vector) > corner:
            continue
        here = flat.units(town.at)
        if flat.box.holds(here) and all(dist(here, other) > TOWNS_APART for other in taken):
            taken.append(here)
            count += 1
            yield town.name, round(here[0]), round(here[1])


def lands(drawing: Drawing, named: set[str | None], wide: Box, tall: Box) -> Iterator[Land]:
    for country in drawing.atlas.countries:
        if rings := drawing.rings(country):
            rooms = ROOMS if country.code in named else 1
            yield Land(
                country.code, country.name, path(rings), name_in(rings, wide, rooms), name_in(rings, tall, rooms)
            )


def name_in(rings: Iterable[Sequence[Point]], window: Box, rooms: int) -> tuple[Room, ...]:
    inside = window.grown(-0.02 * window.width, -0.03 * window.height)
    found = widest([part for ring in rings if (part := cut(ring, inside))], rooms)
    return tuple((round(x), round(y), round(length)) for (x, y), length in found)


def whole(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)
