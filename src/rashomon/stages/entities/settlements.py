"""What the words beside a name tell of a place that no gazetteer has: that it is one, and in or near which place it lies."""

from collections.abc import Iterator, Sequence

from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym
from rashomon.stages.entities.edges import Found

SETTLEMENTS = frozenset(
    "town village city hamlet suburb township settlement borough municipality neighbourhood neighborhood port enclave commune".split()
)
_AREAS = SETTLEMENTS | frozenset(
    "province region governorate district county state countryside oblast outskirts area".split()
)
_LIES = frozenset("in near outside of within inside".split())
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest northern southern eastern western central northeastern "
    "northwestern southeastern southwestern rural".split()
)
_MAY_STAND_BETWEEN = frozenset(
    "the a an small tiny located situated just about some km kilometers kilometres miles".split()
)
_FARTHEST = 9  # tokens between the name and the place that it is said to lie in


def is_called_settlement(tokens: Sequence[Token], found: Found) -> bool:
    """ "The town of NAME", "NAME village", "NAME, a small town": what is so called is a place."""
    first, last = found.first, found.last
    if first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].lemma in SETTLEMENTS:
        return True
    after = tokens[last : last + 1]
    if after and after[0].text in SETTLEMENTS and after[0].dep not in ("appos", "conj"):
        return True
    words = [token.lemma for token in tokens[last : last + 6]]
    return words[:1] == [","] and words[1:2] in (["a"], ["an"]) and not SETTLEMENTS.isdisjoint(_till_stop(words[2:]))


def _till_stop(words: Sequence[str]) -> Sequence[str]:
    stops = [i for i, word in enumerate(words) if word in (",", ".", "in", "of", "from")]
    return words[: stops[0]] if stops else words


def lies_in(tokens: Sequence[Token], found: Found, others: Sequence[Found]) -> str | None:
    """The words for the place in or near which the name is said to lie: "NAME, near Leeds", "NAME in Leeds province", "NAME, a
    village north of Leeds", "the Danish town of NAME"; None where the sentence does not say."""
    behind = next((other for other in others if other.first >= found.last), None)
    if behind and behind.first - found.last <= _FARTHEST and _lead_on(tokens[found.last : behind.first]):
        return behind.text
    return next(_before(tokens, found, others), None)


def _lead_on(between: Sequence[Token]) -> bool:
    """Whether all the words from the name to the other place say where it lies: "(", ", a village in northern", "north of"."""
    words = [token.text.casefold() for token in between]
    free = [token.dep == "amod" or token.pos in ("ADJ", "NUM", "DET") or token.tag == "HYPH" for token in between]
    free = [is_free or (i + 1 < len(free) and between[i + 1].tag == "HYPH") for i, is_free in enumerate(free)]
    plain = [
        w
        for w, is_free in zip(words, free, strict=True)
        if not is_free and w not in _MAY_STAND_BETWEEN | _AREAS | _SIDES
    ]
    return bool(words) and (
        words in ([","], ["("]) or (words[0] != "of" and set(plain) <= _LIES | {","} and bool(_LIES & set(plain)))
    )


def _before(tokens: Sequence[Token], found: Found, others: Sequence[Found]) -> Iterator[str]:
    """ "The Danish town of NAME", "Leeds province village of NAME", "Denmark's NAME"."""
    start = found.first
    if start > 1 and tokens[start - 1].text == "of" and tokens[start - 2].lemma in SETTLEMENTS:
        start -= 2
        while start and (tokens[start - 1].dep in ("amod", "compound", "nmod") or tokens[start - 1].lemma in _AREAS):
            word = tokens[start - 1].text
            if country_of_demonym(word):
                yield word
            yield from (other.text for other in others if other.first <= start - 1 < other.last)
            start -= 1
    if start and tokens[start - 1].tag == "POS":
        yield from (other.text for other in others if other.last == start - 1)
