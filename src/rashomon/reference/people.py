"""Words for persons, bodies and buildings: titles before a name, role nouns, nouns of people who act together, head nouns of names."""

from functools import cache
from importlib.resources import files


@cache
def _lines(table: str) -> frozenset[str]:
    text = (files("rashomon.reference") / "data" / f"{table}.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def titles() -> frozenset[tuple[str, ...]]:
    """Titles as tuples of words in lower case without stops."""
    return frozenset(tuple(line.casefold().replace(".", "").split()) for line in _lines("titles"))


def role_nouns() -> frozenset[str]:
    """In lower case, singular; some of two words."""
    return _lines("roles")


def collectives() -> frozenset[str]:
    """In lower case, as they stand in a text."""
    return _lines("collectives")


def bodies() -> frozenset[str]:
    """In lower case."""
    return _lines("bodies")


def facilities() -> frozenset[str]:
    """Head nouns of buildings, roads and grounds, in lower case without stops."""
    return _lines("facilities")


def state_bodies() -> frozenset[str]:
    """Common nouns for bodies that every state has, in lower case."""
    return frozenset({"government", "parliament", "army", "military", "cabinet"})
