"""A span leads to the same words in the changed text, or to what was kept of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.careful.changes import Change, Changed

TEXT = "Mara Quill fell ill in Orlav. The mine was closed. Nobody said why."


def change(words: str, by: str, instead: bool) -> Change:
    start = TEXT.index(words)
    return Change(start, start + len(words), by, instead)


def read(changed: Changed, words: str) -> str | None:
    start = TEXT.index(words)
    span = changed.span(start, start + len(words))
    return changed.text[slice(*span)] if span else None


def test_a_label_stands_whole_in_every_span_that_touched_the_name() -> None:
    changed = Changed(TEXT, [change("Mara Quill", "[person 1]", instead=True)])
    assert changed.text.startswith("[person 1] fell ill")
    assert read(changed, "Mara Quill fell ill") == "[person 1] fell ill"
    assert read(changed, "Quill") == "[person 1]"
    assert read(changed, "Quill fell") == "[person 1] fell"
    assert read(changed, "The mine was closed.") == "The mine was closed."


def test_a_span_is_cut_to_what_was_kept_of_it() -> None:
    changed = Changed(TEXT, [change(" The mine was closed. ", " […] ", instead=False)])
    assert changed.text == "Mara Quill fell ill in Orlav. […] Nobody said why."
    assert read(changed, "mine was") is None
    assert read(changed, "Orlav. The mine") == "Orlav."
    assert read(changed, "closed. Nobody") == "Nobody"
    assert read(changed, "Orlav. The mine was closed. Nobody") == "Orlav. […] Nobody"
    assert not changed.whole(0, len(TEXT))
    assert changed.whole(0, 12)
    assert changed.kept == len(TEXT) - len(" The mine was closed. ")


def test_changes_that_overlap_are_a_fault() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Changed(TEXT, [Change(0, 9, "", True), Change(5, 12, "", True)])


@st.composite
def changed_texts(draw: st.DrawFn) -> tuple[str, list[Change]]:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=8))))
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        found.append(Change(start, end, draw(st.sampled_from(["[person 1]", " […] ", "x"])), draw(st.booleans())))
    return text, found


@given(changed_texts(), st.integers(0, 60), st.integers(0, 60))
def test_spans_stay_in_the_text_and_kept_words_stay_the_same(
    made: tuple[str, list[Change]], one: int, other: int
) -> None:
    text, changes = made
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if start == end:
        return
    changed = Changed(text, changes)
    span = changed.span(start, end)
    if span is None:
        assert not changed.whole(start, end)
    else:
        assert 0 <= span[0] < span[1] <= len(changed.text)
    if all(change.end <= start or end <= change.start for change in changes):
        assert span and changed.text[slice(*span)] == text[start:end]


@given(changed_texts(), st.data())
def test_order_stays(made: tuple[str, list[Change]], data: st.DataObject) -> None:
    """What lay inside another span lies inside it still: a figure in its quotation, a quotation in its passage."""
    text, changes = made
    a, b, c, d = sorted(data.draw(st.integers(0, len(text))) for _ in range(4))
    changed = Changed(text, changes)
    outer, inner = (changed.span(a, d) if a < d else None), (changed.span(b, c) if b < c else None)
    if inner:
        assert outer and outer[0] <= inner[0] < inner[1] <= outer[1]
