"""Where a name begins and ends: the edges of what the model named, mended, and the value that this stage knows a name by."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.reading import Reading, Token
from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import bodies
from rashomon.stages.entities.honorifics import title_before

NO_NAME = frozenset(
    "TV LPG LNG GDP CEO CFO COO AM PM USD EUR GMT UTC EST EDT PST CET SUV DNA HIV AIDS COVID SARS ID IT PR HR OK II III IV VI VII "
    "VIII IX XI XII MP MPs PHOTO VIDEO UPDATE BREAKING NEWS CNG VIP GPS ATM FAQ PDF FM AI DJ UFO SMS NGO NGOs".split()
)
_DETERMINERS = frozenset("the a an this that these those its his her their our my your".split())
# Common nouns that the model swallows or leaves at the edge of a name, and times that it takes for one.
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december limited source photo picture image video related articles share read more leave reply copyright i".split()
)


@dataclass(frozen=True)
class Found:
    """A named thing of a sentence: tokens `[first, last)`, its words, a kind of the contract, whether the model named it
    (and not a rule), and the tokens `[title, first)` of a title before it (`title == first`: none)."""

    first: int
    last: int
    text: str
    kind: str
    by_model: bool = True
    title: int | None = None


def found_at(
    reading: Reading, first: int, last: int, kind: str, by_model: bool = True, title: int | None = None
) -> Found:
    text = reading.text[reading.tokens[first].start : reading.tokens[last - 1].end]
    if kind == "person" and title is None:
        title = title_before(reading.tokens, first)
    return Found(first, last, text, kind, by_model, title if title is not None and title < first else None)


def ends_in_body(tokens: tuple[Token, ...], last: int) -> bool:
    return tokens[last - 1].text.casefold() in bodies()


def belongs(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether the name that ends before `last` belongs to a noun behind it: "a Leeds man"."""
    return tokens[last - 1].dep in ("compound", "amod", "nmod", "npadvmod") and tokens[last - 1].head >= last


def trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Without determiners before, and without possessive marks, stops and common words that trail."""
    while first < last and (
        tokens[first].text.casefold() in _DETERMINERS or tokens[first].pos in ("PUNCT", "SPACE", "ADP")
    ):
        first += 1
    while last > first and (
        tokens[last - 1].tag == "POS"
        or (
            tokens[last - 1].pos in ("PUNCT", "SPACE", "ADP", "DET", "CCONJ")
            and not tokens[last - 1].text[-1].isalnum()
        )
        or tokens[last - 1].text.casefold() in ("the", "of", "and", "'s", "’s")
    ):
        last -= 1
    return first, last


def without_breaks(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name cut at dashes, line breaks, brackets and quotation marks that stand free in it; of several parts the capitalised."""
    start = first
    for index in range(first, last + 1):
        broken = index == last or (
            tokens[index].text in {"-", "–", "—", "|", "(", ")", "“", "”", '"', ":", "/"} and stands_free(tokens, index)
        )
        if broken or "\n" in tokens[index].text:
            part = trimmed(tokens, start, index)
            begins = tokens[part[0]].text[0] if part[0] < part[1] else ""
            whole = index == last and start == first
            if (begins.isupper() or begins.isdigit()) and (whole or tokens[part[0]].pos in ("PROPN", "ADJ", "NOUN")):
                yield part
            start = index + 1


def stands_free(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether white space stands on both sides (or it is a bracket or a quotation mark): no hyphen within a name."""
    if tokens[index].text not in {"-", "–", "/"}:
        return True
    before, after = (
        tokens[index - 1].end < tokens[index].start,
        index + 1 == len(tokens) or tokens[index].end < tokens[index + 1].start,
    )
    return before or after


def widened(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """With an initial before the name ("R Lomax") and a channel's number behind it ("Canal 24")."""
    if (
        first > 0
        and len(tokens[first - 1].text) == 1
        and tokens[first - 1].text.isupper()
        and tokens[first - 1].tag == "NNP"
    ):
        first -= 1
    after = tokens[last] if last < len(tokens) else None
    if after and after.text.isdigit() and len(after.text) < 4 and _is_channel(tokens, first, last):
        last += 1
    if last + 1 < len(tokens) and tokens[last].text == "-" and not stands_free(tokens, last):
        part = tokens[last + 1].text  # "Jong" with "-un" behind it
        small = part.islower() and len(part) <= 3 and part not in ("led", "run", "era")
        last += 2 if small or (last - first == 2 and part in _SECOND) else 0
    return first, last


# How Korean given names close, written with a capital: "Jae-In".
_SECOND = frozenset("In Un Il Ho Hee Hye Hwan Hyun Jin Jun Ki Min Sik Soo Su Sung Won Woo Yong Young".split())


def _is_channel(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    told = first > 0 and tokens[first - 1].text.casefold() in ("channel", "radio", "station", "tv")
    return told or find_outlet(f"{tokens[last - 1].text} {tokens[last].text}") is not None
