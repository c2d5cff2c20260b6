"""The embedded store: one SQLite file, written by one process at a time (others wait) and read by any number.

SQLite in WAL mode was measured against DuckDB, LanceDB and PostgreSQL: it is the fastest at what a reader of records does
(one story, a search), lets others read while it writes, and lost nothing when killed. The schema is SQLAlchemy Core, so
that a served database can take its place.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateTable

from rashomon.errors import StoreBusyError, StoreError
from rashomon.store import fulltext
from rashomon.store.interrupts import deferred
from rashomon.text.searching import Run

_METADATA = sa.MetaData()
_VALUES = sa.Table(
    "value",
    _METADATA,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("body", sa.BLOB, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
_LOG = sa.Table(
    "log",
    _METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("body", sa.BLOB, nullable=False),
    sa.UniqueConstraint("name", "key"),
    sqlite_strict=True,
    sqlite_autoincrement=True,
)
# What a log holds stays, whoever writes to the file.
_APPEND_ONLY = tuple(
    f"create trigger if not exists log_without_{act} before {act} on log begin select raise(abort, 'a log is only added to'); end"
    for act in ("update", "delete")
)
# SQLite's own limit on bound values is 32,766; short queries are as fast.
_KEYS_AT_ONCE = 500
_LAST = "\U0010ffff"  # behind every other letter
_BUSY_S = 30
_AGAIN_S = 0.02
# The page's size counts before a file is laid out: reports and what is made of them are a few kilobytes each, which pages of four would cut in pieces.
_PRAGMAS = (
    "page_size=16384",
    "journal_mode=wal",
    "synchronous=normal",
    f"busy_timeout={_BUSY_S * 1000}",
    "cache_size=-16384",
)


class SqliteStore:
    """Raises StoreError where the file cannot be opened or is no casebook, StoreBusyError where another process writes."""

    def __init__(self, path: Path) -> None:
        self.name = f"SQLite {sqlite3.sqlite_version}, {path}"
        self._path = path
        self._engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_S})
        sa.event.listen(self._engine, "connect", _set_pragmas)
        with self._speaking():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lay_out()

    def _lay_out(self) -> None:
        """Makes what is missing; two processes may do so at once."""
        with self._engine.begin() as connection:
            for table in _METADATA.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))
            for trigger in _APPEND_ONLY:
                connection.execute(sa.text(trigger))
            fulltext.lay_out(connection)

    def get_many(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        with self._speaking(), self._engine.connect() as connection:
            for some in _in_parts(keys):
                query = sa.select(_VALUES.c.key, _VALUES.c.body).where(_VALUES.c.kind == kind, _VALUES.c.key.in_(some))
                found.update((row.key, row.body) for row in connection.execute(query))
        return found

    def put_many(self, kind: str, values: Mapping[str, bytes]) -> None:
        if not values:
            return
        rows = [{"kind": kind, "key": key, "body": body} for key, body in values.items()]
        with self._speaking(), self._engine.begin() as connection:
            connection.execute(sqlite.insert(_VALUES).on_conflict_do_nothing(), rows)

    def forget(self, kind: str, but: Iterable[str]) -> None:
        dropping = sa.delete(_VALUES).where(_VALUES.c.kind == kind, _VALUES.c.key.not_in(list(but)))
        with self._speaking(), self._engine.begin() as connection:
            connection.execute(dropping)

    def put_only(self, kind: str, values: Mapping[str, bytes]) -> None:
        rows = [{"kind": kind, "key": key, "body": body} for key, body in values.items()]
        with self._speaking(), self._engine.begin() as connection:
            connection.execute(sa.delete(_VALUES).where(_VALUES.c.kind == kind))
            connection.execute(sqlite.insert(_VALUES), rows) if rows else None

    def keys(self, kind: str, beginning: str = "", most: int | None = None) -> tuple[str, ...]:
        query = sa.select(_VALUES.c.key).where(_VALUES.c.kind == kind, _VALUES.c.key >= beginning)
        if beginning:
            query = query.where(_VALUES.c.key < beginning + _LAST)
        with self._speaking(), self._engine.connect() as connection:
            return tuple(connection.execute(query.order_by(_VALUES.c.key).limit(most)).scalars())

    def append(self, log: str, rows: Mapping[str, bytes]) -> tuple[str, ...]:
        if not rows:
            return ()
        adding = sqlite.insert(_LOG).on_conflict_do_nothing().returning(_LOG.c.key)
        with self._speaking(), self._engine.begin() as connection:
            values = [{"name": log, "key": key, "body": body} for key, body in rows.items()]
            new = {row.key for row in connection.execute(adding, values)}
        return tuple(key for key in rows if key in new)

    def logged(self, log: str, after: int = 0) -> dict[str, bytes]:
        query = sa.select(_LOG.c.key, _LOG.c.body).where(_LOG.c.name == log, _LOG.c.number > after)
        with self._speaking(), self._engine.connect() as connection:
            rows = connection.execute(query.order_by(_LOG.c.number)).all()
        return {row[0]: row[1] for row in rows}

    def tip(self) -> int:
        with self._speaking(), self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.max(_LOG.c.number))).scalar() or 0

    def put_words(self, index: str, texts: Mapping[str, str]) -> None:
        with self._speaking(), self._engine.begin() as connection:
            fulltext.put(connection, index, texts)

    def worded(self, index: str, keys: Iterable[str]) -> set[str]:
        with self._speaking(), self._engine.connect() as connection:
            return {key for some in _in_parts(keys) for key in fulltext.among(connection, index, some)}

    def holding(self, index: str, runs: Sequence[Run]) -> set[str]:
        with self._speaking(), self._engine.connect() as connection:
            return fulltext.holding(connection, index, runs)

    def count(self) -> dict[str, int]:
        with self._speaking(), self._engine.connect() as connection:
            rows = [
                row
                for each in (_VALUES.c.kind, _LOG.c.name, fulltext.TEXTS.c.index)
                for row in connection.execute(_number_of(each))
            ]
        return {str(kind): int(number) for kind, number in sorted((row[0], row[1]) for row in rows)}

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Says in a sentence what SQLite says in a code; whole, whoever interrupts."""
        try:
            with deferred():
                yield
        except (SQLAlchemyError, OSError, UnicodeDecodeError) as error:  # the last: SQLite's words on a damaged file
            reason = str(getattr(error, "orig", None) or error)
            if "locked" in reason or "busy" in reason:
                raise StoreBusyError(
                    f"The casebook {self._path} is being written by another process. Wait for it, or give another one "
                    "with --casebook."
                ) from error
            raise StoreError(
                f"The casebook {self._path} cannot be used ({reason}). Give another one with --casebook, or move the file away."
            ) from error


def _number_of(column: "sa.Column[str]") -> Any:
    return sa.select(column, sa.func.count()).group_by(column)


def _set_pragmas(connection: sqlite3.Connection, _: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        _set(cursor, pragma)
    cursor.close()


def _set(cursor: sqlite3.Cursor, pragma: str) -> None:
    """Waits as other statements do: where two processes make a file at once, SQLite refuses one of them the change to WAL without waiting."""
    end = time.monotonic() + _BUSY_S
    while True:
        try:
            cursor.execute(f"pragma {pragma}")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(_AGAIN_S)


def _in_parts(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while part := list(islice(rest, _KEYS_AT_ONCE)):
        yield part
