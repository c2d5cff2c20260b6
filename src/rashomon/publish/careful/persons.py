"""Who is named in a record, and who of them is private: everybody without a reason to be public."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.model.record import Record
from rashomon.publish.careful.letters import Letters, plain
from rashomon.publish.careful.offices import SPEAKS, befell, why_public
from rashomon.reference.common import reports_with
from rashomon.reference.people import bodies, facilities, role_nouns, sex_of_given_name, titles
from rashomon.reference.places import find
from rashomon.text.normalize import is_content, stem

_HARM = frozenset({"killed", "injured", "hospitalised", "missing", "detained", "displaced", "evacuated"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NAME = re.compile(r"[^\W\d_][\w'’-]+")
# "Mara Quill", "Mara B. Quill": a given name and what follows it.
_STRANGER = re.compile(
    r"\b([^\W\d_][^\W\d_]+)((?:\s+[^\W\d_]\.)?\s+(?:(?:van|von|de|der|den|al|el|bin|la|di|da)[\s-]+)*([^\W\d_][\w'’-]+))"
)


class Person(NamedTuple):
    """One person of a record. `entity`: its id, None for one who was told from the words alone. `names`: all forms; `public`: the reason
    in words, None of a private person."""

    entity: str | None
    names: tuple[str, ...]
    public: str | None


def persons(record: Record, public: Sequence[str] = (), private: Sequence[str] = ()) -> list[Person]:
    """Everybody named, in the order in which the reports name them. `public` and `private` are names that the one who publishes has decided
    on: they outrank the table."""
    found = [*of_entities(record), *of_voices(record)]
    found += of_bylines(record)
    found += strangers(record, found)
    found += [Person(None, (name,), None) for name in private]
    return [decided(person, public, private) for person in found]


def decided(person: Person, public: Sequence[str], private: Sequence[str]) -> Person:
    for names, reason in ((private, None), (public, "by decision")):
        if any(matches(name, person) for name in names):
            return person._replace(public=reason)
    return person


def matches(name: str, person: Person) -> bool:
    """Whether every word of the name is one of the person's, in one of the person's names."""
    asked = set(words_of(name))
    return bool(asked) and any(asked <= set(words_of(own)) for own in person.names)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, without titles and "Jr."."""
    bare = [word.plain for word in Letters(name).words()]
    for title in sorted(titles(), key=len, reverse=True):
        if len(bare) > len(title) and tuple(bare[: len(title)]) == title:
            bare = bare[len(title) :]
            break
    return tuple(word for word in bare if word not in _SUFFIXES and word != "s" and not word.isdigit())


def of_entities(record: Record) -> list[Person]:
    soft, harmed = sources(record), told_harm(record)
    place = {row.id: number for number, row in enumerate(record.reports)}
    found = []
    for entity in record.entities:
        if entity.kind != "person":
            continue
        reasons = [why for role in entity.roles if (why := why_public(role.role))]
        hurt = entity.id in harmed or any(befell(role.role) for role in entity.roles)
        if not (hurt or may_be_a_name(entity.name)):
            continue
        reason = reasons[0] if reasons else None if hurt else soft.get(entity.id)
        first = min(((place.get(m.report, 0), m.start) for m in entity.mentions), default=(len(place), 0))
        before = (entity.machine.name,) if entity.machine and entity.machine.name else ()
        found.append((first, Person(entity.id, (entity.name, *entity.aliases, *before), reason)))
    return [person for _, person in sorted(found, key=lambda each: (each[0], each[1].names))]


def may_be_a_name(name: str) -> bool:
    """What the model takes for a person now and then is none: "Gull Heights Apartments" and "County Judge" (the last word is a building's,
    a body's or a role's, and the first a word of the language or a place), "EMS", "Caption", a place by its name alone."""
    words = words_of(name)
    given = bool(words) and bool(sex_of_given_name(name.split()[0].capitalize()))
    if not words or given:
        return given
    common = reports_with("t", stem(words[0])) > 0 or not is_content(words[0])
    if len(words) == 1:
        return not (common or find(name) or (name.isupper() and len(name) < 6))
    return words[-1] not in facilities() | bodies() | role_nouns() or not (common or find(name.split()[0]))


def sources(record: Record) -> dict[str, str]:
    """Entities that are quoted as a body's voice."""
    found = {}
    for link in (link for claim in record.claims for link in claim.attribution):
        if link.entity and link.type in SPEAKS:
            found[link.entity] = SPEAKS[link.type]
    return found


def told_harm(record: Record) -> set[str]:
    """Entities of whom a claim tells that they were killed, hurt, held or the like."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for claim in record.claims:
        if claim.figure and claim.figure.measure in _HARM:
            spans[claim.report].append((claim.figure.start, claim.figure.end))
        if claim.event and claim.event.type in ("ASSAULT", "COERCE"):
            spans[claim.report] += [(who.start, who.end) for who in claim.event.targets]
    return {
        entity.id
        for entity in record.entities
        for mention in entity.mentions
        if any(mention.start < end and start < mention.end for start, end in spans.get(mention.report, ()))
    }


def of_voices(record: Record) -> list[Person]:
    """Speakers who are no entity of the record but have a name: two capitalised words, a title before it aside."""
    found = []
    for voice in record.voices:
        names = [word for word in voice.name.split() if word[:1].isupper()]
        if (
            voice.kind == "person"
            and voice.entity is None
            and len(words_of(" ".join(names))) > 1
            and names == voice.name.split()
        ):
            title = voice.name.removesuffix(" ".join(voice.name.split()[-2:])).strip()
            found.append(Person(None, (voice.name,), why_public(title) if title else None))
    return found


def of_bylines(record: Record) -> list[Person]:
    names = {name for row in record.reports for name in row.bylines}
    return [Person(None, (name,), "signs a report") for name in sorted(names) if len(words_of(name)) > 1]


def strangers(record: Record, known: Sequence[Person]) -> list[Person]:
    """Persons whom nothing recognised: a given name of the table with a capitalised word behind it, outside of every mention."""
    taken = defaultdict(list)
    for entity in record.entities:
        for mention in entity.mentions:
            taken[mention.report].append((mention.start, mention.end))
    own = {words_of(name) for person in known for name in person.names}
    bodies = {
        words
        for entity in record.entities
        if entity.kind != "person"
        for name in (entity.name, *entity.aliases)
        for words in words_of(name)
    }
    found: dict[tuple[str, ...], str] = {}
    for row in record.reports:
        for text, spans in (
            (row.text, taken[row.id]),
            (row.title or "", ()),
            *((piece.text, ()) for piece in row.furniture),
        ):
            for name in given_and_more(text, spans):
                words = words_of(name)
                if words not in own and len(words) > 1 and words[-1] not in bodies:
                    found.setdefault(words, name)
    return [Person(None, (" ".join(name.split()),), None) for name in found.values()]


def given_and_more(text: str, taken: Iterable[tuple[int, int]]) -> Iterable[str]:
    spans = sorted(taken)
    for match in _STRANGER.finditer(text):
        given, last = match[1], match[3]
        if not sex_of_given_name(given.capitalize() if given.isupper() else given):
            continue
        if not last[0].isupper() or plain(last) in role_nouns() or len(last) < 3:
            continue
        if not any(start < match.end() and match.start() < end for start, end in spans):
            yield match.group()
