"""Hashes of runs of words."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.normalize import words
from rashomon.text.shingles import hashed, runs, sequence_hash


def test_a_text_of_seven_words_has_three_runs_of_five() -> None:
    assert len(runs("a b c d e f g".split(), 5)) == 3


def test_a_short_text_has_one_run_and_an_empty_one_none() -> None:
    assert runs(["a", "b"], 5) == (sequence_hash(["a", "b"]),)
    assert runs([], 5) == ()


def test_order_and_length_count() -> None:
    assert sequence_hash(["a", "b"]) != sequence_hash(["b", "a"])
    assert sequence_hash(["a"]) != sequence_hash(["a", "a"])


@given(st.lists(st.text(alphabet="ab3-, ", max_size=30), max_size=4), st.integers(1, 6))
def test_one_sweep_gives_the_hashes_of_each_sentence(sentences: list[str], length: int) -> None:
    forms = [words(each).forms for each in sentences]
    found = hashed(sentences, length)
    assert found.hashes == tuple(map(sequence_hash, forms))
    assert found.runs == tuple(runs(each, length) for each in forms)
    assert found.words == tuple(map(len, forms))
