"""Likeness of sets of words, weighed by rarity."""

import pytest

from rashomon.text.similarity import rarity, similar_pairs, unit


def test_rare_words_weigh_more() -> None:
    weights = rarity([{"flood": 1.0, "said": 1.0}, {"said": 1.0}], background=10)
    assert weights["flood"] > weights["said"] > 0


def test_pairs_are_the_cosines_of_a_full_comparison() -> None:
    sets = [{"a": 1.0, "b": 1.0}, {"a": 1.0, "c": 1.0}, {"d": 1.0}]
    vectors = [unit(each, rarity(sets, 5)) for each in sets]
    expected = sum(value * vectors[1].get(key, 0.0) for key, value in vectors[0].items())
    assert similar_pairs(vectors, 0.01, 10) == {(0, 1): pytest.approx(expected, abs=1e-5)}
