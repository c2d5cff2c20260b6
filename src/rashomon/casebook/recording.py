"""What of a Casebook reads: records of given inputs, reports added to the collection, records of its stories. What was read is kept."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import IO, BinaryIO, Literal, overload

import msgspec

from rashomon.casebook import adding, catalogue, collection, judging, naming, telling
from rashomon.casebook.asking import Asking
from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.coding import asked as coding
from rashomon.casebook.making import moment
from rashomon.casebook.opened import LastOpened
from rashomon.engine import Progress
from rashomon.errors import NothingReadError, SettingsError
from rashomon.fetch import open_files, open_inputs, readable
from rashomon.model.collection import Added
from rashomon.model.identity import digest
from rashomon.model.problem import Rejected
from rashomon.model.record import Record
from rashomon.model.report import RawPage
from rashomon.pipeline import Desk, Settings, Workshop, page_key, run

_MADE = "record made"  # the log of records: by it, what a judgement names is found


class Recording(Asking):
    settings: Settings
    _opened: LastOpened

    # --- records of given inputs

    def read(
        self, *inputs: str | os.PathLike[str], stdin: BinaryIO | None = None, progress: Progress | None = None
    ) -> Record:
        """The record of the inputs (contract: reports.md says what an input is); of the collection it takes nothing but persons'
        judgements on these reports.

        Raises NothingReadError, which carries the record with its rejected inputs, where not one report could be read.
        """
        given = _named(inputs)
        tell = progress or silent
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
        self,
        *inputs: str | os.PathLike[str],
        stdin: BinaryIO | None = None,
        files: Iterable[tuple[str, IO[bytes]]] | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Adds the reports of the inputs to the collection, where they stay; a report that is there already is counted as known.
        In place of inputs, `files` that are open already, each with its name.

        Raises NothingReadError where not one report could be read.
        """
        pages = self._open(_named(inputs), stdin, silent) if files is None else open_files(files, self.settings.fetch)
        added = adding.add(pages, self._workshop(progress))
        if not added.new and not added.known:
            raise NothingReadError(_none_read(added.rejected))
        return added

    @overload
    def record(
        self,
        *stories: str | None,
        make: Literal[True] = True,
        progress: Progress | None = None,
        judgements_by: Sequence[str] | None = None,
        seen_by: str | None = None,
    ) -> Record: ...
    @overload
    def record(
        self,
        *stories: str | None,
        make: bool,
        progress: Progress | None = None,
        judgements_by: Sequence[str] | None = None,
        seen_by: str | None = None,
    ) -> Record | None: ...
    def record(
        self,
        *stories: str | None,
        make: bool = True,
        progress: Progress | None = None,
        judgements_by: Sequence[str] | None = None,
        seen_by: str | None = None,
    ) -> Record | None:
        """The record of the named stories of the collection, of all of them where none is named. A story is named by its id or the beginning
        of one, by an id that it had before, or by one of its reports. Only its own reports are read. Where it is not to be made (`make`),
        None where it was not yet, of the stories as the collection was sorted last.

        `judgements_by`: it is shaped by the judgements of these persons alone, on which reports make a story aside; by nobody's where there are none.
        `seen_by`: as this person is to see it, who may code the story without sight of its other coders. Else all judgements that stand shape it.

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
        if judgements_by is None and seen_by is not None:
            judgements_by = coding.sight(judging.log(self.store), chosen, seen_by)
        whole = held
        if judgements_by is not None:
            held = replace(held, shelf=coding.as_judged_by(judgements_by, held.shelf, self.store))
        key = catalogue.record_key(chosen, held, workshop)
        if not make:
            return self._kept_record(key, workshop)
        desk = partial(collection.desk_of, chosen, held.shelf, workshop)
        record = self._kept_or_made(key, workshop, desk, first="intake: judged")
        if held is whole:
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

    def _open(self, inputs: tuple[str, ...], stdin: BinaryIO | None, tell: Progress) -> Iterator[RawPage | Rejected]:
        pages = open_inputs(inputs, self.settings.fetch, stdin=stdin or sys.stdin.buffer)
        for number, page in enumerate(pages, 1):
            tell("opening", number, 0)
            yield page

    def _records_made(self) -> Iterator[Record]:
        keys, workshop = list(self.store.logged(_MADE)), self._workshop()
        return (record for key in reversed(keys) if (record := self._kept_record(key, workshop)))

    def _key(self, workshop: Workshop, *parts: str) -> str:
        return digest(workshop.edition, workshop.reader.key, repr(self.settings), *parts)

    def _kept_or_made(self, key: str, workshop: Workshop, desk: Callable[[], Desk], first: str = "intake") -> Record:
        record = self._kept_record(key, workshop)
        if record is None:
            record = run(desk(), workshop, first=first).record
            assert record is not None
            self.store.put_many("record", {key: msgspec.msgpack.encode(record)})
            self.store.append(_MADE, {key: b""})
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


def silent(stage: str, done: int, total: int) -> None:
    pass
