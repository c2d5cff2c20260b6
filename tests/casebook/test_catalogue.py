"""What a casebook answers at once: stories found, a report, an entity, what is new; nothing is read or sorted for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.casebook import Casebook, telling
from rashomon.casebook.making import moment
from rashomon.errors import NothingReadError, SettingsError
from rashomon.stages import reading

FERRY = """Ferry Halvorsund runs aground off Brekkoy; nine sailors killed

BREKKOY, Norway, May 6, 2031 - Nine sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, the coast guard of Norway said.
Captain Ola Grimstad said that the steering had failed."""
AGAIN = """Ferry Halvorsund aground: twelve sailors killed, says mayor

BREKKOY, Norway, May 6, 2031 - Twelve sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, mayor Kari Solheim said.
Captain Ola Grimstad was questioned by the police."""
MILL = """Fire destroys paper mill in Tavastia

TAVASTIA, Finland, May 9, 2031 - A fire destroyed the paper mill in Tavastia on Friday. Two workers were treated for smoke, the fire brigade of Finland said."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a casebook with a story of two reports that was read, and one that was not."""
    folder = tmp_path_factory.mktemp("catalogue")
    for name, text in {"ferry.txt": FERRY, "again.txt": AGAIN, "mill.txt": MILL}.items():
        (folder / name).write_text(text)
    book = Casebook(folder)
    book.add(folder / "ferry.txt", folder / "again.txt", folder / "mill.txt")
    book.record("ferry.txt")
    book.close()
    return folder


@pytest.fixture
def book(home: Path) -> Iterator[Casebook]:
    opened = Casebook(home)
    yield opened
    opened.close()


def titles(book: Casebook, *words: str, **asked: Any) -> set[str]:
    return {story.title.split()[0] for story in book.find(*words, **asked).stories}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Ferry", "Fire"}),
        ({"place": "norw"}, {"Ferry"}),
        ({"place": "Finland"}, {"Fire"}),
        ({"party": "grimstad"}, {"Ferry"}),
        ({"party": "Ola Grim"}, {"Ferry"}),
        ({"party": "Grimstad Ola"}, set()),
        ({"party": "tavastia"}, {"Fire"}),
        ({"status": "unread"}, {"Fire"}),
        ({"status": "contested"}, {"Ferry"}),
        ({"status": "corrected"}, set()),
        ({"since": "2031-05-08"}, {"Fire"}),
        ({"until": "2031-05-08"}, {"Ferry"}),
        ({"since": "2031-05-06", "until": "2031-05-09"}, {"Ferry", "Fire"}),
        ({"since": "2031-05-10"}, set()),
        ({"new_since": "2020-01-01"}, {"Ferry", "Fire"}),
        ({"new_since": "2130-01-01T10:00:00+02:00"}, set()),
        ({"place": "Norway", "status": "contested", "until": "2031-05-06"}, {"Ferry"}),
        ({"place": " ", "party": ""}, {"Ferry", "Fire"}),
        ({"party": "?"}, set()),
    ],
)
def test_stories_are_found_by_what_is_known_of_them(book: Casebook, asked: dict[str, str], found: set[str]) -> None:
    assert titles(book, **asked) == found


def test_words_are_found_where_one_report_has_all_of_them(book: Casebook) -> None:
    assert titles(book, "STEERING nine") == {"Ferry"}
    assert titles(book, "steering twelve") == set()
    assert titles(book, '"paper mill"') == {"Fire"}
    assert titles(book, "may 2031") == {"Ferry", "Fire"}
    assert titles(book, "?!") == set()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(f"{FERRY} {AGAIN} {MILL}".split()), min_size=1, max_size=3))
def test_the_index_finds_what_a_look_through_all_reports_finds(home: Path, sought: list[str]) -> None:
    from rashomon.text.searching import asked, holds, words

    runs = asked(" ".join(sought))
    book = Casebook(home)
    plain = set()
    for story in book.find().stories:
        texts = (book.report(report).report for report in story.reports)
        if runs and any(holds(words(f"{one.title or ''}\n{one.text}"), runs) for one in texts):
            plain.add(story.id)
    assert {story.id for story in book.find(" ".join(sought)).stories} == plain
    book.close()


@pytest.mark.parametrize(
    "asked", [{"status": "disputed"}, {"since": "in May"}, {"until": "2031-13-01"}, {"new_since": "yesterday"}]
)
def test_what_cannot_be_asked_is_said(book: Casebook, asked: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="is no "):
        book.find(**asked)  # type: ignore[arg-type]


def test_stories_come_in_parts_with_their_number(book: Casebook) -> None:
    whole = book.find()
    assert (whole.total, whole.current, whole.waiting) == (2, True, 0)
    assert [story.title.split()[0] for story in whole.stories] == ["Ferry", "Fire"]
    assert [story.title.split()[0] for story in book.find(newest=True).stories] == ["Fire", "Ferry"]
    part = book.find(limit=1, offset=1)
    assert (part.stories, part.total) == (whole.stories[1:], 2)
    assert book.find(limit=0).stories == ()
    assert book.stories(limit=1) == whole.stories[:1]


def test_a_story_that_was_read_says_whom_it_names_and_how_its_findings_stand(book: Casebook) -> None:
    ferry, mill = book.find().stories
    assert ferry.read and not ferry.stale
    assert "Ola Grimstad" in ferry.parties
    assert ferry.statuses["contested"] >= 1
    assert ferry.added and ferry.added <= moment()
    assert (mill.read, mill.parties, mill.statuses) == (None, (), {})
    assert book.story(ferry.reports[1]) == ferry
    assert book.story(ferry.id[:13]) == ferry


def test_a_report_is_shown_with_its_story_and_its_claims(book: Casebook) -> None:
    ferry, mill = book.find().stories
    view = book.report("ferry.txt")
    assert "Halvorsund" in view.report.text
    assert [story.id for story in view.stories] == [ferry.id]
    assert {claim.report for claim in view.claims} == {view.entry.id}
    assert any(claim.figure and claim.figure.best == 9 for claim in view.claims)
    assert view.read == ferry.read
    assert view.entry in view.together
    unread = book.report(mill.reports[0])
    assert (unread.claims, unread.read) == ((), None)
    with pytest.raises(SettingsError, match="no report that is called 'barge"):
        book.report("barge.txt")


def test_an_entity_is_found_by_its_name_and_its_id_with_its_words(book: Casebook) -> None:
    view = book.entity("ola grimstad")
    assert view == book.entity(view.id) == book.entity(view.id[:12])
    assert (view.kind, view.name) == ("person", "Ola Grimstad")
    (row,) = view.rows
    assert view.mentions == row.mentions >= 2
    texts = {report: book.report(report).report.text for report in row.reports}
    assert len(texts) == 2
    for said in row.said:
        assert texts[said.report][said.start : said.end] == said.words
        assert f"{said.before}{said.words}{said.after}" in texts[said.report]
    for nobody in ("Nobody at all", "ent1-ffffffff", ""):
        with pytest.raises(SettingsError, match="No story that was read"):
            book.entity(nobody)


def test_claims_findings_and_entities_lead_to_their_story(book: Casebook) -> None:
    (ferry, _), record = book.find().stories, book.record("ferry.txt", make=False)
    assert record is not None
    for row in (*record.claims, *record.findings, *record.entities):
        assert [story.id for story in book.where(row.id)] == [ferry.id]
    assert book.where("cla1-ffffffffffff") == ()
    with pytest.raises(SettingsError, match="may be"):
        book.where("cla1-")


def test_what_is_new(book: Casebook) -> None:
    news = book.news("2020-01-01")
    assert len(news.reports) == 3 and news.records == 1
    assert {(row.story.title.split()[0], row.new) for row in news.stories} == {("Ferry", True), ("Fire", True)}
    assert {(row.status, row.before) for row in news.findings} == {("contested", None)}
    nothing = book.news(moment())
    assert (nothing.reports, nothing.stories, nothing.findings, nothing.records) == ((), (), (), 0)


# --- a casebook that grows ---------------------------------------------------------------------------------------------


@pytest.fixture
def grown(home: Path, tmp_path: Path) -> Path:
    """A casebook of its own, with what the other one holds."""
    from shutil import copy

    for path in home.glob("*.*"):
        copy(path, tmp_path / path.name)
    return tmp_path


def test_what_another_process_adds_and_reads_is_seen_without_a_restart(grown: Path) -> None:
    ours, other = Casebook(grown), Casebook(grown)
    before = ours.find()
    late = grown / "late.txt"
    late.write_text(AGAIN.replace("Twelve", "Thirteen").replace("May 6", "May 8"))
    other.add(late)
    seen = ours.find()
    assert (seen.stories, seen.current, seen.waiting) == (before.stories, False, 1)
    assert ours.news("2020-01-01").waiting == 1
    other.sort()
    ferry = ours.find(place="Norway").stories[0]
    assert len(ferry.reports) == 3 and ours.find().current
    assert ferry.read and ferry.stale, "its record was made before the last report came"
    assert ours.record(ferry.id, make=False) is None
    other.record("mill.txt")
    assert ours.find(status="unread").total == 0
    ours.close()
    other.close()


def test_news_tell_how_findings_changed_between_two_records(grown: Path) -> None:
    book = Casebook(grown)
    since = moment()
    book.reject(*_figures(book, 12), why="The mayor took it back", by="ada")
    book.record("ferry.txt")
    (change,) = [row for row in book.news(since).findings if row.before == "contested"]
    assert change.story == book.story("ferry.txt").id
    assert change.status != "contested"
    assert book.news(since).judgements and not book.news(moment()).judgements
    book.close()


def _figures(book: Casebook, best: int) -> list[str]:
    claims = book.report("again.txt").claims
    return [claim.id for claim in claims if claim.figure and claim.figure.best == best]


def test_without_making_nothing_is_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read", None)
    book = Casebook(home)
    assert book.record("mill.txt", make=False) is None
    record = book.record("ferry.txt", make=False)
    assert record is not None and len(record.reports) == 2
    book.close()


def test_an_empty_casebook_has_nothing_of_it_all() -> None:
    book = Casebook()
    assert book.find("ferry", place="Norway").total == 0
    assert book.stories() == ()
    assert book.news("2031-05-06").reports == ()
    assert book.where("cla1-00000000") == ()
    for ask in (book.report, book.story, book.entity):
        with pytest.raises(SettingsError):
            ask("ferry.txt")
    with pytest.raises(NothingReadError):
        book.record(make=False)


def test_a_casebook_from_before_the_catalogue_is_brought_up_to_date(grown: Path) -> None:
    """It has neither words nor what records told, and a shelf with fewer fields."""
    import sqlite3

    with sqlite3.connect(grown / "casebook.sqlite") as file:
        file.execute("drop table word")
        file.execute("drop table text")
        file.execute("delete from value where kind like 'told %' or kind like 'shelf%'")
        file.execute("drop trigger log_without_delete")
        file.execute("delete from log where name in ('told', 'sorted')")
    file.close()
    book = Casebook(grown)
    assert book.find() == msgspec.structs.replace(book.find(), total=0, current=False, waiting=3)
    assert [story.title.split()[0] for story in book.stories()] == ["Ferry", "Fire"]
    assert titles(book, "steering") == {"Ferry"}
    assert book.record("ferry.txt", make=False) is not None, "what was read is there"
    assert book.story("ferry.txt").read is None
    book.record("ferry.txt")
    assert book.story("ferry.txt").statuses
    book.close()


def test_what_a_record_told_is_kept_once(grown: Path) -> None:
    book = Casebook(grown)
    before = book.store.count()
    book.record("ferry.txt")
    book.record("ferry.txt")
    assert book.store.count() == before
    assert before[telling.LOG] == 1
    book.close()
