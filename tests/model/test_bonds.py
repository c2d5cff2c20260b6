"""What persons decide is kept as they decided it: nothing is changed, a later decision outranks an earlier one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.bonds import Bonds, uphold
from rashomon.model.judgement import JOIN, SPLIT, UNDO, Judgement, judgement

ALL = "abcdef"


def join(minute: int, on: str) -> Judgement:
    return judgement(who="ada", when=f"2031-05-06T10:{minute:02}:00+00:00", what=JOIN, on=tuple(on), why="one ship")


def split(minute: int, on: str, against: str) -> Judgement:
    return judgement(
        who="ben",
        when=f"2031-05-06T10:{minute:02}:00+00:00",
        what=SPLIT,
        on=tuple(on),
        against=tuple(against),
        why="another ship",
    )


def undo(minute: int, *judgements: Judgement) -> Judgement:
    ids = tuple(each.id for each in judgements)
    return judgement(who="ada", when=f"2031-05-06T10:{minute:02}:00+00:00", what=UNDO, on=ids, why="misread")


def test_a_join_holds_its_reports_together() -> None:
    assert uphold([join(1, "abc")], ALL).bonds == Bonds(together=(("a", "b"), ("a", "c")))


def test_a_split_holds_its_reports_together_and_apart_from_the_others() -> None:
    bonds = uphold([split(1, "ab", "cd")], ALL).bonds
    assert bonds.together == (("a", "b"),)
    assert set(bonds.apart) == {("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")}


def test_a_later_judgement_outranks_an_earlier_one() -> None:
    together, apart = join(1, "ab"), split(2, "a", "b")
    assert uphold([together, apart], ALL) == ((apart,), Bonds(apart=(("a", "b"),)))
    again = join(3, "ab")
    assert uphold([together, apart, again], ALL) == ((together, again), Bonds(together=(("a", "b"),)))


def test_what_of_a_judgement_is_not_contradicted_still_holds() -> None:
    held = uphold([join(1, "abcd"), split(2, "a", "bcd")], ALL)
    assert len(held.judgements) == 2
    assert held.bonds.together == (("b", "c"), ("b", "d"))


def test_an_earlier_judgement_yields_to_later_ones_that_contradict_it_through_others() -> None:
    first = join(1, "ab")
    held = uphold([first, join(2, "bc"), split(3, "a", "c")], ALL)
    assert first not in held.judgements
    assert held.bonds == Bonds(together=(("b", "c"),), apart=(("a", "c"),))


def test_what_is_undone_holds_no_longer_and_an_undo_can_be_undone() -> None:
    first = join(1, "ab")
    second = undo(2, first)
    assert uphold([first, second], ALL) == ((), Bonds())
    assert uphold([first, second, undo(3, second)], ALL).judgements == (first,)


def test_an_undo_does_not_reach_what_came_after_it() -> None:
    late = join(9, "ab")
    assert uphold([undo(2, late), late], ALL).judgements == (late,)


def test_reports_that_are_not_there_are_passed_over() -> None:
    assert uphold([join(1, "ax"), split(2, "a", "xy"), split(3, "x", "a")], ALL) == ((), Bonds())
    assert uphold([join(1, "abx")], ALL).bonds == Bonds(together=(("a", "b"),))


def test_the_order_of_the_log_does_not_matter() -> None:
    log = [join(1, "ab"), join(2, "bc"), split(3, "a", "c"), join(3, "de")]
    assert len({uphold(each, ALL) for each in permutations(log)}) == 1


REPORTS = st.sets(st.sampled_from(ALL), min_size=1, max_size=4).map("".join)
JUDGEMENTS = st.lists(st.one_of(st.tuples(REPORTS), st.tuples(REPORTS, REPORTS)), max_size=8)


@given(JUDGEMENTS)
def test_no_two_reports_are_both_together_and_apart_and_the_last_word_holds(drawn: list[tuple[str, ...]]) -> None:
    log = [join(i, *each) if len(each) == 1 else split(i, *each) for i, each in enumerate(drawn)]
    bonds = uphold(log, ALL).bonds
    group = {each: {each} for each in ALL}
    for a, b in bonds.together:
        group[a] |= group[b]
        for each in group[a]:
            group[each] = group[a]
    assert all(b not in group[a] for a, b in bonds.apart)
    if log and log[-1].what == JOIN:
        assert set(log[-1].on) <= group[log[-1].on[0]]
