"""What one line is, by the table of rules: which zone it stands in decides, and how long it is. All names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.stages.intake.line import Line, count_words
from rashomon.stages.intake.marks import folded, marks, tidy
from rashomon.stages.intake.rules import ANY, BODY, END, HEAD, RULES, UNREAD, found_anywhere, kind_of_line


def kind(text: str, zone: str) -> str | None:
    line = Line(text)
    return kind_of_line(line, zone, found_anywhere(line))


@pytest.mark.parametrize(
    ("text", "head", "body", "end"),
    [
        ("Share this article", "share", "share", "share"),
        ("Related Articles", "related", "related", "related"),
        ("5 March 2031, 10:47", "date", None, "date"),
        ("By Ada Holm", "byline", None, "byline"),
        ("Home > World > Velmora", "breadcrumb", None, None),
        ("© 2031 Velmora Herald", None, None, "source"),
        ("Residents queueing for bread at the harbour gate, Port Sorrel", None, "caption", None),
        ("The mayor closed the harbour of Velmora on Tuesday, and nine ships left it.", None, None, None),
    ],
)
def test_the_zone_decides(text: str, head: str | None, body: str | None, end: str | None) -> None:
    assert (kind(text, HEAD), kind(text, BODY), kind(text, END)) == (head, body, end)


def test_a_picture_credit_that_ends_in_a_stop_is_one_in_brackets_or_by_name() -> None:
    assert kind("Ships leave the harbour of Velmora (Ada Holm/Reuters).", BODY) == "caption"
    assert kind("Ships leave the harbour of Velmora. AP Photo/Ada Holm Jr.", BODY) == "caption"
    assert kind("Ships left the harbour of Velmora on Tuesday/Wednesday, said the AP.", BODY) is None


def test_a_line_that_no_rule_shall_look_at_has_no_kind() -> None:
    assert kind_of_line(Line("Share this article"), END, UNREAD) is None


@pytest.mark.parametrize("zone", [HEAD, BODY, END])
@given(text=st.text(max_size=300) | st.sampled_from([*marks().alone, *marks().opens, *marks().holds]))
def test_it_is_the_first_rule_of_the_table_that_knows_the_line(zone: str, text: str) -> None:
    line = Line(text)
    rules = (rule for rule in RULES if rule.zone in (zone, ANY) and len(text) <= rule.longest)
    first = next((rule for rule in rules if rule.test(line)), None)
    if first and first.kind in {"of its mark"}:
        assert kind(text, zone) == line.alone
    else:
        assert kind(text, zone) == (first.kind if first else None)


@given(st.text(alphabet=st.sampled_from("ab \t\u00a0\u2009\u3000\x1c.É’"), max_size=30))
def test_a_tidy_line_has_single_spaces(text: str) -> None:
    assert tidy(text) == " ".join(text.split())
    assert Line(text).folded == folded(text)


@given(
    st.lists(st.sampled_from(["left", "Port", "—", "7", "“", "ö", "x-y", "..."]), max_size=14),
    st.sampled_from(["", ".", "!”", "?)"]),
)
def test_prose_has_nine_words_and_a_stop(words: list[str], stop: str) -> None:
    text = " ".join(words) + stop
    ends = text.rstrip("\"'”’»)]").endswith((".", "!", "?"))
    assert Line(text).is_prose == (ends and count_words(text) >= 9)
