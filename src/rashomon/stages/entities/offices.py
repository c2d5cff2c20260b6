"""Offices: which words stand for the same one, and whether a description can mean who holds it."""

import re
from dataclasses import dataclass, field

from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.descriptions import LEADER, LEADS_A_STATE, countries_in, country_of_word, role_word
from rashomon.stages.entities.pronouns import sex_of
from rashomon.stages.entities.roles import role_heads

# Nouns for one office; the first of each row is what the others are read as.
_SAME = {
    word: row[0]
    for row in (
        ("prime minister", "premier"),
        ("representative", "rep", "congressman", "congresswoman"),
        ("senator", "sen"),
        ("governor", "gov"),
        ("general", "gen"),
        ("colonel", "col"),
        ("lieutenant", "lt"),
        ("captain", "capt"),
        ("sergeant", "sgt"),
        ("professor", "prof"),
        ("spokesperson", "spokesman", "spokeswoman"),
        ("chairperson", "chairman", "chairwoman", "chair"),
        ("lawyer", "attorney", "solicitor"),
        ("adviser", "advisor"),
        ("foreign minister", "foreign secretary"),
        ("defense minister", "defence minister", "defense secretary", "defence secretary"),
    )
    for word in row
}
# Who leads a body goes by any of these where the body is named: "the CIA chief" is its director.
_LEADS_A_BODY = frozenset("director chief head boss commissioner".split())
_LAWMAKERS = frozenset({"senator", "representative", "deputy"})
_FORMER = frozenset("former ex late then-".split())
_RANKS = frozenset("deputy vice assistant acting interim special".split())
_SAYS_NOTHING = frozenset("the a an of for new current incumbent embattled outgoing then newly-elected newly".split())


@dataclass
class Person:
    """What is known of a person in a story: the offices that reports give, held now and formerly, the countries and the other words
    of the roles, and the sex."""

    heads: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    sex: str = "-"


@dataclass(frozen=True)
class Description:
    """A description's office, the countries in it or before it, its other words that tell one office from another ("special",
    "police", "cia"), those of them that are names, and whether it is "former"."""

    head: str
    countries: frozenset[str]
    words: frozenset[str]
    bodies: frozenset[str]
    former: bool


def person_of(cluster: Cluster) -> Person:
    person = Person(sex=sex_of(cluster))
    for role in cluster.roles:
        parts = role.role.replace("’", "'").replace("'s", "").split()
        own = re.split(r"['’]s?\s", role.role)[-1]  # in "the president's adviser" nobody is president
        heads = {_SAME.get(head, head) for head in role_heads(own.replace(".", ""))}
        (person.former if _FORMER & {_bare(part) for part in parts[:2]} else person.heads).update(heads)
        person.countries |= {c for word in parts if (c := country_of_demonym(word) or country_of_word(word))}
        person.words |= {_bare(part) for part in parts}
    return person


def description_of(tokens: tuple[Token, ...], span: tuple[int, int], position: int, countries: set[str]) -> Description:
    head = role_word(tokens, position)
    parts = tokens[span[0] : position - head.count(" ")]
    named = countries_in(tokens, span)
    words = {_bare(t.text): t for t in parts if not country_of_demonym(t.text) and not country_of_word(t.text)}
    former = not _FORMER.isdisjoint(words)
    telling = {word: t for word, t in words.items() if t.pos in ("NOUN", "PROPN") or word in _RANKS}
    kept = {word: t for word, t in telling.items() if word not in _FORMER | _SAYS_NOTHING and word.isalnum()}
    bodies = frozenset(word for word, t in kept.items() if t.text[:1].isupper())
    return Description(_SAME.get(head, head), frozenset(named or countries), frozenset(kept), bodies, former)


def can_mean(person: Person, said: Description) -> bool:
    """Whether the description fits a role that reports give the person. What tells it from other offices must be
    in the role."""
    if said.countries and not said.countries & person.countries:
        return False
    if not said.words <= person.words:
        return False
    held = person.former if said.former else person.heads | person.former
    return bool(_readings(said) & held) or (said.former and said.head in person.heads and "former" in person.words)


def tells_which(said: Description) -> bool:
    """Whether the description names whose office it is, so that one far off in the story can be meant."""
    return bool(said.countries or said.bodies)


def _readings(said: Description) -> frozenset[str]:
    """The offices that a description's head can stand for."""
    out = {said.head}
    if said.bodies and said.head in _LEADS_A_BODY:
        out |= _LEADS_A_BODY
    if said.head in LEADER and said.countries:
        out |= LEADS_A_STATE
    if said.head in ("lawmaker", "legislator"):
        out |= _LAWMAKERS
    return frozenset(out)


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip(",")
