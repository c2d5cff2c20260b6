"""The summary in a terminal: the collapse, the findings under headings, what could not be read."""

import msgspec

from rashomon.model.record import Record
from rashomon.publish.terminal import summary


def test_it_says_how_much_is_one_voice(record: Record) -> None:
    assert "2 reports, 2 outlets, 2 text origins, 1 speaker" in summary(record, width=100, colour=False)


def test_findings_stand_under_their_heading_with_their_status(record: Record) -> None:
    lines = summary(record, width=200, colour=False).splitlines()
    at = lines.index("The toll")
    assert (
        lines[at + 1] == "  ≠ How many people were injured? at least 12 ≠ 40  (contested; 1 report, 1 text, 1 speaker)"
    )


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
