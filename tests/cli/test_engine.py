"""Long runs: where the work is done is one option; a run that is stopped, or loses a worker, is whole in the end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.contracts.thousands import rows

from rashomon.casebook import Casebook
from rashomon.cli import main

COMMAND = [sys.executable, "-m", "rashomon"]


@pytest.fixture
def stream(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(rows(6_000).getvalue())
    return path


def workers(process: int) -> list[int]:
    """All that came from the process."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents.setdefault(int(path.read_text().rsplit(")", 1)[1].split()[1]), []).append(int(path.parent.name))
    found = [process]
    for one in found:
        found += parents.get(one, [])
    return found[1:]


def there(process: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


def until(holds: "object", seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def adding(stream: Path, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """`rashomon add` with two workers, once both are at work and something is kept."""
    book = tmp_path / "book"
    command = [*COMMAND, "add", str(stream), "--engine", "processes:2", "--casebook", str(book)]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background passes it over
    )
    assert until(lambda: (book / "casebook.sqlite-wal").exists() and held(book) > 0 and len(workers(running.pid)) >= 3)
    yield running
    running.kill()
    running.communicate()


def held(book: Path) -> int:
    import sqlite3

    with suppress(sqlite3.Error), sqlite3.connect(f"file:{book / 'casebook.sqlite'}?mode=ro", uri=True) as connection:
        return int(connection.execute("select count(*) from log").fetchone()[0])
    return 0


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")


@needs_proc
def test_an_interrupted_run_ends_cleanly_and_the_next_goes_on(adding: "subprocess.Popen[str]", stream: Path) -> None:
    theirs = workers(adding.pid)
    adding.send_signal(signal.SIGINT)
    _, said = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert (
        said.strip()
        == "rashomon: interrupted; what was read is kept in the casebook, and the same command goes on from there."
    )
    assert until(lambda: not any(map(there, theirs)))
    before = held(stream.parent / "book")
    result = CliRunner().invoke(main, ["add", str(stream), "--casebook", str(stream.parent / "book")])
    assert result.exit_code == 0
    assert f"{6_000 - before:,} reports added, {before:,} there before" in result.output


@needs_proc
def test_a_run_whose_worker_is_killed_finishes(adding: "subprocess.Popen[str]", tmp_path: Path, stream: Path) -> None:
    os.kill(workers(adding.pid)[-1], signal.SIGKILL)
    said, wrong = adding.communicate(timeout=120)
    assert (adding.returncode, wrong) == (0, "")
    assert said.startswith("6,000 reports added")


@needs_proc
def test_a_run_that_is_killed_leaves_no_worker_behind(adding: "subprocess.Popen[str]") -> None:
    theirs = workers(adding.pid)
    adding.kill()
    assert until(lambda: not any(map(there, theirs)))


def test_another_word_is_no_engine(stream: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["add", str(stream), "--engine", "abacus", "--casebook", str(tmp_path / "book")])
    assert result.exit_code == 2
    assert "'abacus' is no engine. Name one of: local, processes" in result.output


def test_the_engine_can_be_named_once_for_all_commands(
    stream: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("rashomon.casebook.book.chosen", lambda words: seen.append(words) or Local())
    monkeypatch.setenv("RASHOMON_ENGINE", "processes:3")
    from rashomon.engine import Local

    CliRunner().invoke(main, ["stories", "--casebook", str(tmp_path / "book")])
    assert seen == ["processes:3"]


def test_a_page_that_fills_the_memory_is_rejected_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.stages import intake

    original = intake.read

    def read(page: object, **settings: object) -> object:
        if "poison" in (page.text or ""):  # type: ignore[attr-defined]
            raise MemoryError
        return original(page, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "read", read)
    import io

    bad = b'{"id": "bad", "text": "The poison of this page ends whoever reads it, and it is said to be long."}\n'
    book = Casebook()
    record = book.read("-", stdin=io.BytesIO(rows(20).getvalue() + bad))
    assert (record.manifest.read, record.manifest.rejected) == (20, 1)
    (row,) = record.rejected
    assert row.source.endswith("#bad") and "it needs more memory than there is" in row.error
