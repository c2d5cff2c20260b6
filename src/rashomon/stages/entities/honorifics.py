"""Titles before names: "Mr", "Colonel-General", "Prime Minister"."""

from collections.abc import Sequence

from rashomon.model.reading import Token
from rashomon.reference.people import role_nouns, titles


def title_length(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """How many tokens at the start of `[first, last)` are a title."""
    words = [token.text.casefold().replace(".", "") for token in tokens[first : min(last, first + 4)]]
    joined = _dehyphenated(words)
    for length in range(len(words), 0, -1):
        if tuple(words[:length]) in titles() or joined[length] in titles() or " ".join(joined[length]) in role_nouns():
            return length
    return 0


def _dehyphenated(words: list[str]) -> dict[int, tuple[str, ...]]:
    """For each length, the words with those around a free hyphen joined: ("colonel", "-", "general") is "colonel-general"."""
    return {n: tuple(" ".join(words[:n]).replace(" - ", "-").split()) for n in range(1, len(words) + 1)}


def title_before(tokens: tuple[Token, ...], first: int) -> int | None:
    """The token at which a title that stands right before a name begins."""
    for length in range(min(4, first), 0, -1):
        if title_length(tokens, first - length, first) == length:
            before = first - length
            while before > 0 and (more := title_before(tokens, before)) is not None:
                before = more
            return before
    return None


def age_before(tokens: Sequence[Token], first: int) -> bool:
    """Whether "24-year-old" stands right before."""
    before = "".join(token.text for token in tokens[max(0, first - 5) : first]).casefold()
    return before.endswith(("-year-old", "-years-old", "-month-old", "-months-old"))
