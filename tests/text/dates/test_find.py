"""Date expressions and the intervals that they stand for."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.dates.find import DateExpression, find_dates

THURSDAY = date(2031, 3, 6)


def only(text: str, anchor: date | None = THURSDAY) -> DateExpression:
    (found,) = find_dates(text, anchor)
    return found


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The dam broke on Thursday.", "Thursday", "2031-03-06", "2031-03-06"),
        ("The dam broke on Friday.", "Friday", "2031-02-28", "2031-02-28"),
        ("The council will meet on Friday.", "Friday", "2031-03-07", "2031-03-07"),
        ("The mayor said on Friday that it will rain.", "Friday", "2031-02-28", "2031-02-28"),
        ("The council meets next Thursday.", "next Thursday", "2031-03-13", "2031-03-13"),
        ("On March 4 and 5 the river rose.", "March 4 and 5", "2031-03-04", "2031-03-05"),
        ("It rained from 2 to 5 January.", "from 2 to 5 January", "2031-01-02", "2031-01-05"),
        ("on Jan. 6, 2030, at dusk", "Jan. 6, 2030", "2030-01-06", "2030-01-06"),
        ("on 6 January 2030 they left", "6 January 2030", "2030-01-06", "2030-01-06"),
        ("dated 2030-01-06 and sealed", "2030-01-06", "2030-01-06", "2030-01-06"),
        ("Herald, 06.01.2030", "06.01.2030", "2030-01-06", "2030-01-06"),
        ("The ferry sank on December 28.", "December 28", "2030-12-28", "2030-12-28"),
        ("It opened last week.", "last week", "2031-02-24", "2031-03-02"),
        ("It closed last month.", "last month", "2031-02-01", "2031-02-28"),
        ("It began two decades ago.", "two decades ago", "2011-01-01", "2011-12-31"),
        ("They met yesterday.", "yesterday", "2031-03-05", "2031-03-05"),
        ("In the 1990s it stood empty.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("It fell in the third quarter of 2029.", "the third quarter of 2029", "2029-07-01", "2029-09-30"),
        ("in the summer of 2029", "the summer of 2029", "2029-06-01", "2029-08-31"),
        ("Shots fell around 2:30 a.m. Sunday.", "2:30 a.m. Sunday", "2031-03-02T02:30", "2031-03-02T02:30"),
        ("It was the evening of January 5.", "the evening of January 5", "2031-01-05", "2031-01-05"),
    ],
)  # fmt: skip
def test_dates_counted_from_the_day_of_the_report(text: str, words: str, first: str, last: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.first, found.last) == (words, first, last)


def test_early_in_a_year_lies_in_that_year() -> None:
    found = only("It was built in early 2010.")
    assert found.first == "2010-01-01"
    assert found.last is not None and found.last < "2010-07-01"


@pytest.mark.parametrize(
    ("text", "duration"),
    [("It lasted two hours.", "PT2H"), ("for about a month", "P1M"), ("for 180 days", "P180D"), ("a six-week strike", "P6W"),
     ("for several years", "PXY"), ("two and a half years of war", "P2.5Y")],
)  # fmt: skip
def test_durations(text: str, duration: str) -> None:
    assert only(text).duration == duration


@pytest.mark.parametrize("text", ["The market opens every Friday.", "a daily patrol", "They meet each month."])
def test_sets(text: str) -> None:
    assert only(text).is_set


@pytest.mark.parametrize("text", ["It recently reopened.", "It may end in the near future.", "They now agree."])
def test_vague_words_name_no_date(text: str) -> None:
    assert only(text).first is None


def test_without_a_day_only_full_dates_have_a_value() -> None:
    weekday, full = find_dates("On Tuesday, and again on 5 May 2029, the bridge closed.", None)
    assert weekday.first is None
    assert full.first == "2029-05-05"


def test_the_next_day_follows_the_day_told_before() -> None:
    found = find_dates("On March 3 the mill burned. The next day it rained.", THURSDAY)
    assert [f.first for f in found] == ["2031-03-03", "2031-03-04"]


def test_absolute_dates_of_other_languages() -> None:
    assert only("Опубликовано 6 января 2030").first is not None


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "They march on.",
        "a 26-year-old baker",
        "In all, 2,011 people came.",
        "the Sun shone",
        "31.5 points",
        "in room 1984 of the inn",
        "over 2000 were hurt",
        "under Article 2022 of the code",
        "the plan, called Vision 2030, failed",
        "They won 3-1-2 and lost 2-5.",
        "the Sunday Times wrote",
        "sales of Black Friday",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, THURSDAY) == ()


@given(st.text(alphabet="January 45,andThursdaylastweek2010:p.m-/th\n", max_size=200))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_dates(text, THURSDAY):
        assert end <= found.start < found.end <= len(text)
        assert found.first is None or found.last is not None
        end = found.end


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_a_full_date_is_read_back(day: date) -> None:
    text = f"It fell on {day:%B} {day.day}, {day.year}."
    assert only(text, None).first == day.isoformat()


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("Опубликовано 6 января 2030, 10:47.", "ru", "2030-01-06T10:47", "2030-01-06T10:47"),
        ("Было тихо 4 и 5 января.", "ru", "2031-01-04", "2031-01-05"),
        ("В пятницу вода ушла.", "ru", "2031-02-28", "2031-02-28"),
        ("El dique cedió el 2 de enero.", "es", "2031-01-02", "2031-01-02"),
        ("Es geschah im März 2030.", "de", "2030-03-01", "2030-03-31"),
        ("Le 13 mars 2030, tout brûla.", "fr", "2030-03-13", "2030-03-13"),
        ("6 Ocak 2030 günü", "tr", "2030-01-06", "2030-01-06"),
        ("في 6 يناير 2030", "ar", "2030-01-06", "2030-01-06"),
        ("2030年1月6日", "zh", "2030-01-06", "2030-01-06"),
    ],
)  # fmt: skip
def test_dates_of_the_languages_of_the_press(text: str, language: str, first: str, last: str) -> None:
    (found,) = find_dates(text, THURSDAY, language)
    assert (found.first, found.last) == (first, last)


def test_slashes_by_the_order_of_the_country() -> None:
    text = "The case of 5/6/2030 was closed."
    assert [find_dates(text, THURSDAY, "en", order)[0].first for order in (True, False, None)] == [
        "2030-06-05",
        "2030-05-06",
        None,
    ]


def test_slashes_by_the_other_dates_of_the_text() -> None:
    found = find_dates("From 25/6/2030 to 5/7/2030 it was shut.", THURSDAY)
    assert [one.first for one in found] == ["2030-06-25", "2030-07-05"]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It rained late Saturday and early Sunday.", "late Saturday and early Sunday", "2031-03-01", "2031-03-02"),
        ("It came earlier this month.", "earlier this month", "2031-03-01", "2031-03-06"),
        ("It is due later this year.", "later this year", "2031-03-06", "2031-12-31"),
        ("The trial resumes on Monday.", "Monday", "2031-03-10", "2031-03-10"),
        ("By Tuesday the water had fallen.", "Tuesday", "2031-03-04", "2031-03-04"),
        ("A child, believed to be five, was hurt on Tuesday.", "Tuesday", "2031-03-04", "2031-03-04"),
        ("It grew in fiscal 2029.", "fiscal 2029", "2029-01-01", "2029-12-31"),
        ("in 2030-W05 and after", "2030-W05", "2030-01-28", "2030-02-03"),
    ],
)  # fmt: skip
def test_stretches_and_what_is_to_come(text: str, words: str, first: str, last: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.first, found.last) == (words, first, last)


def test_a_rate_is_a_set() -> None:
    assert only("They built 15 a year.").is_set
    assert only("It took a year.").duration == "P1Y"


def test_a_clock_time_alone_is_marked_as_assumed() -> None:
    assert only("It fell at 14:30.").assumed
    assert [one.assumed for one in find_dates("On Monday it shook. At 14:30 it fell.", THURSDAY)] == [False, False]


@pytest.mark.parametrize(
    "piece", ["on Monday ", "May 1, ", "late ", "12:12:", "6 de ", "said Friday ", "January 4 and "]
)
def test_a_sentence_of_a_hundred_thousand_letters_takes_seconds(piece: str) -> None:
    started = time.perf_counter()
    find_dates(piece * (100_000 // len(piece)), THURSDAY, "es")
    assert time.perf_counter() - started < 20


MAY = date(2031, 5, 20)


def days_in(text: str, anchor: date = MAY, language: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(text[one.start : one.end], one.first, one.last) for one in find_dates(text, anchor, language)]


def test_feasts_that_move_with_the_year() -> None:
    assert days_in("It sank on Easter Monday 2026.") == [("Easter Monday 2026", "2026-04-06", "2026-04-06")]
    assert days_in("On Good Friday a boat sank.") == [("Good Friday", "2031-04-11", "2031-04-11")]
    assert days_in("They ate turkey on Thanksgiving.") == [("Thanksgiving", "2030-11-28", "2030-11-28")]


def test_a_name_with_a_feast_in_it_is_no_day() -> None:
    assert days_in("Nine were held in Operation Easter by detectives.") == []


def test_a_feast_before_an_article_is_a_day_before_a_noun_it_is_not() -> None:
    assert days_in("On New Year's Eve a roof fell in.") == [("New Year's Eve", "2030-12-31", "2030-12-31")]
    assert days_in("The Christmas sales went well.") == []


def test_months_from_and_to() -> None:
    text = "From December 2028 to February 2029 the pass was shut."
    assert days_in(text) == [("From December 2028 to February 2029", "2028-12-01", "2029-02-28")]
    assert days_in("It rained between March and April.")[0][1:] == ("2031-03-01", "2031-04-30")


def test_days_of_the_month_that_was_told() -> None:
    text = "She came on 2 April 2029, spoke from the 5th to the 7th and left on the 30th of that month."
    assert [row[1:] for row in days_in(text)] == [
        ("2029-04-02", "2029-04-02"),
        ("2029-04-05", "2029-04-07"),
        ("2029-04-30", "2029-04-30"),
    ]


def test_years_later_count_from_the_year_told_last() -> None:
    text = "Dorn was born on 4 June 1960. He joined the navy in 1979 and left three years later."
    assert days_in(text)[-1] == ("three years later", "1982-01-01", "1982-12-31")


def test_what_will_last_is_a_length() -> None:
    (found,) = find_dates("The repair will last two months.", MAY)
    assert (found.first, found.duration) == (None, "P2M")


def test_how_much_film_there_is_is_no_time() -> None:
    assert days_in("The disk holds 40 hours of film.") == []


def test_a_decade_in_thirds_by_whole_years() -> None:
    assert days_in("It was built in the mid-1990s.") == [("the mid-1990s", "1994-01-01", "1996-12-31")]


def test_announced_for_a_day_lies_ahead() -> None:
    assert days_in("The union has called a strike for 8 October.")[0][1] == "2031-10-08"
    assert days_in("The fair opens in Arden, Toll, on 20 September.")[0][1] == "2031-09-20"


def test_zones_of_one_meaning() -> None:
    assert days_in("It fell at 14:05 MSK on 3 May 2031.")[0][1] == "2031-05-03T14:05+03:00"
    assert days_in("It fell at 9:30 pm EST on 3 May 2031.")[0][1] == "2031-05-03T21:30-05:00"


def test_days_told_on_in_other_languages() -> None:
    russian = "Плотину прорвало 3 мая. На следующий день вода ушла. Через два дня нашли лодку."
    assert [row[1] for row in days_in(russian, MAY, "ru")] == ["2031-05-03", "2031-05-04", "2031-05-06"]
    german = "Am Montag gegen 23.40 Uhr brannte die Mühle. Zwei Tage später fiel die Wand."
    assert [row[1] for row in days_in(german, MAY, "de")] == ["2031-05-19", "2031-05-19T23:40", "2031-05-21"]


def test_without_a_day_before_the_next_day_of_another_language_names_none() -> None:
    assert days_in("Le lendemain, il a plu.", MAY, "fr") == [("Le lendemain", None, None)]


def test_news_with_an_old_year_in_its_opening_is_no_history() -> None:
    text = "The singer died in June 2019. The stage will be ready for Saturday's concert."
    assert days_in(text)[-1][1] is not None


def test_a_day_of_the_month_told_last_in_a_history() -> None:
    text = "The king fled on 3 March 1974. He came back eleven years later, in June 1985. On the 17th he was held."
    assert days_in(text)[-1] == ("the 17th", "1985-06-17", "1985-06-17")
