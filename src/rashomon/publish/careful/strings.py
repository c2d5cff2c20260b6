"""Every string of a record, wherever it stands: walked once, by the types, so that no field is forgotten."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

# Fields that hold a code, a day, a digest or an id of the contract: no words, and no place for a name. All others hold words.
CODES = frozenset(
    """schema created version kind status group modality direction dated_by language type act precision country scope measure what of field
    judges stage code sha256 settings_digest modified retrieved when day duration wikidata""".split()
)
# Strings by one name that are days in one row and words, or a part of the record, in another.
_DAYS = frozenset({"published", "start", "end", "time"})


def each_string(value: Any, change: Callable[[str, str], str], name: str = "") -> Any:
    """The value with every string changed; `change` is given the name of the field and the string. What does not change stays the
    same object."""
    if isinstance(value, str):
        return change(name, value)
    if isinstance(value, tuple):
        changed = tuple(each_string(one, change, name) for one in value)
        return changed if any(a is not b for a, b in zip(changed, value, strict=True)) else value
    if isinstance(value, Mapping):
        return {key: each_string(one, change, name) for key, one in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {field: getattr(value, field) for field in value.__struct_fields__}
        changes = {
            field: new for field, old in fields.items() if (new := each_string(old, change, field)) is not old
        }  # fmt: skip
        return msgspec.structs.replace(value, **changes) if changes else value
    return value


def holds_words(name: str) -> bool:
    return name not in CODES and name not in _DAYS
