"""Runs of proper nouns that the model passed over, where a rule says what they are."""

import re
from collections.abc import Iterator

from rashomon.model.reading import Reading, Token
from rashomon.reference.countries import country_of_name
from rashomon.reference.people import facilities, role_nouns
from rashomon.reference.places import find
from rashomon.stages.entities.edges import (
    NO_NAME,
    NOT_NAMES,
    Found,
    belongs,
    ends_in_body,
    found_at,
    stands_free,
    widened,
)
from rashomon.stages.entities.honorifics import age_before, title_before, title_length

_ACRONYM = re.compile(r"[A-Z](?:[A-Z]|&(?=[A-Z])){1,6}s?$")
_LOCATIVE = frozenset("in at near from to outside around across into of toward towards".split())
_SPEECH = frozenset("say tell add note write announce state explain warn claim argue insist recall stress".split())


def passed_over(reading: Reading, taken: list[Found]) -> Iterator[Found]:
    """Runs of proper nouns that the model passed over, where a rule says what they are."""
    tokens = reading.tokens
    held = {i for found in taken for i in range(found.title if found.title is not None else found.first, found.last)}
    index = 0
    while index < len(tokens):
        end = index
        while (
            end < len(tokens)
            and end not in held
            and (_proper(tokens[end]) or (end > index and _hyphen(tokens, end, held)))
        ):
            end += 1
        if end == index:
            index += 1
            continue
        kind = _kind_by_rule(reading, index, end, taken)
        if kind == "person":
            title = title_length(tokens, index, end)
            title = title if title < end - index else 0  # a name that is all title words: "Judge Major"
            yield found_at(reading, index + title, end, kind, False, index if title else None)
        elif kind:
            yield found_at(reading, *widened(tokens, index, end), kind, False)
        index = end


def _hyphen(tokens: tuple[Token, ...], index: int, held: set[int]) -> bool:
    """Whether a hyphen without spaces joins the proper nouns on both its sides."""
    inside = tokens[index].text == "-" and index + 1 < len(tokens) and index + 1 not in held
    return inside and not stands_free(tokens, index) and _proper(tokens[index + 1])


def _proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text.casefold() not in NOT_NAMES


def _kind_by_rule(reading: Reading, first: int, last: int, taken: list[Found]) -> str | None:
    tokens = reading.tokens
    words = reading.text[tokens[first].start : tokens[last - 1].end]
    if last - first == 1 and _ACRONYM.match(words):
        return "organisation" if words not in NO_NAME and not _shouted(reading.text) else None
    if last - first > 1 and ends_in_body(tokens, last):
        return "organisation"
    if last - first > 1 and words.casefold().rstrip(".").split()[-1] in facilities():
        return "facility"
    if 1 < last - first < 5 and _is_aged(tokens, first, last) and not find(words):
        return "person"
    if 0 < title_length(tokens, first, last) < last - first or (
        title_before(tokens, first) is not None and len(words) > 2
    ):
        return "person"
    if country_of_name(words):
        return "place"
    if 1 < last - first < 4 and (_office_before(tokens, first, taken) or _speaks(tokens, first, last)):
        return "person"
    before = tokens[first - 1].text.casefold() if first else ""
    places = find(words)
    return "place" if places and places[0].primary and before in _LOCATIVE and before != "of" else "name"


def _is_aged(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "NAME, 24, and others", "24-year-old NAME"; not "a 24-year-old NAME man"."""
    after = tokens[last : last + 2]
    behind = len(after) == 2 and after[0].text == "," and after[1].text.isdigit() and len(after[1].text) == 2
    return behind or (age_before(tokens, first) and not belongs(tokens, last))


def _office_before(tokens: tuple[Token, ...], first: int, taken: list[Found]) -> bool:
    """Whether an office with its country stands right before: "Prime Minister of Denmark NAME"."""
    for found in taken:
        if found.last == first and found.kind == "place":
            of = found.first - 1 - (found.first > 1 and tokens[found.first - 1].text.casefold() == "the")
            return of > 0 and tokens[of].text == "of" and tokens[of - 1].text.casefold() in role_nouns()
    return False


def _speaks(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the run is the subject of a verb of speech and no known place's name."""
    head = tokens[last - 1]
    words = " ".join(token.text for token in tokens[first:last])
    return head.dep == "nsubj" and tokens[head.head].lemma in _SPEECH and not find(words) and not _shouted(words)


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)
