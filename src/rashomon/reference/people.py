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
    return _STATE_BODIES


_STATE_BODIES = frozenset({"government", "parliament", "army", "military", "cabinet"})


def sex_of_given_name(name: str) -> str | None:
    """ "m" or "f" for a given name that nearly always belongs to one sex ("Elena"), spelled with its capital; else None."""
    return _by_sex("given-names").get(name)


def sex_of_person_noun(noun: str) -> str | None:
    """ "m", "f" or "-" (either) for a singular noun that stands for one person ("gunman"), in lower case; None for all else."""
    return _by_sex("persons").get(noun)


@cache
def short_names() -> tuple[tuple[str, ...], ...]:
    """Rows of given names that one person may go by: ("Robert", "Bob", "Rob"). A name may stand in several rows."""
    text = (files("rashomon.reference") / "data" / "short-names.txt").read_text("utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _by_sex(table: str) -> dict[str, str]:
    text = (files("rashomon.reference") / "data" / f"{table}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: sex for sex, words in rows for word in words.split()}
