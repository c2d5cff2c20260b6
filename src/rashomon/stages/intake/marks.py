"""The words by which page furniture is known, one file for each language in `words/`; all of them are read together, since
pages mix languages."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_EDGES = " \t*•·|>»›«‹→←↑▲▼…-–—_=#:.!?\"“”'’"


class Marks(NamedTuple):
    """Folded phrases. `alone` and `opens` and `holds` lead to a kind of furniture (model/report.py)."""

    published: frozenset[str]
    modified: frozenset[str]
    photo: frozenset[str]
    source: frozenset[str]
    byline: frozenset[str]
    alone: dict[str, str]
    opens: dict[str, str]
    holds: dict[str, str]


def folded(line: str) -> str:
    """The line without case, edges of punctuation and doubled white space."""
    return trimmed(lowered(line))


def lowered(line: str) -> str:
    """The line without case and doubled white space."""
    return tidy(line.casefold())


def tidy(line: str) -> str:
    """The line with single spaces and none at its ends. Most lines are so already, which costs a tenth to see: whatever white space but
    the space itself cannot be printed."""
    return line.strip(" ") if line.isprintable() and "  " not in line else " ".join(line.split())


def trimmed(low: str) -> str:
    """What `folded` makes of a lowered line."""
    return low.replace("’", "'").strip(_EDGES)


@lru_cache(maxsize=1)
def marks() -> Marks:
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(files("rashomon.stages.intake").joinpath("words").iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    ]
    lists = {
        key: frozenset(folded(phrase) for table in tables for phrase in table.get(key, ())) for key in Marks._fields[:5]
    }
    kinds: dict[str, dict[str, str]] = {
        key: {
            folded(phrase): kind
            for table in tables
            for kind, phrases in table.get(key, {}).items()
            for phrase in phrases
        }
        for key in Marks._fields[5:]
    }
    return Marks(**lists, **kinds)  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def opening(phrases: frozenset[str]) -> re.Pattern[str]:
    """A pattern that matches any of the phrases at the head of a folded line, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + r")(?!\w)")
