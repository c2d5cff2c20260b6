import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.casebook import Casebook, load, recording, schema, to_json
from rashomon.errors import NothingReadError, SettingsError
from rashomon.model.record import Record
from rashomon.stages import reconcile
from rashomon.stages.reading import batches
from rashomon.text.segment import sentences
from rashomon.verify import verify

REPORT = "Two miners were killed in Orlav on Friday, the police said.\n\nThe mine was closed."


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.txt").write_text(
        "The mine at Orlav was closed on Saturday. Three miners were killed there, a union said."
    )
    return folder


def counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that the language model reads from here on."""
    seen: list[str] = []
    original = batches.written

    def read(sentences: Sequence[str], *others: Any) -> Any:
        seen.extend(sentences)
        return original(sentences, *others)

    monkeypatch.setattr(batches, "written", read)
    return seen


def test_the_same_input_gives_the_same_bytes_with_an_empty_casebook(reports: Path) -> None:
    assert to_json(Casebook().read(reports)) == to_json(Casebook().read(reports))


def test_a_second_run_reads_nothing_again(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Casebook(tmp_path / "home").read(reports)
    seen = counting(monkeypatch)
    monkeypatch.setattr(recording, "run", lambda *_, **__: pytest.fail("the stages ran again"))
    assert to_json(Casebook(tmp_path / "home").read(reports)) == to_json(first)
    assert seen == []


def test_a_run_that_was_killed_goes_on(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(reconcile, "decide", killed)
        with pytest.raises(KeyboardInterrupt):
            Casebook(tmp_path / "home").read(reports)
    seen = counting(monkeypatch)
    assert to_json(Casebook(tmp_path / "home").read(reports)) == to_json(Casebook().read(reports))
    assert len(seen) == 4, "only the run without a casebook reads the four sentences"


def test_a_run_that_is_interrupted_while_it_reads_keeps_the_sentences_read(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if stage == "reading" and done:
            raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.pipeline.sentences._SENTENCES", 1)
    with pytest.raises(KeyboardInterrupt):
        Casebook(tmp_path / "home").read(reports, progress=interrupt)
    seen = counting(monkeypatch)
    told = Casebook(tmp_path / "home").read(reports)
    assert len(seen) == 3, "one of the four sentences was kept"
    assert to_json(told) == to_json(Casebook().read(reports))


def test_a_new_report_costs_its_own_sentences_only(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Casebook(tmp_path / "home")
    book.read(reports)
    seen = counting(monkeypatch)
    (reports / "c.txt").write_text(REPORT + "\n\nA fourth miner died on Sunday.")
    book.read(reports)
    assert seen == ["A fourth miner died on Sunday."]


def test_the_record_holds_the_inputs_given_and_nothing_else(reports: Path, tmp_path: Path) -> None:
    book = Casebook(tmp_path / "home")
    book.read(reports)
    assert [row.source for row in book.read(reports / "a.txt").reports] == [str(reports / "a.txt")]


def test_the_order_of_the_inputs_does_not_matter(reports: Path) -> None:
    a, b = reports / "a.txt", reports / "b.txt"
    one, other = (to_json(Casebook().read(*order)) for order in ((a, b), (b, a)))
    assert load(one, "one")["claims"] == load(other, "other")["claims"]
    assert load(one, "one")["findings"] == load(other, "other")["findings"]


def test_what_cannot_be_read_is_said_and_the_rest_is_read(reports: Path) -> None:
    (reports / "empty.txt").write_text("")
    (reports / "picture.txt").write_bytes(bytes(range(256)) * 40)
    record = Casebook().read(reports, reports / "missing.txt")
    assert len(record.reports) == 2
    assert {Path(row.source).name for row in record.rejected} == {"empty.txt", "picture.txt", "missing.txt"}
    assert all(row.error.endswith(".") for row in record.rejected)
    assert record.manifest.rejected == 3


def test_nothing_read_is_an_error_that_carries_the_record(tmp_path: Path) -> None:
    with pytest.raises(NothingReadError, match=r"missing\.txt") as caught:
        Casebook().read(tmp_path / "missing.txt")
    assert isinstance(caught.value.record, Record)
    assert not verify(load(to_json(caught.value.record), "x"))


def test_no_input_is_a_wrong_call() -> None:
    with pytest.raises(SettingsError, match="No input"):
        Casebook().read()


def test_a_time_that_is_no_number_is_a_wrong_call(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        Casebook().read(reports)


def test_python_gives_the_same_record_as_a_casebook(reports: Path, tmp_path: Path) -> None:
    assert to_json(rashomon.read(reports, casebook=tmp_path / "home")) == to_json(Casebook().read(reports))


def test_the_schema_names_every_table(demo_record: Record) -> None:
    definitions = schema()["$defs"]
    abridged_alone = {"published"}
    assert set(definitions["Record"]["properties"]) - abridged_alone == set(load(to_json(demo_record), "demo"))


def test_a_file_that_is_no_record_is_named() -> None:
    with pytest.raises(SettingsError, match=r"x\.json is not JSON"):
        load(b"{", "x.json")
    with pytest.raises(SettingsError, match=r"x\.json is no record"):
        load(b"[]", "x.json")


def test_a_copy_of_the_reports_elsewhere_verifies(demo_book: Casebook, harbour: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(harbour, copied)
    record = load(to_json(demo_book.read(copied)), "demo")
    assert demo_book.verify(record, [str(copied)]) == []
    (copied / "gazette.txt").write_text("Something else altogether was printed here.")
    assert {found.where.split("[")[0] for found in demo_book.verify(record, [str(copied)])} == {"reports"}


def test_a_language_that_is_not_read_is_left_blank_and_said(reports: Path) -> None:
    (reports / "c.txt").write_text(
        "Не менее девяти человек погибли при пожаре на складе топлива в порту во вторник, сообщило министерство внутренних дел."
    )
    record = Casebook().read(reports / "c.txt")
    assert record.reports[0].language == "ru"
    assert (record.claims, record.entities) == ((), ())
    assert [problem.code for problem in record.problems] == ["language-unread"]


HOSTILE = {
    "one sentence without an end": "Flood in Orlav\n\n" + "the river rose and nine people were killed and " * 2_000,
    "a word without an end": "Nine miners were killed in Orlav on Friday. " + "z" * 100_000,
    "brackets": "(" * 3_000 + "nine people were killed" + ")" * 3_000,
    "quotation marks that never close": 'He said "they \'killed “nine « people" and "" ‘left. ' * 20 + "“" * 300,
    "capitals": "NINE MINERS WERE KILLED IN ORLAV ON FRIDAY, MAYOR INA TARN SAID. " * 10,
    "scripts": "Nine шахтёров were killed in 北京 on vendredi, мэр Ина Tarn said. १२ people died. ٤٠ were hurt. " * 5,
    "days": "Nine died on Friday January 4 5 6 2022 2023 Monday Tuesday last week " * 60,
    "numbers": "1,2,3,4 " * 3_000 + "people were killed.",
    "speech within speech": "Mayor Ina Tarn said that " * 300 + "nine people died.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_of_hostile_text_nothing_is_claimed_that_its_words_do_not_bear_out(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    record = Casebook().read(tmp_path / "a.txt")
    assert verify(load(to_json(record), "record"), {report.source: report.text for report in record.reports}) == []
    said = {problem.code for problem in record.problems if problem.stage == "reading"}
    longest = max((len(text[slice(*span)]) for text in [record.reports[0].text] for span in sentences(text)), default=0)
    assert said == ({"sentence-cut"} if longest > 2_000 else set())
