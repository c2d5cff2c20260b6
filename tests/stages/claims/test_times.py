"""Date expressions of a report and what they stand for."""

from hypothesis import given
from hypothesis import strategies as some

from rashomon.stages.claims.times import day_first, find_times


def read(text: str, day: str | None = "2031-03-06") -> list[tuple[str, str | None, str | None]]:
    return [
        (text[t.start : t.end], t.when.start if t.when else None, t.when.end if t.when else None)
        for t in find_times(text, day)
    ]


def test_weekdays_count_back_from_the_day_of_the_report() -> None:
    assert read("The bridge fell on Monday.") == [("Monday", "2031-03-03", "2031-03-03")]


def test_an_undated_report_leaves_its_weekdays_open() -> None:
    assert read("The bridge fell on Monday.", None) == [("Monday", None, None)]


def test_a_written_date_needs_no_day_to_count_from() -> None:
    assert read("The bridge fell on 3 March 2031.", None) == [("3 March 2031", "2031-03-03", "2031-03-03")]


def test_the_time_of_the_report_may_stand_behind_its_day() -> None:
    assert read("It fell yesterday.", "2031-03-06T10:40:00+00:00") == [("yesterday", "2031-03-05", "2031-03-05")]


def test_sets_and_lengths_are_marked() -> None:
    every, length = find_times("The ferry sails every Friday and takes two hours.", "2031-03-06")
    assert every.is_set
    assert length.duration == "PT2H"


@given(
    some.text(alphabet="on Monday, 3 March 2031 – last week\n", max_size=80), some.sampled_from([None, "2031-03-06"])
)
def test_expressions_lie_in_the_text_in_order_and_apart(text: str, day: str | None) -> None:
    found = find_times(text, day)
    edges = [edge for time in found for edge in (time.start, time.end)]
    assert edges == sorted(edges)
    assert all(0 <= time.start < time.end <= len(text) for time in found)


def test_the_order_of_slashes_by_language_and_country() -> None:
    assert day_first("de", None) is True
    assert day_first("en", "https://news.example.co.uk/a") is True
    assert day_first("en", "https://www.example.us/a") is False
    assert day_first("en", "https://example.com/a") is None
