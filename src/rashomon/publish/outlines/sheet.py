"""A sheet: a story's places and the outlines around them on one flat grid."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rashomon.model.record import Record, StoryRow
from rashomon.publish.outlines.atlas import Point, atlas
from rashomon.publish.outlines.cutting import Box, around, cut, widest
from rashomon.publish.outlines.drawing import Drawing, Flat, net, path
from rashomon.publish.outlines.places import HALF_THE_WORLD, Spot, middle, middle_meridian, needed, reach, spots
from rashomon.publish.outlines.projection import Azimuthal, EqualEarth

ACROSS = 1800  # units of a sheet over the width of the widest window onto it: two to a pixel of a wide screen
WIDE, TALL = 2.1, 0.8  # width by height of the windows through which a sheet may be seen
MARGIN = 1.55  # around the places, for their names; the windows of js/map.js leave a little less, so that no cut edge is seen
LEAST = {"exact": 400.0, "city": 500.0, "region": 800.0, "country": 1500.0}  # km down that a map shows at least, by its nearest place
FAR = 6000.0  # km: wider sheets are drawn from the coarser outlines
MOST_POINTS = 120_000  # of outlines in one page, over all its stories: about 300 KB packed
WORLD = Box(-180.0, -58.0, 180.0, 82.0)  # the part of the world that a map of it shows, in degrees


class Land(msgspec.Struct, frozen=True):
    """A country on a sheet: `path` is SVG path data. `wide` and `tall`: where its name may stand in such a window (x, y and the room there is)."""

    code: str | None
    name: str
    path: str
    wide: tuple[int, int, int] | None
    tall: tuple[int, int, int] | None


class Sheet(msgspec.Struct, frozen=True):
    """`fit` is the box that must be seen (left, top, right, bottom), `at` the places by entity id. A unit is `km` kilometres, 0 where that differs over the
    sheet. `lines` is a net of meridians and parallels, as path data."""

    fit: tuple[int, int, int, int]
    km: float
    at: dict[str, tuple[int, int]]
    land: tuple[Land, ...]
    lines: str
    source: str


def sheets(record: Record) -> dict[str, Sheet]:
    """A sheet for each story with a located place, by the story's id. Beyond `MOST_POINTS` stories are drawn without outlines."""
    found: dict[str, Sheet] = {}
    points = 0
    for story in sorted(record.stories, key=lambda story: (-len(story.reports), story.id)):
        if here := spots(record, story):
            sheet = of_story(here)
            points += sum(land.path.count(" ") + land.path.count("-") for land in sheet.land) // 2
            found[story.id] = sheet if points < MOST_POINTS else msgspec.structs.replace(sheet, land=())
    return found


def of_story(here: Sequence[Spot]) -> Sheet:
    must = needed(here)
    centre = middle([spot.at for spot in must])
    if centre is None or reach(must) > HALF_THE_WORLD:
        return of_world(here)
    box = must_see(must, Azimuthal(*centre))
    flat = Azimuthal(*Azimuthal(*centre).back(box.middle))  # its own middle is that of the places' box
    box = must_see(must, flat)
    wide, tall = windows(box)
    scale = ACROSS / wide.width
    sight = Flat(flat, scale, scaled(joined(wide, tall), scale))
    return drawn(here, sight, scaled(box, scale), "50m" if wide.width <= FAR else "110m")


def of_world(here: Sequence[Spot]) -> Sheet:
    flat = EqualEarth(middle_meridian([spot.at for spot in here]))
    left, right = flat.longitude - 180, flat.longitude + 180
    box = around([flat.flat((x, y)) for x in (left, right) for y in (WORLD.top, 0.0, WORLD.bottom)])
    scale = ACROSS / box.width
    return drawn(here, Flat(flat, scale, scaled(box, scale)), scaled(box, scale), "110m")


def must_see(must: Sequence[Spot], flat: Azimuthal) -> Box:
    """The box around the places in kilometres, and not less than a reader needs to know where he is."""
    alone = all(spot.precision == "country" for spot in must)
    box = around([flat.flat(point) for spot in must for point in (extent(spot) if alone else (spot.at,))])
    least = min(LEAST.get(spot.precision, LEAST["city"]) for spot in must)
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


def drawn(here: Sequence[Spot], flat: Flat, fit: Box, scale: str) -> Sheet:
    drawing = Drawing(atlas(scale), flat)
    at = {spot.id: flat.units(spot.at) for spot in here}
    part = isinstance(flat.projection, Azimuthal)
    wide, tall = windows(fit) if part else (fit, fit)
    return Sheet(
        fit=whole(fit),
        km=round(1 / flat.scale, 4) if part else 0,
        at={id: (round(x), round(y)) for id, (x, y) in at.items() if flat.box.holds((x, y))},
        land=tuple(lands(drawing, wide, tall)),
        lines=path(net(flat), closed=False),
        source=drawing.atlas.source,
    )


def lands(drawing: Drawing, wide: Box, tall: Box) -> Iterator[Land]:
    for country in drawing.atlas.countries:
        if rings := drawing.rings(country):
            yield Land(country.code, country.name, path(rings), name_in(rings, wide), name_in(rings, tall))


def name_in(rings: Iterable[Sequence[Point]], window: Box) -> tuple[int, int, int] | None:
    inside = window.grown(-0.02 * window.width, -0.03 * window.height)
    found = widest([part for ring in rings if (part := cut(ring, inside))])
    return (round(found[0][0]), round(found[0][1]), round(found[1])) if found else None


def whole(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)
