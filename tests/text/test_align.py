"""Common runs of words, and passages made of them."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.align import Run, merged, shared_runs

WORDS = st.lists(st.sampled_from("abcde"), max_size=40)


def test_the_longest_run_is_found_whole() -> None:
    a = "x x the ferry left the pier at noon y".split()
    b = "so the ferry left the pier at noon".split()
    assert shared_runs(a, b, 4) == [Run(2, 1, 7)]


def test_reordered_sentences_are_two_runs() -> None:
    a, b = "a b c d e f g h".split(), "e f g h a b c d".split()
    assert shared_runs(a, b, 4) == [Run(0, 4, 4), Run(4, 0, 4)]


def test_a_replaced_word_does_not_cut_a_passage() -> None:
    a = "the old ferry left the busy pier at noon today".split()
    b = "the old ferry left the quiet pier at noon today".split()
    (stretch,) = merged(shared_runs(a, b, 4), gap=6)
    assert (stretch.a0, stretch.a1, stretch.matched) == (0, 10, 9)


def test_a_wide_gap_cuts() -> None:
    assert len(merged([Run(0, 0, 5), Run(5, 20, 5)], gap=6)) == 2


@given(WORDS, WORDS)
def test_runs_are_equal_words_and_use_none_twice(a: list[str], b: list[str]) -> None:
    runs = shared_runs(a, b, 3)
    assert all(a[r.a : r.a + r.size] == b[r.b : r.b + r.size] and r.size >= 3 for r in runs)
    used_a = [i for r in runs for i in range(r.a, r.a + r.size)]
    used_b = [i for r in runs for i in range(r.b, r.b + r.size)]
    assert len(used_a) == len(set(used_a)) and len(used_b) == len(set(used_b))
