"""Records as files: written, loaded, checked against the reports that they were made from."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from rashomon.errors import SettingsError
from rashomon.fetch import open_inputs
from rashomon.model.record import SCHEMA, Record
from rashomon.model.report import RawPage
from rashomon.pipeline import Settings
from rashomon.stages.intake.decode import decode
from rashomon.verify import Discrepancy, verify


def schema() -> dict[str, Any]:
    """JSON Schema of the record, made from its types."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **msgspec.json.schema(Record)}


def to_json(record: Record) -> bytes:
    """The record as the contract has it: UTF-8, indented by one, a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def load_record(content: bytes, name: str) -> Record:
    """A record's file as the record. Raises SettingsError where it is none, or of another shape."""
    plain = load(content, name)
    try:
        return msgspec.convert(plain, Record)
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"{name} has not the shape of a record ({error}). Make it again with this version of Rashomon."
        ) from error


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
        by_name.setdefault(file_name(source), []).append(source)
    rows = record.get("reports")
    asked = [str(row.get("source")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    moved = {source: by_name.get(file_name(source), []) for source in asked if source not in texts}
    return texts | {source: texts[same[0]] for source, same in moved.items() if len(same) == 1}


def file_name(source: str) -> str:
    """ "a/wire.jsonl#mw-1" is "wire.jsonl#mw-1"; an address stays whole."""
    path, mark, within = source.partition("#")
    return source if "://" in path else path.replace("\\", "/").rpartition("/")[2] + mark + within


def _as_text(page: RawPage) -> str:
    """The page's text in the encoding that intake finds, so that the judge reads the same letters."""
    if page.text is not None:
        return page.text
    content = page.content or b""
    found = decode(content, page.media)
    return found[0] if found else content.decode("utf-8", "replace")
