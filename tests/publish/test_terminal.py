"""The summary in a terminal: the collapse, the findings under headings, what could not be read."""

import msgspec

from rashomon.model.record import Record
from rashomon.publish.terminal import summary


def test_it_says_how_much_is_one_voice(record: Record) -> None:
    assert "2 reports, 2 outlets, 2 text origins, 1 speaker" in summary(record, width=100, colour=False)


def test_the_first_lines_say_how_much_is_one_voice_then_what_is_in_dispute(record: Record) -> None:
    lines = summary(record, width=200, colour=False).splitlines()
    assert lines[1].startswith("2 reports, 2 outlets")
    assert lines[2] == "3–4 March 2031, Port Velm"
    at = lines.index("In dispute")
    assert lines[at + 1] == "  ≠ How many people were injured? at least 12 (Velm Herald) ≠ 40 (Island Courier)"


def test_findings_stand_under_their_heading_with_their_status(record: Record) -> None:
    finding = msgspec.structs.replace(record.findings[0], status="single")
    lines = summary(msgspec.structs.replace(record, findings=(finding,)), width=200, colour=False).splitlines()
    at = lines.index("The toll")
    assert lines[at + 1] == "  · How many people were injured? at least 12  (one voice; 1 report, 1 text, 1 speaker)"


def test_days_are_told_in_words_whether_the_record_has_them_so_or_not(record: Record) -> None:
    finding = msgspec.structs.replace(record.findings[0], status="single", question="Who fled on 2031-03-03T06:00Z?")
    text = summary(msgspec.structs.replace(record, findings=(finding,)), width=200, colour=False)
    assert "Who fled on 3 March 2031, 06:00?" in text


def test_a_long_record_fits_on_a_screen_or_two(record: Record) -> None:
    finding = msgspec.structs.replace(record.findings[0], status="single", question="What was said of it? " * 20)
    groups = ("toll", "forces", "other")
    many = tuple(msgspec.structs.replace(finding, id=f"finding-{i}", group=groups[i % 3]) for i in range(200))
    text = summary(msgspec.structs.replace(record, findings=many), width=80, colour=False)
    assert len(text.splitlines()) <= 60
    assert "more findings, in the record" in text


def test_of_many_stories_each_has_its_collapse(record: Record) -> None:
    stories = tuple(msgspec.structs.replace(record.stories[0], id=f"story-{i}") for i in range(40))
    lines = summary(msgspec.structs.replace(record, stories=stories), width=100, colour=False).splitlines()
    assert len(lines) <= 60 and "and 31 more stories, in the record" in lines


def test_what_was_not_read_and_what_went_wrong_is_named(record: Record) -> None:
    text = summary(record, width=100, colour=False)
    assert "broken.pdf: The file is empty." in text and "No time of day was found. (intake)" in text


def test_it_is_plain_where_the_output_is_no_terminal(record: Record) -> None:
    assert "\x1b" not in summary(record, width=100, colour=False)
    assert "\x1b[" in summary(record, width=100, colour=True)


def test_words_of_a_report_cannot_steer_the_terminal(record: Record) -> None:
    story = msgspec.structs.replace(record.stories[0], title="Fire\x1b[2J\u202e at sea")
    text = summary(msgspec.structs.replace(record, stories=(story,)), width=100, colour=False)
    assert text.startswith("Fire [2J at sea")


def test_a_record_of_nothing_says_so(nothing: Record) -> None:
    assert summary(nothing, width=100, colour=False).startswith("No report was read.")


def test_a_dispute_between_lesser_answers_names_those_two(record: Record) -> None:
    leading, other = record.findings[0].answers
    third = msgspec.structs.replace(other, value="no more than 30")
    relation = msgspec.structs.replace(record.findings[0].relations[0], a=1, b=2)
    finding = msgspec.structs.replace(
        record.findings[0], answers=(leading, other, third), relations=(relation,), status="contested"
    )
    text = summary(msgspec.structs.replace(record, findings=(finding,)), width=200, colour=False)
    assert "How many people were injured? 40 (Island Courier) ≠ no more than 30 (Island Courier)" in text


def test_outlets_of_one_owner_are_told(record: Record) -> None:
    rows = tuple(msgspec.structs.replace(row, family="Nordlys Group") for row in record.reports)
    kin = msgspec.structs.replace(record, reports=rows)
    assert "2 reports, 2 outlets of 1 owner, 2 text origins" in summary(kin, width=100, colour=False)
