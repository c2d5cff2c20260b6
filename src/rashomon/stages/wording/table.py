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


def thing_of_act(frame: str | None, action: str) -> str | None:
    """The thing that an event of this frame (the claims' table) and verb is put with; None where it is not worth comparing."""
    frames, actions = _acts()
    thing = frames.get(frame or "")
    return actions.get(action, thing) if thing else None


@cache
def is_listed(thing: str) -> bool:
    """Whether the table has nouns or acts for it."""
    return any(thing in _table()[part] for part in ("things", "acts", "actions"))


@cache
def _acts() -> tuple[Mapping[str, str], Mapping[str, str]]:
    rows = [{one: thing for thing, own in _table()[part].items() for one in own} for part in ("acts", "actions")]
    return rows[0], rows[1]


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
    """Adjectives that point and do not describe."""
    return frozenset(_table()["pointing"])


@cache
def counting() -> frozenset[str]:
    """Adjectives that count, and are no part of a wording."""
    return frozenset(_table()["counting"])


@cache
def several() -> frozenset[str]:
    """Things of which one story easily tells several."""
    return frozenset(_table()["several"])


@cache
def contested() -> frozenset[str]:
    """Things for which different nouns take sides."""
    return frozenset(_table()["contested"])
