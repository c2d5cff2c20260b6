"""The one door for people: each thing that one can ask is one method of a Casebook.

A casebook keeps reports, stage results and records, so that what was read once is not read again and a run that was
stopped goes on from where it was. A record holds the inputs given and nothing else, and is the same with an empty casebook.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, overload

import msgspec

from rashomon.casebook import catalogue, collection, judging, naming, pointing, telling
from rashomon.casebook.asking import Asking
from rashomon.casebook.catalogue import Catalogue
from rashomon.casebook.coding import asked as coding
from rashomon.casebook.files import check
from rashomon.casebook.making import edition, installed, moment, now, software
from rashomon.casebook.opened import LastOpened
from rashomon.casebook.pointing import Pointed, Records
from rashomon.engine import Progress
from rashomon.errors import NothingReadError, SettingsError, StoreError
from rashomon.fetch import open_files, open_inputs, readable
from rashomon.model.agreement import Agreement
from rashomon.model.collection import Added, Imported
from rashomon.model.identity import digest
from rashomon.model.judgement import (
    CLAIM,
    CONFIRM,
    CORRECT,
    ENTITY,
    FINDING,
    JOIN,
    NOTE,
    OUTLET,
    RATE,
    REJECT,
    SPLIT,
    STORY,
    UNDO,
    VOICE,
    Judgement,
)  # fmt: skip
from rashomon.model.problem import Rejected
from rashomon.model.record import Record, Software
from rashomon.model.report import RawPage
from rashomon.pipeline import Desk, Settings, Workshop, page_key, run
from rashomon.stages.reading import Reader, installed_model
from rashomon.store import MemoryStore, SqliteStore, Store
from rashomon.verify import Discrepancy

FILE = "casebook.sqlite"
_MADE = "record made"  # the log of records: by it, what a judgement names is found


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
        tell = progress or _silent
        pages = self._open(_named(inputs), stdin, tell) if files is None else open_files(files, self.settings.fetch)
        added = collection.add(pages, self._workshop(progress))
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
            held = replace(held, shelf=coding.as_judged_by(judgements_by, held.shelf, workshop))
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

    # --- persons' judgements

    def confirm(
        self, *names: str, field: str | None = None, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:  # fmt: skip
        """Confirms claims, findings, entities or reports, or one field of them: they are as the record has them."""
        one = self._pointed(names, None, story, by)
        return self._decide(CONFIRM, one, why, by, field=field, final=final)

    def reject(
        self, *names: str, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:
        """Rejects claims: they are not so, or not said. They stay in the record, marked, and count no longer."""
        return self._decide(REJECT, self._pointed(names, CLAIM, story, by), why, by, final=final)

    def correct(
        self, name: str, field: str, value: str, *, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:  # fmt: skip
        """Corrects a field of a claim (figure, counted, measure, scope, date, as_of, modality, attribution, place), an entity (name, kind,
        country), a report (outlet, published, title) or a finding (estimate: "12", "10 to 14").

        Raises SettingsError where there is no such field, or it cannot hold the value."""
        one = self._pointed([name], None, story, by)
        pointing.check_field(one, field, value)
        return self._decide(CORRECT, one, why, by, field=field, value=" ".join(value.split()), final=final)

    def join(
        self,
        *names: str,
        of: str = STORY,
        why: str,
        by: str | None = None,
        story: str | None = None,
        final: bool = False,
    ) -> Judgement:
        """Decides that these belong together: reports (or all reports of these stories) tell of one happening (`of` story) or speak with one
        text (voice), words mean one entity, claims answer one question (finding)."""
        one = self._pointed(names, of, story, by)
        if len(one.on) < 2 or (of in (ENTITY, FINDING) and len(set(names)) < 2):
            raise SettingsError(
                "To join takes two reports or stories at least." if of == STORY else "To join takes two at least."
            )
        return self._decide(JOIN, one, why, by, final=final)

    def split(
        self,
        *names: str,
        of: str = STORY,
        why: str,
        by: str | None = None,
        story: str | None = None,
        final: bool = False,
    ) -> Judgement:
        """Decides that these belong not to those beside them: reports tell of another happening than the others of their story, or speak with a text
        of their own; words (as spelt, or REPORT@START-END) mean another entity; claims answer another question than the others of
        their finding."""
        one = self._apart(names, of, story, by)
        if not one.on or not one.rest:
            raise SettingsError(f"Nothing is left in the {of} to split them from: name some of it, not all.")
        return self._decide(SPLIT, one, why, by, against=sorted(one.rest), final=final)

    def rate(self, outlet: str, value: str, *, why: str, by: str | None = None) -> Judgement:
        """Rates an outlet on the Admiralty scale: A (reliable) to E (unreliable), F (cannot be judged)."""
        return self._decide(RATE, self._pointed([outlet], OUTLET, None, by), why, by, value=value.strip().upper())

    def note(
        self, *names: str, why: str, by: str | None = None, story: str | None = None, of: str | None = None
    ) -> Judgement:
        """Adds a remark on claims, findings, entities, reports, stories, voices or (`of` outlet) an outlet; it changes nothing."""
        return self._decide(NOTE, self._pointed(names, of, story, by), why, by)

    def undo(self, name: str, *, why: str, by: str | None = None) -> Judgement:
        """Takes a judgement back. It stays in the log, as does the undo, which can be undone in turn."""
        return judging.decide(self.store, UNDO, [naming.judged(name, judging.log(self.store))], why, by)

    def export_judgements(self) -> bytes:
        """The log of judgements as JSONL."""
        return judging.written(self.store)

    def import_judgements(self, file: IO[bytes]) -> Imported:
        """Adds judgements of another casebook, a row of JSON a line, to the log; they hold where their reports are."""
        return judging.read_in(file, self.store)

    # --- coders who judge the same story

    def code(self, story: str, *coders: str, why: str, by: str | None = None) -> tuple[Judgement, ...]:
        """Names those who code a story: until all of them are done, none is shown what the others judge of it."""
        return coding.code(story, coders, why, by, self._shelf(), self._before, self._workshop(_silent))

    def done(self, story: str, *, why: str, by: str | None = None) -> Judgement:
        """Says that a coder has judged all of a story that he will."""
        return coding.done(story, why, by, self._shelf(), self._before, self._workshop(_silent))

    def agreement(
        self, story: str | None = None, by: Sequence[str] = (), *, until: str | None = None, seen_by: str | None = None
    ) -> Agreement:
        """How far coders agree on a story (on all that were judged, where none is named), and what they differ on: those named in `by`, else the
        story's coders, else all who judged. `until`: as it was then (ISO 8601); `seen_by`: as of a record."""
        held, workshop = self._shelf(), self._workshop(_silent)
        return coding.agreed(story, by, until, seen_by, held, self._before, self._as_read, workshop)

    def adjudicate(self, judgement: str, *, why: str, by: str | None = None) -> Judgement:
        """Settles what coders differ on: decides as this judgement does, and finally. To settle it otherwise, judge with `final`."""
        return coding.adjudicate(judgement, why, by, self._workshop(_silent))

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

    def _pointed(self, names: Sequence[str], of: str | None, story: str | None, by: str | None) -> Pointed:
        held = self._shelf()
        if of == OUTLET:
            names = [pointing.outlet_called(name, (entry.outlet for entry in held.reports)) for name in names]
        return pointing.pointed(
            names, of, self._records(story, by), lambda name: naming.reports(name, held, self._before)
        )

    def _apart(self, names: Sequence[str], of: str, story: str | None, by: str | None) -> Pointed:
        """What is split, and the rest that it is split from."""
        records = self._records(story, by)
        if of == ENTITY:
            return pointing.spelling(names, records)
        if of == FINDING:
            one = self._pointed(names, CLAIM, story, by)
            return one._replace(of=FINDING, rest=tuple(sorted(set(one.seen) - set(one.on))))
        one = self._pointed(names, of, story, by)
        if of == VOICE:
            return one._replace(rest=pointing.speaking_with(one.on, records))
        others = {report for each in naming.stories_of(one.on, self._shelf()) for report in each.reports}
        return one._replace(rest=tuple(sorted(others - set(one.on))))

    def _decide(self, what: str, one: Pointed, why: str, by: str | None, **more: Any) -> Judgement:
        known = self._known(one, by) if one.of != STORY else ()
        return judging.decide(
            self.store, what, one.on, why, by, of=one.of, at=one.at, seen=one.seen, knowing=known, **more
        )

    def _known(self, one: Pointed, by: str | None) -> list[str]:
        """The judgements that stand on what is judged and that its maker can see: his own knows them."""
        log, who = judging.log(self.store), judging.maker(by)
        return coding.visible(log, one, who, coding.is_blind(log, one, who))

    def _records(self, story: str | None, by: str | None) -> Records:
        """The record of the story as its judge sees it, else those of the stories in which a row of the name was told, then all that were made, the newest
        first."""
        who = judging.maker(by)
        if story is not None:
            return Records(lambda name: iter([self.record(story, seen_by=who)]), lambda record: record)

        def each(name: str) -> Iterator[Record]:
            told = [entry.id for entry in self.where(name)] if pointing.is_of_row(name) else []
            kept = (self.record(story, make=False, seen_by=who) for story in told)
            yield from (record for record in kept if record is not None)
            yield from self._made_before()
            yield from (self.record(story, seen_by=who) for story in told)

        return Records(each, lambda record: self._today(record, who))

    def _today(self, record: Record, seen_by: str) -> Record:
        """The record as it stands with all that was judged since and this judge may see, where the collection holds its reports."""
        held, ids = self._shelf(), {row.id for row in record.reports}
        if not ids <= {entry.id for entry in held.reports}:
            return record
        return self.record(*(story.id for story in naming.stories_of(ids, held)), seen_by=seen_by)

    def _made_before(self) -> Iterator[Record]:
        keys, workshop = list(self.store.logged(_MADE)), self._workshop()
        return (record for key in reversed(keys) if (record := self._kept_record(key, workshop)))

    def _as_read(self, story: str) -> Record:
        return self.record(story, judgements_by=())

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


def _silent(stage: str, done: int, total: int) -> None:
    pass
