"""What kind of thing a name is: a vote of all its mentions in the story, and what tables say of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.outlets import find_outlet
from rashomon.reference.people import bodies, facilities, sex_of_given_name
from rashomon.reference.places import find, fold
from rashomon.reference.spellings import sound
from rashomon.stages.entities.names import is_acronym, person_words
from rashomon.stages.entities.no_names import why_no_name, without_shouts
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.spans import stands_for_people
from rashomon.stages.entities.surfaces import Surface, known_of, surface_of

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
    counted = person_words(surface.text)  # "de la Vale", "Vale-Orr" are one word
    lone = len(counted) == 1 and {*counted, *(words if len(words) == 1 else ())} & surface.story.surnames
    if lone:
        weight = 2.5 if surface.after_locative else 4.0 + 0.6 * surface.labels.get("organisation", 0)
        return [("person", weight)]
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


def by_settlement(surface: Surface) -> Iterable[Vote]:
    """What reports call a town or a village is a place: "the town of NAME", "NAME, a village in the hills"."""
    fits = surface.settlement and not (bodies() | facilities()) & set(fold(surface.text).split())
    return [("place", 3.0 * surface.settlement + sum(surface.labels.values()))] if fits else []


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


_MODEL = re.compile(r"(?:.* )?(?:[A-Za-z']{1,8}-\d{1,4}[A-Z]?|[A-RT-Z]\d{2,4}|[A-Z]{1,2}\d{1,3}[a-z+]?)(?: .*)?")
_NO_MODEL = frozenset("g7 g8 g20 g77 mi5 mi6 f1 m5 w3c b52s u2 c40 p5".split())


def by_model_number(surface: Surface) -> Iterable[Vote]:
    """A number of a series names a thing and no body: "Falcon X7", "Orbiter-3"."""
    series = _MODEL.fullmatch(surface.text) and not _NO_MODEL & set(fold(surface.text).split())
    things = surface.labels.get("organisation", 0) + surface.labels.get("person", 0)
    known = find_outlet(surface.text) or _NUMBERED.fullmatch(surface.text)
    return [("other", 1.0 + 2.0 * things)] if series and things and not known else []


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


def by_given_name(surface: Surface) -> Iterable[Vote]:
    """A name of two or three words that opens with a given name and closes with no body's noun is mostly a person's."""
    words = surface.text.split()
    fits = 2 <= len(words) <= 3 and sex_of_given_name(words[0]) is not None and words[-1][:1].isupper()
    fixed = bodies() | facilities()
    known = find(surface.text) or fixed & set(fold(surface.text).split())
    return [("person", 2.0)] if fits and not known else []


def by_introduction(surface: Surface) -> Iterable[Vote]:
    """Whom reports identify or call a man or woman is a person: "identified the girl as NAME", "another man, NAME"."""
    fits = " " in surface.text and not find(surface.text)
    return [("person", 2.5 * surface.introduced)] if fits and surface.introduced else []


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
    by_settlement,
    by_head,
    by_facility,
    by_model_number,
    by_plural,
    by_age,
    by_given_name,
    by_introduction,
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
    everything = without_shouts(by_page, everything)
    spellings: dict[str, list[Named]] = defaultdict(list)
    for one in everything:
        spellings[one.text].append(one)
    story = known_of(everything)
    kinds = {text: _kind_if_named(surface_of(text, ones, by_page, story)) for text, ones in spellings.items()}
    kinds = _over_capitals(kinds, spellings)
    kept = [one.of_kind(kind) for one in everything if (kind := kinds[one.text]) is not None]
    return [one for one in kept if one.kind != "group" or _is_noun(one, by_page[one.report])]


def _over_capitals(kinds: Mapping[str, str | None], spellings: Mapping[str, Sequence[Named]]) -> dict[str, str | None]:
    """Of words that differ in their inner capitals alone ("NetWatch", "Netwatch") the most frequent spelling's kind."""
    usual: dict[str, str] = {}
    for text in sorted(kinds, key=lambda t: (len(spellings[t]), t)):
        if not text.isupper() and text[:1].isupper():
            usual[text.casefold()] = text
    return {
        text: kinds[usual.get(text.casefold(), text)] if not text.isupper() else kind for text, kind in kinds.items()
    }


def _kind_if_named(surface: Surface) -> str | None:
    kind = kind_of(surface)
    return None if kind is None or why_no_name(surface, kind) else kind


def _is_noun(one: Named, page: Page) -> bool:
    return stands_for_people(page.lines[one.line].reading.tokens, one.found.first, one.found.last)
