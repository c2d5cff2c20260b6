"""A record whose ids are numbers: `rep0-1`, `cla0-12`.

The ids that a record is made with are digests of its content. Whoever guesses a name can make the digest and see whether it is there, and
the order of digests tells of them, too. So the rows of a redacted record are put into an order of their own and counted (recipe 0).
"""

import re
from typing import Any

import msgspec

from rashomon.model.record import Record
from rashomon.publish.careful.strings import each_string

_ID = re.compile(r"\b([a-z]{3})\d-[0-9a-f]{16}\b")
_LISTS = frozenset({"reports", "claims", "voices"})  # lists of ids whose order says nothing
_KINDS = {
    "reports": "rep",
    "stories": "sto",
    "voices": "voi",
    "entities": "ent",
    "claims": "cla",
    "findings": "fin",
    "judgements": "jud",
}


def numbered(record: Record) -> Record:
    """The record with numbers for ids, everywhere; also in what names rows that it does not hold."""
    record = in_order(record)
    numbers = _Numbers(record)
    changed: Record = sorted_lists(each_string(record, lambda _, words: numbers.instead(words)))
    return changed


def in_order(record: Record) -> Record:
    """The record with its tables in an order that no digest has a part in: that in which a reader meets the rows."""
    place = {row.id: (row.published or "~", row.source, row.title or "") for row in record.reports}
    last = ("~", "~", "~")
    meets = {
        "reports": lambda row: place[row.id],
        "claims": lambda row: (place[row.report], row.start, row.end, row.kind),
        "entities": lambda row: (*min(((place[m.report], m.start) for m in row.mentions), default=(last, 0)), row.kind),
        "voices": lambda row: (
            row.kind,
            min((place[key] for key in row.reports if key in place), default=last),
            row.name,
        ),
        "stories": lambda row: (row.start or "~", row.title, row.end or "~"),
        "lineage": lambda row: (
            place[row.derived],
            place[row.origin] if row.origin else last,
            row.kind,
            row.origin_name or "",
        ),
        "times": lambda row: (place[row.report], row.start),
        "links": lambda row: (place[row.report], row.cue_start, row.source.start),
        "judgements": lambda row: (row.when, row.what, row.on),
    }
    return msgspec.structs.replace(
        record, **{name: tuple(sorted(getattr(record, name), key=key)) for name, key in meets.items()}
    )


class _Numbers:
    """The new id of each old one; one that was never seen gets the next number of its kind."""

    def __init__(self, record: Record) -> None:
        self.new: dict[str, str] = {}
        self.last: dict[str, int] = {}
        for table, kind in _KINDS.items():
            for row in getattr(record, table):
                self.new[row.id] = self._next(kind)

    def instead(self, words: str) -> str:
        if words in self.new:
            return self.new[words]
        return _ID.sub(lambda match: self._of(match.group(), match[1]), words) if "-" in words else words

    def _of(self, old: str, kind: str) -> str:
        if old not in self.new:
            self.new[old] = self._next(kind)
        return self.new[old]

    def _next(self, kind: str) -> str:
        self.last[kind] = self.last.get(kind, 0) + 1
        return f"{kind}0-{self.last[kind]}"


def natural(key: str) -> tuple[str, int]:
    """Where an id stands among others: by kind and number."""
    kind, _, number = key.partition("-")
    return kind, int(number) if number.isdigit() else 0


def sorted_lists(value: Any, name: str = "") -> Any:
    """The value with its lists of ids in the order of their numbers: that of digests tells of what they are made of."""
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(sorted(value, key=natural)) if name in _LISTS else value
    if isinstance(value, tuple):
        return tuple(sorted_lists(one, name) for one in value)
    if isinstance(value, msgspec.Struct):
        fields = {field: getattr(value, field) for field in value.__struct_fields__}
        lists = {
            field: sorted_lists(old, field) for field, old in fields.items() if isinstance(old, tuple | msgspec.Struct)
        }
        return msgspec.structs.replace(value, **lists) if lists else value
    return value
