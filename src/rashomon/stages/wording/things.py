"""Things of which several reports speak: common nouns with what stands before them, put together by their head and by the table of nouns
for one thing (`wording_en.toml`).

A noun is a guess at a thing: reports of one story that speak of "the probe" and "his inquiry" nearly always mean one, those that speak of
"officials" hardly ever. Nouns for persons and bodies and general nouns ("time", "part") are left out unless the table has them.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from rashomon.model.reading import Reading, Token
from rashomon.reference.countries import country_of_demonym
from rashomon.reference.people import bodies, collectives, role_nouns, sex_of_person_noun
from rashomon.stages.wording.lines import Lines
from rashomon.stages.wording.named import Named
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.table import counting, general, nouns, pointing
from rashomon.stages.wording.terms import LONGEST

_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "punct", "case"})
_QUOTES = frozenset('"“”„«»‘')
_NO_HEADS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"})


def things(lines: Lines, named: Named) -> dict[str, list[Spot]]:
    """Spots by the thing's name: a row of the table, or the noun's lemma."""
    found: dict[str, list[Spot]] = defaultdict(list)
    for report, start, reading in ((report, *line) for report, own in lines.items() for line in own):
        for head in range(len(reading.tokens)):
            name = _thing(reading, head)
            spot = _spot(report, start, reading, head, named) if name else None
            if name and spot and (name in nouns().values() or not named.ends_in(report, spot.start, spot.end)):
                found[name].append(spot)
    return found


def _thing(reading: Reading, head: int) -> str | None:
    token = reading.tokens[head]
    if token.tag not in ("NN", "NNS") or token.dep in _NO_HEADS:
        return None
    pair = f"{reading.tokens[head - 1].lemma} {token.lemma}" if head else ""
    return nouns().get(pair) or nouns().get(token.lemma) or _noun(token.lemma)


@lru_cache(maxsize=16_384)
def _noun(lemma: str) -> str | None:
    """The noun itself, where it can name a thing."""
    actor = lemma in role_nouns() | collectives() | bodies() or sex_of_person_noun(lemma) is not None
    return lemma if lemma.isalpha() and len(lemma) > 2 and lemma not in general() and not actor else None


def _spot(report: str, start: int, reading: Reading, head: int, named: Named) -> Spot | None:
    tokens, first = reading.tokens, _first(reading, head)
    if tokens[head].end - tokens[first].start > LONGEST:
        return None
    inside = tokens[first : head + 1]
    return Spot(
        report,
        start + tokens[first].start,
        start + tokens[head].end,
        tuple(token.lemma.casefold() for token in inside if token.dep not in ("punct", "case")),
        tokens[head].lemma.casefold(),
        frozenset(token.text.casefold() for token in inside[:-1] if _describes(token)) - pointing(),
        frozenset(named.within(report, (start + tokens[i].start for i in _owners(reading, head)))),
        tokens[head].tag == "NNS",
    )


def _describes(token: Token) -> bool:
    return token.tag in _ADJECTIVES and country_of_demonym(token.text) is None


def _owners(reading: Reading, head: int) -> Iterator[int]:
    """Tokens that say whose or what about: what stands before the noun, and what follows with a preposition."""
    for child in reading.children(head):
        if reading.tokens[child].dep in ("poss", "compound", "nmod", "amod", "prep"):
            yield from reading.subtree(child)


def _first(reading: Reading, head: int) -> int:
    """Where what stands before the head begins: adjectives, nouns and a named owner; no article, number or pronoun, and nothing before a
    quotation mark, which begins another's words."""
    tokens, first = reading.tokens, head
    while first > 0:
        token = tokens[first - 1]
        above = tokens[token.head].head if token.tag == "POS" else token.head  # "'s" hangs on the owner
        inside = token.dep in _BEFORE and first <= above <= head
        if (
            not inside
            or token.pos in ("PRON", "DET", "NUM")
            or token.tag in ("PRP$", "``", "''")
            or token.text in _QUOTES
            or {token.lemma, token.text.casefold()} & (general() | counting())
        ):
            break
        first -= 1
    while first < head and (tokens[first].dep in ("punct", "case") or not tokens[first].text[:1].isalnum()):
        first += 1
    return first
