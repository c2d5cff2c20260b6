"""Roles of persons as a report words them: titles before the name, appositions before and after it."""

from collections.abc import Iterator

from rashomon.model.reading import Token
from rashomon.reference.people import role_nouns
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.pages import Named, Page

_INSIDE = frozenset({"ADP", "DET", "PROPN", "ADJ", "NOUN", "PART", "NUM", "CCONJ"})
_LEFT = frozenset({"ADJ", "NOUN", "PROPN"})
_FARTHEST = 14
_LINKS = frozenset("of for at in on to".split())


def roles_of(one: Named, page: Page) -> Iterator[tuple[int, int]]:
    """Spans of the report's text that name the person's roles."""
    line = page.lines[one.line]
    tokens = line.reading.tokens
    spans = [
        _before(tokens, one.found),
        _with_title(tokens, one.found, line.found),
        role_behind(tokens, one.found.last),
    ]
    for span in dict.fromkeys(span for span in spans if span and _is_his(tokens, span, line.found)):
        yield line.start + tokens[span[0]].start, line.start + tokens[span[1] - 1].end


def _is_his(tokens: tuple[Token, ...], span: tuple[int, int], others: tuple[Found, ...]) -> bool:
    """Whether the words are the person's own role: they close with no preposition ("spokesman for"), and no other person is
    named in them but as one to whom the office belongs ("Lomax's lawyer", "spokesman for Lomax")."""
    if tokens[span[1] - 1].pos == "ADP" or tokens[span[1] - 1].text in _LINKS:
        return False
    cut = next((i for i in range(*span) if tokens[i].text in _LINKS), span[1])
    inside = [f for f in others if f.kind == "person" and span[0] <= f.first < cut and f.last <= span[1]]
    return all(f.last < span[1] and tokens[f.last].tag == "POS" for f in inside)


def role_heads(words: str) -> set[str]:
    """The role nouns in a role's words before any "of": "former deputy head of the council" has "head"."""
    parts = words.casefold().replace("-", " - ").split()
    cut = next((i for i, word in enumerate(parts) if word in _LINKS), len(parts))
    heads = set(parts[:cut]) & role_nouns()
    pairs = {" ".join(parts[i : i + 2]) for i in range(cut)} & role_nouns()
    return heads | pairs


def _with_title(tokens: tuple[Token, ...], found: Found, others: tuple[Found, ...]) -> tuple[int, int] | None:
    """The title right before the name, with the adjectives and nouns that belong to it; courtesy titles are no roles."""
    if found.title is None:
        return None
    if found.first - found.title == 1 and tokens[found.title].text.casefold().rstrip(".") in _COURTESY:
        return None
    held = {i for other in others if other.kind == "person" for i in range(other.first, other.last)}
    return _leftwards(tokens, found.title, held), found.first


_COURTESY = frozenset("mr mrs ms miss dr sir lord lady prof".split())


def _leftwards(tokens: tuple[Token, ...], first: int, held: set[int] = frozenset()) -> int:  # type: ignore[assignment]
    """Where the adjectives and nouns that run up to a role begin."""
    while first > 0 and first - 1 not in held and (tokens[first - 1].pos in _LEFT or _joins(tokens, first - 1)):
        if first > 1 and _joins(tokens, first - 1):  # "ex-President": whatever the model takes "ex" for
            first -= 2
            continue
        if tokens[first - 1].dep not in ("amod", "compound", "nmod", "appos"):
            break
        first -= 1
    return first


def _joins(tokens: tuple[Token, ...], index: int) -> bool:
    return tokens[index].text == "-" and index > 0 and tokens[index - 1].end == tokens[index].start


def _before(tokens: tuple[Token, ...], found: Found) -> tuple[int, int] | None:
    """ "commander of the Third Fleet, retired General NAME"; "the President of Oman NAME"."""
    end = found.title if found.title is not None else found.first
    while end > 0 and tokens[end - 1].tag in ("JJ", "VBN", "VBD") and tokens[end - 1].text.islower():  # "retired"
        end -= 1
    comma = end > 0 and tokens[end - 1].text == ","
    last = end - 1 if comma else end
    for index in range(last - 1, max(-1, last - _FARTHEST), -1):
        if tokens[index].pos not in _INSIDE and tokens[index].text != "-":
            return None
        linked = index + 1 < last and tokens[index + 1].text in _LINKS
        if tokens[index].text.casefold() in role_nouns() and (linked or (index + 1 == last and comma)):
            return _leftwards(tokens, index), last
    return None


def role_behind(tokens: tuple[Token, ...], last: int) -> tuple[int, int] | None:
    """ "NAME, director of the institute, said"."""
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    first = last + 1 + (tokens[last + 1].pos == "DET")
    end = first
    while (
        end < len(tokens)
        and (tokens[end].pos in _INSIDE or tokens[end].text in ("-", "'s", "’s"))
        and end - first < _FARTHEST
    ):
        end += 1
    if end == first or (end < len(tokens) and tokens[end].text not in (",", ".", ";", ")")):
        return None
    heads = [i for i in range(first, end) if tokens[i].text.casefold() in role_nouns()]
    cut = next((i for i in range(first, end) if tokens[i].text in _LINKS), end)
    return (first, end) if heads and heads[0] < cut else None
