"""Hashes of runs of words."""

from rashomon.text.shingles import runs, sequence_hash


def test_a_text_of_seven_words_has_three_runs_of_five() -> None:
    assert len(runs("a b c d e f g".split(), 5)) == 3


def test_a_short_text_has_one_run_and_an_empty_one_none() -> None:
    assert runs(["a", "b"], 5) == (sequence_hash(["a", "b"]),)
    assert runs([], 5) == ()


def test_order_and_length_count() -> None:
    assert sequence_hash(["a", "b"]) != sequence_hash(["b", "a"])
    assert sequence_hash(["a"]) != sequence_hash(["a", "a"])
