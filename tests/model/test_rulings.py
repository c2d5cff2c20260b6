"""What persons decide on one row: the later holds, an adjudication before all others, whatever the order of the log."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.judgement import CLAIM, CONFIRM, CORRECT, NOTE, OUTLET, RATE, REJECT, UNDO, Judgement, judgement
from rashomon.model.rulings import Ruling, rulings


def made(minute: int, what: str, on: str = "a", **more: object) -> Judgement:
    of = OUTLET if what == RATE else CLAIM
    when = f"2031-05-06T10:{minute:02}:00+00:00"
    return judgement(who="ada", when=when, what=what, on=tuple(on), why="seen", of=of, **more)  # type: ignore[arg-type]


def figure(minute: int, value: str, **more: object) -> Judgement:
    return made(minute, CORRECT, field="figure", value=value, **more)


def on_a(*log: Judgement) -> Ruling:
    return rulings(log, {"a"}, CLAIM).get("a", Ruling())


def test_what_nobody_judged_has_no_ruling() -> None:
    assert rulings([made(1, REJECT, on="b")], {"a"}, CLAIM) == {}


def test_of_two_corrections_of_one_field_the_later_holds() -> None:
    first, second = figure(1, "12"), figure(2, "14")
    ruling = on_a(first, second)
    assert ruling.corrected == {"figure": second}
    assert ruling.judged == (second.id,)


def test_corrections_of_two_fields_both_hold() -> None:
    date = made(2, CORRECT, field="date", value="2031-05-06")
    assert set(on_a(figure(1, "12"), date).corrected) == {"date", "figure"}


def test_two_who_correct_it_alike_agree() -> None:
    first, second = figure(1, "12"), figure(2, "12")
    assert on_a(first, second).judged == (first.id, second.id)


def test_an_adjudication_outranks_what_came_later() -> None:
    settled = figure(1, "12", final=True)
    assert on_a(settled, figure(2, "14")).corrected["figure"] is settled


def test_a_rejection_yields_to_a_later_confirmation_and_the_other_way_round() -> None:
    assert on_a(made(1, REJECT), made(2, CONFIRM)).rejected is None
    assert on_a(made(1, CONFIRM), made(2, REJECT)).rejected is not None
    assert on_a(figure(1, "12"), made(2, REJECT)).corrected == {}
    assert on_a(made(1, REJECT), figure(2, "12")).rejected is None


def test_a_confirmation_knows_the_correction_that_it_was_shown() -> None:
    corrected = figure(1, "12")
    knowing, not_knowing = made(2, CONFIRM, knowing=[corrected.id]), made(2, CONFIRM)
    assert on_a(corrected, knowing).corrected == {"figure": corrected}
    assert on_a(corrected, not_knowing).corrected == {}


def test_a_confirmation_of_one_field_leaves_the_others_open() -> None:
    date = made(1, CORRECT, field="date", value="2031-05-06")
    assert on_a(date, figure(2, "12"), made(3, CONFIRM, field="figure")).corrected == {"date": date}


def test_a_confirmation_of_the_whole_still_holds_of_what_was_not_corrected_since() -> None:
    whole, one_field = made(1, CONFIRM), made(1, CONFIRM, field="figure")
    later = figure(2, "12")
    assert on_a(whole, later).judged == (whole.id, later.id)
    assert on_a(one_field, later).judged == (later.id,)


def test_a_note_always_stands_and_changes_nothing() -> None:
    note = made(2, NOTE)
    ruling = on_a(made(1, REJECT), note)
    assert note.id in ruling.judged
    assert ruling.rejected is not None


def test_the_later_rating_holds() -> None:
    first, second = made(1, RATE, value="B"), made(2, RATE, value="E")
    assert rulings([first, second], {"a"}, OUTLET)["a"].rated is second


def test_what_is_undone_is_as_if_it_had_never_been() -> None:
    first, second = figure(1, "12"), figure(2, "14")
    undone = judgement(who="ada", when="2031-05-06T10:30:00+00:00", what=UNDO, on=[second.id], why="misread")
    assert on_a(first, second, undone) == on_a(first)


ANY = st.builds(
    made,
    st.integers(0, 59),
    st.sampled_from([REJECT, CONFIRM, NOTE]),
    st.sampled_from(["a", "b", "ab"]),
    final=st.booleans(),
) | st.builds(figure, st.integers(0, 59), st.sampled_from(["12", "14"]), on=st.sampled_from(["a", "ab"]))


@given(st.lists(ANY, max_size=4))
def test_the_order_of_the_log_says_nothing(log: list[Judgement]) -> None:
    first = rulings(log, {"a", "b"}, CLAIM)
    assert all(rulings(some, {"a", "b"}, CLAIM) == first for some in permutations(log))


@given(st.lists(ANY, max_size=6))
def test_a_rejected_row_has_no_corrections_beside(log: list[Judgement]) -> None:
    assert all(not ruling.corrected for ruling in rulings(log, {"a", "b"}, CLAIM).values() if ruling.rejected)
