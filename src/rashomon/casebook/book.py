"""The one door for people: each thing that one can ask is one method of a Casebook.

A casebook keeps reports, stage results and records, so that what was read once is not read again and a run that was
stopped goes on from where it was. A record holds the inputs given and nothing else, and is the same with an empty casebook.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, overload

import msgspec

from rashomon.casebook import catalogue, collection, judging, naming, telling
from rashomon.casebook.asking import Asking
from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.files import check
from rashomon.casebook.making import edition, installed, moment, now, software
from rashomon.casebook.opened import LastOpened
from rashomon.engine import Progress
from rashomon.errors import NothingReadError, SettingsError, StoreError
from rashomon.fetch import open_inputs, readable
from rashomon.model.collection import Added, Imported, LoggedJudgement
from rashomon.model.identity import digest
from rashomon.model.judgement import JOIN, SPLIT, UNDO, Judgement
from rashomon.model.problem import Rejected
from rashomon.model.record import Record, Software
from rashomon.model.report import RawPage
from rashomon.pipeline import Desk, Settings, Workshop, page_key, run
from rashomon.stages.reading import Reader, installed_model
from rashomon.store import MemoryStore, SqliteStore, Store
from rashomon.verify import Discrepancy

FILE = "casebook.sqlite"


def default_folder() -> Path:
    """`$RASHOMON_HOME`, else the user's data folder."""
    if home := os.environ.get("RASHOMON_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("rashomon")


class Casebook(Asking):
    """`folder` holds the casebook's file; None keeps nothing beyond the process. The language model is the best one that is
    installed, or that of the package which the environment variable RASHOMON_MODEL names.

    Raises StoreError where the folder cannot be used, ModelMissingError where no language model is installed.
    """

    def __init__(self, folder: Path | str | None = None, settings: Settings | None = None) -> None:
        self.store: Store = SqliteStore(Path(folder) / FILE) if folder is not None else MemoryStore()
        self.settings = settings or Settings()
        self.reader = Reader(*installed_model(os.environ.get("RASHOMON_MODEL")))
        self._opened = LastOpened()

    @classmethod
    def at_home(cls, settings: Settings | None = None) -> "Casebook":
        """The user's own casebook; where the home cannot be written, one that lasts as long as the process."""
        try:
            return cls(default_folder(), settings)
        except StoreError as error:
            print(f"{error} This run keeps nothing.", file=sys.stderr)
            return cls(None, settings)

    @cached_property
    def _software(self) -> Software:
        return software(self.reader)

    # --- records of given inputs

    def read(
        self, *inputs: str | os.PathLike[str], stdin: BinaryIO | None = None, progress: Progress | None = None
    ) -> Record:
        """The record of the inputs (contract: reports.md says what an input is); of the collection it takes nothing but persons'
        judgements on these reports.

        Raises NothingReadError, which carries the record with its rejected inputs, where not one report could be read.
        """
        given = _named(inputs)
        tell = progress or _silent
        pages = tuple(self._open(given, stdin, tell))
        workshop = self._workshop(progress)
        given = tuple(readable(one) for one in given)
        judgements = collection.judged({page_key(page): page for page in pages if isinstance(page, RawPage)}, workshop)
        content = (page_key(page) for page in pages)
        key = self._key(workshop, *given, *content, *(each.id for each in judgements))
        record = self._kept_or_made(key, workshop, lambda: Desk(inputs=given, pages=pages, judgements=judgements))
        if not record.reports:
            raise NothingReadError(_none_read(record.rejected), record)
        return record

    # --- the collection

    def add(
        self, *inputs: str | os.PathLike[str], stdin: BinaryIO | None = None, progress: Progress | None = None
    ) -> Added:
        """Adds the reports of the inputs to the collection, where they stay; a report that is there already is counted as known.

        Raises NothingReadError where not one report could be read.
        """
        added = collection.add(self._open(_named(inputs), stdin, progress or _silent), self._workshop(progress))
        if not added.new and not added.known:
            raise NothingReadError(_none_read(added.rejected))
        return added

    @overload
    def record(self, *stories: str | None, make: Literal[True] = True, progress: Progress | None = None) -> Record: ...
    @overload
    def record(self, *stories: str | None, make: bool, progress: Progress | None = None) -> Record | None: ...
    def record(self, *stories: str | None, make: bool = True, progress: Progress | None = None) -> Record | None:
        """The record of the named stories of the collection, of all of them where none is named. A story is named by its id or the beginning
        of one, by an id that it had before, or by one of its reports. Only its own reports are read. Where it is not to be made (`make`),
        None where it was not yet, of the stories as the collection was sorted last.

        Raises SettingsError where a name does not lead to a story, NothingReadError where the collection is empty.
        """
        workshop = self._workshop(progress)
        held = self._sorted(workshop) if make else self._catalogue()
        names = [name for name in stories if name is not None]
        chosen = [story for name in names for story in naming.stories(name, held.shelf, self._before)]
        chosen = chosen or list(held.shelf.stories)
        if not chosen:
            raise NothingReadError("The casebook has no reports yet. Add some with `rashomon add`.")
        chosen = list({story.id: story for story in chosen}.values())  # a story that is named twice stands once
        key = catalogue.record_key(chosen, held, workshop)
        if not make:
            return self._kept_record(key, workshop)
        desk = partial(collection.desk_of, chosen, held.shelf, workshop)
        record = self._kept_or_made(key, workshop, desk, first="lineage: fingerprint")
        self._tell(record, held, workshop)
        return record

    def _tell(self, record: Record, held: Catalogue, workshop: Workshop) -> None:
        """Keeps what the record told of each of its stories, where that was not kept before."""
        for row in record.stories:
            story = held.stories.get(row.id)
            key = catalogue.record_key([story], held, workshop) if story else ""
            before = held.last_told.get(row.id)
            if story and (before is None or before.key != key):
                telling.tell(row, story, record, key, moment(), before, self.store)

    # --- persons' judgements

    def join(self, *names: str, why: str, by: str | None = None) -> Judgement:
        """Decides that these reports (or all reports of these stories) tell of one happening."""
        on = self._reports(names)
        if len(on) < 2:
            raise SettingsError("To join takes two reports or stories at least.")
        return judging.decide(self.store, JOIN, on, why, by)

    def split(self, *names: str, why: str, by: str | None = None) -> Judgement:
        """Decides that these reports tell of another happening than the others of their story."""
        on = self._reports(names)
        held = self._shelf()
        others = {report for story in naming.stories_of(on, held) for report in story.reports} - set(on)
        if not on or not others:
            raise SettingsError("Nothing is left in the story to split them from: name some of its reports, not all.")
        return judging.decide(self.store, SPLIT, on, why, by, sorted(others))

    def undo(self, name: str, *, why: str, by: str | None = None) -> Judgement:
        """Takes a judgement back. It stays in the log, as does the undo, which can be undone in turn."""
        return judging.decide(self.store, UNDO, [naming.judged(name, judging.log(self.store))], why, by)

    def judgements(self) -> tuple[LoggedJudgement, ...]:
        """Every judgement that was ever made, the earliest first, with what became of it."""
        log = judging.log(self.store)
        return judging.listed(log, self._shelf()) if log else ()

    def export_judgements(self) -> bytes:
        """The log of judgements as JSONL."""
        return judging.written(self.store)

    def import_judgements(self, file: IO[bytes]) -> Imported:
        """Adds judgements of another casebook, a row of JSON a line, to the log; they hold where their reports are."""
        return judging.read_in(file, self.store)

    # --- what is asked of a record, and of the program

    def verify(self, record: Mapping[str, Any], reports: Sequence[str] = ()) -> list[Discrepancy]:
        """What of a record its own words, and the reports where given, do not bear out."""
        return check(record, reports, self.settings)

    def doctor(self) -> dict[str, str]:
        """Which model, gazetteers, store and extras are in use."""
        made_with = self._software
        kept = ", ".join(f"{count} of {kind}" for kind, count in self.store.count().items())
        return {
            "rashomon": made_with.version,
            "python": sys.version.split()[0],
            **{f"model, {name}": found for name, found in made_with.models.items()},
            **{f"gazetteer, {name}": found for name, found in made_with.gazetteers.items()},
            "store": self.store.name,
            "kept": kept or "nothing yet",
            **{f"extra, {name}": installed(name) or "not installed" for name in ("numba",)},
        }

    def close(self) -> None:
        self.store.close()

    def _open(self, inputs: tuple[str, ...], stdin: BinaryIO | None, tell: Progress) -> Iterator[RawPage | Rejected]:
        pages = open_inputs(inputs, self.settings.fetch, stdin=stdin or sys.stdin.buffer)
        for number, page in enumerate(pages, 1):
            tell("opening", number, 0)
            yield page

    def _workshop(self, progress: Progress | None = None) -> Workshop:
        return Workshop(
            settings=self.settings,
            store=self.store,
            reader=self.reader,
            software=self._software,
            edition=edition(),
            created=now(),
            progress=progress or _silent,
        )

    def _reports(self, names: Sequence[str]) -> list[str]:
        held = self._shelf()
        return sorted({report for name in names for report in naming.reports(name, held, self._before)})

    def _key(self, workshop: Workshop, *parts: str) -> str:
        return digest(workshop.edition, workshop.reader.key, repr(self.settings), *parts)

    def _kept_or_made(self, key: str, workshop: Workshop, desk: Callable[[], Desk], first: str = "intake") -> Record:
        record = self._kept_record(key, workshop)
        if record is None:
            record = run(desk(), workshop, first=first).record
            assert record is not None
            self.store.put_many("record", {key: msgspec.msgpack.encode(record)})
        return msgspec.structs.replace(record, created=workshop.created)

    def _kept_record(self, key: str, workshop: Workshop) -> Record | None:
        """None where it is not kept, or cannot be read."""
        if record := self._opened.get(key, self.store):
            return msgspec.structs.replace(record, created=workshop.created)
        return None


def _named(inputs: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    if not inputs:
        raise SettingsError("No input was given. Name a file, a folder, a glob, or - for standard input.")
    return tuple(os.fspath(one) for one in inputs)


def _none_read(rejected: Sequence[Rejected]) -> str:
    if not rejected:
        return "Not one report could be read: the inputs hold none."
    reasons = [row.error if row.error.startswith(row.source) else f"{row.source}: {row.error}" for row in rejected]
    more = [f"and {len(reasons) - 10} more"] if len(reasons) > 10 else []
    return "\n  ".join(["Not one report could be read.", *reasons[:10], *more])


def _silent(stage: str, done: int, total: int) -> None:
    pass
