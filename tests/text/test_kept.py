"""Values are kept by word, within bounds, and are the same whether they were kept or not."""

from collections.abc import Callable

import pytest

from rashomon.text import kept
from rashomon.text.kept import Kept


def _noting(made: list[str]) -> Callable[[str], int]:
    def length(word: str) -> int:
        made.append(word)
        return len(word)

    return length


def test_a_value_is_made_once_while_it_is_kept() -> None:
    made: list[str] = []
    lengths = Kept(_noting(made))
    assert [*map(lengths.__getitem__, ["ferry", "pier", "ferry"])] == [5, 4, 5]
    assert made == ["ferry", "pier"]


def test_common_words_stay_when_it_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    made: list[str] = []
    lengths = Kept(_noting(made))
    for word in ("ferry", "pier", "ferry", "tug", "ferry", "crane", "ferry"):
        assert lengths[word] == len(word)
    assert len(lengths) <= 2
    assert made.count("ferry") == 1


def test_a_word_of_a_page_fills_no_memory() -> None:
    lengths = Kept(len)
    assert lengths["x" * 10_000] == 10_000
    assert not lengths
