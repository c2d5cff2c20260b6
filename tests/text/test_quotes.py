"""Quotation marks: what a text quotes, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.quotes import is_speech, quotations


def quoted(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"We leave at dawn," she said. "Nobody stays."', ["We leave at dawn,", "Nobody stays."]),
        ("“We leave at dawn,” she said.", ["We leave at dawn,"]),
        ("He called it «a gift» and left.", ["a gift"]),
        ("Er sagte „Wir gehen“ und ging.", ["Wir gehen"]),
        ("''We leave,'' he said. ''Now.''", ["We leave,", "Now."]),
        ("'We leave now,' the miner's son said.", ["We leave now,"]),
        ("The ministers' plan and the '90s weren't mentioned.", []),
        ("A 6'2\" man and a 12'10\" wall.", []),
        ("She said “he told us ‘go home’ twice” again.", ["he told us ‘go home’ twice"]),
        ('The text breaks off. "', []),
    ],
)
def test_each_kind_of_mark(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_a_quotation_of_several_paragraphs_is_opened_in_each() -> None:
    text = "“We had no water.\n\n“We had no bread.”\n\nThe end."
    first, second = quotations(text)
    assert first.goes_on and not first.closed
    assert second.closed and not second.goes_on


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    text = "“We had no water.\n\nThe mayor left."
    (only,) = quotations(text)
    assert text[only.start : only.end] == "“We had no water."
    assert not only.goes_on


def test_a_missing_closing_mark_before_the_next_quotation_ends_at_the_stop() -> None:
    assert quoted("“We had no water, she said. “We had no bread.”") == [
        "We had no water, she said.",
        "We had no bread.",
    ]


def test_a_word_or_two_set_apart_is_no_speech() -> None:
    text = 'The so-called "peace column" came. "No," she said. "We never saw a column of any kind," he said.'
    assert [is_speech(text, q) for q in quotations(text)] == [False, True, True]


@given(st.text(alphabet="ab '\"“”‘’«»„.,\n6s", max_size=80))
def test_spans_lie_in_order_in_the_text_and_hold_words(text: str) -> None:
    last = 0
    for q in quotations(text):
        assert last <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert any(c.isalnum() for c in text[q.inner_start : q.inner_end])
        last = q.end


@given(
    st.lists(
        st.text(alphabet="abc ,", min_size=1, max_size=12).filter(lambda s: s.strip(" ,") != ""), min_size=1, max_size=5
    )
)
def test_paired_marks_are_all_found(parts: list[str]) -> None:
    text = " he said. ".join(f"“{part}”" for part in parts)
    assert quoted(text) == parts
