"""A report, and an entity over all stories that were read, as the catalogue knows them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from rashomon.casebook import collection, telling
from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.naming import Before
from rashomon.errors import SettingsError, StoreError
from rashomon.model.catalogue import EntityView, InStory, ReportView
from rashomon.model.claim import Claim
from rashomon.model.collection import StoryEntry
from rashomon.model.lineage import Lineage
from rashomon.pipeline import Workshop
from rashomon.store import Store
from rashomon.text.searching import words

_EITHER = 5  # that are listed where a name may mean several
_MANY = 2_000  # ids that begin alike which are looked at
_IDS = 200  # of one entity


def report_view(report: str, held: Catalogue, rows: tuple[Lineage, ...], workshop: Workshop) -> ReportView:
    """The report of this id."""
    entry = held.reports[report]
    read = collection.report_on(entry.page, workshop)
    if read is None:
        raise StoreError(
            f"The page of {entry.source} gives no report any more. Sort the collection again: `rashomon stories`."
        )
    stories = [story for story in held.stories.values() if report in story.reports]
    stories.sort(key=lambda story: report in story.guests)
    claims, when = _claims(report, stories, held, workshop.store)
    others = dict.fromkeys(each for row in rows for each in (row.derived, row.origin) if each not in (None, report))
    return ReportView(
        entry=entry,
        report=read,
        together=tuple(
            each for each in held.reports.values() if each.id == report or (entry.voice and each.voice == entry.voice)
        ),
        lineage=rows,
        kin=tuple(held.reports[each] for each in others if each in held.reports),
        stories=tuple(stories),
        claims=claims,
        read=when,
    )


def _claims(
    report: str, stories: Sequence[StoryEntry], held: Catalogue, store: Store
) -> tuple[tuple[Claim, ...], str | None]:
    """Those of every story that it stands in and that was read, each once; and when the first of these was."""
    told = [held.last_told[story.id] for story in stories if story.id in held.last_told]
    keys = {f"{report} {one.key}": one.when for one in told}
    bodies = store.get_many(telling.CLAIMS, keys)
    found = {claim.id: claim for key in keys if key in bodies for claim in _of(bodies[key], tuple[Claim, ...])}
    when = next((when for key, when in keys.items() if key in bodies), None)
    return tuple(sorted(found.values(), key=lambda each: (each.start, each.end, each.id))), when


def entity_view(name: str, held: Catalogue, store: Store) -> EntityView:
    """The entity of this id, the beginning of one, or a name. Raises SettingsError where no story that was read has it, or where several may be meant."""
    found = _brought_together(_meant(name, held, store), held, store)
    rows = sorted(found, key=lambda row: (-row.mentions, row.story, row.entity.id))
    best = rows[0].entity
    named = Counter[str]()
    for row in rows:
        named[row.entity.name] += row.mentions
    title = min(named, key=lambda each: (-named[each], each))
    ids = tuple(sorted({row.entity.id for row in rows}))
    with_place = next((row.entity for row in rows if row.entity.lat is not None), best)
    return EntityView(
        id=best.id,
        kind=best.kind,
        name=title,
        ids=ids,
        why=_why(rows),
        aliases=tuple(sorted({each for row in rows for each in (row.entity.name, *row.entity.aliases)} - {title})),
        country=next((row.entity.country for row in rows if row.entity.country), None),
        lat=with_place.lat,
        lon=with_place.lon,
        geonames=next((row.entity.geonames for row in rows if row.entity.geonames is not None), None),
        wikidata=next((row.entity.wikidata for row in rows if row.entity.wikidata is not None), None),
        mentions=sum(row.mentions for row in rows),
        roles=tuple(Counter(role.role for row in rows for role in row.entity.roles).most_common()),
        stories=tuple(held.stories[row.story] for row in rows),
        rows=tuple(rows),
    )


def _why(rows: Sequence[InStory]) -> str:
    ids = {row.entity.id for row in rows}
    if len({row.story for row in rows}) == 1:
        return "One story that was read has it."
    if len(ids) == 1:
        return "In every story it has one id: that of its kind, name and country."
    marks = sorted({mark for row in rows for mark in telling.marks(row.entity)})
    return f"Brought together by one id, or by {' and '.join(marks)}; rows of other stories that are named alike stay apart."


def _brought_together(first: Iterable[str], held: Catalogue, store: Store) -> list[InStory]:
    """The rows of these ids in the last record of each story, and of all that they share an id or mark with."""
    current = {told.key: story for story, told in held.last_told.items()}
    waiting, seen, rows = list(first), set[str](), list[InStory]()
    while waiting and len(seen) < _IDS:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        found = list(_rows(one, current, store))
        rows += found
        marks = {mark for row in found for mark in telling.marks(row.entity)}
        waiting += [
            key.rpartition(" ")[2] for mark in sorted(marks) for key in store.keys(telling.SAME, f"{mark} ", _MANY)
        ]
    return rows


def _rows(entity: str, current: Mapping[str, str], store: Store) -> Iterator[InStory]:
    """The entity's rows in the last records, under the ids that their stories have today."""
    keys = [key for key in store.keys(telling.ENTITY, f"{entity} ") if key.rpartition(" ")[2] in current]
    for key, body in sorted(store.get_many(telling.ENTITY, keys).items()):
        yield msgspec.structs.replace(_of(body, InStory), story=current[key.rpartition(" ")[2]])


def _meant(name: str, held: Catalogue, store: Store) -> list[str]:
    """Ids of one entity: those that are so called or begin so, else those that have this very name or alias, case and accents aside."""
    current = {told.key: story for story, told in held.last_told.items()}
    named = [key.rpartition("\t")[2] for key in store.keys(telling.NAME, f"{words(name)}\t", _MANY)]
    begun = [key.partition(" ")[0] for key in store.keys(telling.ENTITY, name, _MANY)] if name.startswith("ent") else []
    found = [one for one in dict.fromkeys(begun or named) if next(_rows(one, current, store), None)]
    if not found:
        raise SettingsError(
            f"No story that was read has an entity that is called {name[:80]!r}. `rashomon show` reads a story."
        )
    group = {row.entity.id for row in _brought_together(found[:1], held, store)}
    if others := [one for one in found if one not in group]:
        either = [next(_rows(one, current, store)).entity for one in (found[0], *others)[:_EITHER]]
        listed = ", ".join(f"{each.id} ({each.kind} {each.name})" for each in either)
        raise SettingsError(f"{name[:80]!r} may be {listed}. Give more of an id.")
    return found[:1]


def stories_with(name: str, held: Catalogue, before: Before, store: Store) -> list[str]:
    """The ids of the stories of today of which the last record, or one before, told of this claim, finding or entity."""
    if name.startswith("ent"):
        current = {told.key: story for story, told in held.last_told.items()}
        keys = store.keys(telling.ENTITY, name, _MANY)
        _only_one(name, {key.partition(" ")[0] for key in keys})
        return sorted({current[key.rpartition(" ")[2]] for key in keys if key.rpartition(" ")[2] in current})
    there = store.get_many(telling.WHERE, store.keys(telling.WHERE, name, _EITHER))
    _only_one(name, set(there))
    for place in (body.decode() for body in there.values()):
        if place in held.stories:
            return [place]
        story_of = held.holdings.story_of
        reports = (place,) if place in story_of else before().get(place, ())
        return list(dict.fromkeys(story_of[each] for each in reports if each in story_of))
    return []


def _only_one(name: str, found: set[str]) -> None:
    if len(found) > 1:
        raise SettingsError(f"{name[:80]!r} may be {', '.join(sorted(found)[:_EITHER])}. Give more of the id.")


def _of(body: bytes, form: Any) -> Any:
    try:
        return msgspec.msgpack.decode(body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: what a record told cannot be read ({error}).") from error
