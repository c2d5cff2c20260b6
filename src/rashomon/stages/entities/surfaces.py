"""A spelling with all that its mentions in a story show of it: what the rules for kinds vote on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.reading import Token
from rashomon.reference.people import sex_of_person_noun
from rashomon.reference.places import find
from rashomon.reference.spellings import sound
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.honorifics import age_before
from rashomon.stages.entities.names import initials, person_words
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.roles import role_behind
from rashomon.stages.entities.settlements import is_called_settlement

_BODY_WORDS = frozenset(
    "firm company party newspaper magazine channel station broadcaster agency outlet website bank airline".split()
)
_DIVISIONS = frozenset(
    "region province oblast county district governorate prefecture quarter neighborhood neighbourhood suburb village town township "
    "borough peninsula valley".split()
)
_IDENTIFYING = frozenset("identified identifying identify identifies named".split())
_LOCATIVE = frozenset("in near outside across around throughout inside into".split())


@dataclass(frozen=True)
class Surface:
    """All mentions of one spelling in a story, and what the story tells beside it."""

    text: str
    labels: Mapping[str, int]
    titled: int
    after_locative: int
    before_division: int
    beside_place: int
    called_body: int
    with_role: int
    aged: int
    introduced: int
    hails: int
    settlement: int
    story: "Known"


@dataclass(frozen=True)
class Known:
    """What the names of a story tell of one another: surnames of full names, words that stand alone for persons, acronyms that
    bodies' names have."""

    surnames: frozenset[str]
    lone_persons: frozenset[str]
    acronyms: frozenset[str]


def known_of(everything: Sequence[Named]) -> Known:
    persons = [one.text for one in everything if one.kind == "person"]
    bodies = [one.text for one in everything if one.kind == "organisation"]
    return Known(
        surnames=frozenset(word for name in persons if _is_full(name) for word in _surnames(name)),
        lone_persons=frozenset(sound(name) for name in persons if " " not in name),
        acronyms=frozenset(acronym for name in bodies for acronym in initials(name) if len(acronym) > 2),
    )


def _surnames(name: str) -> set[str]:
    """How the surname sounds; in "Han Jong-min" it opens the name."""
    words = person_words(name)
    eastern = len(words) == 2 and "-" in name.split()[-1] and name.split()[-1].split("-")[-1].islower()
    return {sound(name).split()[-1], *words[-1:], *(words[:1] if eastern else ())}


def _is_full(name: str) -> bool:
    return " " in name and bool(sound(name)) and find(name) == ()


def surface_of(text: str, ones: Sequence[Named], pages: Mapping[str, Page], story: Known) -> Surface:
    return Surface(
        text=text,
        labels=Counter(one.kind for one in ones),
        titled=sum(one.found.title is not None for one in ones),
        after_locative=sum(_after_locative(one, pages[one.report]) for one in ones),
        before_division=sum(_word_after(one, pages[one.report]) in _DIVISIONS for one in ones),
        beside_place=sum(_beside_place(one, pages[one.report]) for one in ones),
        called_body=sum(_word_before(one, pages[one.report]) in _BODY_WORDS for one in ones),
        with_role=sum(role_behind(_tokens(one, pages[one.report]), one.found.last) is not None for one in ones),
        aged=sum(_aged(_tokens(one, pages[one.report]), one.found) for one in ones),
        introduced=sum(_introduced(_tokens(one, pages[one.report]), one.found.first) for one in ones),
        hails=sum(_hails(one, pages[one.report]) for one in ones),
        settlement=sum(is_called_settlement(_tokens(one, pages[one.report]), one.found) for one in ones),
        story=story,
    )


def _aged(tokens: Sequence[Token], found: Found) -> bool:
    """A number under 120 behind a comma (and no year or street number), or "-year-old" before."""
    after = tokens[found.last : found.last + 3]
    if len(after) == 3 and after[0].text == "," and after[1].text.isdigit() and after[2].text in (",", ".", ";", "of"):
        return 0 < int(after[1].text[:4]) < 120 and len(after[1].text) < 4
    return age_before(tokens, found.first)


def _introduced(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is told who somebody is: "identified the girl as NAME", "another man, NAME"."""
    before = [token.text.casefold() for token in tokens[max(0, first - 8) : first]]
    named = before[-1:] == ["as"] and not _IDENTIFYING.isdisjoint(before)
    return named or (before[-1:] == [","] and len(before) > 1 and sex_of_person_noun(before[-2]) in ("m", "f"))


def _hails(one: Named, page: Page) -> bool:
    """Whether "of" or "from" stands before it, and before that a person or his age."""
    tokens, first = _tokens(one, page), one.found.first
    if first < 2 or tokens[first - 1].text.casefold() not in ("of", "from"):
        return False
    comma = tokens[first - 2].text == "," and first > 2
    before = first - 2 - comma
    named = any(other.kind == "person" and other.last == before + 1 for other in page.lines[one.line].found)
    return named or (comma and tokens[before].text.isdigit() and len(tokens[before].text) < 3)


def _after_locative(one: Named, page: Page) -> bool:
    tokens = page.lines[one.line].reading.tokens
    return one.found.first > 0 and tokens[one.found.first - 1].text.casefold() in _LOCATIVE


def _word_after(one: Named, page: Page) -> str:
    tokens = page.lines[one.line].reading.tokens
    return tokens[one.found.last].text if one.found.last < len(tokens) else ""


def _beside_place(one: Named, page: Page) -> bool:
    """Whether it opens its sentence as a dateline does ("LIMA -"), or a comma and a larger place follow ("Leeds, England")."""
    line = page.lines[one.line]
    tokens = line.reading.tokens
    last = one.found.last
    if last + 1 >= len(tokens):
        return False
    if one.found.first == 0 and tokens[last].text in ("-", "–", "—", "--") and one.text.isupper():
        return True
    return tokens[last].text == "," and any(f.first == last + 1 and _is_larger(f.text) for f in line.found)


def _is_larger(name: str) -> bool:
    return any(place.kind in ("country", "region") and place.primary for place in find(name)[:2])


def _word_before(one: Named, page: Page) -> str:
    tokens = page.lines[one.line].reading.tokens
    return tokens[one.found.first - 1].text if one.found.first else ""


def _tokens(one: Named, page: Page) -> tuple[Token, ...]:
    return page.lines[one.line].reading.tokens
