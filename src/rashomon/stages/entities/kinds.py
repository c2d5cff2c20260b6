"""What kind of thing a name is: a vote of all its mentions in the story, and what tables say of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import bodies, facilities
from rashomon.reference.places import find, fold
from rashomon.stages.entities.edges import Found
from rashomon.stages.entities.names import initials, is_acronym, sound
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.roles import role_behind
from rashomon.stages.entities.spans import stands_for_people

_BODY_WORDS = frozenset(
    "firm company party newspaper magazine channel station broadcaster agency outlet website bank airline".split()
)
_DIVISIONS = frozenset("region province oblast county district governorate prefecture".split())
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
    hails: int
    story: "Known"


@dataclass(frozen=True)
class Known:
    """What the names of a story tell of one another: surnames of full names, words that stand alone for persons, acronyms that
    bodies' names have."""

    surnames: frozenset[str]
    lone_persons: frozenset[str]
    acronyms: frozenset[str]


Vote = tuple[str, float]


def by_model(surface: Surface) -> Iterable[Vote]:
    """Each mention votes as the model labelled it."""
    month = fold(surface.text) in ("may", "march")
    return [
        (kind, float(count))
        for kind, count in surface.labels.items()
        if kind != "name" and not (month and kind == "place")
    ]


def by_title(surface: Surface) -> Iterable[Vote]:
    """A title stands before persons."""
    return [("person", 2.0 * surface.titled)] if surface.titled else []


def by_surname(surface: Surface) -> Iterable[Vote]:
    """A lone word that closes a person's full name in the story is that person's surname; a name that closes with a word
    that elsewhere stands alone for a person is that person's full name."""
    words = sound(surface.text).split()
    if len(words) == 1 and words[0] in surface.story.surnames:
        return [("person", 2.5 if surface.after_locative else 4.0)]
    full = (
        2 <= len(words) <= 3
        and words[-1] in surface.story.lone_persons
        and not bodies() & set(fold(surface.text).split())
    )
    return [("person", 2.5)] if full else []


def by_gazetteer(surface: Surface) -> Iterable[Vote]:
    """A country is a place; a town is where it has people or stands after "in". Acronyms are left out: RIA is no town."""
    if fold(surface.text) in ("may", "march"):
        return []
    short = is_acronym(surface.text) and (len(surface.text) < 5 or not surface.beside_place)
    places = () if short and not country_of_name(surface.text) else find(surface.text)
    if not places:
        return []
    if places[0].kind == "country":
        return [("place", 4.0 + sum(surface.labels.values()))]
    size = 3.0 if places[0].population >= 500_000 else 1.5 if places[0].population >= 50_000 else 0.5
    beside = min(3.0, 1.2 * surface.after_locative) + min(4.0, 2.0 * surface.beside_place)
    return [("place", (size if places[0].primary else size / 2) + beside)]


def by_division(surface: Surface) -> Iterable[Vote]:
    """What stands before "region" or "province" is a place."""
    return [("place", 3.0 * surface.before_division)] if surface.before_division else []


def by_head(surface: Surface) -> Iterable[Vote]:
    """A name that closes with "Ministry" or "Council", or opens with it and goes on with "of", is a body's."""
    words = fold(surface.text).split()
    heads = words[-1:] + (words[:1] if "of" in words[1:3] else [])
    return [("organisation", 3.0 + sum(surface.labels.values()))] if len(words) > 1 and bodies() & set(heads) else []


_NUMBERED = re.compile(
    r"(?:[A-Z]{1,3}[ -]\d{1,4}[A-Z]?|(?:[A-Z][a-z]+ )*(?:Highway|Route|Interstate|Motorway|Road) \d{1,4})"
)


def by_facility(surface: Surface) -> Iterable[Vote]:
    """A name that closes with "Airport" or "Street", or is a road's number ("Highway 9", "I-75")."""
    words = fold(surface.text).split()
    closes = len(words) > 1 and words[-1] in facilities()
    numbered = _NUMBERED.fullmatch(surface.text) is not None
    return [("facility", 4.0 + 1.5 * sum(surface.labels.values()))] if closes or numbered else []


def by_plural(surface: Surface) -> Iterable[Vote]:
    """Several bodies at once are no body: "the Security Councils of the four countries"."""
    words = fold(surface.text).split()
    heads = [words[-1], words[words.index("of") - 1]] if "of" in words[1:] else words[-1:]
    many = [word for word in heads if word not in bodies() and _singular(word) in _SINGLE_BODIES & bodies()]
    return [("group", 6.0 + 2 * sum(surface.labels.values()))] if many and len(words) > 1 else []


# Bodies of which names in the plural are several; "Forces" and "Airlines" are one.
_SINGLE_BODIES = frozenset(
    "council ministry committee parliament government agency party union department court".split()
)


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def by_age(surface: Surface) -> Iterable[Vote]:
    """What an age stands beside is a person: "NAME, 24," and "24-year-old NAME"."""
    return [("person", 3.0 * surface.aged)] if surface.aged else []


def by_home(surface: Surface) -> Iterable[Vote]:
    """What a person is of is a place: "NAME, 24, of Leeds"."""
    found = surface.hails and find(surface.text)
    return [("place", 2.5 * surface.hails)] if found and found[0].primary else []


def by_role_behind(surface: Surface) -> Iterable[Vote]:
    """What a role explains behind a comma is a person: "NAME, director of the institute, said"."""
    person = surface.with_role and not bodies() & set(fold(surface.text).split())
    return [("person", 2.0 * surface.with_role)] if person else []


def by_word_before(surface: Surface) -> Iterable[Vote]:
    """What stands right behind "firm", "party" or "newspaper" is a body."""
    return [("organisation", 2.5 * surface.called_body)] if surface.called_body else []


def by_initials(surface: Surface) -> Iterable[Vote]:
    """An acronym of the initials of a body that the story names in full."""
    fits = surface.text.replace(".", "") in surface.story.acronyms
    return [("organisation", 3.0 + sum(surface.labels.values()))] if fits else []


def by_outlets(surface: Surface) -> Iterable[Vote]:
    """Known agencies and outlets."""
    return [("organisation", 3.0 + sum(surface.labels.values()))] if find_outlet(surface.text) else []


def by_demonym(surface: Surface) -> Iterable[Vote]:
    """The name of a country's people."""
    return (
        [("group", 6.0 + 2 * sum(surface.labels.values()))]
        if country_of_demonym(surface.text) and surface.text not in ("US", "U.S.")
        else []
    )


RULES: tuple[Callable[[Surface], Iterable[Vote]], ...] = (
    by_model,
    by_title,
    by_surname,
    by_gazetteer,
    by_division,
    by_head,
    by_facility,
    by_plural,
    by_age,
    by_home,
    by_role_behind,
    by_word_before,
    by_initials,
    by_outlets,
    by_demonym,
)


def kind_of(surface: Surface) -> str | None:
    """The kind with most votes; None where no one votes."""
    votes: Counter[str] = Counter()
    for rule in RULES:
        for kind, weight in rule(surface):
            votes[kind] += weight  # type: ignore[assignment]
    best = max(sorted(votes), key=lambda kind: votes[kind], default=None)
    return best if best is not None and votes[best] >= 1 else None


def settle(pages: Sequence[Page], everything: Sequence[Named]) -> list[Named]:
    """Each named thing with the kind that its spelling has in the story; those of no kind are dropped."""
    by_page = {page.report.id: page for page in pages}
    spellings: dict[str, list[Named]] = defaultdict(list)
    for one in everything:
        spellings[one.text].append(one)
    story = _known(everything)
    kinds = {text: kind_of(_surface(text, ones, by_page, story)) for text, ones in spellings.items()}
    kept = [one.of_kind(kind) for one in everything if (kind := kinds[one.text]) is not None]
    return [one for one in kept if one.kind != "group" or _is_noun(one, by_page[one.report])]


def _is_noun(one: Named, page: Page) -> bool:
    return stands_for_people(page.lines[one.line].reading.tokens, one.found.first, one.found.last)


def _known(everything: Sequence[Named]) -> Known:
    persons = [one.text for one in everything if one.kind == "person"]
    bodies = [one.text for one in everything if one.kind == "organisation"]
    return Known(
        surnames=frozenset(sound(name).split()[-1] for name in persons if _is_full(name)),
        lone_persons=frozenset(sound(name) for name in persons if " " not in name),
        acronyms=frozenset(acronym for name in bodies for acronym in initials(name) if len(acronym) > 2),
    )


def _is_full(name: str) -> bool:
    return " " in name and bool(sound(name)) and find(name) == ()


def _surface(text: str, ones: Sequence[Named], pages: Mapping[str, Page], story: Known) -> Surface:
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
        hails=sum(_hails(one, pages[one.report]) for one in ones),
        story=story,
    )


def _aged(tokens: Sequence[Token], found: Found) -> bool:
    """A number under 120 behind a comma (and no year or street number), or "-year-old" before."""
    after = tokens[found.last : found.last + 3]
    if len(after) == 3 and after[0].text == "," and after[1].text.isdigit() and after[2].text in (",", ".", ";", "of"):
        return 0 < int(after[1].text[:4]) < 120 and len(after[1].text) < 4
    before = "".join(token.text for token in tokens[max(0, found.first - 5) : found.first]).casefold()
    return before.endswith(("-year-old", "-years-old"))


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
