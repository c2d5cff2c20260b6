"""The tables beside: letters, number words, endings and marks of translation by language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_HERE = "rashomon.stages.lineage.translation"


def rows(name: str) -> list[list[str]]:
    text = (files(_HERE) / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def letters() -> Mapping[str, str]:
    """Each letter that is no plain Latin one, in lower case, as Latin letters (perhaps none)."""
    return {row[1]: row[2] for row in rows("letters")}


@cache
def endings(language: str) -> tuple[str, ...]:
    """Case endings of the language with a consonant in them, the longest first."""
    found = next((row[1].split() for row in rows("endings") if row[0] == language), [])
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))


@cache
def marks(language: str) -> tuple[str, ...]:
    """Wordings in lower case by which a report of the language says that it is a translation."""
    return next((tuple(row[1].split("|")) for row in rows("marks") if row[0] == language), ())
