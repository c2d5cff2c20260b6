"""What a record says of its making: the program, its models and gazetteers, and when."""

import os
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rashomon.errors import SettingsError
from rashomon.model.record import Software
from rashomon.reference import gazetteers
from rashomon.stages.reading import Reader

_PACKAGE = Path(__file__).parent.parent
# What a stage result depends on: not the page, the command line or the store.
_STAGE_ROOMS = ("model", "text", "reference", "fetch", "stages", "pipeline")


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


def software(reader: Reader) -> Software:
    return Software(
        name="rashomon",
        version=installed("rashomon") or "unknown",
        models={reader.model.name: reader.version, "spacy": installed("spacy") or "unknown"},
        gazetteers=gazetteers(),
    )


def installed(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def now() -> str:
    """`SOURCE_DATE_EPOCH` where it is set, so that two records can be the same byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and not epoch.isdigit():
        raise SettingsError(f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a whole number of seconds.")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch is not None else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")


def moment() -> str:
    """The time of a person's act (ISO 8601, UTC, to the microsecond): its own, whatever is set for the making of records."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
