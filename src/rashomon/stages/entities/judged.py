"""What persons decided on entities: these are joined, split, named and described otherwise after they were linked, and outrank the linking.

Entities are named by words that mean them (`rep1-…@120-132`), so that a decision finds its entity again when reports come in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model.bonds import uphold
from rashomon.model.entity import AsLinked, Entity, Mention
from rashomon.model.identity import identify
from rashomon.model.judgement import ENTITY, JOIN, SPLIT, Judgement, folded, report_in, span_in
from rashomon.model.report import Report
from rashomon.model.rulings import Ruling, rulings
from rashomon.reference.places import find
from rashomon.stages.entities.locate import PRECISION

FIELDS = ("name", "kind", "country")
KINDS = ("person", "organisation", "place", "group", "facility", "other")
NOTHING = "none"
_COUNTRY = re.compile(r"[A-Z]{2}")
_LONGEST = 200  # characters of a name
_KNOWN = ("country", "lat", "lon", "precision", "geonames", "wikidata")


def readable(field: str | None, value: str | None) -> None:
    """Raises ValueError with a sentence where an entity has no such field, or the field cannot hold the value."""
    if field not in FIELDS:
        raise ValueError(f"an entity has no field {field!r} that can be corrected; the fields are {', '.join(FIELDS)}.")
    if not value or not value.strip() or len(value) > _LONGEST:
        raise ValueError(f"a correction of {field} says what stands there now, in at most {_LONGEST} characters.")
    if field == "kind" and value not in KINDS:
        raise ValueError(f"{value!r} is none of {', '.join(KINDS)}.")
    if field == "country" and value != NOTHING and not _COUNTRY.fullmatch(value):
        raise ValueError(f"{value!r} is no country: write its two letters (ISO 3166-1), such as FR, or none.")


def judged(found: tuple[Entity, ...], log: Sequence[Judgement], reports: Sequence[Report]) -> tuple[Entity, ...]:
    """The entities of a story with what persons decided on them, sorted by id; the very same where they decided nothing."""
    texts = {report.id: report.text for report in reports}
    words = {one for each in log for one in (*each.on, *each.against)}
    present = {one for one in words if report_in(one) in texts}
    if not present:
        return found
    shelf = _Shelf(found, texts)
    held = uphold(log, present, ENTITY)
    for each in held.judgements:
        if each.what == SPLIT:
            shelf.split(each, present)
    for one, other in held.bonds.together:
        shelf.join(one, other)
    for each in held.judgements:
        shelf.mark(each)
    shelf.rule(_on_entities(log, present, shelf))
    return shelf.entities()


def _on_entities(log: Iterable[Judgement], present: set[str], shelf: "_Shelf") -> list[Judgement]:
    """The judgements on single entities, each on those entities' ids that hold most of its words."""
    some = (each for each in log if each.of == ENTITY and each.what not in (JOIN, SPLIT))
    targets = ((each, shelf.holder_of([one for one in each.on if one in present])) for each in some)
    return [msgspec.structs.replace(each, on=(own,)) for each, own in targets if own is not None]


class _Shelf:
    """The entities by id while they are put together and taken apart."""

    def __init__(self, found: Sequence[Entity], texts: Mapping[str, str]) -> None:
        self._entities = {entity.id: entity for entity in found}
        self._texts = texts
        self._home: dict[str, str] = {}  # the id under which an entity is found that was joined to another
        self._at: dict[tuple[str, int, int], str] = {
            (m.report, m.start, m.end): entity.id for entity in found for m in entity.mentions
        }

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self._entities[own] for own in sorted(self._entities))

    def holder(self, anchor: str) -> str | None:
        """The id of the entity that these words mean now; where no entity has just these words, of that whose words cover most of them."""
        start, end = span_in(anchor) or (0, 0)
        own = self._at.get((report_in(anchor), start, end))
        return self._now(own) if own else self._nearest(report_in(anchor), start, end)

    def _now(self, own: str) -> str:
        while own in self._home:
            own = self._home[own]
        return own

    def _nearest(self, report: str, start: int, end: int) -> str | None:
        common = {
            own: min(m_end, end) - max(m_start, start)
            for (its, m_start, m_end), own in self._at.items()
            if its == report and m_start < end and start < m_end
        }
        return self._now(min(common, key=lambda own: (-common[own], own))) if common else None

    def holder_of(self, words: Iterable[str]) -> str | None:
        counts = Counter(own for one in words if (own := self.holder(one)))
        return min(counts, key=lambda own: (-counts[own], own), default=None)

    # --- taken apart

    def split(self, each: Judgement, present: set[str]) -> None:
        """Takes the words of a split, and all that are spelt like them, out of the entities that also hold words which they are held apart from."""
        on = [one for one in each.on if one in present]
        against = [one for one in each.against if one in present]
        stay = {self._spelt(one) for one in against}
        named = {(report_in(one), *(span_in(one) or (0, 0))) for one in on}
        alike = {self._spelt(one) for one in on} - stay
        mixed = {self.holder(one) for one in on} & {self.holder(one) for one in against} - {None}
        moved = [
            (own, mention)
            for own in sorted(mixed, key=str)
            for mention in self._entities[str(own)].mentions
            if (mention.report, mention.start, mention.end) in named
            or (not mention.pronoun and self._words(mention) in alike)
        ]
        if moved:
            self._found_new(each, moved)

    def _found_new(self, each: Judgement, moved: Sequence[tuple[str | None, Mention]]) -> None:
        """An entity of the words that were taken out; those that they leave keep the rest."""
        sources = sorted({str(own) for own, _ in moved})
        mentions = tuple(sorted((m for _, m in moved), key=lambda m: (m.report, m.start, m.end)))
        spellings = Counter(self._text(m) for m in mentions)
        name = min(spellings, key=lambda words: (-spellings[words], -len(words), words))
        main = self._entities[sources[0]]
        own = self._new_id(main.kind, name, "apart", *sources)
        for source in sources:
            self._entities[source] = self._without(self._entities[source], mentions)
        self._entities[own] = Entity(
            id=own,
            kind=main.kind,
            name=name,
            aliases=tuple(sorted(set(spellings) - {name})),
            mentions=mentions,
            judged=(each.id,),
        )
        self._at |= {(m.report, m.start, m.end): own for m in mentions}
        for source in sources:
            if not self._entities[source].mentions:
                del self._entities[source]
                self._home[source] = own

    def _new_id(self, *parts: str) -> str:
        """An id of this content; where an entity has it already, as the next one of the kind."""
        own, number = identify("ent1", *parts), 1
        while own in self._entities or own in self._home:
            number += 1
            own = identify("ent1", *parts, str(number))
        return own

    def _without(self, entity: Entity, gone: Iterable[Mention]) -> Entity:
        """The entity without these words; a name that none of the words bear any more is none of its names."""
        taken = set(gone)
        left = tuple(m for m in entity.mentions if m not in taken)
        spelt = Counter(self._text(m) for m in left if not m.pronoun)
        lost = {self._text(m) for m in taken} - set(spelt)
        aliases = tuple(alias for alias in entity.aliases if alias not in lost)
        name = entity.name
        if name in lost and spelt:
            name = min(spelt, key=lambda words: (-len(words.split()) > -2, -spelt[words], words))
            aliases = tuple(alias for alias in aliases if alias != name)
        return msgspec.structs.replace(entity, mentions=left, aliases=aliases, name=name)

    def _text(self, mention: Mention) -> str:
        return self._texts[mention.report][mention.start : mention.end]

    def _words(self, mention: Mention) -> str:
        return folded(self._text(mention))

    def _spelt(self, anchor: str) -> str:
        start, end = span_in(anchor) or (0, 0)
        return folded(self._texts[report_in(anchor)][start:end])

    # --- put together

    def join(self, one: str, other: str) -> None:
        """Makes the entities of both words one: that with more mentions, which takes over what the other knows."""
        first, second = self.holder(one), self.holder(other)
        if first is None or second is None or first == second:
            return
        rows = (self._entities[first], self._entities[second])
        main, less = sorted(rows, key=lambda entity: (-len(entity.mentions), entity.id))
        self._entities[main.id] = _joined(main, less)
        del self._entities[less.id]
        self._home[less.id] = main.id

    # --- marked and corrected

    def mark(self, each: Judgement) -> None:
        """Says on the entities of a join or split that it holds of them."""
        words = (*each.on, *each.against)
        for own in {found for one in words if report_in(one) in self._texts and (found := self.holder(one))}:
            entity = self._entities[own]
            self._entities[own] = msgspec.structs.replace(entity, judged=_with(entity.judged, each.id))

    def rule(self, log: Sequence[Judgement]) -> None:
        for own, ruling in rulings(log, self._entities, ENTITY).items():
            self._entities[own] = _ruled(self._entities[own], ruling)


def _with(judged: Iterable[str], *more: str) -> tuple[str, ...]:
    return tuple(sorted({*judged, *more}))


def _joined(main: Entity, less: Entity) -> Entity:
    mentions = {(m.report, m.start, m.end): m for m in (*less.mentions, *main.mentions)}
    roles = {(r.report, r.start, r.end, r.role): r for r in (*less.roles, *main.roles)}
    same = main.kind == less.kind
    return msgspec.structs.replace(
        main,
        aliases=tuple(sorted({*main.aliases, *less.aliases, less.name} - {main.name})),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        roles=tuple(roles[key] for key in sorted(roles)),
        judged=_with(main.judged, *less.judged),
        **({name: _known(main, less, name) for name in _KNOWN} if same else {}),
    )


def _known(main: Entity, less: Entity, name: str) -> object:
    """What the main one knows; where it knows no place, all that the other knows of one."""
    of_place = main.geonames is None and main.lat is None
    value = getattr(main, name)
    return value if value is not None or not (of_place or name in ("country", "wikidata")) else getattr(less, name)


def _ruled(entity: Entity, ruling: Ruling) -> Entity:
    now: dict[str, str | None] = {}
    for field, each in ruling.corrected.items():
        if _fits(field, each.value):
            now[field] = None if field == "country" and each.value == NOTHING else each.value
    names = {entity.name, *entity.aliases} - {now.get("name", entity.name)}
    return msgspec.structs.replace(
        _located(msgspec.structs.replace(entity, **now), entity) if now else entity,
        aliases=tuple(sorted(filter(None, names))) if "name" in now else entity.aliases,
        judged=_with(entity.judged, *ruling.judged),
        machine=AsLinked(fields=tuple(sorted(now)), **{field: getattr(entity, field) for field in now})
        if now
        else None,
    )


def _located(now: Entity, before: Entity) -> Entity:
    """The corrected entity with the coordinates of the place of its name and country, as the gazetteer has them; of what is no place with none."""
    if now.kind not in ("place", "facility"):
        return msgspec.structs.replace(now, lat=None, lon=None, precision=None, geonames=None)
    spot = next((place for place in find(now.name) if now.country in (None, place.country)), None)
    moved = now.country != before.country and None not in (now.country, before.country)
    if now.kind == "facility" or (spot is None and not moved):
        return now
    return msgspec.structs.replace(
        now,
        country=now.country or (spot.country or None if spot and before.country is None else None),
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        precision=PRECISION[spot.kind] if spot else None,
        geonames=spot.geonames or None if spot else None,
    )


def _fits(field: str, value: str | None) -> bool:
    try:
        readable(field, value)
    except ValueError:
        return False
    return True
