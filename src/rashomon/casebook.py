"""The one door for people: each thing that one can ask is one method of a Casebook.

A casebook keeps reports, stage results and records, so that what was read once is not read again and a run that was
stopped goes on from where it was. A record holds the inputs given and nothing else, and is the same with an empty casebook.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from rashomon.engine import Progress
from rashomon.errors import NothingReadError, SettingsError, StoreError
from rashomon.fetch import open_inputs, readable
from rashomon.model.identity import digest
from rashomon.model.problem import Rejected
from rashomon.model.record import SCHEMA, Record, Software
from rashomon.model.report import RawPage
from rashomon.pipeline import Desk, Settings, Workshop, page_key, run
from rashomon.reference import gazetteers
from rashomon.stages.intake.decode import decode
from rashomon.stages.reading import Reader, installed_model
from rashomon.store import MemoryStore, SqliteStore, Store
from rashomon.verify import Discrepancy, verify

FILE = "casebook.sqlite"
_PACKAGE = Path(__file__).parent
# What a stage result depends on: not the page, the command line or the store.
_STAGE_ROOMS = ("model", "text", "reference", "fetch", "stages", "pipeline.py")


def default_folder() -> Path:
    """`$RASHOMON_HOME`, else the user's data folder."""
    if home := os.environ.get("RASHOMON_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("rashomon")


class Casebook:
    """`folder` holds the casebook's file; None keeps nothing beyond the process. The language model is the best one that is
    installed, or that of the package which the environment variable RASHOMON_MODEL names.

    Raises StoreError where the folder cannot be used, ModelMissingError where no language model is installed.
    """

    def __init__(self, folder: Path | str | None = None, settings: Settings | None = None) -> None:
        self.store: Store = SqliteStore(Path(folder) / FILE) if folder is not None else MemoryStore()
        self.settings = settings or Settings()
        self.reader = Reader(*installed_model(os.environ.get("RASHOMON_MODEL")))

    @classmethod
    def at_home(cls, settings: Settings | None = None) -> "Casebook":
        """The user's own casebook; where the home cannot be written, one that lasts as long as the process."""
        try:
            return cls(default_folder(), settings)
        except StoreError as error:
            print(f"{error} This run keeps nothing.", file=sys.stderr)
            return cls(None, settings)

    def read(
        self, *inputs: str | os.PathLike[str], stdin: BinaryIO | None = None, progress: Progress | None = None
    ) -> Record:
        """The record of the inputs (contract: reports.md says what an input is).

        Raises NothingReadError, which carries the record with its rejected inputs, where not one report could be read.
        """
        given = tuple(os.fspath(one) for one in inputs)
        if not given:
            raise SettingsError("No input was given. Name a file, a folder, a glob, or - for standard input.")
        tell = progress or _silent
        pages = self._open(given, stdin, tell)
        workshop = self._workshop(tell)
        given = tuple(readable(one) for one in given)
        key = self._record_key(given, pages, workshop)
        record = self._kept_record(key) or self._make(given, pages, workshop, key)
        record = msgspec.structs.replace(record, created=workshop.created)
        if not record.reports:
            raise NothingReadError(_none_read(record), record)
        return record

    def verify(self, record: Mapping[str, Any], reports: Sequence[str] = ()) -> list[Discrepancy]:
        """What of a record its own words, and the reports where given, do not bear out."""
        return check(record, reports, self.settings)

    def doctor(self) -> dict[str, str]:
        """Which model, gazetteers, store and extras are in use."""
        software = _software(self.reader)
        kept = ", ".join(f"{count} of {kind}" for kind, count in self.store.count().items())
        return {
            "rashomon": software.version,
            "python": sys.version.split()[0],
            **{f"model, {name}": found for name, found in software.models.items()},
            **{f"gazetteer, {name}": found for name, found in software.gazetteers.items()},
            "store": self.store.name,
            "kept": kept or "nothing yet",
            **{f"extra, {name}": _installed(name) or "not installed" for name in ("numba",)},
        }

    def close(self) -> None:
        self.store.close()

    def _open(self, inputs: tuple[str, ...], stdin: BinaryIO | None, tell: Progress) -> tuple[RawPage | Rejected, ...]:
        pages = []
        for page in open_inputs(inputs, self.settings.fetch, stdin=stdin or sys.stdin.buffer):
            pages.append(page)
            tell("opening", len(pages), 0)
        return tuple(pages)

    def _workshop(self, progress: Progress) -> Workshop:
        return Workshop(
            settings=self.settings,
            store=self.store,
            reader=self.reader,
            software=_software(self.reader),
            edition=edition(),
            created=_now(),
            progress=progress,
        )

    def _record_key(self, inputs: tuple[str, ...], pages: tuple[RawPage | Rejected, ...], workshop: Workshop) -> str:
        content = (page_key(page) for page in pages)
        return digest(workshop.edition, workshop.reader.key, repr(self.settings), *inputs, *content)

    def _kept_record(self, key: str) -> Record | None:
        body = self.store.get_many("record", [key]).get(key)
        return msgspec.msgpack.decode(body, type=Record) if body else None

    def _make(
        self, inputs: tuple[str, ...], pages: tuple[RawPage | Rejected, ...], workshop: Workshop, key: str
    ) -> Record:
        record = run(Desk(inputs=inputs, pages=pages), workshop).record
        assert record is not None
        self.store.put_many("record", {key: msgspec.msgpack.encode(record)})
        return record


def check(
    record: Mapping[str, Any], reports: Sequence[str] = (), settings: Settings | None = None
) -> list[Discrepancy]:
    """What `Casebook.verify` does; needs no casebook and no model."""
    if not reports:
        return verify(dict(record))
    opened = open_inputs(reports, (settings or Settings()).fetch)
    texts = {page.source: _as_text(page) for page in opened if isinstance(page, RawPage)}
    return verify(dict(record), _as_named_in(record, texts))


def _as_named_in(record: Mapping[str, Any], texts: dict[str, str]) -> dict[str, str]:
    """The texts also under the record's own names for them: a report that was moved is known by its file's name where
    only one of the given has it. Whether it is the same report, its words tell."""
    by_name: dict[str, list[str]] = {}
    for source in texts:
        by_name.setdefault(_file_name(source), []).append(source)
    rows = record.get("reports")
    asked = [str(row.get("source")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    moved = {source: by_name.get(_file_name(source), []) for source in asked if source not in texts}
    return texts | {source: texts[same[0]] for source, same in moved.items() if len(same) == 1}


def _file_name(source: str) -> str:
    """ "a/wire.jsonl#mw-1" is "wire.jsonl#mw-1"; an address stays whole."""
    path, mark, within = source.partition("#")
    return source if "://" in path else path.replace("\\", "/").rpartition("/")[2] + mark + within


def schema() -> dict[str, Any]:
    """JSON Schema of the record, made from its types."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **msgspec.json.schema(Record)}


def to_json(record: Record) -> bytes:
    """The record as the contract has it: UTF-8, indented by one, a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def load(content: bytes, name: str) -> dict[str, Any]:
    """A record's file as plain JSON. Raises SettingsError where it is none."""
    try:
        record = json.loads(content)
    except ValueError as error:
        raise SettingsError(f"{name} is not JSON ({error}). Give a file that `rashomon read --json` wrote.") from error
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise SettingsError(
            f"{name} is no record: its schema is not {SCHEMA!r}. Give a file that `rashomon read --json` wrote."
        )
    return record


@lru_cache(maxsize=1)
def edition() -> str:
    """A digest of the program's stages and tables: results made by another edition are not used."""
    hasher = blake2b(digest_size=16)
    for room in _STAGE_ROOMS:
        path = _PACKAGE / room
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                hasher.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0")
                hasher.update(file.read_bytes())
    return hasher.hexdigest()


def _software(reader: Reader) -> Software:
    return Software(
        name="rashomon",
        version=_installed("rashomon") or "unknown",
        models={reader.model.name: reader.version, "spacy": _installed("spacy") or "unknown"},
        gazetteers=gazetteers(),
    )


def _installed(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _now() -> str:
    """`SOURCE_DATE_EPOCH` where it is set, so that two records can be the same byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not epoch.isdigit():
        raise SettingsError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a whole number of seconds.")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch is not None else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")


def _none_read(record: Record) -> str:
    if not record.rejected:
        return "Not one report could be read: the inputs hold none."
    reasons = [
        row.error if row.error.startswith(row.source) else f"{row.source}: {row.error}" for row in record.rejected
    ]
    more = [f"and {len(reasons) - 10} more"] if len(reasons) > 10 else []
    return "\n  ".join(["Not one report could be read.", *reasons[:10], *more])


def _as_text(page: RawPage) -> str:
    """The page's text in the encoding that intake finds, so that the judge reads the same letters."""
    if page.text is not None:
        return page.text
    content = page.content or b""
    found = decode(content, page.media)
    return found[0] if found else content.decode("utf-8", "replace")


def _silent(stage: str, done: int, total: int) -> None:
    pass
