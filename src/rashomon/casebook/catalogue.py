"""What lies in the casebook, in memory: the shelf, when each report came in, and what the last record of each story told. It is brought up to date when the store
has grown, and asked as often as one likes in between. Nothing is sorted or read for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from rashomon.casebook import collection, judging, searching, telling
from rashomon.casebook.opened import unwatched
from rashomon.casebook.telling import Told
from rashomon.errors import StoreError
from rashomon.model.collection import Arrival, ReportEntry, Shelf, StoryEntry
from rashomon.model.identity import digest
from rashomon.pipeline import Workshop
from rashomon.store import Store


@dataclass(frozen=True)
class Holdings:
    """The shelf as it was sorted, under `key`, and when each page came in, by the page's key: what does not change while records are made and
    rows of them judged."""

    key: str = ""
    shelf: Shelf = field(default_factory=Shelf)
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)

    @cached_property
    def reports(self) -> dict[str, ReportEntry]:
        """The reports by id, each with the time at which it came in first."""
        first: dict[str, str] = {}
        for page, one in self.arrivals.items():
            for key in (page, one.report):
                if key not in first or one.when < first[key]:
                    first[key] = one.when
        return {
            entry.id: msgspec.structs.replace(entry, added=_earlier(first.get(entry.id), first.get(entry.page)))
            for entry in self.shelf.reports
        }

    @cached_property
    def arriving(self) -> list[ReportEntry]:
        """The reports, the latest first."""
        return sorted(self.reports.values(), key=lambda entry: (entry.added or "", entry.id), reverse=True)

    @cached_property
    def stories(self) -> dict[str, StoryEntry]:
        """The stories by id, in the shelf's order, each with the time at which its latest report came in."""
        return {entry.id: msgspec.structs.replace(entry, added=self._added(entry)) for entry in self.shelf.stories}

    def _added(self, entry: StoryEntry) -> str | None:
        return max((when for report in entry.own if (when := self.reports[report].added)), default=None)

    @cached_property
    def story_of(self) -> dict[str, str]:
        """The id of each report's story, its own."""
        return {report: entry.id for entry in self.shelf.stories for report in entry.own}

    @cached_property
    def by_words(self) -> dict[str, str]:
        """The id of each report by the key of its words in the index."""
        return {searching.key_of(entry.id, entry.title): entry.id for entry in self.shelf.reports}

    @cached_property
    def waiting(self) -> int:
        """How many reports came in and are not on the shelf."""
        known = {key for entry in self.shelf.reports for key in (entry.id, entry.page)}
        return len({one.report for page, one in self.arrivals.items() if page not in known and one.report not in known})


@dataclass(frozen=True)
class Catalogue:
    """`tip`: the store's when it was made. `shelf`: with all judgements that stand. `wanted`: the key under which all that there is now would be sorted;
    `told`: what records told, in order of their making, by the log's key."""

    tip: int = -1
    holdings: Holdings = field(default_factory=Holdings)
    shelf: Shelf = field(default_factory=Shelf)
    wanted: str = " "
    told: Mapping[str, Told] = field(default_factory=dict)

    @property
    def current(self) -> bool:
        """Whether the shelf has all pages and judgements that there are."""
        return self.holdings.key == self.wanted

    @property
    def reports(self) -> dict[str, ReportEntry]:
        return self.holdings.reports

    @cached_property
    def stories(self) -> dict[str, StoryEntry]:
        """The stories by id, in the shelf's order, with what their last records told; whether these are stale is not told yet."""
        told = {story: _with_told(self.holdings.stories[story], one) for story, one in self.last_told.items()}
        return {**self.holdings.stories, **told}

    @cached_property
    def last_told(self) -> dict[str, Told]:
        """What the last record of each story told, by the story's id; where there is none of these very reports, the last that has one of them."""
        found: dict[str, Told] = {}
        for one in self.told.values():
            found |= dict.fromkeys(
                (story for report in one.reports if (story := self.holdings.story_of.get(report))), one
            )
        exact = {one.story: one for one in self.told.values() if one.story in self.holdings.stories}
        return {**found, **exact}

    @cached_property
    def names(self) -> dict[str, str]:
        """What each story names, folded, ready to be sought in: where it was read the names of its entities, else what its reports write with a capital."""
        return self._named(lambda told: told.names)

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each story plays, likewise."""
        return self._named(lambda told: told.places)

    def _named(self, of: Callable[[Told], str]) -> dict[str, str]:
        names = dict(self.shelf.names)
        for story, told in self.last_told.items():
            names[story] = of(told) if told.story == story else of(told) + names.get(story, "")
        return names


def _earlier(one: str | None, other: str | None) -> str | None:
    return min(one, other) if one and other else one or other


def _with_told(entry: StoryEntry, told: Told) -> StoryEntry:
    return msgspec.structs.replace(entry, read=told.when, parties=told.parties, statuses=told.statuses)


def brought_up(last: Catalogue, workshop: Workshop) -> Catalogue:
    """The catalogue of now: the last one itself where nothing has come in."""
    store = workshop.store
    tip = store.tip()  # before all else: what comes in meanwhile is looked at the next time
    if tip == last.tip:
        return last
    with unwatched():
        after = max(last.tip, 0)
        arrivals, told = collection.arrived(store, after), _told(store, after)
        sorted_anew = collection.last_shelf(store, known=last.holdings.key)
        holdings = last.holdings
        if arrivals or sorted_anew:
            key, shelf = sorted_anew or (holdings.key, holdings.shelf)
            holdings = Holdings(key, shelf, {**holdings.arrivals, **arrivals})
        judged_anew = holdings is not last.holdings or last.tip < 0 or judging.has_grown(store, after)
        every = collection.log(holdings.shelf, store, holdings.arrivals) if judged_anew else ()
        return Catalogue(
            tip=tip,
            holdings=holdings,
            shelf=collection.with_log(holdings.shelf, every) if judged_anew else last.shelf,
            wanted=collection.shelf_key(holdings.arrivals, every, workshop) if judged_anew else last.wanted,
            told={**last.told, **told} if told else last.told,
        )


def _told(store: Store, after: int) -> dict[str, Told]:
    decoder = msgspec.msgpack.Decoder(Told)
    try:
        return {key: decoder.decode(body) for key, body in store.logged(telling.LOG, after).items()}
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: what a record told cannot be read ({error}).") from error


def record_key(stories: Sequence[StoryEntry], held: Catalogue, workshop: Workshop) -> str:
    """What the record of these stories follows from."""
    told = sorted(repr((story.id, story.guests, story.passages)) for story in stories)
    pages = sorted({held.reports[report].page for story in stories for report in story.reports})
    shaping = (each.id for each in collection.shaping(stories, held.shelf))
    return digest(workshop.edition, workshop.reader.key, repr(workshop.settings), "stories", *told, *pages, *shaping)
