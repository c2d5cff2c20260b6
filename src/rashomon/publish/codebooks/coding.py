"""How codebooks grade what is known of a place and of a day, and the grid of PRIO."""

from datetime import date
from functools import cache
from math import floor

from rashomon.model.entity import Entity

# UCDP GED: 1 exact place, 2 within 25 km, 3 second-order and 4 first-order division, 5 a line or area, 6 a country, 7 international. A region of the record may
# be of either order; the wider is coded.
UCDP_WHERE = {"exact": 1, "city": 1, "region": 4, "country": 6}
# ACLED: 1 a town or nearer, 2 near a town, 3 a wider region. Of a country alone nothing is coded.
ACLED_WHERE = {"exact": 1, "city": 1, "region": 3}
CELL = 0.5  # degrees: a cell of PRIO-GRID
ROW = 720  # cells of a row


def days_between(start: str | None, end: str | None) -> int | None:
    """Days of an interval, both ends counted; None where a day is not known in full."""
    if not start or len(start) < 10:
        return None
    try:
        first, last = date.fromisoformat(start[:10]), date.fromisoformat((end or start)[:10])
    except ValueError:
        return None
    return (last - first).days + 1


def ucdp_when(start: str | None, end: str | None) -> int | None:
    """1 the day, 2 within six days, 3 the week, 4 the month, 5 longer than a month."""
    days = days_between(start, end)
    if days is None:
        return None
    return next((code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4)) if days <= most), 5)


def acled_when(start: str | None, end: str | None) -> int | None:
    """1 the day, 2 the week, 3 the month; None where less is known."""
    days = days_between(start, end)
    if days is None:
        return None
    return next((code for most, code in ((1, 1), (7, 2), (31, 3)) if days <= most), None)


def prio_grid(place: Entity) -> int | None:
    """The cell of PRIO-GRID (half a degree, counted from the south-west corner of the map, from 1); None for a whole country or region."""
    if place.lat is None or place.lon is None or place.precision not in ("exact", "city"):
        return None
    row, column = min(floor((place.lat + 90) / CELL), 359), min(floor((place.lon + 180) / CELL), ROW - 1)
    return row * ROW + column + 1


def country_name(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-2 code (CLDR)."""
    from babel import Locale

    return Locale.parse("en").territories.get(code, "") if code else ""


def iso_number(code: str | None) -> int | None:
    """ISO 3166-1 numeric."""
    return _numbers().get(code) if code else None


@cache
def _numbers() -> dict[str, int]:
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {codes[0]: int(number) for number, codes in aliases.items() if number.isdigit() and len(number) == 3 and len(codes) == 1}  # fmt: skip
