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


def test_a_page_that_ends_in_a_slash_is_a_folder_with_one_file_a_story_and_an_index(
    report: Path, tmp_path: Path
) -> None:
    done = call("read", report, "--html", f"{tmp_path / 'pages'}/", "--casebook", tmp_path / "home")
    assert done.exit_code == 0, done.output
    files = {file.name for file in (tmp_path / "pages").iterdir()}
    assert len(files) == 2 and "index.html" in files
    (story,) = files - {"index.html"}
    assert f'href="{story}"' in (tmp_path / "pages" / "index.html").read_text()
    assert f"wrote {tmp_path / 'pages' / 'index.html'}" in done.output


def test_a_folder_that_is_there_takes_pages_without_a_slash(report: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert call("read", report, "--html", tmp_path / "pages", "--casebook", tmp_path / "home").exit_code == 0
    assert (tmp_path / "pages" / "index.html").exists()


def test_a_folder_of_pages_that_cannot_be_made_is_said_before_the_reading(report: Path, tmp_path: Path) -> None:
    done = call("read", report, "--html", f"{tmp_path / 'no' / 'pages'}/", "--casebook", tmp_path / "home")
    assert done.exit_code != 0 and "cannot be made" in done.output


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
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.casebook.Casebook.at_home", interrupt)
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
    for word in (*main.commands, "Exit status"):
        assert word in output


MILL = "The ferry Halvorsund ran aground off Brekkoy. Lifeboats took 84 passengers off the burning mill ship, captain Ola Grimstad said."


@pytest.fixture
def held(report: Path, tmp_path: Path) -> tuple[str, str]:
    """The option of a casebook to which two reports of two happenings were added."""
    (tmp_path / "mill.txt").write_text(MILL)
    option = ("--casebook", str(tmp_path / "home"))
    done = call("add", report, tmp_path / "mill.txt", *option)
    assert done.output.startswith("2 reports added.")
    return option


def test_stories_are_listed_with_their_reports_as_text_and_as_json(held: tuple[str, str]) -> None:
    assert "1 report, 1 voice, undated" in call("stories", *held).output
    assert "mill.txt" in call("stories", "--reports", *held).output
    rows = [
        json.loads(line) for line in call("stories", "--text", "LIFEBOATS mill", "--json", *held).output.splitlines()
    ]
    assert [len(row["reports"]) for row in rows] == [1]
    assert "No story is like this." in call("stories", "--text", "barge", *held).output


def test_show_makes_the_record_of_one_story(held: tuple[str, str], tmp_path: Path) -> None:
    call("show", "mill.txt", "--json", tmp_path / "r.json", *held)
    record = json.loads((tmp_path / "r.json").read_text())
    assert [Path(row["source"]).name for row in record["reports"]] == ["mill.txt"]
    assert call("verify", tmp_path / "r.json", tmp_path / "mill.txt").exit_code == 0


def test_join_undo_and_split_are_told_in_the_log(held: tuple[str, str]) -> None:
    made = call("join", "a.txt", "mill.txt", "--why", "One strike", "--by", "ada", *held).output
    assert made.endswith("join of 2 reports, by ada. It holds from now on.\n")
    assert len(call("stories", "--json", *held).output.splitlines()) == 1
    assert call("undo", made[:13], "--why", "Misread", "--by", "ben", *held).exit_code == 0
    assert len(call("stories", "--json", *held).output.splitlines()) == 2
    shown = call("judgements", *held).output
    for words in ("ada: join rep1-", "(undone)", "One strike", "ben: undo jud1-", "(holds)"):
        assert words in shown


def test_judgements_go_from_casebook_to_casebook(held: tuple[str, str], tmp_path: Path) -> None:
    call("join", "a.txt", "mill.txt", "--why", "One strike", "--by", "ada", *held)
    assert call("judgements", "export", tmp_path / "j.jsonl", *held).exit_code == 0
    other = ("--casebook", tmp_path / "other")
    assert call("judgements", *other, "import", tmp_path / "j.jsonl").output == "1 judgement added.\n"
    assert call("judgements", "import", tmp_path / "j.jsonl", *other).output == "0 judgements added, 1 there before.\n"
    assert "(waits)" in call("judgements", *other).output


def test_a_file_that_holds_no_judgement_is_status_1(held: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").write_text("x\n" * 40)
    done = call("judgements", "import", tmp_path / "j.jsonl", *held)
    assert done.exit_code == 1
    assert "Line 1 is no judgement" in done.output
    assert "and 30 more" in done.output


def test_a_judgement_without_a_reason_is_a_wrong_call(held: tuple[str, str]) -> None:
    assert call("join", "a.txt", "mill.txt", *held).exit_code == 2
    done = call("split", "mill.txt", "--why", "x", *held)
    assert done.exit_code == 2
    assert "Nothing is left in the story" in done.output


def test_a_casebook_without_reports_says_how_to_add_some(tmp_path: Path) -> None:
    assert "rashomon add" in call("stories", "--casebook", tmp_path / "home").output
    assert call("show", "--casebook", tmp_path / "home").exit_code == 1


def test_a_record_is_published_in_excerpts(tmp_path: Path, report: Path) -> None:
    call("read", report, "--json", tmp_path / "r.json", "--casebook", tmp_path / "home")
    done = call(
        "publish", tmp_path / "r.json", "--excerpts", "--json", tmp_path / "p.json", "--html", tmp_path / "p.html"
    )
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "p.json").read_text())["published"]["excerpts"]
    assert call("verify", tmp_path / "p.json", report).exit_code == 0


def test_read_publishes_in_excerpts(tmp_path: Path, report: Path) -> None:
    call("read", report, "--json", tmp_path / "r.json", "--excerpts", "--casebook", tmp_path / "home")
    assert json.loads((tmp_path / "r.json").read_text())["published"]["excerpts"]


def test_a_file_that_is_no_record_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text('{"schema": "rashomon-record/1"}')
    done = call("publish", tmp_path / "r.json")
    assert done.exit_code == 2
    assert "shape of a record" in done.output
