"""What one can ask of a casebook and have at once: nothing is read for it, and nothing sorted unless one wants it."""

from collections.abc import Mapping

import msgspec

from rashomon.casebook import catalogue, collection, judging, naming, sorting, views
from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.coding import blind
from rashomon.casebook.news import news
from rashomon.casebook.seeking import Asked, moment, sought
from rashomon.casebook.telling import flags_of
from rashomon.engine import Progress
from rashomon.errors import SettingsError
from rashomon.model.catalogue import EntityView, Found, News, ReportView
from rashomon.model.collection import LoggedJudgement, Shelf, StoryEntry
from rashomon.model.lineage import Lineage
from rashomon.pipeline import Workshop
from rashomon.store import Store


class Asking:
    """What of a Casebook asks its catalogue. Of several threads each may ask at any time."""

    store: Store
    _held = Catalogue()
    _kin: tuple[str, dict[str, msgspec.Raw]] = ("", {})

    def sort(self, progress: Progress | None = None) -> Found:
        """Puts what was added into stories, which takes seconds among thousands of reports; nothing where nothing has come in."""
        self._sorted(self._workshop(progress))
        return self.find(limit=0)

    def stories(
        self,
        text: str = "",
        *,
        place: str | None = None,
        party: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        new_since: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        newest: bool = False,
        progress: Progress | None = None,
    ) -> tuple[StoryEntry, ...]:
        """The stories of the collection, once it is sorted, of which all holds that is asked; `find` says what that is."""
        self.sort(progress)
        asked = Asked(text, place, party, status, since, until, new_since)
        return self._found(asked, limit, offset, newest).stories

    def find(
        self,
        text: str = "",
        *,
        place: str | None = None,
        party: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        new_since: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        newest: bool = False,
    ) -> Found:
        """The stories as the collection was sorted last, at once.

        `text`: one report has all its words, each by its beginning, case and accents aside; what stands in quotation marks as it stands. `place`, `party`: a name of an entity
        of the story where it was read, else a name that its reports write with a capital, by its beginning. `status`: of one of its findings; "unread": it was
        never read. `since`, `until`: ISO days; the days of its reports reach into them. `new_since`: a report came in after this time. By first
        day, or the latest last day first (`newest`). Raises SettingsError where a status, day or time is none.
        """
        return self._found(Asked(text, place, party, status, since, until, new_since), limit, offset, newest)

    def _found(self, asked: Asked, limit: int | None, offset: int, newest: bool) -> Found:
        held = self._catalogue()
        found = sought(asked, held, self.store)
        if newest:
            found.sort(key=lambda story: (story.end or "", story.id), reverse=True)
        shown = found[offset:] if limit is None else found[offset : offset + limit]
        workshop = self._workshop()
        return Found(
            stories=tuple(self._with_stale(story, held, workshop) for story in shown),
            total=len(found),
            current=held.current,
            waiting=held.holdings.waiting,
        )

    def _with_stale(self, story: StoryEntry, held: Catalogue, workshop: Workshop) -> StoryEntry:
        told = held.last_told.get(story.id)
        if told is None or told.key == catalogue.record_key([story], held, workshop):
            return story
        return msgspec.structs.replace(story, stale=True)

    def story(self, name: str) -> StoryEntry:
        """The story of this name, a report's among them. Raises SettingsError where there is none, or more than one."""
        held = self._catalogue()
        found = naming.stories(name, held.shelf, self._before)
        if len(found) > 1:
            raise SettingsError(
                f"{name!r} stands in {len(found)} stories: {', '.join(each.id for each in found)}. Name one."
            )
        return self._with_stale(held.stories[found[0].id], held, self._workshop())

    def report(self, name: str) -> ReportView:
        """A report of the collection by its id, the beginning of one, its source or its file's name. Raises SettingsError where there is none."""
        held, workshop = self._catalogue(), self._workshop()
        found = (name,) if name in held.reports else naming.report(name, held.shelf)
        if not found:
            raise SettingsError(
                f"The casebook has no report that is called {name[:80]!r}. `rashomon stories --reports` lists them."
            )
        return views.report_view(found[0], held, self._rows_of(found[0], held), workshop)

    def entity(self, name: str) -> EntityView:
        """An entity over all stories that were read, by its id, the beginning of one, or its very name. Raises SettingsError where there is none, or several are meant."""
        return views.entity_view(name, self._catalogue(), self.store)

    def news(self, since: str, *, seen_by: str | None = None) -> News:
        """What came in and what changed since a time (ISO 8601; a day is from midnight UTC); of judgements what this person may see."""
        held = self._catalogue()
        return news(moment(since), held, self._logged(held, seen_by))

    def judgements(self, *, seen_by: str | None = None, sort: bool = True) -> tuple[LoggedJudgement, ...]:
        """Every judgement that was ever made, the earliest first, with what became of it, and what new reports say against it in the records
        that were made; `seen_by`: those that this person may see, as of a record. Where the collection is not to be sorted for it (`sort`), as it was last."""
        return self._logged(self._sorted(self._workshop()) if sort else self._catalogue(), seen_by)

    def where(self, name: str) -> tuple[StoryEntry, ...]:
        """The stories, as they are now, in whose records a claim, finding or entity of this id (or beginning of one) was told. Empty where none is known.
        Raises SettingsError where more than one may be meant."""
        held = self._catalogue()
        return tuple(held.stories[story] for story in views.stories_with(name, held, self._before, self.store))

    def _rows_of(self, report: str, held: Catalogue) -> tuple[Lineage, ...]:
        kin = self._kin
        if kin[0] != held.holdings.key:
            self._kin = kin = (held.holdings.key, collection.kin_of(held.holdings.key, self.store))
        return collection.rows_of(kin[1].get(report))

    def _catalogue(self) -> Catalogue:
        self._held = catalogue.brought_up(self._held, self._workshop())
        return self._held

    def _sorted(self, workshop: Workshop) -> Catalogue:
        """The catalogue of all that has come in, sorted where it was not."""
        if not self._catalogue().current:
            sorting.shelf(workshop)
        return self._catalogue()

    def _before(self) -> Mapping[str, tuple[str, ...]]:
        return collection.told_before(self.store)

    def _shelf(self) -> Shelf:
        return sorting.shelf(self._workshop())

    def _logged(self, held: Catalogue, seen_by: str | None = None) -> tuple[LoggedJudgement, ...]:
        """Every judgement with what became of it, as the collection was sorted last; of those that this person may see."""
        log = judging.log(self.store)
        found = judging.listed(log, held.shelf, flags_of(held.last_told.values())) if log else ()
        return found if seen_by is None else blind.shown_to(seen_by, found, log)

    def _workshop(self, progress: Progress | None = None) -> Workshop:
        raise NotImplementedError
