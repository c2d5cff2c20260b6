"""Named things of one sentence: the model's names, mended by rules for the faults it is known to have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.reading import Reading, Token
from rashomon.reference.countries import country_of_name, is_adjective
from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import bodies, collectives, role_nouns, titles
from rashomon.reference.places import find

KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "EVENT": "other", "LAW": "other",
}  # fmt: skip
_ACRONYM = re.compile(r"[A-Z](?:[A-Z]|&(?=[A-Z])){1,6}s?$")
_NO_NAME = frozenset(
    "TV LPG LNG GDP CEO CFO COO AM PM USD EUR GMT UTC EST EDT PST CET SUV DNA HIV AIDS COVID SARS ID IT PR HR OK II III IV VI VII "
    "VIII IX XI XII MP MPs PHOTO VIDEO UPDATE BREAKING NEWS CNG VIP GPS ATM FAQ PDF FM AI DJ UFO SMS NGO NGOs".split()
)
_DETERMINERS = frozenset("the a an this that these those its his her their our my your".split())
# Common nouns that the model swallows or leaves at the edge of a name, and times that it takes for one.
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december limited source photo picture image video related articles share read more leave reply copyright i".split()
)
# Titles that also begin names of bodies: "General Motors", "Major League".
_ALSO_IN_BODIES = frozenset(
    "general major private justice judge king queen prince princess father sister brother chair chief leader coach lady lord miss "
    "captain secretary attorney commander director premier".split()
)
_LOCATIVE = frozenset("in at near from to outside around across into of toward towards".split())


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


def named(reading: Reading) -> list[Found]:
    """In order, without overlaps."""
    taken: list[Found] = []
    for name in reading.names:
        if name.label in KINDS:
            taken += _mended(reading, name.first, name.last, KINDS[name.label])
    for found in _missed(reading, taken):
        if not any(found.first < other.last and other.first < found.last for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda f: f.first)


def _mended(reading: Reading, first: int, last: int, kind: str) -> Iterator[Found]:
    tokens = reading.tokens
    first, last = _trimmed(tokens, first, last)
    if first >= last:
        return
    for start, end in _without_breaks(tokens, first, last):
        start, end = _widened(tokens, start, end)
        lead = _title_length(tokens, start, end) if kind in ("person", "organisation") else 0
        if kind == "organisation" and lead == 1 and tokens[start].text.casefold() in _ALSO_IN_BODIES:
            lead = 0
        if 0 < lead < end - start and (kind == "person" or end - start - lead <= 3) and not _ends_in_body(tokens, end):
            yield _found(reading, start + lead, end, "person", title=start)
            continue
        cut = _country_before_person(tokens, start, end, kind)
        if cut:
            yield _found(reading, start, start + cut, "place")
            yield _found(reading, start + cut, end, "person")
        elif _is_name(reading, start, end, kind):
            yield _found(reading, start, end, kind)


def _is_name(reading: Reading, first: int, last: int, kind: str) -> bool:
    """Whether it names a thing: no weekday or common acronym, no adjective ("Omani troops"), nothing without a capital."""
    tokens = reading.tokens
    words = reading.text[tokens[first].start : tokens[last - 1].end]
    if last - first == 1 and (words.casefold() in _NOT_NAMES or words in _NO_NAME):
        return False
    if kind == "group" and not stands_for_people(tokens, first, last):
        return False
    if last - first == 1 and _modifies_collective(tokens, first):
        return False
    return any(c.isupper() for c in words) or kind == "place"


def stands_for_people(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a people's or a party's name is a noun ("Danes", "the British"), not the adjective of another noun."""
    head = tokens[last - 1]
    if head.dep in ("amod", "compound", "nmod", "npadvmod") and head.head >= last:
        return False
    if not is_adjective(tokens[first].text) or head.tag in ("NNPS", "NNS"):
        return True
    return head.dep in ("nsubj", "nsubjpass") and first > 0 and tokens[first - 1].text.casefold() == "the"


def _modifies_collective(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a lone word that is no acronym is part of what a group is called: "Airborne troops"."""
    follows = index + 1 < len(tokens) and tokens[index + 1].text in collectives()
    return (
        follows
        and tokens[index].dep in ("amod", "compound")
        and not tokens[index].text.isupper()
        and not find(tokens[index].text)
    )


def _widened(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
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
    if last + 1 < len(tokens) and tokens[last].text == "-" and not _free(tokens, last):
        part = tokens[last + 1].text  # "Jong" with "-un" behind it
        last += 2 if part.islower() and len(part) <= 3 and part not in ("led", "run", "era") else 0
    return first, last


def _is_channel(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    told = first > 0 and tokens[first - 1].text.casefold() in ("channel", "radio", "station", "tv")
    return told or find_outlet(f"{tokens[last - 1].text} {tokens[last].text}") is not None


def _found(
    reading: Reading, first: int, last: int, kind: str, by_model: bool = True, title: int | None = None
) -> Found:
    text = reading.text[reading.tokens[first].start : reading.tokens[last - 1].end]
    if kind == "person" and title is None:
        title = _title_before(reading.tokens, first)
    return Found(first, last, text, kind, by_model, title if title is not None and title < first else None)


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
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


def _without_breaks(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name cut at dashes, line breaks, brackets and quotation marks that stand free in it; of several parts the capitalised."""
    start = first
    for index in range(first, last + 1):
        broken = index == last or (
            tokens[index].text in {"-", "–", "—", "|", "(", ")", "“", "”", '"', ":", "/"} and _free(tokens, index)
        )
        if broken or "\n" in tokens[index].text:
            part = _trimmed(tokens, start, index)
            begins = tokens[part[0]].text[0] if part[0] < part[1] else ""
            whole = index == last and start == first
            if (begins.isupper() or begins.isdigit()) and (whole or tokens[part[0]].pos in ("PROPN", "ADJ", "NOUN")):
                yield part
            start = index + 1


def _free(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether white space stands on both sides (or it is a bracket or a quotation mark): no hyphen within a name."""
    if tokens[index].text not in {"-", "–", "/"}:
        return True
    before, after = (
        tokens[index - 1].end < tokens[index].start,
        index + 1 == len(tokens) or tokens[index].end < tokens[index + 1].start,
    )
    return before or after


def _ends_in_body(tokens: tuple[Token, ...], last: int) -> bool:
    return tokens[last - 1].text.casefold() in bodies()


def _title_length(tokens: tuple[Token, ...], first: int, last: int) -> int:
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


def _title_before(tokens: tuple[Token, ...], first: int) -> int | None:
    """The token at which a title that stands right before a name begins."""
    for length in range(min(4, first), 0, -1):
        if _title_length(tokens, first - length, first) == length:
            before = first - length
            while before > 0 and (more := _title_before(tokens, before)) is not None:
                before = more
            return before
    return None


def _country_before_person(tokens: tuple[Token, ...], first: int, last: int, kind: str) -> int:
    """How many tokens at the start of a "person" are a country: "Prime Minister of Armenia Nikol Pashinyan"."""
    if kind not in ("person", "organisation") or last - first < 2 or _ends_in_body(tokens, last):
        return 0
    for length in (2, 1):
        if last - first > length and country_of_name(" ".join(t.text for t in tokens[first : first + length])):
            after_of = first > 0 and tokens[first - 1].text.casefold() == "of"
            return length if after_of and all(t.pos == "PROPN" for t in tokens[first + length : last]) else 0
    return 0


def _missed(reading: Reading, taken: list[Found]) -> Iterator[Found]:
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
            title = _title_length(tokens, index, end)
            title = title if title < end - index else 0  # a name that is all title words: "Judge Major"
            yield _found(reading, index + title, end, kind, False, index if title else None)
        elif kind:
            yield _found(reading, *_widened(tokens, index, end), kind, False)
        index = end


def _hyphen(tokens: tuple[Token, ...], index: int, held: set[int]) -> bool:
    """Whether a hyphen without spaces joins the proper nouns on both its sides."""
    inside = tokens[index].text == "-" and index + 1 < len(tokens) and index + 1 not in held
    return inside and not _free(tokens, index) and _proper(tokens[index + 1])


def _proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper() and token.text.casefold() not in _NOT_NAMES


def _kind_by_rule(reading: Reading, first: int, last: int, taken: list[Found]) -> str | None:
    tokens = reading.tokens
    words = reading.text[tokens[first].start : tokens[last - 1].end]
    if last - first == 1 and _ACRONYM.match(words):
        return "organisation" if words not in _NO_NAME and not _shouted(reading.text) else None
    if last - first > 1 and _ends_in_body(tokens, last):
        return "organisation"
    if 0 < _title_length(tokens, first, last) < last - first or (
        _title_before(tokens, first) is not None and len(words) > 2
    ):
        return "person"
    if country_of_name(words):
        return "place"
    if 1 < last - first < 4 and (_office_before(tokens, first, taken) or _speaks(tokens, first, last)):
        return "person"
    before = tokens[first - 1].text.casefold() if first else ""
    places = find(words)
    return "place" if places and places[0].primary and before in _LOCATIVE and before != "of" else "name"


def _office_before(tokens: tuple[Token, ...], first: int, taken: list[Found]) -> bool:
    """Whether an office with its country stands right before: "Prime Minister of Denmark NAME"."""
    for found in taken:
        if found.last == first and found.kind == "place":
            of = found.first - 1 - (found.first > 1 and tokens[found.first - 1].text.casefold() == "the")
            return of > 0 and tokens[of].text == "of" and tokens[of - 1].text.casefold() in role_nouns()
    return False


_SPEECH = frozenset("say tell add note write announce state explain warn claim argue insist recall stress".split())


def _speaks(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the run is the subject of a verb of speech and no known place's name."""
    head = tokens[last - 1]
    words = " ".join(token.text for token in tokens[first:last])
    return head.dep == "nsubj" and tokens[head.head].lemma in _SPEECH and not find(words) and not _shouted(words)


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.6 * len(letters)
