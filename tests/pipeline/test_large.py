"""A collection that is too large to be held: what is kept in shards, and what is made again."""

import shutil
from pathlib import Path

import pytest
from tests.contracts.thousands import rows

from rashomon.casebook import Casebook
from rashomon.pipeline import Settings, large
from rashomon.stages.lineage.settings import Settings as LineageSettings

LARGE = Settings(lineage=LineageSettings(aligned=100))


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "REPORTS", 50)


def shards(book: Path) -> set[str]:
    return {path.name for path in (book / "shards").iterdir() if (path / "sketches.msgpack").exists()}


def sorted_with(count: int, folder: Path, settings: Settings = LARGE) -> list[tuple[str, ...]]:
    book = Casebook(folder, settings)
    book.add("-", stdin=rows(count))
    found = [story.reports for story in book.stories()]
    book.close()
    return found


def test_reports_that_come_later_touch_the_last_shard_alone(tmp_path: Path, small_shards: None) -> None:
    sorted_with(220, tmp_path)
    before = shards(tmp_path)
    sorted_with(230, tmp_path)
    assert len(before) == 5
    assert len(before & shards(tmp_path)) == 4
    assert len(shards(tmp_path)) == 5, "what nothing needs any more goes"


def test_a_shard_that_is_gone_or_half_made_is_made_again(tmp_path: Path, small_shards: None) -> None:
    sorted_with(220, tmp_path)
    one, other, *_ = sorted(shards(tmp_path))
    (tmp_path / "shards" / one).rename(tmp_path / "shards" / f"{one}.12345.part")
    shutil.rmtree(tmp_path / "shards" / other)
    assert sorted_with(230, tmp_path) == sorted_with(230, tmp_path.parent / "fresh")
    assert not list((tmp_path / "shards").glob("*.part"))


def test_a_correction_changes_the_shard_of_its_report_alone(tmp_path: Path, small_shards: None) -> None:
    sorted_with(220, tmp_path)
    before = shards(tmp_path)
    book = Casebook(tmp_path, LARGE)
    report = book.stories()[0].reports[0]
    book.correct(report, "outlet", "The Quarry Times", why="It says so at its foot.", by="Ada")
    (entry,) = {story.id: story for story in book.stories() if report in story.reports}.values()
    book.close()
    assert "The Quarry Times" in entry.outlets
    assert len(before & shards(tmp_path)) == 4


def test_texts_that_are_copies_have_one_voice_and_the_record_of_their_story_says_how(tmp_path: Path) -> None:
    sorted_with(220, tmp_path)
    book = Casebook(tmp_path, LARGE)
    story = next(story for story in book.stories() if story.voices < len(story.reports) < 20)
    record = book.record(story.id)
    book.close()
    assert {row.kind for row in record.lineage if row.origin}, "told word by word, when the story is read"


def test_a_record_of_so_many_reports_says_what_it_does_not_tell() -> None:
    record = Casebook(None, LARGE).read("-", stdin=rows(130))
    (told,) = [problem for problem in record.problems if problem.code == "by-sentence"]
    assert "no rows say who copied whom" in told.message
    assert not any(row.origin for row in record.lineage)
