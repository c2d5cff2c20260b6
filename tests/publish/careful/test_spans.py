"""No span field of the model is forgotten: a new number in a type of the record stands in the table, as a span or as none."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from rashomon.model.record import Record
from rashomon.publish.careful import spans


def inside(hint: Any) -> Iterator[Any]:
    """The types that a field's annotation is made of."""
    yield hint
    for part in typing.get_args(hint) if not isinstance(hint, types.UnionType) else hint.__args__:
        yield from inside(part)


def structs(start: type) -> set[type]:
    """Every type that a record is made of."""
    found: set[type] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for field in msgspec.structs.fields(one):
            waiting += [
                part for part in inside(field.type) if isinstance(part, type) and issubclass(part, msgspec.Struct)
            ]
    return found


ALL = sorted(structs(Record), key=lambda one: one.__name__)


def numbers(one: type) -> set[str]:
    """The fields that hold a whole or broken number anywhere."""
    return {
        field.name
        for field in msgspec.structs.fields(one)
        if {int, float} & {part for part in inside(field.type) if isinstance(part, type)}
    }


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.__name__)
def test_every_number_of_the_record_is_a_span_or_said_to_be_none(one: type) -> None:
    ends = {end for place in spans.PLACES.get(one, ()) for end in (place.start, place.end)}
    known = ends | set(spans.PAIRS.get(one, {})) | spans.COUNTS.get(one, frozenset())
    assert numbers(one) == known, f"publish/careful/spans.py does not know all numbers of {one.__name__}"


def test_the_table_names_fields_that_are_there() -> None:
    tables = (
        *((one, place.words) for one, places in spans.PLACES.items() for place in places if place.words),
        *spans.REPORT_IS.items(),
        *spans.BY_CLAIM.items(),
    )
    tables += tuple((one, name) for one, names in spans.VITAL.items() for name in names)
    assert all(name in one.__struct_fields__ for one, name in tables)


def test_every_span_knows_its_report() -> None:
    """A type with spans names its report, or lies in a row that does."""
    homes = set(spans.REPORT_IS) | set(spans.BY_CLAIM) | {one for one in ALL if one.__name__ == "Lineage"}
    below = {part for home in homes for part in structs(home)}
    assert set(spans.PLACES) | set(spans.PAIRS) <= homes | below
