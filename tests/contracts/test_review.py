"""Whatever a person decides holds on every later run, on new reports, elsewhere and in whatever order; and undone it never was."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.contracts.ferry import FERRY, LATE, asked, dead, named, report, rows, told

from rashomon.casebook import Casebook, to_json
from rashomon.model.judgement import Judgement
from rashomon.model.record import Record
from rashomon.verify import verify

pytestmark = pytest.mark.usefixtures("fixed_time")

# --- what a person can decide --------------------------------------------------------------------------------------------

Deed = Callable[[Casebook, Record], Judgement]
WHY = {"why": "I called them", "by": "ada"}


def correcting(name: str, words: str, field: str, value: str) -> Deed:
    return lambda book, record: book.correct(told(record, name, words).id, field, value, **WHY)


def of_entity(name: str, field: str, value: str) -> Deed:
    return lambda book, record: book.correct(named(record, name).id, field, value, **WHY)


def of_report(name: str, field: str, value: str) -> Deed:
    return lambda book, record: book.correct(report(record, name).id, field, value, **WHY)


DEEDS: dict[str, Deed] = {
    "reject a claim": lambda book, record: book.reject(told(record, "bugle", "Eleven").id, **WHY),
    "confirm a claim": lambda book, record: book.confirm(told(record, "bugle", "Eleven").id, **WHY),
    "confirm a field": lambda book, record: book.confirm(told(record, "bugle", "Eleven").id, field="figure", **WHY),
    "figure": correcting("bugle", "Eleven", "figure", "at least 12"),
    "counted": correcting("bugle", "Eleven", "counted", "passengers"),
    "measure": correcting("bugle", "Eleven", "measure", "injured"),
    "scope": correcting("bugle", "Eleven", "scope", "total"),
    "date": correcting("bugle", "Eleven", "date", "2031-05-05"),
    "as of": correcting("bugle", "Eleven", "as_of", "2031-05-07T14:00"),
    "modality": correcting("bugle", "Eleven", "modality", "denied"),
    "attribution": correcting("bugle", "Eleven", "attribution", "Petra Sollan"),
    "its own voice": correcting("bugle", "Eleven", "attribution", "report"),
    "a new speaker": correcting("bugle", "Eleven", "attribution", "the ferry company"),
    "place": correcting("gazette", "Fourteen", "place", "none"),
    "name": of_entity("Anselm Brack", "name", "Anselm T. Brack"),
    "kind": of_entity("Anselm Brack", "kind", "organisation"),
    "country": of_entity("Anselm Brack", "country", "NO"),
    "outlet": of_report("bugle", "outlet", "The Clarion"),
    "published": of_report("bugle", "published", "2031-05-08T15:00:00+00:00"),
    "title": of_report("bugle", "title", "Twelve dead on the Halvorsund"),
    "estimate": lambda book, record: book.correct(dead(record).id, "estimate", "12 to 14", **WHY),
    "confirm a finding": lambda book, record: book.confirm(dead(record).id, **WHY),
    "confirm an entity": lambda book, record: book.confirm(named(record, "Anselm Brack").id, **WHY),
    "confirm a report": lambda book, record: book.confirm(report(record, "bugle").id, **WHY),
    "join entities": lambda book, record: book.join(
        named(record, "Anselm Brack").id, named(record, "Petra Sollan").id, of="entity", **WHY
    ),
    "split an entity": lambda book, record: book.split("Brack", of="entity", **WHY),
    "join voices": lambda book, record: book.join(
        report(record, "bugle").id, report(record, "gazette").id, of="voice", **WHY
    ),
    "split a voice": lambda book, record: book.split(report(record, "courier").id, of="voice", **WHY),
    "join findings": lambda book, record: book.join(
        dead(record).id, asked(record, "people were injured").id, of="finding", **WHY
    ),
    "split a finding": lambda book, record: book.split(told(record, "gazette", "Fourteen").id, of="finding", **WHY),
    "join stories": lambda book, record: book.join(report(record, "mill").id, report(record, "bugle").id, **WHY),
    "split a story": lambda book, record: book.split(report(record, "bugle").id, **WHY),
    "rate": lambda book, record: book.rate("The Bugle", "E", **WHY),
    "note a claim": lambda book, record: book.note(told(record, "bugle", "Eleven").id, **WHY),
    "note an entity": lambda book, record: book.note(named(record, "Anselm Brack").id, **WHY),
    "note a story": lambda book, record: book.note(record.stories[0].id, **WHY),
    "note an outlet": lambda book, record: book.note("The Bugle", of="outlet", **WHY),
}
each_deed = pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)


def holds(record: Record, made: Judgement) -> None:
    """The record shows the judgement, and its own words bear it out."""
    assert made.id in [each.id for each in record.judgements]
    assert verify(json.loads(to_json(record))) == []


@each_deed
def test_a_judgement_holds_on_every_run_and_undone_it_never_was(book: Casebook, deed: Deed) -> None:
    before = to_json(book.record())
    made = deed(book, book.record())
    now = book.record()
    assert to_json(now) != before
    holds(now, made)
    again = Casebook(Path(book.store.name.rpartition(", ")[2]).parent)
    assert to_json(again.record()) == to_json(now)
    assert [each.state for each in again.judgements()] == ["holds"]
    again.undo(made.id, why="I misheard", by="ada")
    assert to_json(again.record()) == before
    assert to_json(book.record()) == before


@each_deed
def test_a_judgement_holds_on_new_reports_and_wherever_it_is_imported(
    fresh: Callable[[], Casebook], deed: Deed
) -> None:
    book, other = fresh(), fresh()
    made = deed(book, book.record())
    book.rate("Inland Echo", "B", why="They were there", by="ben")
    book.add("-", stdin=rows(LATE))
    holds(book.record(), made)
    other.add("-", stdin=rows(LATE))
    lines = book.export_judgements().splitlines(keepends=True)
    done = other.import_judgements(BytesIO(b"".join(reversed(lines))))
    assert (done.new, done.refused) == (2, 0)
    assert to_json(other.record()) == to_json(book.record())
    assert other.export_judgements() == book.export_judgements()


NOT_ELSEWHERE = {"join stories", "note a story", "split a story"}  # they are of other reports too


@pytest.mark.parametrize("name", sorted(DEEDS.keys() - NOT_ELSEWHERE))
def test_a_judgement_holds_for_what_is_read_with_the_same_casebook(book: Casebook, name: str) -> None:
    before = to_json(book.read("-", stdin=rows(*FERRY)))
    made = DEEDS[name](book, book.record())
    read = book.read("-", stdin=rows(*FERRY))
    holds(read, made)
    assert to_json(read) != before
    assert made.id not in [each.id for each in book.read("-", stdin=rows("mill")).judgements]
