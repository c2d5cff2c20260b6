"""Words of reports stay words, whatever stands in them: markdown-it reads them back as plain text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rashomon.publish.markdown.text import link, marked, quoted, table, text

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=60)
HOSTILE = (
    "<script>alert(1)</script>", "# Heading", "- item", "1. item", "> quote", "```", "~~~", "---", "===", "* * *", "+ x", "[a](javascript:alert(1))",
    "![x](http://x)", "<http://x>", "&lt;img&gt;", "a | b | c", "**bold** _it_ ~~no~~", "`code`", "\\*", "[ref]: http://x", "<!-- x", "12) x", "snake_case_name",
    "_x_", "$5 and $6", "www.example.org", "https://example.org/x", "4 < 5 & 6 > 3", "&#60;b&#62;", ":::", "!important",
)  # fmt: skip


def inline(markdown: str) -> list[tuple[str, str]]:
    """Tokens inside the blocks."""
    return [(token.type, token.content) for block in READER.parse(markdown) for token in block.children or ()]


def read(markdown: str) -> str:
    tokens = inline(markdown)
    assert {kind for kind, _ in tokens} <= {"text", "text_special"}, tokens
    return "".join(content for _, content in tokens)


def line(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("place", ["{}", "- {}", "# {}", "1. {}", "| ¶ |\n| --- |\n| {} |"])
def test_nothing_breaks_out(words: str, place: str) -> None:
    tokens = READER.parse(place.format(text(words)))
    assert [token.type for token in tokens] == [token.type for token in READER.parse(place.format("plain"))]
    assert read(place.format(text(words))).removeprefix("¶") == line(words)


@given(LINES)
@example("C #")
@example("Velm ##")
def test_a_heading_keeps_all_its_words(words: str) -> None:
    found = read(f"# x {text(words)}").replace("\u2068", "").replace("\u2069", "")
    assert line(found) == line(f"x {words}")


@given(LINES)
@example("a\\")
@example("_")
@example("&amp;")
@example("-\t-")
def test_what_is_read_back_is_what_was_written(words: str) -> None:
    found = read(f"- x {text(words)} y").replace("\u2068", "").replace("\u2069", "")
    assert line(found) == line(f"x {words} y")


@given(LINES)
def test_a_line_of_its_own_opens_no_block(words: str) -> None:
    kinds = [token.type for token in READER.parse(text(words) + "\n\nplain")]
    assert kinds in (
        ["paragraph_open", "inline", "paragraph_close"] * 2,
        ["paragraph_open", "inline", "paragraph_close"],
    )


def test_lines_and_what_is_hidden_become_blanks() -> None:
    assert text("Fire\n\n# at\u2028sea\x1b[2J\u202eeno") == "Fire # at sea \\[2J eno"


def test_words_from_right_to_left_turn_nothing_beside_them() -> None:
    assert text("حريق في الميناء") == "\u2068حريق في الميناء\u2069"


def test_a_quotation_brings_its_marks_or_gets_them() -> None:
    assert quoted("We saw it") == "“We saw it”"
    assert quoted("“We saw it”") == "“We saw it”"


def test_the_answering_words_are_bold_where_that_can_be_told() -> None:
    assert marked("At least 12 were hurt.", 0, 11) == "“**At least 12** were hurt.”"
    assert marked("Some 12 were hurt.", 5, 7) == "“Some **12** were hurt.”"
    assert marked("(12) hurt", 0, 4) == "“(12) hurt”"


def test_a_link_leads_to_the_web_or_nowhere() -> None:
    assert (
        link("Velm [Herald]", "https://velm.example/a b(c)") == r"[Velm \[Herald\]](https://velm.example/a%20b%28c%29)"
    )
    assert link("Velm", "javascript:alert(1)") == "Velm" == link("Velm", None)
    assert READER.render(link("x", "https://a.example/)<script>")).count("<") == 4


def test_a_table_keeps_its_columns() -> None:
    html = READER.render(table(("a", "b"), [(text("x | y"), "1"), ("", "2")], numbers=(1,)))
    assert html.count("<td") == 4 and "x | y" in html and 'style="text-align:right"' in html


def test_long_runs_of_marks_are_escaped_in_no_time() -> None:
    for mark in "#*_`[&<\\":
        assert len(text(mark * 200_000 + "x")) >= 200_000
