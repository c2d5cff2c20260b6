"""Latin spellings of names that are written in another script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reference.places import fold
from rashomon.reference.sounds import alike, apart, heard


@pytest.mark.parametrize(
    ("some", "other"),
    [
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Mazar-i-Sharif", "Mazar-e Sharif"),
        ("Hodeidah", "Al Hudaydah"),
        ("Jarabulus", "Jarablous"),
        ("Zhanaozen", "Janaozen"),
        ("Sanamayn", "As Sanamein"),
        ("Khartoum", "Khartum"),
        ("Qandahar", "Kandahar"),
        ("Beit Lahiya", "Bayt Lahya"),
    ],
)
def test_spellings_of_one_name_are_alike(some: str, other: str) -> None:
    (consonants, vowels), (others, other_vowels) = heard(fold(some)), heard(fold(other))
    assert consonants == others
    assert alike(vowels, other_vowels)


@pytest.mark.parametrize(
    ("some", "other"), [("Homs", "Hama"), ("Hajin", "Hujayn"), ("Saraqeb", "Suran"), ("Douma", "Damah"), ("Sur", "Sar")]
)
def test_other_names_are_not(some: str, other: str) -> None:
    (consonants, vowels), (others, other_vowels) = heard(fold(some)), heard(fold(other))
    assert consonants != others or not alike(vowels, other_vowels)


@given(st.text(max_size=60))
def test_any_text_has_one_vowel_run_more_than_consonants(text: str) -> None:
    consonants, vowels = heard(fold(text))
    assert len(vowels) == len(consonants) + 1
    assert apart(vowels, vowels) == 0
