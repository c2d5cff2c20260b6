"""A wrong join can be undone: persons' judgements, logged once and for all, shape every later run."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rashomon.casebook import Casebook, load, to_json
from rashomon.casebook.book import FILE
from rashomon.errors import SettingsError, StoreError
from rashomon.model.identity import identify
from rashomon.model.judgement import judgement
from rashomon.stages import intake
from rashomon.store import SqliteStore
from rashomon.verify import verify

TEXTS = {
    "ferry.txt": "The ferry Halvorsund ran aground off Brekkoy on Tuesday. Lifeboats took 84 passengers off the ship.",
    "again.txt": "Lifeboats took 84 passengers off the ferry Halvorsund, which ran aground off Brekkoy. Nobody was hurt.",
    "third.txt": "The ferry Halvorsund, which ran aground off Brekkoy with 84 passengers, will be towed. Lifeboats stand by.",
    "mill.txt": "A fire destroyed the paper mill in Tavastia on Friday. Two workers were treated for smoke.",
}


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def book(folder: Path, tmp_path: Path) -> Casebook:
    book = Casebook(tmp_path / "home")
    book.add(folder)
    return book


def told(book: Casebook) -> list[list[str]]:
    """The file names of each story's reports."""
    names = {row.id: Path(row.source).name for row in book.record().reports}
    return sorted(sorted(names[report] for report in story.reports) for story in book.stories())


AS_FOUND = [["again.txt", "ferry.txt", "third.txt"], ["mill.txt"]]


def test_a_join_brings_together_what_no_rule_does(book: Casebook) -> None:
    assert told(book) == AS_FOUND
    made = book.join("mill.txt", "ferry.txt", why="The mill burnt when the ferry hit it", by="ada")
    assert told(book) == [sorted(TEXTS)]
    (shown,) = book.record().judgements
    assert (shown.who, shown.what, len(shown.on)) == ("ada", "join", 2)
    assert shown == made


def test_stories_can_be_joined_as_a_whole(book: Casebook) -> None:
    made = book.join(*(story.id for story in book.stories()), why="One storm", by="ada")
    assert len(made.on) == 4


def test_a_split_holds_and_new_reports_go_where_they_belong(book: Casebook, folder: Path) -> None:
    book.split("third.txt", why="Another ferry of that name", by="ben")
    assert told(book) == [["again.txt", "ferry.txt"], ["mill.txt"], ["third.txt"]]
    (folder / "fourth.txt").write_text("Fire at the paper mill in Tavastia: two workers were treated for smoke.")
    book.add(folder)
    assert ["fourth.txt", "mill.txt"] in told(book)
    assert ["third.txt"] in told(book)


def test_a_split_is_told_on_both_sides(book: Casebook) -> None:
    book.split("third.txt", why="Another ferry of that name", by="ben")
    for name in ("third.txt", "ferry.txt"):
        record = book.record(name)
        (shown,) = record.judgements
        assert {*shown.on, *shown.against} == {row.id for row in record.reports}
        assert verify(load(to_json(record), "record")) == []
    assert book.record("mill.txt").judgements == ()


def test_judgements_hold_also_for_what_is_read_without_the_collection(book: Casebook, folder: Path) -> None:
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    both = book.read(folder / "mill.txt", folder / "ferry.txt")
    assert (len(both.stories), len(both.judgements)) == (1, 1)
    assert book.read(folder / "mill.txt").judgements == ()
    assert len(book.read(folder / "mill.txt", folder / "again.txt").stories) == 2


def test_a_judgement_elsewhere_makes_no_record_anew(
    book: Casebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.read(folder / "third.txt")
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    monkeypatch.setattr("rashomon.casebook.recording.run", lambda *_, **__: pytest.fail("the stages ran again"))
    assert book.read(folder / "third.txt") == before


def test_a_later_judgement_outranks_an_earlier_one(book: Casebook) -> None:
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    later = book.split("mill.txt", why="No storm at all", by="ben")
    assert told(book) == AS_FOUND
    assert [each.id for each in book.record().judgements] == [later.id]
    assert [row.state for row in book.judgements()] == ["outranked", "holds"]


def test_what_was_undone_is_as_it_was(book: Casebook) -> None:
    before = to_json(book.record())
    made = book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    undone = book.undo(made.id[:9], why="I misread the map", by="ada")
    assert to_json(book.record()) == before
    assert [row.state for row in book.judgements()] == ["undone", "holds"]
    book.undo(undone.id, why="The map was right", by="ben")
    assert [row.state for row in book.judgements()] == ["holds", "undone", "holds"]
    assert len(book.stories()) == 1


def test_a_judgement_waits_for_its_reports(book: Casebook, tmp_path: Path, folder: Path) -> None:
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    other = Casebook(tmp_path / "other")
    other.import_judgements(BytesIO(book.export_judgements()))
    other.add(folder / "mill.txt")
    assert [row.state for row in other.judgements()] == ["waits"]
    assert other.record().judgements == ()
    other.add(folder / "ferry.txt")
    assert [row.state for row in other.judgements()] == ["holds"]
    assert len(other.stories()) == 1


def test_the_log_goes_from_casebook_to_casebook_without_loss(book: Casebook, tmp_path: Path, folder: Path) -> None:
    made = book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    book.undo(made.id, why="No storm", by="ada")
    book.split("third.txt", why="Another ferry", by="ben")
    other = Casebook(tmp_path / "other")
    other.add(folder)
    lines = book.export_judgements().splitlines(keepends=True)
    assert other.import_judgements(BytesIO(b"".join(reversed(lines)))).new == 3
    assert other.export_judgements() == book.export_judgements()
    assert to_json(other.record()) == to_json(book.record())
    again = other.import_judgements(BytesIO(b"".join(lines)))
    assert (again.new, again.known) == (0, 3)


def test_a_judgement_on_an_old_story_is_still_found(book: Casebook, folder: Path) -> None:
    old = max(book.stories(), key=lambda story: len(story.reports))
    (folder / "fourth.txt").write_text(
        "The ferry Halvorsund, aground off Brekkoy, lost its 84 passengers to lifeboats."
    )
    book.add(folder)
    assert old.id not in {story.id for story in book.stories()}
    assert len(book.join(old.id, "mill.txt", why="One storm", by="ada").on) == 5


def test_a_judgement_still_holds_where_a_later_edition_reads_a_report_otherwise(
    book: Casebook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    read = intake.read

    def otherwise(*arguments: Any, **settings: Any) -> Any:
        found = read(*arguments, **settings)
        text = found.report.text.replace("Two workers", "2 workers")
        own = identify("rep1", found.report.source, text)
        return msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, text=text, id=own))

    monkeypatch.setattr(intake, "read", otherwise)
    monkeypatch.setattr("rashomon.casebook.book.edition", lambda: "another edition")
    (shown,) = book.record().judgements
    assert set(shown.on) <= {row.id for row in book.record().reports}
    assert len(shown.on) == 2
    assert len(book.read(folder / "mill.txt", folder / "ferry.txt").stories) == 1


def test_a_judgement_needs_a_reason_and_a_maker(book: Casebook) -> None:
    with pytest.raises(SettingsError, match="--why"):
        book.join("mill.txt", "ferry.txt", why=" \n", by="ada")
    with pytest.raises(SettingsError, match="--by"):
        book.join("mill.txt", "ferry.txt", why="One storm", by="")
    assert book.judgements() == ()


def test_a_join_of_one_and_a_split_of_all_are_wrong_calls(book: Casebook) -> None:
    with pytest.raises(SettingsError, match="two reports"):
        book.join("mill.txt", why="One storm", by="ada")
    with pytest.raises(SettingsError, match="Nothing is left"):
        book.split("mill.txt", why="Another storm", by="ada")


def test_what_a_terminal_would_obey_is_taken_out_of_a_reason(book: Casebook) -> None:
    made = book.join("mill.txt", "ferry.txt", why="One\x1b[2J\nstorm", by="a\x07da")
    assert (made.why, made.who) == ("One [2J storm", "a da")


def test_a_decision_comes_after_those_that_were_made_by_a_clock_ahead(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.casebook.judging.moment", lambda: "2031-05-06T10:00:00.000000+00:00")
    book.join("mill.txt", "ferry.txt", why="One storm", by="ada")
    monkeypatch.setattr("rashomon.casebook.judging.moment", lambda: "2031-05-06T09:00:00.000000+00:00")
    later = book.split("mill.txt", why="No storm", by="ada")
    assert later.when == "2031-05-06T10:00:00.000001+00:00"
    assert told(book) == AS_FOUND


GOOD = {
    "who": "ada",
    "when": "2021-05-06T10:00:00Z",
    "what": "join",
    "on": ["rep1-00000000000000aa", "rep1-00000000000000bb"],
    "why": "One storm",
}
CLAIM = GOOD | {"what": "correct", "of": "claim", "on": ["cla1-00000000000000aa"], "field": "figure", "value": "12"}
WORDS = GOOD | {"what": "correct", "of": "entity", "on": ["rep1-00000000000000aa@0-9"]}
HOSTILE = {
    "no json": b"{",
    "no object": b"[1, 2]",
    "nothing in it": b"{}",
    "deep": b"[" * 100_000,
    "long": b'{"who": "' + b"a" * 2_000_000 + b'"}',
    "not text": b"\xff\xfe\x00",
    "no reason": json.dumps(GOOD | {"why": ""}).encode(),
    "no maker": json.dumps(GOOD | {"who": "\u202e \x1b"}).encode(),
    "one report": json.dumps(GOOD | {"on": GOOD["on"][:1] * 2}).encode(),
    "no ids": json.dumps(GOOD | {"on": ["../../etc/passwd", "rep1-"]}).encode(),
    "many ids": json.dumps(GOOD | {"on": [f"rep1-{i:016x}" for i in range(10_001)]}).encode(),
    "another kind": json.dumps(GOOD | {"what": "delete"}).encode(),
    "another field": json.dumps(GOOD | {"sudo": True}).encode(),
    "no time": json.dumps(GOOD | {"when": "yesterday"}).encode(),
    "no offset": json.dumps(GOOD | {"when": "2021-05-06T10:00:00"}).encode(),
    "the future": json.dumps(GOOD | {"when": "9998-05-06T10:00:00Z"}).encode(),
    "the end of time": json.dumps(GOOD | {"when": "9999-12-31T23:59:59-14:00"}).encode(),
    "the beginning of time": json.dumps(GOOD | {"when": "0001-01-01T00:00:00+14:00"}).encode(),
    "changed afterwards": json.dumps(GOOD | {"id": "jud1-0000000000000000"}).encode(),
    "no such thing": json.dumps(GOOD | {"of": "weather"}).encode(),
    "rejects a report": json.dumps(GOOD | {"what": "reject", "of": "report"}).encode(),
    "rates a story": json.dumps(GOOD | {"what": "rate", "value": "A"}).encode(),
    "a rating that is none": json.dumps(
        GOOD | {"what": "rate", "of": "outlet", "on": ["The Bugle"], "value": "G"}
    ).encode(),
    "an outlet without a name": json.dumps(GOOD | {"what": "rate", "of": "outlet", "on": [" "], "value": "A"}).encode(),
    "a claim by a report's id": json.dumps(GOOD | {"what": "reject", "of": "claim"}).encode(),
    "words without a place": json.dumps(GOOD | {"of": "entity"}).encode(),
    "words out of any text": json.dumps(
        GOOD | {"of": "entity", "on": ["rep1-00000000000000aa@-1-2", "rep1-00000000000000aa@1-2"]}
    ).encode(),
    "no field": json.dumps(CLAIM | {"field": None}).encode(),
    "no value": json.dumps(CLAIM | {"value": None}).encode(),
    "no number": json.dumps(CLAIM | {"value": "dozens"}).encode(),
    "no date": json.dumps(CLAIM | {"field": "date", "value": "Tuesday"}).encode(),
    "no country": json.dumps(WORDS | {"field": "country", "value": "Ostland"}).encode(),
    "no kind": json.dumps(WORDS | {"field": "kind", "value": "ship"}).encode(),
    "no day": json.dumps(
        GOOD | {"what": "correct", "of": "report", "field": "published", "value": "May 2031"}
    ).encode(),
    "no text is corrected": json.dumps(
        GOOD | {"what": "correct", "of": "report", "field": "text", "value": "Nothing"}
    ).encode(),
    "a long value": json.dumps(CLAIM | {"field": "counted", "value": "a" * 301}).encode(),
    "a value that moves the cursor": json.dumps(CLAIM | {"field": "counted", "value": "guards\x1b[2J"}).encode(),
    "a note with a value": json.dumps(GOOD | {"what": "note", "value": "12"}).encode(),
    "a rejection against others": json.dumps(
        CLAIM | {"what": "reject", "field": None, "value": None, "against": ["cla1-00000000000000bb"]}
    ).encode(),
    "places for other claims": json.dumps(CLAIM | {"at": ["figure:rep1-00000000000000aa@0-9"] * 2}).encode(),
    "a place that is none": json.dumps(CLAIM | {"at": ["../../etc/passwd"]}).encode(),
    "seen what is no id": json.dumps(CLAIM | {"seen": ["it"]}).encode(),
    "a split of nothing": json.dumps(GOOD | {"what": "split"}).encode(),
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_line_that_is_no_judgement_is_said_and_the_others_are_taken(line: bytes) -> None:
    book = Casebook()
    done = book.import_judgements(BytesIO(line + b"\n" + json.dumps(GOOD).encode() + b"\n\n"))
    assert (done.new, [row.source for row in done.rejected]) == (1, ["line 1"])
    assert done.rejected[0].error.endswith(".")
    assert len(done.rejected[0].error) < 400
    assert done.rejected[0].error.isprintable()


def test_a_line_of_each_kind_is_taken() -> None:
    outlet = GOOD | {"what": "rate", "of": "outlet", "on": ["The Bugle"], "value": "E"}
    finding = CLAIM | {
        "of": "finding",
        "field": "estimate",
        "value": "10 to 14",
        "at": ["figure:rep1-00000000000000aa@0-9"],
    }
    parted = GOOD | {"what": "split", "of": "voice", "on": GOOD["on"][:1], "against": GOOD["on"][1:]}
    rows = [
        CLAIM,
        outlet,
        finding,
        parted,
        WORDS | {"field": "kind", "value": "place"},
        GOOD | {"what": "note", "of": "report", "final": True},
    ]
    done = Casebook().import_judgements(BytesIO(b"\n".join(json.dumps(row).encode() for row in rows)))
    assert (done.new, done.rejected) == (len(rows), ())


def test_of_many_lines_that_are_refused_the_first_are_listed() -> None:
    done = Casebook().import_judgements(BytesIO(b"x\n" * 5_000))
    assert (done.refused, len(done.rejected)) == (5_000, 100)


def test_an_undo_of_itself_or_of_what_is_not_there_does_no_harm(book: Casebook) -> None:
    line = json.dumps(GOOD | {"what": "undo", "on": ["jud1-00000000000000aa"]}).encode()
    assert book.import_judgements(BytesIO(line)).new == 1
    assert told(book) == AS_FOUND


def test_a_log_that_was_tampered_with_is_said(book: Casebook, tmp_path: Path) -> None:
    book.close()
    store = SqliteStore(tmp_path / "home" / FILE)
    store.append("judgement", {"x": b"\xc1"})
    store.close()
    with pytest.raises(StoreError, match="damaged"):
        Casebook(tmp_path / "home").stories()


def test_the_id_of_a_judgement_is_that_of_its_content() -> None:
    parts = {"who": "ada", "when": "2031", "what": "join", "why": "One storm"}
    one = judgement(**parts, on=("b", "a", "a"))
    assert one.on == ("a", "b")
    assert one.id == judgement(**parts, on=("a", "b")).id
    assert one.id != judgement(**parts, on=("a",), against=("b",)).id
