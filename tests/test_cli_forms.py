"""Other forms of a record by the command line, of a record in a file: no casebook and no language model is asked."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from rashomon.casebook import to_json
from rashomon.cli import main
from rashomon.cli.forms import FORMS, VIEWS
from rashomon.model.record import SCHEMA, Manifest, Record, ReportRow, Software, StoryRow
from rashomon.publish import codebooks, views


@pytest.fixture
def made(tmp_path: Path) -> Path:
    report = ReportRow(
        id="r",
        source="a.txt",
        text="Two miners were killed in Orlav.",
        title="Mine closed",
        language="en",
        credits=(),
        furniture=(),
        voice="v",
        story="s",
    )
    empty = {
        name: ()
        for name in Record.__struct_fields__
        if name not in ("schema", "created", "software", "manifest", "published")
    }
    record = Record(
        schema=SCHEMA, created="2031-03-05T00:00:00Z", software=Software(name="rashomon", version="0", models={}, gazetteers={}),
        manifest=Manifest(inputs=(), read=1, rejected=0, tables={}, settings={}, settings_digest="0"),
        **empty | {"reports": (report,), "stories": (StoryRow(id="s", title="Mine closed", reports=("r",)),)},
    )  # fmt: skip
    path = tmp_path / "record.json"
    path.write_bytes(to_json(record))
    return path


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_names_for_help_are_those_of_the_forms_and_views() -> None:
    assert tuple(codebooks.FORMS) == FORMS and tuple(views.VIEWS) == VIEWS


def test_a_record_is_written_as_markdown_and_in_other_forms(made: Path, tmp_path: Path) -> None:
    done = call(
        "publish",
        made,
        "--markdown",
        tmp_path / "r.md",
        "--export",
        f"geojson={tmp_path / 'g.json'}",
        "--export",
        f"reports={tmp_path / 'r.csv'}",
    )
    assert done.exit_code == 0, done.output
    assert (tmp_path / "r.md").read_text().startswith("# Mine closed\n")
    assert json.loads((tmp_path / "g.json").read_text())["type"] == "FeatureCollection"
    assert (tmp_path / "r.csv").read_text().startswith("id,event_id,date_start")
    assert f"wrote {tmp_path / 'r.md'}" in done.output


def test_a_form_on_standard_output_stands_there_alone(made: Path) -> None:
    done = call("publish", made, "--export", "geojson=-")
    assert json.loads(done.output) == {"type": "FeatureCollection", "features": []}


def test_views_are_printed_in_place_of_the_summary(made: Path) -> None:
    done = call("publish", made, "--view", "reports", "--view", "places")
    assert "Mine closed" in done.output and "headline" in done.output and "Nothing of the kind" in done.output


@pytest.mark.parametrize("wrong", ["ucdp", "ucdp=", "pdf=x", "=x"])
def test_a_form_that_is_none_is_said_with_those_there_are(made: Path, wrong: str) -> None:
    done = call("publish", made, "--export", wrong)
    assert done.exit_code == 2 and "the forms are html, markdown, csv" in done.output


def test_a_file_that_cannot_be_written_is_said_first(made: Path, tmp_path: Path) -> None:
    done = call("publish", made, "--markdown", tmp_path / "none" / "r.md", "--html", tmp_path / "r.html")
    assert done.exit_code == 3 and "its folder does not exist" in done.output and not (tmp_path / "r.html").exists()


def test_excerpts_hold_for_every_form(made: Path, tmp_path: Path) -> None:
    long = msgspec.json.decode(made.read_bytes())
    long["reports"][0]["text"] = "Two miners were killed in Orlav. " + "The mine stood open. " * 100
    made.write_bytes(msgspec.json.encode(long))
    done = call("publish", made, "--excerpts", "--markdown", tmp_path / "r.md")
    assert done.exit_code == 0 and "The reports stand in excerpts" in (tmp_path / "r.md").read_text()
