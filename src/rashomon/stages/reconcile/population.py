"""Who is counted: the class of a counted noun phrase (`populations_en.toml`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rashomon.stages.reconcile.tables import table, whole_words
from rashomon.text.numerals import find_numerals

_SPLIT = re.compile(r"[,;:(]| (?:who|that|which|from|of|in|at|on|by|for|with|and) ")
_COLLECTIVE = frozenset({"people", "police", "staff", "personnel", "crew", "children", "men", "women"})
_WHERE = re.compile(r"(?:outside|near|in|at|around|inside)\b", re.IGNORECASE)
# "Nine of the dead were rebel gunners" counts fighters.
_OF_THE_DEAD = re.compile(
    r"of (?:the|those) (?:dead|killed|victims|fatalities|wounded|injured|detained|arrested) (?:were|are|was) ((?:[\w-]+ ){0,2}[\w-]+)"
)
_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "police",
}


@dataclass(frozen=True)
class Population:
    """`name` is the class or, outside the table, the head noun itself. `whole` is true of all people of the place."""

    name: str
    noun: str
    whole: bool = False
    part_of: str | None = None


EVERYBODY = Population("people", "people", whole=True)


def singular(noun: str) -> str:
    """The singular of an English noun, by its ending."""
    for plural, single in _IRREGULAR.items():
        if noun == plural or (noun.endswith(plural) and plural in ("men", "women", "children")):
            return noun[: -len(plural)] + single
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def _population(name: str, row: Mapping[str, Any]) -> Population:
    return Population(name, row["noun"], row.get("whole", False), row.get("part_of"))


@cache
def _classes() -> dict[str, Population]:
    """Singular head noun or phrase → its class."""
    found = {}
    for name, row in table("populations_en").items():
        found.update(dict.fromkeys([*row["nouns"], *row.get("also", ())], _population(name, row)))
    return found


def plural(noun: str) -> str:
    """The plural of an English noun phrase's last word, by its ending; a plural stays."""
    if singular(noun.casefold().rsplit(" ", 1)[-1]) != noun.casefold().rsplit(" ", 1)[-1] or noun in _COLLECTIVE:
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _by_clause() -> tuple[tuple[re.Pattern[str], Population], ...]:
    rows = table("populations_en").items()
    return tuple((whole_words(row["clause"]), _population(name, row)) for name, row in rows if "clause" in row)


def population_in(counted: str | None, clause: str) -> Population:
    """As `population_of`, but a part of its own where the clause says so ("15 of them are in critical condition")."""
    said = next((found for words, found in _by_clause() if words.search(clause)), None)
    named = _OF_THE_DEAD.search(clause)
    return said or population_of(named.group(1) if named else counted)


@lru_cache(maxsize=4096)
def population_of(counted: str | None) -> Population:
    """The class of what a figure counts: "Twelve riot policemen" → police. None and bare numbers count people."""
    words = [] if _WHERE.match(counted or "") or is_numeral(counted) else _head_phrase(counted or "")
    classes = _classes()
    for size in (3, 2, 1):
        for first in range(len(words) - size, -1, -1) if size > 1 else (len(words) - 1,):
            phrase = " ".join(words[first : first + size])
            if first >= 0 and phrase in classes:
                return classes[phrase]
    return Population(words[-1], counted or words[-1]) if words else classes["people"]


def is_numeral(counted: str | None) -> bool:
    """Whether the words are a number ("six of the fourteen"): nobody says whom it counts."""
    return bool(counted) and " " not in (counted or "").strip() and bool(list(find_numerals(counted or "")))


def head_of(counted: str | None) -> str:
    """The head noun of a counted noun phrase, in the singular; empty where there is none."""
    words = _head_phrase(counted or "")
    return words[-1] if words else ""


def _head_phrase(counted: str) -> list[str]:
    """The words of the phrase up to its head, folded, the head in the singular."""
    phrase = _SPLIT.split(counted.casefold().replace("’s", "").strip(), maxsplit=1)[0]
    words = [
        word for word in re.findall(r"[^\W\d_][\w'-]*", phrase) if word not in ("the", "a", "an", "other", "others")
    ]
    return [*words[:-1], singular(words[-1])] if words else []
