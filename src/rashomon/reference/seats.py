"""States by their seat: "Moscow says", "the Kremlin": `data/seats.tsv`."""

from functools import cache
from importlib.resources import files

from rashomon.reference.places import fold


def seats_of(country: str) -> frozenset[str]:
    """Folded names (`places.fold`) by whose seat reports call the state; empty where none is known."""
    return _seats().get(country, frozenset())


@cache
def _seats() -> dict[str, frozenset[str]]:
    lines = (files("rashomon.reference") / "data" / "seats.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {country: frozenset(map(fold, names.split("|"))) for country, names in rows}


def country_of_seat(name: str) -> str | None:
    """The state that reports call by this seat's name, if they call one alone so: "RU" for "the Kremlin"."""
    owners = _owners().get(fold(name).removeprefix("the "), ())
    return owners[0] if len(owners) == 1 else None


@cache
def _owners() -> dict[str, list[str]]:
    """Seat → the countries that are called by it."""
    owners: dict[str, list[str]] = {}
    for country, names in _seats().items():
        for name in names:
            owners.setdefault(name, []).append(country)
    return owners
