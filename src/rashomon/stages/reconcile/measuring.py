"""Whether two claims speak of one place and one time."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from rashomon.model.entity import Entity
from rashomon.model.measure import When

if TYPE_CHECKING:
    from rashomon.stages.reconcile.replies import Reply

_NEAR_KM = 15.0  # two names this near are one incident's place (a village and its town); our own choice
_WIDE = ("country", "region")
_EARTH_KM = 6371.0


def distance_km(a: Entity, b: Entity) -> float | None:
    """Great-circle distance; None where either lies nowhere."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    h = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


def innermost(places: frozenset[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """The places without the countries and regions that another of them lies in."""
    narrow = {p for p in places if p in entities and entities[p].precision not in _WIDE}
    return frozenset(narrow) or places


def holds(outer: Entity, inner: Entity) -> bool:
    """Whether the inner place lies in the outer country."""
    same = outer.country is not None and outer.country == inner.country
    return same and outer.precision == "country" and inner.precision != "country"


def places_apart(a: frozenset[str], b: frozenset[str], entities: Mapping[str, Entity]) -> str | None:
    """How two sets of places differ: "apart", "held" (a place and its country), "unlocated" (other names, of which one
    lies nowhere known); None where they are one, near, or unknown."""
    pairs = _pairs(a, b, entities)
    if not pairs or any(_one_place(x, y) for x, y in pairs):
        return None
    if any(holds(x, y) or holds(y, x) for x, y in pairs):
        return "held"
    return "apart" if all(distance_km(x, y) is not None for x, y in pairs) else "unlocated"


def _pairs(a: frozenset[str], b: frozenset[str], entities: Mapping[str, Entity]) -> list[tuple[Entity, Entity]]:
    return [(entities[x], entities[y]) for x in sorted(a) for y in sorted(b) if x in entities and y in entities]


def apart_in_place(a: frozenset[str], b: frozenset[str], entities: Mapping[str, Entity]) -> str | None:
    """Why the places differ, in words; None where they do not, or cannot be told."""
    how = places_apart(a, b, entities)
    if how == "held":
        inner, outer = next(
            (y, x) if holds(x, y) else (x, y) for x, y in _pairs(a, b, entities) if holds(x, y) or holds(y, x)
        )
        return f"One is for {inner.name}, the other for all of {outer.name}."
    if how == "apart":
        x, y = _pairs(a, b, entities)[0]
        return f"One is for {x.name}, the other for {y.name}."
    return None


def _one_place(x: Entity, y: Entity) -> bool:
    km = distance_km(x, y)
    one, other = set(x.name.casefold().split()), set(y.name.casefold().split())
    return (
        x.id == y.id
        or (km is not None and km <= _NEAR_KM and x.precision == y.precision)
        or (km is None and (one <= other or other <= one))
    )


def day_span(when: When | None) -> tuple[str, str] | None:
    """First and last day as ISO text; None for unknown or open time."""
    if when is None or not (when.start or when.end):
        return None
    start, end = when.start or when.end or "", when.end or when.start or ""
    return start[:10], _last(end[:10])


def _last(day: str) -> str:
    """The end of a month or year as a day that sorts behind all of its days."""
    if len(day) == 10:
        return day
    return {7: f"{day}-31", 4: f"{day}-12-31"}.get(len(day), day)


def overlap_in_time(a: When | None, b: When | None) -> bool | None:
    """Whether the two may be of one time; None where one is unknown."""
    first, second = day_span(a), day_span(b)
    if first is None or second is None:
        return None
    return first[0] <= second[1] and second[0] <= first[1]


def next_days(a: When | None, b: When | None) -> bool:
    """Whether one ends on the day before the other starts."""
    first, second = sorted(span for span in (day_span(a), day_span(b)) if span) if a and b else [("", ""), ("", "")]
    try:
        return date.fromisoformat(second[0]) - date.fromisoformat(first[1]) == timedelta(days=1)
    except ValueError:
        return False


def apart_in_time(a: "Reply", b: "Reply") -> str | None:
    """Why the times differ, in words; None where they overlap or are unknown."""
    if overlap_in_time(a.date, b.date) is not False:
        return None
    assert a.date and b.date
    return f"One is for {told(a.date)}, the other for {told(b.date)}."


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def told(when: When) -> str:
    """An interval as a person writes it: "5 January 2022", "2–5 January 2022", "April 2014", "12 March 2024, 06:00"."""
    start, end = when.start or "", when.end or when.start or ""
    if not start:
        return f"up to {_day(end)}" if end else "unknown"
    if start[:10] == end[:10]:
        return _day(start)
    return _whole(start, end) or _between(start[:10], end[:10])


def _day(iso: str) -> str:
    """2022-01-05 → "5 January 2022"; a month or year alone stays one; an hour follows after a comma."""
    year, *rest = iso[:10].split("-")
    words = [*([str(int(rest[1]))] if len(rest) > 1 else []), *([_MONTHS[int(rest[0]) - 1]] if rest else []), year]
    hour = f", {iso[11:16]}" if len(iso) >= 16 else ""
    return " ".join(words) + hour


def day_words(iso: str) -> str:
    """An ISO day in words; the text itself where it is none."""
    return _day(iso) if re.fullmatch(r"\d{4}(-\d{2}){0,2}(T.*)?", iso) else iso


def _whole(start: str, end: str) -> str | None:
    """The name of the month or year that the interval fills."""
    if start[4:10] == "-01-01" and end[4:10] == "-12-31" and start[:4] == end[:4]:
        return start[:4]
    months = start[:7] == end[:7] and start[7:10] == "-01" and end[8:10] >= "28"
    fills = months and date.fromisoformat(end[:10]) + timedelta(days=1) >= _next_month(start)
    return _day(start[:7]) if fills else None


def _next_month(iso: str) -> date:
    year, month = int(iso[:4]), int(iso[5:7])
    return date(year + month // 12, month % 12 + 1, 1)


def _between(start: str, end: str) -> str:
    """ "2–5 January 2022", "30 April – 2 May 2022", else both in full."""
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_day(end)}"
    if len(start) == len(end) == 10 and start[:4] == end[:4]:
        return f"{_day(start).rsplit(' ', 1)[0]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"
