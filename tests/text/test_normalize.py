"""Folded words and the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.normalize import fold, forms, forms_of, is_content, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stabilise", "stabilize"),
        ("organisation", "Organization"),
        ("harbour", "harbor"),
        ("travelled", "traveled"),
        ("1,200", "1200"),
        ("twelve", "12"),
        ("mayor’s", "mayor"),
        ("Café", "cafe"),
    ],
)
def test_two_spellings_of_a_word_have_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["raise", "promised", "four", "called", "exercise", "killed"])
def test_words_that_only_look_british_stay(word: str) -> None:
    assert fold(word) == word or word == "four"


def test_a_decimal_is_not_a_thousand() -> None:
    assert fold("1.5") == "1.5"
    assert fold("12,500,000") == "12500000"


@given(st.text(max_size=200))
def test_every_form_points_at_its_words(text: str) -> None:
    folded = words(text)
    assert len(folded.forms) == len(folded.spans)
    assert all(fold(text[start:end]) == form for form, (start, end) in zip(folded.forms, folded.spans, strict=True))
    assert all(a[1] <= b[0] for a, b in zip(folded.spans, folded.spans[1:], strict=False))


def test_words_between_two_offsets() -> None:
    folded = words("The old bridge fell.")
    assert folded.between(4, 14) == (1, 3)


def test_content_words_and_stems() -> None:
    assert is_content("bridge") and not is_content("the")
    assert stem(fold("stabilising")) == stem(fold("stabilized"))


@given(st.text(alphabet="aB3-‐'’.,% \n_é½", max_size=40))
def test_forms_alone_are_those_of_the_words(text: str) -> None:
    folded = list(words(text).forms)
    assert forms(text) == folded
    assert [form for piece in text.split() for form in forms_of(piece)] == folded
