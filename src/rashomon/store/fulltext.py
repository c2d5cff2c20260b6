"""The words of texts in SQLite: FTS5, which keeps no text, only where each word stands.

Texts come as words that are folded already, with blanks between. FTS5's own tokenizers follow an older Unicode and know one folding alone; the plainest of
them, `ascii`, parts at blanks and leaves every other letter as it is.
"""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from rashomon.text.searching import Run

TEXTS = sa.Table(
    "text",
    sa.MetaData(),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("index", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.UniqueConstraint("index", "key"),
    sqlite_strict=True,
)
_WORDS = sa.text(
    "create virtual table if not exists word using fts5(body, content='', columnsize=0, tokenize='ascii', prefix='2')"
)
_PUT = sa.text("insert into word (rowid, body) values (:number, :body)")
# `cross join`: what is sought first, then the keys; SQLite would else ask the words for each key.
_MATCH = sa.text('select text.key from word cross join text on text.number = word.rowid where word match :sought and text."index" = :index')  # fmt: skip


def lay_out(connection: sa.Connection) -> None:
    connection.execute(CreateTable(TEXTS, if_not_exists=True))
    connection.execute(_WORDS)


def put(connection: sa.Connection, index: str, texts: Mapping[str, str]) -> None:
    if not texts:
        return
    adding = sqlite.insert(TEXTS).on_conflict_do_nothing().returning(TEXTS.c.number, TEXTS.c.key)
    new = connection.execute(adding, [{"index": index, "key": key} for key in texts]).all()
    if new:
        connection.execute(_PUT, [{"number": row.number, "body": texts[row.key]} for row in new])


def among(connection: sa.Connection, index: str, keys: Sequence[str]) -> set[str]:
    """Those of the keys that are there."""
    query = sa.select(TEXTS.c.key).where(TEXTS.c.index == index, TEXTS.c.key.in_(keys))
    return set(connection.execute(query).scalars())


def holding(connection: sa.Connection, index: str, runs: Sequence[Run]) -> set[str]:
    if not runs:
        return set()
    found = connection.execute(_MATCH, {"sought": " AND ".join(map(_phrase, runs)), "index": index}).fetchall()
    return {key for (key,) in found}


def _phrase(run: Run) -> str:
    """As FTS5 writes it. The words have letters, marks and digits alone: nothing in them ends the quotation."""
    return f'"{run.words}"' if run.whole else f'"{run.words}" *'
