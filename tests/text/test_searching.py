"""Words as a search sees them, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.searching import Run, asked, holds, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The FERRY Halvorsund's captain", "the ferry halvorsund s captain"),
        ("Brekkøy, Łódź, naïve, straße", "brekkoy lodz naive strasse"),
        ("İstanbul ısland", "istanbul island"),
        ("café co­operate", "cafe cooperate"),
        ("1,200 km²", "1 200 km2"),
        ("Ёлка", "елка"),
        ("ОΔΟΣ", "оδοσ"),
        ("地震 in 東海2031", "地 震 in 東 海 2031"),
        ("한국 정부", "한국 정부"),
        ("हिन्दी में", "हिन्दी में"),
        ("مُحَمَّد", "محمد"),
        (" — … !", ""),
    ],
)
def test_words_are_folded_in_their_own_script(text: str, folded: str) -> None:
    assert words(text) == folded


def test_each_word_is_sought_by_its_beginning_and_quoted_words_as_they_stand() -> None:
    assert asked('Fer "port of Brekkøy" “old mill” fer') == (
        Run("fer"),
        Run("port of brekkoy", whole=True),
        Run("old mill", whole=True),
    )


def test_a_word_with_a_sign_in_it_is_sought_as_its_parts_one_behind_the_other() -> None:
    (run,) = asked("O’Hara-Lind")
    assert run == Run("o hara lind")
    assert holds(words("said O'Hara-Lindgren"), (run,))
    assert not holds(words("Lind and O'Hara"), (run,))


def test_what_is_asked_is_bounded() -> None:
    assert asked('- ! ""') == ()
    assert len(asked(" ".join(f"w{number}" for number in range(500)))) == 32
    assert asked("a" * 100_000) == (Run("a" * 1000),)


@given(st.text(max_size=60))
def test_folding_again_changes_nothing_and_leaves_letters_marks_and_digits_alone(text: str) -> None:
    once = words(text)
    assert words(once) == once
    assert "  " not in once and once == once.strip()
    assert all(c.isalnum() or c == " " or not c.isascii() for c in once)


@given(st.text(max_size=60))
def test_every_text_holds_its_own_words(text: str) -> None:
    assert holds(words(text), asked(text))
