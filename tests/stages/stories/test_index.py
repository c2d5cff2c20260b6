"""Stories are a function of the set of reports, however it came together."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.bonds import Bonds
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories.index import Given, StoryIndex
from rashomon.stages.stories.keeping import kept, taken_up
from rashomon.stages.stories.settings import Settings

TOWNS = ("Brekkoy", "Tavastia", "Carrow", "Ostrava Bay")
WHO = ("Jory Vance", "Petra Sollan", "Ina Marrow", "Bram Quill", "Cleo Pask")
WHAT = (
    "was shot dead on Quay Street", "was stabbed in a bar on Mill Lane", "drowned when the ferry Halvorsund ran aground",
    "was treated for smoke after the paper mill burned", "told a court how the dam had broken",
)  # fmt: skip
TEXT = st.builds(
    lambda who, what, town, more: f"{who}, {20 + len(more)}, {what} in {town} on Monday. Police in {town} {more}.",
    st.sampled_from(WHO),
    st.sampled_from(WHAT),
    st.sampled_from(TOWNS),
    st.sampled_from(("seek a grey car", "asked for witnesses of the fire", "named the victim", "arrested a sailor")),
)
DAY = st.sampled_from((None, *(f"2031-{month:02}-{day:02}" for month in (3, 4, 6) for day in (1, 3, 9, 27))))
VOICE = st.sampled_from((None, None, None, "v1", "v2"))
COLLECTION = st.lists(st.tuples(TEXT, DAY, VOICE), max_size=14)
QUICK = Settings(background=40, memory=28, standing=3, heft=6.0, heft_late=9.0)


def made(rows: list[tuple[str, str | None, str | None]]) -> list[Given]:
    reports = [
        Report(id=f"r{i:02}", source=f"r{i}", text=text, language="en", published=day)
        for i, (text, day, _) in enumerate(rows)
    ]
    return [Given(report, sketch(report), row[2]) for report, row in zip(reports, rows, strict=True)]


def at_once(given: list[Given], bonds: Bonds | None = None) -> tuple[Story, ...]:
    index = StoryIndex(QUICK)
    index.put(given)
    index.bind(bonds or Bonds())
    return index.stories()


@settings(deadline=None, max_examples=60)
@given(COLLECTION, st.randoms(use_true_random=False), st.integers(1, 4))
def test_the_same_reports_in_any_order_and_in_any_portions_make_the_same_stories(rows, random, portion) -> None:  # type: ignore[no-untyped-def]
    reports = made(rows)
    whole = at_once(reports)
    random.shuffle(reports)
    index = StoryIndex(QUICK)
    for i in range(0, len(reports), portion):
        index.put(reports[i : i + portion])
    assert index.stories() == whole


@settings(deadline=None, max_examples=40)
@given(COLLECTION, COLLECTION)
def test_reports_that_are_taken_out_leave_no_trace(rows, more) -> None:  # type: ignore[no-untyped-def]
    reports = made(rows + more)
    index = StoryIndex(QUICK)
    index.put(reports)
    index.drop(each.report.id for each in reports[len(rows) :])
    assert index.stories() == at_once(reports[: len(rows)])


@settings(deadline=None, max_examples=40)
@given(COLLECTION)
def test_what_is_said_to_have_changed_is_what_changed(rows) -> None:  # type: ignore[no-untyped-def]
    index = StoryIndex(QUICK)
    told: dict[str, Story] = {}
    for each in made(rows):
        changed = index.put([each])
        told = {id: story for id, story in told.items() if id not in changed.gone} | {
            one.id: one for one in changed.made
        }
        assert told == {story.id: story for story in index.stories()}


@settings(deadline=None, max_examples=40)
@given(COLLECTION, st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13), st.booleans()), max_size=4))
def test_judgements_can_come_before_or_after_the_reports_and_be_taken_back(rows, judged) -> None:  # type: ignore[no-untyped-def]
    pairs = {
        joined: tuple((f"r{a:02}", f"r{b:02}") for a, b, was in judged if was == joined) for joined in (True, False)
    }
    bonds = Bonds(together=pairs[True], apart=pairs[False])
    before = StoryIndex(QUICK)
    before.bind(bonds)
    before.put(made(rows))
    assert before.stories() == at_once(made(rows), bonds)
    before.bind(Bonds())
    assert before.stories() == at_once(made(rows))


def test_a_voice_that_changes_is_taken_anew() -> None:
    one, other = made([("Jory Vance was shot in Carrow.", None, None), ("A mill burned in Tavastia.", None, None)])
    index = StoryIndex(QUICK)
    index.put([one, other])
    assert len(index.stories()) == 2
    index.put([one._replace(voice="v"), other._replace(voice="v")])
    assert len(index.stories()) == 1


def test_a_report_that_comes_again_changes_nothing() -> None:
    index, reports = StoryIndex(QUICK), made([("Jory Vance was shot in Carrow.", "2031-03-01", None)])
    index.put(reports)
    assert index.put(reports) == ((), ()) and len(index) == 1


def test_a_thousand_identical_reports_are_one_story_and_quickly_so() -> None:
    reports = made(
        [("Jory Vance, 31, was shot dead on Quay Street in Carrow. Police seek a grey car.", "2031-03-01", None)] * 1000
    )
    index = StoryIndex()
    began = time.process_time()
    index.put(reports)
    assert [len(story.reports) for story in index.stories()] == [1000]
    assert index.looked <= Settings().standing ** 2 and time.process_time() - began < 5


def test_a_new_report_of_the_day_leaves_other_stories_unread() -> None:
    rows = [
        (
            f"{who}, {20 + i}, {what} in {town} on Monday. Police in {town} want number {i}.",
            f"2031-03-{1 + i % 28:02}",
            None,
        )
        for i, (who, what, town) in enumerate((who, what, town) for who in WHO for what in WHAT for town in TOWNS)
    ]
    index = StoryIndex()
    index.put(made(rows))
    looked = index.looked
    late = Report(
        id="z", source="z", text="A glacier calved near Northholm on Sunday.", language="en", published="2031-03-28"
    )
    index.put([Given(late, sketch(late))])
    assert index.looked - looked <= 5


@settings(deadline=None, max_examples=40)
@given(COLLECTION, COLLECTION, st.booleans())
def test_an_index_that_was_kept_goes_on_as_if_it_had_never_been_put_away(first, second, part) -> None:  # type: ignore[no-untyped-def]
    reports = made(first + second)
    index = StoryIndex(QUICK)
    index.put(reports[: len(first)])
    index.bind(Bonds(together=(("r00", "r01"),)))
    if part:
        index.drop([each.report.id for each in reports[: len(first) // 2]])
    again = taken_up(kept(index), QUICK)
    assert again is not None
    assert again.stories() == index.stories()
    looked = index.looked
    assert index.put(reports[len(first) :]) == again.put(reports[len(first) :])
    assert again.looked == index.looked - looked
    assert again.stories() == index.stories()


def test_an_index_of_other_settings_or_a_damaged_one_is_not_taken_up() -> None:
    body = kept(StoryIndex(QUICK))
    assert taken_up(body, Settings()) is None
    assert taken_up(body[:-4], QUICK) is None
    assert taken_up(b"", QUICK) is None
