"""The words of links (`links_en.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Cue:
    """A phrase as words, and what it says. `nouns`: only before one of these."""

    words: tuple[str, ...]
    kind: str
    nouns: frozenset[str] = frozenset()


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "links_en.toml").read_text("utf-8"))


@cache
def words_of(part: str, name: str) -> frozenset[str]:
    return frozenset(_raw()[part][name].split())


@cache
def cues() -> tuple[Cue, ...]:
    """Longest first, so that "in response to a request from" is no "in response to"."""
    raw = _raw()
    ground = frozenset(raw["ground"]["nouns"].split())
    found = [Cue(tuple(cue.split()), row["kind"]) for row in raw["phrase"] for cue in row["cues"]]
    found += [Cue(tuple(cue.split()), "purpose") for cue in raw["purpose"]["cues"]]
    found += [Cue(tuple(cue.split()), "decision", ground) for cue in raw["ground"]["cues"]]
    return tuple(sorted(found, key=lambda cue: -len(cue.words)))


@cache
def _by_first_word() -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for cue in cues():
        found[cue.words[0]] = (*found.get(cue.words[0], ()), cue)
    return found


def cues_from(word: str) -> tuple[Cue, ...]:
    """The cues that begin with a word, longest first."""
    return _by_first_word().get(word, ())
