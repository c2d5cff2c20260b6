"""A record's tables in a terminal: whole words on any width, and nothing that a report could steer it with."""

import unicodedata

import msgspec
import pytest
from rich.cells import cell_len

from rashomon.model.claim import Statement
from rashomon.model.lineage import Lineage
from rashomon.model.record import Gap, Record
from rashomon.publish.views import VIEWS, view


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [40, 72, 110])
def test_each_view_keeps_to_its_width(record: Record, name: str, width: int) -> None:
    for line in view(record, name, width=width, colour=False).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("name", VIEWS)
def test_each_view_opens_with_how_much_is_one_voice(record: Record, name: str) -> None:
    assert (
        view(record, name, width=100, colour=False).splitlines()[1] == "2 reports, 2 outlets, 2 text origins, 1 speaker"
    )


def test_findings_have_each_answer_its_words_and_who_says_so(record: Record) -> None:
    lines = view(record, "findings", width=140, colour=False).splitlines()
    assert "  = at least 12 (1 report, 1 outlet, 1 text, 1 speaker)" in lines
    assert "      “At least 12” Velm Herald ← the harbour master" in lines
    assert "  ≠ 40 (1 report, 1 outlet, 1 text, 1 speaker; conflicts)" in lines


def test_figures_stand_under_each_rule(record: Record) -> None:
    lines = view(record, "figures", width=100, colour=False).splitlines()
    assert any("least and most" in line for line in lines)
    assert any("How many people were injured?" in line and "12 to 40" in line for line in lines)


def test_where_there_is_no_room_for_a_table_its_rows_are_blocks(record: Record) -> None:
    lines = view(record, "reports", width=50, colour=False).splitlines()
    assert "Velm Herald" in lines and "  published: 4 March 2031" in lines


def test_differences_timeline_lineage_and_gaps(record: Record) -> None:
    row = Lineage(
        derived="courier",
        origin="herald",
        kind="rewrite",
        direction="likely",
        share=0.4,
        passages=(),
        why="In one order.",
    )
    gap = Gap(story="story", kind="one-voice", text="One voice answers it.")
    full = msgspec.structs.replace(record, lineage=(row,), gaps=(gap,))
    assert "They conflict (1)" in view(full, "differences", width=100, colour=False)
    assert "The ferry caught fire on Monday." in view(full, "timeline", width=100, colour=False)
    assert "rewrite, likely" in view(full, "lineage", width=100, colour=False)
    assert "On one voice alone (1)\n  One voice answers it." in view(full, "gaps", width=100, colour=False)


def test_statements_stand_under_their_speaker(record: Record) -> None:
    claim = record.claims[0]
    said = msgspec.structs.replace(claim, id="said", kind="statement", figure=None, statement=Statement(content_start=claim.start, content_end=claim.start + 11, direct=True, act="speech"))  # fmt: skip
    lines = view(
        msgspec.structs.replace(record, claims=(*record.claims, said)), "statements", width=100, colour=False
    ).splitlines()
    at = lines.index("The harbour master") if "The harbour master" in lines else lines.index("Harbour master")
    assert lines[at + 1] == "  “At least 12” (Velm Herald)"


def test_a_view_without_rows_says_so(record: Record) -> None:
    assert "Nothing of the kind stands in this record." in view(record, "wording", width=100, colour=False)


def test_words_of_a_report_cannot_steer_the_terminal(record: Record) -> None:
    title = "Fire\x1b[2J\x9b31m\u202eat\u2066 sea\r\x07"
    story = msgspec.structs.replace(record.stories[0], title=title)
    finding = msgspec.structs.replace(record.findings[0], question=title)
    text = view(
        msgspec.structs.replace(record, stories=(story,), findings=(finding,)), "findings", width=100, colour=False
    )
    assert not [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]


def test_words_from_right_to_left_keep_their_order(record: Record) -> None:
    story = msgspec.structs.replace(record.stories[0], title="حريق في الميناء")
    assert "حريق في الميناء" in view(
        msgspec.structs.replace(record, stories=(story,)), "places", width=60, colour=False
    )


def test_brackets_in_a_title_are_no_markup(record: Record) -> None:
    story = msgspec.structs.replace(record.stories[0], title="[bold red]Fire[/] at sea [link=http://x]y[/link]")
    assert "[bold red]Fire[/] at sea" in view(
        msgspec.structs.replace(record, stories=(story,)), "places", width=90, colour=False
    )


def test_it_is_coloured_for_a_terminal_alone(record: Record) -> None:
    assert "\x1b[" in view(record, "findings", width=100, colour=True)
    assert "\x1b" not in view(record, "findings", width=100)


def test_a_record_without_reports_has_views_too(nothing: Record) -> None:
    assert view(nothing, "findings", width=80, colour=False).startswith("No report was read.")
