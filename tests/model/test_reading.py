"""A sentence's tree, as the language model read it."""

from rashomon.model.reading import Reading, Token

# "Divers found the old bell ." with the heads that a parse gives: found is the root.
WORDS = (("Divers", 1), ("found", 1), ("the", 4), ("old", 4), ("bell", 1), (".", 1))


def _reading() -> Reading:
    tokens, start = [], 0
    for word, head in WORDS:
        tokens.append(Token(start, start + len(word), word, word.lower(), "X", "X", "dep", head))
        start += len(word) + 1
    return Reading("r", " ".join(word for word, _ in WORDS), tuple(tokens), ())


def test_children_stand_in_order_and_the_root_is_not_its_own() -> None:
    reading = _reading()
    assert list(reading.children(1)) == [0, 4, 5]
    assert list(reading.children(4)) == [2, 3]
    assert list(reading.children(0)) == []


def test_a_subtree_is_the_same_whoever_changed_the_last_answer() -> None:
    reading = _reading()
    reading.subtree(4).clear()
    assert reading.subtree(4) == [2, 3, 4]
    assert reading.subtree(1) == [0, 1, 2, 3, 4, 5]


def test_the_token_at_an_offset_or_the_next_one() -> None:
    reading = _reading()
    assert [reading.token_at(offset) for offset in (0, 5, 6, 7, 100)] == [0, 0, 1, 1, None]


def test_what_was_worked_out_is_no_part_of_the_value() -> None:
    used, fresh = _reading(), _reading()
    used.subtree(1)
    assert used == fresh
    assert hash(used) == hash(fresh)
