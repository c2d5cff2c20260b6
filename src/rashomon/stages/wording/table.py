"""The table `wording_en.toml`: which nouns and which acts are words for one thing."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "wording_en.toml").read_text(encoding="utf-8"))


@cache
def nouns() -> Mapping[str, str]:
    """The table's nouns in lemmas, each with its thing."""
    return {noun: thing for thing, own in _table()["things"].items() for noun in own}


@cache
def frames_of_acts() -> Mapping[str, str]:
    """Frames of events (the claims' table), each with its thing."""
    return {frame: thing for thing, own in _table()["acts"].items() for frame in own}


@cache
def general() -> frozenset[str]:
    """Nouns that name no one thing."""
    return frozenset(_table()["general"])


@cache
def doubting() -> frozenset[str]:
    """Words by which a report keeps its distance."""
    return frozenset(_table()["doubting"])


@cache
def judging() -> frozenset[str]:
    """Adjectives that say what to think of a thing."""
    return frozenset(_table()["judging"])


@cache
def light() -> frozenset[str]:
    """Verbs that say what was done only together with their object."""
    return frozenset(_table()["light"])


@cache
def pointing() -> frozenset[str]:
    """Adjectives that point or count and do not describe."""
    return frozenset(_table()["pointing"])


@cache
def several() -> frozenset[str]:
    """Things of which one story easily tells several."""
    return frozenset(_table()["several"])
