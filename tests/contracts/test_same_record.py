"""Whoever works, the record is the same, byte for byte; and so are the stories of a collection that is too large to be held."""

from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest
from tests.contracts.thousands import rows

from rashomon.casebook import Casebook, to_json
from rashomon.model.collection import StoryEntry
from rashomon.pipeline import Settings
from rashomon.stages.lineage.settings import Settings as LineageSettings

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
OTHERS = [
    "processes:2",
    pytest.param("dask:2", marks=pytest.mark.skipif(not find_spec("distributed"), reason="no Dask")),
]
LARGE = Settings(lineage=LineageSettings(aligned=100))


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


@pytest.fixture(scope="module")
def of_one_process() -> bytes:
    """Made once for all engines; its time is put in, for it is not made by a test."""
    return _record("local")


def _record(engine: str) -> bytes:
    book = Casebook(engine=engine)
    try:
        return to_json(msgspec.structs.replace(book.read("-", stdin=rows(2_000)), created="2030-03-17T17:46:40+00:00"))
    finally:
        book.close()


@pytest.mark.parametrize("engine", OTHERS)
def test_two_thousand_reports_give_one_record_whoever_works(engine: str, of_one_process: bytes) -> None:
    assert _record(engine) == of_one_process


def _stories(folder: Path, engine: str, *portions: int) -> tuple[StoryEntry, ...]:
    """The stories of a large collection that came in so many portions, up to these numbers of reports."""
    for count in portions:
        book = Casebook(folder, LARGE, engine)
        book.add("-", stdin=rows(count))
        found = book.stories()
        book.close()
    return tuple(msgspec.structs.replace(story, added=None) for story in found)


@pytest.mark.parametrize("engine", OTHERS)
def test_a_large_collection_has_the_same_stories_whoever_works(engine: str, tmp_path: Path) -> None:
    assert _stories(tmp_path / "one", "local", 400) == _stories(tmp_path / "other", engine, 400)


def test_a_large_collection_that_grew_has_the_stories_of_one_that_came_at_once(tmp_path: Path) -> None:
    at_once = _stories(tmp_path / "one", "local", 400)
    assert len(at_once) > 50
    assert _stories(tmp_path / "other", "local", 150, 300, 400) == at_once
