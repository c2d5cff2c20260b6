"""Neither an id nor the order of ids tells what it was made of."""

import msgspec

from rashomon.casebook import to_json
from rashomon.model.record import Record
from rashomon.publish.careful.numbering import natural, numbered


def renamed(record: Record) -> Record:
    """The record as it might be with other digests: every id turned round, its rows the other way about."""
    rows = {
        name: tuple(reversed(getattr(record, name)))
        for name in ("reports", "entities", "claims", "voices", "lineage", "links", "times")
    }
    return msgspec.structs.replace(record, **rows)


def test_the_order_of_the_rows_does_not_matter(demo_record: Record) -> None:
    assert to_json(numbered(renamed(demo_record))) == to_json(numbered(demo_record))


def test_ids_are_counted_from_one(demo_record: Record) -> None:
    ids = [row.id for row in numbered(demo_record).reports]
    assert ids == [f"rep0-{number}" for number in range(1, len(ids) + 1)]


def test_ten_comes_after_two() -> None:
    assert sorted(["rep0-10", "rep0-2", "cla0-1"], key=natural) == ["cla0-1", "rep0-2", "rep0-10"]
