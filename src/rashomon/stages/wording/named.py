"""Where the entities of a story stand in its reports, and whose they are."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model.entity import Entity
from rashomon.reference.countries import country_of_demonym, country_of_name

_ENOUGH = 60  # mentions of a person, to see whose officer he is
_LONGEST = 200  # characters of a mention; longer ones are not looked up


class Named:
    """Mentions by report, sorted; pronouns are among them."""

    def __init__(self, entities: Sequence[Entity], texts: Mapping[str, str]) -> None:
        self._countries = {entity.id: country for entity in entities if (country := _country(entity, texts))}
        self._states = {entity.country: entity.id for entity in entities if is_state(entity) and entity.country}
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for entity in entities:
            for mention in entity.mentions:
                found[mention.report].append((mention.start, mention.end, entity.id))
        self._spans = {report: sorted(spans) for report, spans in found.items()}

    def ends_in(self, report: str, start: int, end: int) -> bool:
        """Whether a mention ends where the noun ends: the noun is somebody's description."""
        return any(first < end <= last for first, last, _ in self._near(report, start, end))

    def within(self, report: str, offsets: Iterable[int]) -> Iterator[str]:
        """The entities whose mentions hold one of the offsets."""
        for offset in offsets:
            yield from (one for first, last, one in self._near(report, offset, offset + 1) if first <= offset < last)

    def party(self, entity: str) -> str:
        """Who acts or is meant: a state for the town, the body or the officer of it that stands for it; else the entity."""
        return self._states.get(self._countries.get(entity, ""), entity)

    def countries(self, entities: Iterable[str]) -> set[str]:
        """The countries that they are, lie in, or hold office in."""
        return {self._countries[one] for one in entities if one in self._countries}

    def _near(self, report: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        spans = self._spans.get(report, [])
        for span in spans[bisect_right(spans, (start - _LONGEST, 0, "")) :]:
            if span[0] >= end:
                break
            yield span


def is_state(entity: Entity) -> bool:
    return entity.kind == "place" and entity.precision == "country" and bool(entity.country)


def _country(entity: Entity, texts: Mapping[str, str]) -> str | None:
    """Its own; a person's by what offices are his, as reports word them ("King of Oman") or put before the name ("the Omani ruler")."""
    if entity.kind != "person":
        return entity.country
    words = [word for role in entity.roles for word in role.role.split()]
    for mention in entity.mentions[:_ENOUGH]:
        before = texts.get(mention.report, "")[max(0, mention.start - 40) : mention.start]
        words += before.rsplit(".", 1)[-1].split()[-3:]
    found = Counter(country for word in words if (country := _country_of(word)))
    first = found.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > 2 * first[1][1]) else None


def _country_of(word: str) -> str | None:
    word = word.strip("'’s,;\"“”(") if word.endswith(("'s", "’s")) else word.strip(',;"“”(')
    return (country_of_demonym(word) or country_of_name(word)) if word[:1].isupper() else None
