from hypothesis import given
from hypothesis import strategies as st

from rashomon.stages.reading.runs import runs


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 20))
def test_runs_hold_all_sentences_in_order_and_are_no_larger_than_asked(sizes: list[int], most: int) -> None:
    found = list(runs(sizes, most))
    assert [size for _, some in found for size in some] == sizes
    assert [start for start, _ in found] == [sum(sum(some) for _, some in found[:i]) for i in range(len(found))]
    assert all(sum(some) <= most or len(some) == 1 for _, some in found)
