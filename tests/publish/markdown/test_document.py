"""The record as Markdown: its head, each answer with its words and chain, and nothing that a report could break."""

import msgspec
from markdown_it import MarkdownIt

from rashomon.model.judgement import Flag, judgement
from rashomon.model.lineage import Lineage
from rashomon.model.record import Gap, Record, Reliability
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


def test_what_persons_judged_is_said_where_it_holds(record: Record) -> None:
    made = judgement(
        who="Ada",
        when="2031-03-06T10:00:00Z",
        what="correct",
        of="claim",
        on=("claim-2",),
        field="figure",
        value="41",
        why="Misprint.",
    )
    flagged = msgspec.structs.replace(
        made, flags=(Flag(kind="conflict", text="The Courier gives 40 again.", on=("claim-2",)),)
    )
    first, second = record.claims
    claims = (
        msgspec.structs.replace(first, judged=(made.id,), rejected=True),
        msgspec.structs.replace(second, judged=(made.id,)),
    )
    rated = Reliability(value="B", who="Ada", why="Seldom wrong.", judgement=made.id)
    reports = (msgspec.structs.replace(record.reports[0], reliability=rated), record.reports[1])
    text = render(msgspec.structs.replace(record, judgements=(flagged,), claims=claims, reports=reports))
    assert "corrected by Ada" in text and "correct figure → **41** (claim-2). Misprint." in text
    assert "  - Later reports speak against it: The Courier gives 40 again." in text
    assert "Rejected, and nothing is made of it:\n\n- Velm Herald ← the harbour master: “At least 12 people" in text
    assert "| B (Ada: Seldom wrong.) |" in text
