"""Writes what the page's map is drawn from, into src/rashomon/publish/outlines: the outlines of countries (countries-50m.json.gz and countries-110m.json.gz), and
the larger towns that tell a reader where he is (towns.json.gz).

    npm pack world-atlas@2.0.2
    python tools/write_outlines.py world-atlas-2.0.2.tgz

world-atlas 2.0.2 (Michael Bostock, ISC licence) is TopoJSON of Natural Earth 4.1.0 (public domain). What is kept: for each country its name and the arcs
of its rings, and the arcs themselves, in hundredths of a degree (1.1 km), each point as the step from the one before it; and for each arc a circle that it lies in. ISO 3166-1 alpha-2 codes come
from the numeric ones by CLDR, as packaged in Babel. Towns are those of the gazetteer (GeoNames, CC BY 4.0) with 50,000 people or more, the largest first:
name, longitude and latitude in hundredths of a degree. The same package gives the same files, byte for byte.
"""

import gzip
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from math import atan2, ceil, degrees, dist, hypot
from pathlib import Path
from typing import Any

from babel.core import get_global

from rashomon.publish.outlines.atlas import REACH, UNIT, vector
from rashomon.publish.outlines.atlas import degrees as degrees_of

FOLDER = Path(__file__).parent.parent / "src" / "rashomon" / "publish" / "outlines"
SCALES = ("50m", "110m")
GAZETTEER = FOLDER.parent.parent / "reference" / "data" / "places.tsv.gz"
TOWN = 50_000  # people
POLE = -89.9  # south of it, the ring that closes Antarctica on a flat map is no coast
CODES = {"Kosovo": "XK"}  # GeoNames' code; ISO has none
Point = tuple[float, float]


def outlines(atlas: dict[str, Any], scale: str) -> dict[str, Any]:
    arcs = [list(grid(arc, atlas["transform"])) for arc in atlas["arcs"]]
    rings = {row["properties"]["name"]: list(coasts(row, arcs)) for row in atlas["objects"]["countries"]["geometries"]}
    used = sorted({own(arc) for found in rings.values() for ring in found for arc in ring})
    place = {arc: position for position, arc in enumerate(used)}
    countries = [
        [code(row), row["properties"]["name"], [[renamed(arc, place) for arc in ring] for ring in rings[row["properties"]["name"]]]]
        for row in atlas["objects"]["countries"]["geometries"]
    ]  # fmt: skip
    return {
        "source": f"Natural Earth 4.1.0, 1:{scale} (public domain), from world-atlas 2.0.2",
        "arcs": [steps(arcs[arc]) for arc in used],
        "caps": [cap(degrees_of(steps(arcs[arc]))) for arc in used],
        "countries": sorted(with_codes_once(countries), key=lambda row: row[1]),
    }


def with_codes_once(countries: list[Any]) -> Iterator[list[Any]]:
    """An outlying territory that bears its country's code (Ashmore and Cartier Islands) goes without one."""
    largest = {
        code: max((row for row in countries if row[0] == code), key=lambda row: len(row[2])) for code, _, _ in countries
    }
    for row in countries:
        yield row if row is largest[row[0]] else [None, *row[1:]]


def grid(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """Longitude and latitude of each point of an arc, which TopoJSON holds as steps in a grid."""
    (wide, high), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * wide + left, y * high + bottom


def coasts(row: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[int]]:
    """The rings of a country, holes among them, but for one that lies on the South Pole alone, and islets of one point."""
    polygons = row["arcs"] if row["type"] == "MultiPolygon" else [row["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            corners = {(round(x * UNIT), round(y * UNIT)) for arc in ring for x, y in arcs[own(arc)] if y > POLE}
            if len(corners) > 2:
                yield ring


def own(arc: int) -> int:
    """TopoJSON names an arc that is walked backwards by the complement of its position."""
    return ~arc if arc < 0 else arc


def renamed(arc: int, place: dict[int, int]) -> int:
    return ~place[~arc] if arc < 0 else place[arc]


def steps(points: Sequence[Point]) -> list[int]:
    grid = [(round(x * UNIT), round(y * UNIT)) for x, y in points]
    found: list[int] = [*grid[0]]
    last = grid[0]
    for x, y in grid[1:]:
        if (x, y) != last:
            found += [x - last[0], y - last[1]]
        last = x, y
    return found


def cap(points: Sequence[Point]) -> tuple[int, int, int]:
    """A middle of the arc, as longitude and latitude, and how far from it the farthest point lies through the globe, rounded up."""
    corners = [vector(*point) for point in points]
    x, y, z = (sum(axis) / len(corners) for axis in zip(*corners, strict=True))
    middle = round(degrees(atan2(y, x)) * UNIT), round(degrees(atan2(z, hypot(x, y))) * UNIT)
    at = vector(middle[0] / UNIT, middle[1] / UNIT)
    return *middle, ceil(max(dist(at, corner) for corner in corners) * REACH)


def code(row: dict[str, Any]) -> str | None:
    found = get_global("territory_aliases").get(row.get("id", ""), [])
    return found[0] if found else CODES.get(row["properties"]["name"])


def towns() -> list[list[Any]]:
    with gzip.open(GAZETTEER, "rt", encoding="utf-8") as rows:
        found = [row.rstrip("\n").split("\t") for row in rows]
    large = [row for row in found if row[1] == "P" and int(row[6] or 0) >= TOWN]
    ordered = sorted(large, key=lambda row: (-int(row[6]), row[0], row[7]))
    return [[row[0], round(float(row[3]) * UNIT), round(float(row[2]) * UNIT)] for row in ordered]


def save(name: str, value: Any) -> None:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    (FOLDER / f"{name}.json.gz").write_bytes(gzip.compress(written.encode(), mtime=0))


if __name__ == "__main__":
    save("towns", towns())
    with tarfile.open(sys.argv[1]) as package:
        for scale in SCALES:
            file = package.extractfile(f"package/countries-{scale}.json")
            assert file is not None
            save(f"countries-{scale}", outlines(json.load(file), scale))
