"""The words of a description ("the former commander", "the president of Oman", "the organisation"), and what they can stand for."""

from collections.abc import Mapping

from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.people import role_nouns

LEADS_A_STATE = frozenset("president premier chancellor king queen sultan emir monarch".split()) | {"prime minister"}
LEADER = frozenset("leader ruler strongman".split())
# The heads under which a body may be called, by a word of its name.
BODY_HEADS: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"organization"}),
    "organisation": frozenset({"organization"}),
    "bloc": frozenset("organization union alliance league community association pact treaty".split()),
    "alliance": frozenset("organization alliance treaty pact".split()),
} | {
    word: frozenset({word})
    for word in "ministry council committee commission party agency company union court department".split()
}
COUNTRY_WORDS = frozenset("country republic nation kingdom".split())
TOWN_WORDS = frozenset("city town village".split())


def country_of_word(word: str) -> str | None:
    return country_of_name(word) if word[:1].isupper() else None


def description_at(tokens: tuple[Token, ...], position: int) -> tuple[int, int] | None:
    """The words of "the former commander", "the president of Oman" without their article; None where no "the" opens them."""
    if tokens[position].tag not in ("NN", "NNP"):
        return None
    first = position
    while (
        first > 0
        and tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN")
        and tokens[first - 1].dep in ("amod", "compound", "nmod")
    ):
        first -= 1
    opened = first > 0 and tokens[first - 1].text.casefold() in ("the", "'s", "’s")
    whole = (
        position + 1 == len(tokens)
        or tokens[position + 1].pos not in ("NOUN", "PROPN")
        or tokens[position + 1].text[:1].isupper()
    )
    if not opened or not whole:
        return None
    last = position + 1
    if last + 1 < len(tokens) and tokens[last].text == "of" and country_of_word(tokens[last + 1].text):
        last += 2
    elif last < len(tokens) and tokens[last].text in ("of", "for", "-"):
        return None
    return first, last


def role_word(tokens: tuple[Token, ...], position: int) -> str:
    pair = f"{tokens[position - 1].text} {tokens[position].text}".casefold() if position else ""
    return pair if pair in role_nouns() else tokens[position].text.casefold()


def countries_in(tokens: tuple[Token, ...], span: tuple[int, int]) -> set[str]:
    return {c for t in tokens[span[0] : span[1]] if (c := country_of_demonym(t.text) or country_of_word(t.text))}
