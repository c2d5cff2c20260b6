import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Two miners were killed in Orlav on Friday, the police said.\n\nThe mine was closed.")
    return path


def call(*arguments: object, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


def test_read_writes_the_record_and_the_page(report: Path, tmp_path: Path) -> None:
    done = call(
        "read",
        report,
        "--json",
        tmp_path / "r.json",
        "--html",
        tmp_path / "r.html",
        "--csv",
        tmp_path / "r.csv",
        "--casebook",
        tmp_path / "home",
    )
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == "rashomon-record/1"
    assert (tmp_path / "r.html").read_text().lstrip().lower().startswith("<!doctype html>")
    assert "question" in (tmp_path / "r.csv").read_text().splitlines()[0]
    assert "1 report" in done.output
    assert f"wrote {tmp_path / 'r.json'}" in done.output


def test_read_takes_standard_input_and_writes_standard_output(report: Path, tmp_path: Path) -> None:
    done = call("read", "-", "--json", "-", "--casebook", tmp_path / "home", text=report.read_text())
    record = json.loads(done.stdout)
    assert [row["source"] for row in record["reports"]] == ["-"]


def test_nothing_read_is_status_1_and_still_writes_the_record(tmp_path: Path) -> None:
    done = call("read", tmp_path / "missing.txt", "--json", tmp_path / "r.json", "--casebook", tmp_path / "home")
    assert done.exit_code == 1
    assert "missing.txt" in done.output
    assert json.loads((tmp_path / "r.json").read_text())["rejected"]


def test_a_wrong_call_is_status_2() -> None:
    assert call("read").exit_code == 2
    assert call("reed").exit_code == 2


def test_an_output_that_cannot_be_written_is_said(report: Path, tmp_path: Path) -> None:
    done = call("read", report, "--json", tmp_path / "no" / "r.json", "--casebook", tmp_path / "home")
    assert done.exit_code == 3
    assert "cannot be written" in done.output


def test_verify_holds_and_then_fails(report: Path, tmp_path: Path) -> None:
    call("read", report, "--json", tmp_path / "r.json", "--casebook", tmp_path / "home")
    assert call("verify", tmp_path / "r.json", report).exit_code == 0
    record = json.loads((tmp_path / "r.json").read_text())
    record["claims"][0]["quote"] = "Ninety miners were killed"
    (tmp_path / "r.json").write_text(json.dumps(record))
    done = call("verify", tmp_path / "r.json")
    assert done.exit_code == 1
    assert "Ninety miners" in done.output


def test_verify_of_another_file_is_a_wrong_call(report: Path) -> None:
    done = call("verify", report)
    assert done.exit_code == 2
    assert "is not JSON" in done.output


def test_a_folder_that_does_not_exist_is_said_before_the_reading(tmp_path: Path) -> None:
    done = call("read", tmp_path / "missing.txt", "--html", tmp_path / "no" / "r.html", "--casebook", tmp_path / "home")
    assert "its folder does not exist" in done.output
    assert "Not one report" not in done.output


def test_a_run_that_writes_nothing_says_how_to_keep_the_record(report: Path, tmp_path: Path) -> None:
    assert "--html" in call("read", report, "--casebook", tmp_path / "home").output


def test_a_report_that_was_moved_is_known_by_its_name_and_its_words(report: Path, tmp_path: Path) -> None:
    call("read", report, "--json", tmp_path / "r.json", "--casebook", tmp_path / "home")
    moved = tmp_path / "elsewhere" / report.name
    moved.parent.mkdir()
    moved.write_text(report.read_text())
    assert call("verify", tmp_path / "r.json", moved).exit_code == 0
    moved.write_text(report.read_text().replace("Two", "Ten"))
    assert call("verify", tmp_path / "r.json", moved).exit_code == 1


def test_verify_reads_the_encoding_that_read_found(tmp_path: Path) -> None:
    report = tmp_path / "ru.txt"
    words = "Четыре человека погибли во вторник в аварии автобуса под Дельмуром, сообщила полиция. Двенадцать человек ранены."
    report.write_bytes(words.encode("cp1251"))
    call("read", report, "--json", tmp_path / "r.json", "--casebook", tmp_path / "home")
    assert call("verify", tmp_path / "r.json", report).exit_code == 0


def test_an_interrupted_run_says_that_it_can_go_on(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(folder: Path | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.cli._open", interrupt)
    done = call("read", report)
    assert done.exit_code == 130
    assert "goes on from there" in done.output
    assert "goes on" not in call("doctor").output


def test_schema_is_json() -> None:
    assert json.loads(call("schema").output)["$defs"]["Claim"]


def test_doctor_names_model_gazetteer_and_store(tmp_path: Path) -> None:
    output = call("doctor", "--casebook", tmp_path / "home").output
    for word in ("model, ", "gazetteer, GeoNames", "SQLite", "extra, numba"):
        assert word in output


def test_demo_says_that_it_is_invented_and_where_the_page_lies(tmp_path: Path) -> None:
    done = call("demo", "--out", tmp_path / "out", "--casebook", tmp_path / "home")
    assert done.exit_code == 0, done.output
    assert "invented" in done.output
    assert f"wrote {tmp_path / 'out' / 'demo.html'}" in done.output


def test_help_names_every_command_and_the_exit_statuses() -> None:
    output = call("--help").output
    for word in ("read", "verify", "schema", "doctor", "demo", "Exit status"):
        assert word in output
