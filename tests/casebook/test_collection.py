"""Reports arrive in any order, over many runs, and stay."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rashomon import demo
from rashomon.casebook import Casebook, load, sorting, to_json
from rashomon.errors import NothingReadError, SettingsError, StoreError
from rashomon.pipeline import collection
from rashomon.stages import intake
from rashomon.stages.lineage import alignment
from rashomon.stages.reading import batches
from rashomon.verify import verify

FERRY = """Ferry runs aground off Brekkoy

The ferry Halvorsund ran aground off Brekkoy on Tuesday, the coastguard of Norway said. Lifeboats took 84 passengers off the ship.
Captain Ola Grimstad said that the steering had failed."""
FERRY_AGAIN = """Passengers saved from Halvorsund

Lifeboats took 84 passengers off the ferry Halvorsund after it ran aground off Brekkoy in Norway. The coastguard said nobody was hurt.
Ola Grimstad, her captain, spoke of a failed steering."""
MILL = """Fire destroys paper mill in Tavastia

A fire destroyed the paper mill in Tavastia on Friday. Two workers were treated for smoke, the fire brigade said."""


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    texts = {"ferry.txt": FERRY, "again.txt": FERRY_AGAIN, "mill.txt": MILL}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in texts]


def sources(book: Casebook) -> list[set[str]]:
    """The file names of each story's reports."""
    by_id = {row.id: Path(row.source).name for row in book.record().reports}
    return [{by_id[report] for report in story.reports} for story in book.stories()]


def counting(monkeypatch: pytest.MonkeyPatch, room: Any, name: str) -> list[Any]:
    """What the function is called with from here on, its first argument."""
    seen: list[Any] = []
    original = getattr(room, name)

    def counted(first: Any, *others: Any, **more: Any) -> Any:
        seen.append(first)
        return original(first, *others, **more)

    monkeypatch.setattr(room, name, counted)
    return seen


def test_what_is_added_stays_and_is_told_in_stories(files: list[str], tmp_path: Path) -> None:
    book = Casebook(tmp_path / "home")
    assert len(book.add(*files).new) == 3
    book.close()
    book = Casebook(tmp_path / "home")
    stories = book.stories()
    assert sorted(len(story.reports) for story in stories) == [1, 2]
    ferry = max(stories, key=lambda story: len(story.reports))
    assert ferry.places == ("Norway",)
    assert ferry.voices == 2


def test_in_whatever_order_reports_come_stories_and_records_are_the_same(files: list[str], tmp_path: Path) -> None:
    found = set()
    for number, order in enumerate(permutations(files)):
        book = Casebook(tmp_path / str(number))
        for file in order:
            book.add(file)
            if number % 2:
                book.stories()  # looked at in between, or not
        records = tuple(to_json(book.record(story.id)) for story in book.stories())
        stories = [msgspec.structs.replace(story, added=None, read=None) for story in book.stories()]
        found.add((repr(stories), records, to_json(book.record())))
        book.close()
    assert len(found) == 1


def test_adding_again_adds_nothing(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    again = book.add(files[0], files[1])
    assert (again.new, again.known) == ((), 2)
    assert len(book.record().reports) == 3


def test_a_new_report_costs_its_own_work_only(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Casebook(tmp_path / "home")
    book.add(files[0], files[2])
    book.stories()
    work = {
        name: counting(monkeypatch, room, name)
        for room, name in [
            (intake, "read"),
            (collection, "fingerprint"),
            (collection, "sketch"),
            (alignment, "look_at"),
        ]
    }
    book.add(files[1])
    book.stories()
    assert [len(work[name]) for name in ("read", "fingerprint", "sketch")] == [1, 1, 1]
    new = book.add(files[1]).new or {row.id for row in book.record().reports if row.source == files[1]}
    assert len(work["look_at"]) == 2, "the new report is aligned with each of the two others, and those not again"
    assert all(set(pair) & set(new) for pair in work["look_at"])


def test_looking_again_does_no_work(files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Casebook(tmp_path / "home")
    book.add(*files)
    before = book.stories()
    book.close()
    monkeypatch.setattr(sorting, "_made_shelf", lambda *_: pytest.fail("read again"))
    assert Casebook(tmp_path / "home").stories() == before


def test_only_the_story_that_is_asked_for_is_read(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    book = Casebook()
    book.add(*files)
    mill = next(story for story in book.stories() if len(story.reports) == 1)
    seen: list[str] = []
    original = batches.written

    def read(sentences: Sequence[str], *others: Any) -> Any:
        seen.extend(sentences)
        return original(sentences, *others)

    monkeypatch.setattr(batches, "written", read)
    record = book.record(mill.id)
    assert seen and all("erry" not in sentence for sentence in seen)
    assert [row.id for row in record.stories] == [mill.id]
    seen.clear()
    book.record(mill.id)
    assert seen == []


def test_a_report_elsewhere_changes_nothing_in_a_story(files: list[str]) -> None:
    book = Casebook()
    book.add(files[0], files[1])
    before = to_json(book.record())
    (story,) = book.stories()
    book.add(files[2])
    assert to_json(book.record(story.id)) == before


def test_records_of_the_collection_hold(files: list[str]) -> None:
    book = Casebook()
    book.add(demo.REPORTS, *files)
    for story in [None, *(story.id for story in book.stories())]:
        assert verify(load(to_json(book.record(story)), "record")) == []


def test_the_record_of_all_is_that_of_reading_all(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    assert to_json(book.record()) == to_json(Casebook().read(*sorted(files)))


def test_reading_takes_nothing_from_the_collection(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    assert to_json(book.read(files[0])) == to_json(Casebook().read(files[0]))


def test_an_old_id_of_a_story_leads_to_where_its_reports_are_now(files: list[str]) -> None:
    book = Casebook()
    book.add(files[0])
    (old,) = book.stories()
    book.add(files[1])
    (new,) = book.stories()
    assert old.id != new.id
    assert [row.id for row in book.record(old.id).stories] == [new.id]
    assert book.record(old.id[:12]) == book.record(new.id)


def test_a_story_can_be_named_by_the_file_of_a_report(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    assert len(book.record("mill.txt").reports) == 1
    assert len(book.record(files[0]).reports) == 2


def test_a_name_that_leads_nowhere_is_said(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    with pytest.raises(SettingsError, match=r"no story or report that is called 'barge\.txt'"):
        book.record("barge.txt")


def test_a_name_of_two_reports_is_said(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mill.txt").write_text(FERRY)
    book = Casebook()
    book.add(*files, tmp_path / "other")
    with pytest.raises(SettingsError, match=r"'mill\.txt' may be .*mill.txt.*, .*mill.txt.*Give an id"):
        book.record("mill.txt")


def test_an_empty_collection_has_no_record() -> None:
    with pytest.raises(NothingReadError, match="rashomon add"):
        Casebook().record()


def test_what_cannot_be_added_is_said(files: list[str], tmp_path: Path) -> None:
    book = Casebook()
    added = book.add(*files, tmp_path / "missing.txt")
    assert [Path(row.source).name for row in added.rejected] == ["missing.txt"]
    with pytest.raises(NothingReadError, match=r"missing\.txt"):
        book.add(tmp_path / "missing.txt")


def test_stories_are_found_by_their_words(files: list[str]) -> None:
    book = Casebook()
    book.add(*files)
    assert [len(story.reports) for story in book.stories("LIFEBOATS steering")] == [2]
    assert book.stories("lifeboats brigade") == ()


def test_of_two_pages_of_one_report_the_last_retrieved_counts(tmp_path: Path) -> None:
    text = "A fire destroyed the paper mill in Tavastia."
    known = (("Northern Post", "2031-05-06"), ("Southern Post", "2031-05-07"))
    rows = [json.dumps({"id": "a", "text": text, "outlet": outlet, "retrieved": day}) for outlet, day in known]
    found = set()
    for number, order in enumerate(permutations(rows)):
        book = Casebook(tmp_path / str(number))
        for row in order:
            (tmp_path / "rows.jsonl").write_text(row)
            book.add(tmp_path / "rows.jsonl")
        found.add(to_json(book.record()))
        assert [row.outlet for row in book.record().reports] == ["Southern Post"]
        book.close()
    assert len(found) == 1


def test_a_damaged_list_of_stories_is_made_anew_and_a_damaged_page_is_said(files: list[str], tmp_path: Path) -> None:
    book = Casebook(tmp_path / "home")
    book.add(*files)
    before = book.stories()
    with sqlite3.connect(tmp_path / "home" / "casebook.sqlite") as file:
        file.execute("update value set body = x'a5ff' where kind in ('shelf', 'intake', 'fingerprint', 'alignment')")
    file.close()
    book.close()
    book = Casebook(tmp_path / "home")
    assert book.stories() == before
    with sqlite3.connect(tmp_path / "home" / "casebook.sqlite") as file:
        file.execute("update value set body = x'a5ff' where kind in ('shelf', 'intake', 'page')")
    file.close()
    book.close()
    book = Casebook(tmp_path / "home")
    with pytest.raises(StoreError, match="cannot be read"):
        book.stories()


def test_what_was_added_before_an_interruption_stays(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.casebook.adding._AT_ONCE", 1)

    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "adding" and done == 2:
            raise KeyboardInterrupt

    book = Casebook(tmp_path / "home")
    with pytest.raises(KeyboardInterrupt):
        book.add(*files, progress=interrupt)
    book.close()
    book = Casebook(tmp_path / "home")
    assert len(book.record().reports) == 2
    book.add(*files)
    assert len(book.record().reports) == 3


def test_another_edition_reads_the_pages_anew_without_their_files(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Casebook(tmp_path / "home")
    book.add(*files)
    before = to_json(book.record())
    for file in files:
        Path(file).unlink()
    monkeypatch.setattr("rashomon.casebook.book.edition", lambda: "another edition")
    assert to_json(book.record()) == before
