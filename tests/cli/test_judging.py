"""The commands by which a person judges what was read: each parses, makes one call, and says what was decided."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

TEXT = (
    "Two miners were killed in Orlav on Friday, the police said. Commissioner Ada Brenn said a gas leak caused the blast. "
    "Brenn said 12 miners were injured.\n\nThe mine was closed."
)
WHY = ("--why", "I was there", "--by", "ben")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    assert call("add", tmp_path / "a.txt", "--casebook", tmp_path / "home").exit_code == 0
    return tmp_path / "home"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def record(home: Path) -> dict[str, Any]:
    done = call("show", "--json", home / "r.json", "--casebook", home)
    assert done.exit_code == 0, done.output
    return dict(json.loads((home / "r.json").read_text()))


def killed(home: Path) -> dict[str, Any]:
    return next(row for row in record(home)["claims"] if (row.get("figure") or {}).get("text") == "Two miners")


def test_a_claim_is_rejected_corrected_and_confirmed(home: Path) -> None:
    own = killed(home)["id"]
    done = call("correct", own[:13], "figure", "at least 3", *WHY, "--casebook", home)
    assert done.output.endswith("correct of 1 claim figure “at least 3”, by ben. It holds from now on.\n")
    assert killed(home)["figure"]["low"] == 3
    assert call("confirm", own, "--field", "figure", *WHY, "--casebook", home).exit_code == 0
    assert call("reject", own, "--story", "a.txt", *WHY, "--casebook", home).exit_code == 0
    assert killed(home)["rejected"]
    listed = call("judgements", "--casebook", home).output
    assert listed.count("(outranked") == 2
    assert listed.count("(holds") == 1


def test_entities_are_split_and_renamed_and_an_outlet_is_rated(home: Path) -> None:
    record(home)
    assert call("split", "Brenn", "--of", "entity", *WHY, "--casebook", home).exit_code == 0
    assert {"Brenn", "Ada Brenn"} <= {row["name"] for row in record(home)["entities"]}
    assert call("rate", "The Orlav Post", "e", *WHY, "--casebook", home).output.endswith(
        "rate of 1 outlet “E”, by ben. It holds from now on.\n"
    )
    assert "(waits)" in call("judgements", "--casebook", home).output


def test_a_note_changes_nothing_but_is_shown(home: Path) -> None:
    before = record(home)
    assert call("note", killed(home)["id"], *WHY, "--casebook", home).exit_code == 0
    after = record(home)
    assert [row["what"] for row in after["judgements"]] == ["note"]
    assert after["findings"] == before["findings"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("correct", "cla1-00000000", "figure", "3"), "No claim, finding, entity or report"),
        (("correct", "a.txt", "text", "Nothing"), "no field 'text'"),
        (("reject", "a.txt"), "No claim is called"),
        (("rate", "The Orlav Post", "G"), "no rating"),
        (("join", "Brenn", "--of", "entity"), "takes two"),
        (("join", "a.txt", "--of", "weather"), "weather"),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_sentence(home: Path, words: tuple[str, ...], why: str) -> None:
    record(home)
    done = call(*words, *WHY, "--casebook", home)
    assert done.exit_code == 2
    assert why in done.output
    assert call("judgements", "--casebook", home).output.startswith("No judgement was made yet")
