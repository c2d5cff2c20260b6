"""Rarity of words."""

from rashomon.text.similarity import rarity


def test_rare_words_weigh_more() -> None:
    weights = rarity([{"flood": 1.0, "said": 1.0}, {"said": 1.0}], background=10)
    assert weights["flood"] > weights["said"] > 0
