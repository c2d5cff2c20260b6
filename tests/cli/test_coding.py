"""Two coders at the command line."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

TEXT = "Nine sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, the coast guard said. Lifeboats took 84 passengers off."
Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Runs a command on a casebook with one story, and says what it printed."""

    def run(*words: str) -> Result:
        found = CliRunner().invoke(main, [*words, "--casebook", str(tmp_path / "home")])
        assert found.exit_code == 0, found.output
        return found

    (tmp_path / "gazette.txt").write_text(TEXT)
    run("add", str(tmp_path / "gazette.txt"))
    return run


def claims(call: Call, *how: str) -> dict[str, bool]:
    """Each figure claim of the record, and whether it is rejected."""
    record = json.loads(call("show", "gazette.txt", "--json", "-", "-q", *how).stdout)
    return {row["id"]: row.get("rejected", False) for row in record["claims"] if row["kind"] == "figure"}


def test_from_naming_coders_to_an_adjudication(call: Call) -> None:
    call("code", "gazette.txt", "ada", "ben", "--why", "Two coders a story", "--by", "cai")
    nine, passengers = claims(call)
    for who, command in (("ada", "confirm"), ("ben", "reject")):
        call(command, nine, "--why", f"So {who} reads it", "--by", who, "--story", "gazette.txt")
        call("confirm", passengers, "--why", "Yes", "--by", who, "--story", "gazette.txt")
    assert [claims(call, "--seen-by", who)[nine] for who in ("ada", "ben")] == [False, True]
    assert [claims(call, "--judged-by", who)[nine] for who in ("ada", "ben")] == [False, True]
    assert "So ben reads it" not in call("judgements", "--seen-by", "ada").output
    assert "So ben reads it" in call("judgements").output
    assert "not done yet" in call("agreement", "gazette.txt", "--seen-by", "ada").output
    for who in ("ada", "ben"):
        call("done", "gazette.txt", "--why", "All read", "--by", who)
    said = call("agreement", "gazette.txt", "--seen-by", "ada").output
    assert "ada: 2 things judged, done" in said
    assert "50%" in said and "ben: rejected (So ben reads it)" in said
    rows = list(csv.DictReader(StringIO(call("agreement", "gazette.txt", "--csv", "-").stdout)))
    assert [(row["coder"], row["variable"], row["value"]) for row in rows if row["on"] == nine] == [
        ("ada", "verdict", "confirmed"),
        ("ben", "verdict", "rejected"),
    ]
    assert len(rows) == 4
    (unit,) = json.loads(call("agreement", "gazette.txt", "--json").stdout)["differences"]
    call("adjudicate", unit["codings"][0]["judgement"], "--why", "It stands in the log", "--by", "cai")
    assert "cai: confirmed (It stands in the log)  [settled]" in call("agreement").output
    assert claims(call)[nine] is False


def test_agreement_of_some_coders_as_it_was(call: Call) -> None:
    nine = next(iter(claims(call)))
    for who in ("ada", "ben", "dora"):
        call("confirm", nine, "--why", "Yes", "--by", who)
    assert "dora" not in call("agreement", "--by", "ada", "--by", "ben").output
    assert "ada" not in call("agreement", "--until", "2020-01-01").output


def test_a_time_that_is_none_is_a_wrong_call(tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["agreement", "--until", "yesterday", "--casebook", str(tmp_path)])
    assert (found.exit_code, "is no time" in found.output) == (2, True)
