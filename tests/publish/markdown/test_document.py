"""The record as Markdown: its head, each answer with its words and chain, and nothing that a report could break."""

import msgspec
from markdown_it import MarkdownIt

from rashomon.model.judgement import judgement
from rashomon.model.lineage import Lineage
from rashomon.model.record import Gap, Record
from rashomon.publish.markdown import render

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def test_the_head_says_how_much_is_one_voice(record: Record) -> None:
    lines = render(record).splitlines()
    assert lines[0] == "# Ferry burns off Port Velm"
    assert "**2 reports, 2 outlets, 2 text origins, 1 speaker**" in lines


def test_each_answer_stands_with_its_own_words_and_the_chain_of_who_says_so(record: Record) -> None:
    text = render(record)
    assert "#### 1. How many people were injured?" in text
    assert (
        "  - Velm Herald ← the harbour master: “**At least 12** people were injured, the harbour master said” (3 March 2031; characters"
        in text
    )
    assert (
        "- **40** (1 report, 1 outlet, 1 text, 1 speaker; conflicts: Two numbers for the same people on the same day.)"
        in text
    )


def test_figures_stand_under_each_rule_with_what_it_did(record: Record) -> None:
    text = render(record)
    assert "| How many people were injured? | at least 12 | 12 to 40 | 2 |" in text
    assert "least and most: The least and the most that is reported." in text


def test_differences_are_typed(record: Record) -> None:
    assert "### They conflict (1)" in render(record)
    assert "**at least 12** (Velm Herald) ≠ **40** (Island Courier)" in render(record)


def test_a_hostile_report_makes_no_markup(record: Record) -> None:
    story = msgspec.structs.replace(
        record.stories[0], title="</h1><script>alert(1)</script>\n# [x](javascript:alert(1)) | y"
    )
    html = READER.render(render(msgspec.structs.replace(record, stories=(story,))))
    assert "<script" not in html and "<img" not in html and "href=" not in html and html.count("<h1>") == 3


def test_all_that_a_record_holds_has_its_section(record: Record) -> None:
    row = Lineage(
        derived="courier",
        origin="herald",
        kind="rewrite",
        direction="likely",
        share=0.4,
        passages=(),
        why="Words in one order.",
    )
    gap = Gap(story="story", kind="one-voice", text="One voice answers it.")
    made = judgement(
        who="Ada", when="2031-03-06T10:00:00Z", what="note", of="claim", on=("claim-1",), why="Seen on film, *too*."
    )
    text = render(msgspec.structs.replace(record, lineage=(row,), gaps=(gap,), judgements=(made,)))
    assert "| Island Courier | Velm Herald | rewrite, likely | 40 % | Words in one order. |" in text
    assert "### On one voice alone (1)\n\n- One voice answers it." in text
    assert r"6 March 2031, 10:00, Ada: note (claim-1). Seen on film, \*too\*." in text
    assert "| Port Velm | yes |   | not located |" in text
    assert "# Not read\n\n- broken.pdf: The file is empty." in text and "No time of day was found." in text


def test_a_record_without_reports_is_a_document_too(nothing: Record) -> None:
    assert render(nothing).startswith("# No report was read\n")


def test_the_same_record_gives_the_same_text(record: Record) -> None:
    assert render(record) == render(record)
