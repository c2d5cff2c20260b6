"""Keys under which two spellings are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.stages.entities.names import body_words, initials, is_acronym, same_person, sound


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zhaksylyk Dzhumabaev", "Jaqsylyq Jumabayev"),
        ("Сергей Хасанов", "Sergey Khasanov"),
        ("Aleksandr Petrov", "Alexander Petrov"),
        ("Yevgeny Orlov", "Evgenii Orlov"),
        ("J. Lomax", "Jonathan Lomax"),
        ("Park Min-jun", "Park Min Jun"),
    ],
)
def test_one_person_in_two_spellings(a: str, b: str) -> None:
    assert same_person(a, b) and same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrey Orlov", "Anatoly Orlov"),
        ("Ann Lomax", "Ann Petrov"),
        ("Lomax", "Ann Lomax"),
        ("Ed Lomax Sr.", "Ed Lomax Jr."),
    ],
)
def test_two_persons(a: str, b: str) -> None:
    assert not same_person(a, b)


def test_a_bodys_words_whatever_their_order_and_owner() -> None:
    assert body_words("Norwegian Health Ministry") == body_words("Ministry of Health of Norway")
    assert body_words("Defence Organisation") == body_words("Defense Organization")
    assert body_words("Security Council") != body_words("Joint Security Council")


def test_acronyms() -> None:
    assert "NHSO" in initials("Northern Harbour Safety Organisation")
    assert is_acronym("NHSO") and is_acronym("U.N.") and not is_acronym("Nhso")


@given(st.text(max_size=60))
def test_sound_is_settled(name: str) -> None:
    assert sound(name) == sound(name.strip())
