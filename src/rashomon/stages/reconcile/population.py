"""Who is counted: the class of a counted noun phrase (`populations_en.toml`)."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.stages.reconcile.tables import table

_SPLIT = re.compile(r"[,;:(]| (?:who|that|which|from|of|in|at|on|by|for|with|and) ")
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


@cache
def _classes() -> dict[str, Population]:
    """Singular head noun or phrase → its class."""
    found = {}
    for name, row in table("populations_en").items():
        population = Population(name, row["noun"], row.get("whole", False), row.get("part_of"))
        found.update(dict.fromkeys([*row["nouns"], *row.get("also", ())], population))
    return found


def population_of(counted: str | None) -> Population:
    """The class of what a figure counts: "Twelve riot policemen" → police. None and bare numbers count people."""
    words = _head_phrase(counted or "")
    classes = _classes()
    for size in (3, 2, 1):
        for first in range(len(words) - size, -1, -1) if size > 1 else (len(words) - 1,):
            phrase = " ".join(words[first : first + size])
            if first >= 0 and phrase in classes:
                return classes[phrase]
    return Population(words[-1], counted or words[-1]) if words else classes["people"]


def _head_phrase(counted: str) -> list[str]:
    """The words of the phrase up to its head, folded, the head in the singular."""
    phrase = _SPLIT.split(counted.casefold().replace("’s", "").strip(), maxsplit=1)[0]
    words = [
        word for word in re.findall(r"[^\W\d_][\w'-]*", phrase) if word not in ("the", "a", "an", "other", "others")
    ]
    return [*words[:-1], singular(words[-1])] if words else []


def same_population(a: Population, b: Population) -> bool:
    """Whether two figures can answer one question: one class, or both classes that may stand for all people there."""
    return a.name == b.name or (a.whole and b.whole)
