"""Acts and things of which several reports speak: common nouns with what stands before them, put together by their head and by the
table of nouns for one thing (`wording_en.toml`).

A noun is a guess at a thing: reports of one story that speak of "the probe" and "his inquiry" nearly always mean one, those that speak of
"officials" hardly ever. Nouns for persons and bodies and general nouns ("time", "part") are left out unless the table has them.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.model.entity import Entity
from rashomon.model.reading import Reading
from rashomon.reference.people import bodies, collectives, role_nouns, sex_of_person_noun
from rashomon.stages.wording.lines import Lines
from rashomon.stages.wording.terms import LONGEST, Place

_ROWS = 100
_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "punct", "case"})
_NO_HEADS = frozenset({"compound", "nmod", "amod", "npadvmod"})


def things(lines: Lines, entities: Sequence[Entity]) -> dict[str, list[Place]]:
    """Places by the thing's name: a row of the table, or the noun's lemma. Two reports and two wordings at least; at most 100 rows,
    those that most reports word most differently first."""
    held = _named_places(entities)
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # thing, wording, reports
    places: dict[str, list[Place]] = defaultdict(list)
    for report, start, reading in ((report, *line) for report, own in lines.items() for line in own):
        for name, wording, first, last in _of_sentence(reading):
            if name in _nouns() or not _meets(held.get(report, []), start + first, start + last):
                found[name][wording].add(report)
                places[name].append((report, start + first, start + last))
    weights = {
        name: (-len(set().union(*rows.values())) * len(rows), name) for name, rows in found.items() if _several(rows)
    }
    return {name: places[name] for name in sorted(weights, key=weights.__getitem__)[:_ROWS]}


def _several(wordings: Mapping[str, set[str]]) -> bool:
    return len(wordings) > 1 and len(set().union(*wordings.values())) > 1


def _of_sentence(reading: Reading) -> Iterator[tuple[str, str, int, int]]:
    """Each noun's thing, its wording in lemmas, and `[start, end)` in the sentence."""
    tokens = reading.tokens
    for index, token in enumerate(tokens):
        if token.tag not in ("NN", "NNS") or token.dep in _NO_HEADS:
            continue
        pair = f"{tokens[index - 1].lemma} {token.lemma}" if index else ""
        name = _nouns().get(pair) or _nouns().get(token.lemma) or _noun(token.lemma)
        if name:
            first = _first(reading, index)
            if token.end - tokens[first].start <= LONGEST:
                wording = " ".join(t.lemma.casefold() for t in tokens[first : index + 1])
                yield name, wording, tokens[first].start, token.end


def _noun(lemma: str) -> str | None:
    """The noun itself, where it can name a thing."""
    actor = lemma in role_nouns() | collectives() | bodies() or sex_of_person_noun(lemma) is not None
    return lemma if lemma.isalpha() and len(lemma) > 2 and lemma not in _general() and not actor else None


def _first(reading: Reading, head: int) -> int:
    """Where what stands before the head begins: adjectives, nouns and a named owner; no article, number or pronoun."""
    tokens, first = reading.tokens, head
    while first > 0:
        token = tokens[first - 1]
        above = tokens[token.head].head if token.tag == "POS" else token.head  # "'s" hangs on the owner
        inside = token.dep in _BEFORE and first <= above <= head
        if not inside or token.pos in ("PRON", "DET", "NUM") or token.tag == "PRP$" or token.lemma in _general():
            break
        first -= 1
    while first < head and (tokens[first].dep in ("punct", "case") or not tokens[first].text[:1].isalnum()):
        first += 1
    return first


def _named_places(entities: Sequence[Entity]) -> dict[str, list[tuple[int, int]]]:
    """Where each report speaks of somebody or of a place, sorted."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            found[mention.report].append((mention.start, mention.end))
    return {report: sorted(spans) for report, spans in found.items()}


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a mention ends where the noun ends: the noun is somebody's description."""
    return any(first < end <= last for first, last in spans if first < end)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "wording_en.toml").read_text(encoding="utf-8"))


@cache
def _nouns() -> Mapping[str, str]:
    """The table's nouns in lemmas, each with its thing."""
    return {noun: thing for thing, nouns in _table()["things"].items() for noun in nouns}


@cache
def _general() -> frozenset[str]:
    return frozenset(_table()["general"])
