"""Countries by the words for their people: `data/demonyms.tsv`."""

from functools import cache
from importlib.resources import files

from rashomon.reference.places import find


def country_of_demonym(word: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country that an adjective or a people's name belongs to ("Omani", "Danes"); else None."""
    return _demonyms().get(word)


def country_of_name(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country of this name; None where the name is not first of all a country's."""
    places = find(name)
    return places[0].country if places and places[0].kind == "country" else None


def is_adjective(word: str) -> bool:
    """Whether the word is a country's adjective rather than only its people's name ("Danish", not "Danes")."""
    return word in _adjectives()


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for line in (files("rashomon.reference") / "data" / "demonyms.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, adjectives, people = [*line.split("\t"), ""][:3]
            own = tuple(adjectives.split("|"))
            rows.append((country, own, tuple(people.split("|")) if people else tuple(f"{word}s" for word in own)))
    return tuple(rows)


@cache
def _demonyms() -> dict[str, str]:
    return {word: country for country, adjectives, people in _rows() for word in (*adjectives, *people)}


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(word for _, adjectives, _ in _rows() for word in adjectives)
