"""Named things of one sentence: the model's names, mended by rules for the faults it is known to have."""

from collections.abc import Iterator

from rashomon.model.reading import Reading, Token
from rashomon.reference.countries import country_of_name, is_adjective
from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import collectives, titles
from rashomon.reference.places import find
from rashomon.stages.entities.edges import (
    NO_NAME,
    NOT_NAMES,
    Found,
    belongs,
    ends_in_body,
    found_at,
    trimmed,
    widened,
    without_breaks,
)
from rashomon.stages.entities.honorifics import age_before, title_length
from rashomon.stages.entities.passed_over import passed_over

KINDS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "EVENT": "other", "LAW": "other",
}  # fmt: skip
# Titles that also begin names of bodies: "General Motors", "Major League".
_ALSO_IN_BODIES = frozenset(
    "general major private justice judge king queen prince princess father sister brother chair chief leader coach lady lord miss "
    "captain secretary attorney commander director premier".split()
)


def named(reading: Reading) -> list[Found]:
    """In order, without overlaps."""
    taken: list[Found] = []
    for name in reading.names:
        if name.label in KINDS:
            taken += _mended(reading, name.first, name.last, KINDS[name.label])
    for found in passed_over(reading, taken):
        if not any(found.first < other.last and other.first < found.last for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda f: f.first)


def _mended(reading: Reading, first: int, last: int, kind: str) -> Iterator[Found]:
    tokens = reading.tokens
    first, last = trimmed(tokens, first, last)
    if first >= last:
        return
    for start, end in without_breaks(tokens, first, last):
        start, end = widened(tokens, start, end)
        if kind == "person":
            start += _outlet_before(tokens, start, end)
        aged = _aged_from(tokens, start, end) if kind in ("person", "organisation", "place", "facility") else None
        if aged is not None:
            yield found_at(reading, aged, end, "person", title=aged)
            continue
        lead = title_length(tokens, start, end) if kind in ("person", "organisation") else 0
        if kind == "organisation" and lead == 1 and tokens[start].text.casefold() in _ALSO_IN_BODIES:
            lead = 0
        if 0 < lead < end - start and (kind == "person" or end - start - lead <= 3) and not ends_in_body(tokens, end):
            yield found_at(reading, start + lead, end, "person", title=start)
            continue
        cut = _country_before_person(tokens, start, end, kind)
        if cut:
            yield found_at(reading, start, start + cut, "place")
            yield found_at(reading, start + cut, end, "person")
        elif _is_name(reading, start, end, kind):
            yield found_at(reading, start, end, kind)


def _outlet_before(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """1 where an outlet's acronym got caught before a person's name: "CNN Lomax"."""
    word = tokens[first].text
    caught = last - first > 1 and len(word) > 2 and word.isupper() and find_outlet(word) is not None
    return int(caught and not tokens[first + 1].text.isupper())


def _aged_from(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Where a person's name begins that goes on at `first`: right behind "24-year-old", with nothing but proper nouns between.
    None for a body's name and where the name belongs to a noun behind it ("a 24-year-old Leeds man")."""
    if ends_in_body(tokens, last) or belongs(tokens, last):
        return None
    for start in range(first, max(-1, first - 3), -1):
        if age_before(tokens, start):
            return start
        if start == 0 or tokens[start - 1].pos != "PROPN":
            break
    return None


def _is_name(reading: Reading, first: int, last: int, kind: str) -> bool:
    """Whether it names a thing: no weekday or common acronym, no adjective ("Omani troops"), nothing without a capital."""
    tokens = reading.tokens
    words = reading.text[tokens[first].start : tokens[last - 1].end]
    if last - first == 1 and (words.casefold() in NOT_NAMES or words in NO_NAME):
        return False
    if last - first == 1 and _is_no_name_here(tokens, first, kind):
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


def _is_no_name_here(tokens: tuple[Token, ...], index: int, kind: str) -> bool:
    """Whether a lone word is the first half of an office ("Interior Minister"), a common noun that begins its sentence
    ("Families"), or the adjective of a country that no table knows ("the Velmoran minister")."""
    word = tokens[index].text.casefold()
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    office = after is not None and after.text.istitle() and (word, after.text.casefold()) in titles()
    people = index == 0 and word in collectives()
    ending = kind in ("organisation", "group") and word.endswith(_ADJECTIVE_ENDINGS) and len(word) > 5
    modifies = tokens[index].dep in ("amod", "compound") and after is not None and after.text.islower()
    unknown = not find(tokens[index].text) and not is_adjective(tokens[index].text) and not tokens[index].text.isupper()
    return office or people or (ending and modifies and unknown and find_outlet(tokens[index].text) is None)


_ADJECTIVE_ENDINGS = ("an", "ese", "ish")


def _modifies_collective(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a lone word that is no acronym is part of what a group is called: "Airborne troops"."""
    follows = index + 1 < len(tokens) and tokens[index + 1].text in collectives()
    return (
        follows
        and tokens[index].dep in ("amod", "compound")
        and not tokens[index].text.isupper()
        and not find(tokens[index].text)
    )


def _country_before_person(tokens: tuple[Token, ...], first: int, last: int, kind: str) -> int:
    """How many tokens at the start of a "person" are a country: "Premier of Ostland Amber Vale"."""
    if kind not in ("person", "organisation") or last - first < 2 or ends_in_body(tokens, last):
        return 0
    for length in (2, 1):
        if last - first > length and country_of_name(" ".join(t.text for t in tokens[first : first + length])):
            after_of = first > 0 and tokens[first - 1].text.casefold() == "of"
            return length if after_of and all(t.pos == "PROPN" for t in tokens[first + length : last]) else 0
    return 0
