"""What lies in the casebook, in memory: the shelf, when each report came in, and what the last record of each story told. It is brought up to date when the store
has grown, and asked as often as one likes in between. Nothing is sorted or read for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from rashomon.casebook import collection, searching, telling
from rashomon.casebook.telling import Told
from rashomon.errors import StoreError
from rashomon.model.collection import Arrival, ReportEntry, Shelf, StoryEntry
from rashomon.model.identity import digest
from rashomon.model.lineage import Lineage
from rashomon.pipeline import Workshop
from rashomon.store import Store


@dataclass(frozen=True)
class Catalogue:
    """`tip`: the store's when it was made. `current`: whether the shelf has all pages and judgements that there are; `waiting`: how many reports it has not.
    `as_sorted`: the collection as it was sorted; `shelf`: the same with all judgements that stand. `told`: what records told, in order of their making, by the log's key."""

    tip: int = -1
    key: str = ""
    as_sorted: Shelf = field(default_factory=Shelf)
    shelf: Shelf = field(default_factory=Shelf)
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)
    current: bool = False
    waiting: int = 0

    @cached_property
    def reports(self) -> dict[str, ReportEntry]:
        """The reports by id, each with the time at which it came in first."""
        first: dict[str, str] = {}
        for page, one in self.arrivals.items():
            for key in (page, one.report):
                first[key] = min(one.when, first.get(key, one.when))
        times = (
            (entry, [first[key] for key in (entry.id, entry.page) if key in first]) for entry in self.shelf.reports
        )
        return {entry.id: msgspec.structs.replace(entry, added=min(when, default=None)) for entry, when in times}

    @cached_property
    def stories(self) -> dict[str, StoryEntry]:
        """The stories by id, in the shelf's order, with what their last records told; whether these are stale is not told yet."""
        return {entry.id: self._with_told(entry) for entry in self.shelf.stories}

    def _with_told(self, entry: StoryEntry) -> StoryEntry:
        added = max((when for report in own(entry) if (when := self.reports[report].added)), default=None)
        told = self.last_told.get(entry.id)
        if told is None:
            return msgspec.structs.replace(entry, added=added)
        return msgspec.structs.replace(entry, added=added, read=told.when, parties=told.parties, statuses=told.statuses)

    @cached_property
    def last_told(self) -> dict[str, Told]:
        """What the last record of each story told, by the story's id; where there is none of these very reports, the last that has one of them."""
        order, by_report, by_story = list(self.told.values()), dict[str, int](), dict[str, int]()
        for number, told in enumerate(order):
            by_story[told.story] = number
            by_report |= dict.fromkeys(told.reports, number)
        found = {}
        for entry in self.shelf.stories:
            near = [by_report[report] for report in own(entry) if report in by_report]
            if entry.id in by_story or near:
                found[entry.id] = order[by_story.get(entry.id, max(near, default=0))]
        return found

    @cached_property
    def story_of(self) -> dict[str, StoryEntry]:
        """The story of each report, its own."""
        return {report: entry for entry in self.stories.values() for report in own(entry)}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each story names, folded, ready to be sought in: where it was read the names of its entities, else what its reports write with a capital."""
        return {entry.id: _framed(self._names(entry)) for entry in self.shelf.stories}

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each story plays, likewise."""
        return {entry.id: _framed(self._places(entry)) for entry in self.shelf.stories}

    def _names(self, entry: StoryEntry) -> Sequence[str]:
        told = self.last_told.get(entry.id)
        known = told.names.split("\n") if told else []
        return known if told and told.story == entry.id else [*known, *self._written(entry)]

    def _places(self, entry: StoryEntry) -> Sequence[str]:
        told = self.last_told.get(entry.id)
        listed = [*(told.places.split("\n") if told else []), *map(searching.words, entry.places)]
        return listed if told and told.story == entry.id else [*listed, *self._written(entry)]

    def _written(self, entry: StoryEntry) -> list[str]:
        return [searching.words(name) for name in self.shelf.names.get(entry.id, ())]

    @cached_property
    def by_words(self) -> dict[str, list[str]]:
        """The reports by the key of their words in the index."""
        found: dict[str, list[str]] = {}
        for entry in self.shelf.reports:
            found.setdefault(searching.key_of(entry.id, entry.title), []).append(entry.id)
        return found


def own(entry: StoryEntry) -> Sequence[str]:
    """The story's reports, its guests left out."""
    return [report for report in entry.reports if report not in entry.guests] if entry.guests else entry.reports


def _framed(names: Sequence[str]) -> str:
    """Names between blanks, so that a word is found by its beginning and no search goes from one name into the next."""
    return f" {' / '.join(names)} "


def brought_up(last: Catalogue, workshop: Workshop) -> Catalogue:
    """The catalogue of now: the last one itself where nothing has come in."""
    store = workshop.store
    tip = store.tip()  # before all else: what comes in meanwhile is looked at the next time
    if tip == last.tip:
        return last
    after = max(last.tip, 0)
    arrivals = {**last.arrivals, **collection.arrived(store, after)}
    key, shelf = collection.last_shelf(store, known=last.key) or (last.key, last.as_sorted)
    every = collection.log(shelf, store, arrivals)
    return Catalogue(
        tip=tip,
        key=key,
        as_sorted=shelf,
        shelf=collection.with_log(shelf, every),
        arrivals=arrivals,
        told={**last.told, **_told(store, after)},
        current=key == collection.shelf_key(arrivals, every, workshop),
        waiting=_waiting(arrivals, shelf),
    )


def _told(store: Store, after: int) -> dict[str, Told]:
    decoder = msgspec.msgpack.Decoder(Told)
    try:
        return {key: decoder.decode(body) for key, body in store.logged(telling.LOG, after).items()}
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: what a record told cannot be read ({error}).") from error


def _waiting(arrivals: Mapping[str, Arrival], shelf: Shelf) -> int:
    known = {key for entry in shelf.reports for key in (entry.id, entry.page)}
    return len({one.report for page, one in arrivals.items() if page not in known and one.report not in known})


def record_key(stories: Sequence[StoryEntry], held: Catalogue, workshop: Workshop) -> str:
    """What the record of these stories follows from."""
    told = sorted(repr((story.id, story.guests, story.passages)) for story in stories)
    pages = sorted({held.reports[report].page for story in stories for report in story.reports})
    shaping = (each.id for each in collection.shaping(stories, held.shelf))
    return digest(workshop.edition, workshop.reader.key, repr(workshop.settings), "stories", *told, *pages, *shaping)


def kin(held: Catalogue, store: Store) -> dict[str, list[Lineage]]:
    """The rows of lineage by the reports that they are about."""
    found: dict[str, list[Lineage]] = {}
    for row in collection.kin_of(held.key, store):
        for report in dict.fromkeys((row.derived, row.origin)):
            if report is not None:
                found.setdefault(report, []).append(row)
    return found
