"""Persons, organisations, places, groups, facilities: one row each, over all spellings and reports."""

import msgspec


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of a report that mean an entity: `[start, end)` in its text. Pronouns and role words ("the president", "the
    former commander") may be among them; pronouns are marked."""

    report: str
    start: int
    end: int
    pronoun: bool = False


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role as a report words it ("President of Ostland"), `[start, end)` in its text."""

    role: str
    report: str
    start: int
    end: int


class AsLinked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person corrected of an entity, as the program had it: the corrected `fields` by name, and what stood there."""

    fields: tuple[str, ...]
    name: str | None = None
    kind: str | None = None
    country: str | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`kind`: `person`, `organisation`, `place`, `group`, `facility`, `other`. `country` is ISO 3166-1 alpha-2. `precision`
    of the coordinates: `country`, `region`, `city`, `exact`. Mentions sorted by report, start.
    `judged`: the persons' judgements that hold of it; `machine`: what was corrected, as it was
    linked."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    geonames: int | None = None
    wikidata: str | None = None
    judged: tuple[str, ...] = ()
    machine: AsLinked | None = None
