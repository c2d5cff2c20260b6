"""Buildings and grounds that common nouns name: "Exampleville international airport", "the mayor's office", "the presidential palace"."""

from collections.abc import Iterator, Sequence

from rashomon.model.reading import Token
from rashomon.reference.people import facilities
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.pages import Line, Named, Page

# Nouns that name a building only with one who resides there.
_SEATS = frozenset("office residence building hall".split())
_RESIDENTS = frozenset(
    "presidential president mayor mayoral governor premier chancellor royal parliament parliamentary government governmental city town "
    "ministry administration".split()
)
_NOT_ALONE = frozenset(
    "street streets road drive lane avenue highway highways st rd ave blvd square building apartments".split()
)
_LEFT = frozenset({"compound", "amod", "nmod", "poss", "case"})
_FARTHEST = 6  # words before the noun
_SPEECH = frozenset("say tell add note announce state deny confirm report".split())


def buildings(pages: Sequence[Page]) -> list[Named]:
    """Each mention, without its article, as a named thing of kind `facility`. Overlaps the names within it."""
    return [named for page in pages for index, line in enumerate(page.lines) for named in _of_line(page, index, line)]


def _of_line(page: Page, index: int, line: Line) -> Iterator[Named]:
    tokens = line.reading.tokens
    held = {i: found for found in line.found for i in range(found.first, found.last)}
    for position, token in enumerate(tokens):
        if (
            token.pos != "NOUN"
            or position in held
            or token.lemma not in facilities() | _SEATS
            or not token.text.islower()
        ):
            continue
        first = _first(tokens, position)
        if first < position and _is_one(tokens, first, position, held) and not _speaks(tokens, position):
            start, end = tokens[first].start, token.end
            found = Found(first, position + 1, line.reading.text[start:end], "facility", False)
            yield Named(page.report.id, index, line.start + start, line.start + end, found, "facility")


def _first(tokens: Sequence[Token], position: int) -> int:
    """Where the words that belong to the noun begin, without articles and figures."""
    first = position
    while first > 0 and position - first < _FARTHEST:
        before = tokens[first - 1]
        joined = before.dep in _LEFT and before.pos in ("ADJ", "NOUN", "PROPN", "PART")
        if not joined or before.head < first - 1 or before.head > position:
            break
        first -= 1
    return first + (tokens[first].tag == "POS")


def _is_one(tokens: Sequence[Token], first: int, position: int, held: dict[int, Found]) -> bool:
    """Whether what stands before the noun tells which building it is: a name; for a palace or a seat, one who resides there."""
    resides = any(tokens[i].lemma in _RESIDENTS for i in range(first, position))
    if tokens[position].lemma in _SEATS:
        return resides and any(tokens[i].lemma in _RESIDENTS for i in range(position - 2, position) if i >= first)
    kinds = {held[i].kind for i in range(first, position) if i in held}
    named = bool(kinds & {"place", "organisation", "facility", "name"}) and tokens[position].lemma not in _NOT_ALONE
    return named or (resides and tokens[position].lemma in ("palace", "headquarters"))


def _speaks(tokens: Sequence[Token], position: int) -> bool:
    """ "The mayor's office said": there it is a body."""
    return tokens[position].dep == "nsubj" and tokens[tokens[position].head].lemma in _SPEECH
