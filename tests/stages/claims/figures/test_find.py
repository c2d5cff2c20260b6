"""Figures: what is counted, what befell it, how exactly. Sentences and names are invented."""

from functools import cache

import pytest

from rashomon.model.claim import Figure
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.stages.claims.extract import article_of
from rashomon.stages.claims.figures.find import find_figures
from rashomon.stages.claims.found import FoundFigure
from rashomon.stages.claims.sentence import Article
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.text.segment import sentences


@cache
def reader() -> Reader:
    return Reader(*installed_model())


@cache
def reading(sentence: str) -> Reading:
    return next(iter(read([sentence], reader())))


def article(text: str, day: str | None = "2031-03-06") -> Article:
    readings = {text[start:end]: reading(text[start:end]) for start, end in sentences(text)}
    return article_of(Report(id="r", source="r", text=text, language="en"), day, readings, ())


def found(text: str) -> tuple[FoundFigure, ...]:
    return find_figures(article(text))


def told(text: str) -> list[tuple[str, str]]:
    return [(f.figure.measure, f.figure.text) for f in found(text)]


def only(text: str) -> Figure:
    (figure,) = found(text)
    return figure.figure


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least nine ferry workers were killed in Torvik.", [("killed", "At least nine ferry workers")]),
        ("The raid killed six fishermen and five divers.", [("killed", "six fishermen"), ("killed", "five divers")]),
        ("Twelve dead and 30 wounded in Torvik.", [("killed", "Twelve"), ("injured", "30")]),
        ("Three were killed and ten wounded.", [("killed", "Three"), ("injured", "ten")]),
        ("The death toll rose to 40.", [("killed", "40")]),
        ("Five people lost their lives.", [("killed", "Five people")]),
        ("The storm has forced 13,000 residents to flee.", [("displaced", "13,000 residents")]),
        ("Police arrested 35 people.", [("detained", "35 people")]),
        ("Lavonia sent 70 soldiers, while Ostmark sent 200 soldiers.", [("deployed", "70 soldiers"), ("deployed", "200 soldiers")]),
        ("A dozen houses were destroyed.", [("damaged", "A dozen houses")]),
        ("As of Friday, 55 people were missing.", [("missing", "55 people")]),
        ("The guards will stay for about a month.", [("duration", "about a month")]),
        ("Fares were capped for 180 days.", [("duration", "180 days")]),
        ("Protests began after a two-fold increase in fares.", [("change", "two-fold increase")]),
        ("Bread rose to 120 tenge a kilo.", [("price", "120 tenge")]),
        ("Twelve of the 40 hostages were freed.", [("other", "Twelve of the 40 hostages"), ("detained", "40 hostages")]),
    ],
)  # fmt: skip
def test_the_measure_comes_from_the_words_around(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


def test_a_bare_number_takes_over_what_the_clause_before_counted() -> None:
    first, second = found("About 1000 people were injured, 400 of them seriously.")
    assert (first.figure.best, first.figure.approximate, first.figure.counted) == (1000, True, "people")
    assert (second.figure.measure, second.figure.best, second.part_of) == ("injured", 400, 0)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 17 people, including two nurses.",
        "The blast killed 17 people, two of them nurses.",
        "Seventeen people were killed in the blast. Two nurses were among the dead.",
    ],
)
def test_a_part_points_to_its_whole(text: str) -> None:
    whole, part = found(text)
    assert (whole.figure.best, whole.part_of) == (17, None)
    assert (part.figure.measure, part.figure.best, part.figure.counted, part.part_of) == ("killed", 2, "nurses", 0)


def test_two_measures_at_once_make_two_figures() -> None:
    figures = [f.figure for f in found("Dozens of soldiers were killed or injured.")]
    assert [(f.measure, f.low, f.approximate) for f in figures] == [("killed", 24, True), ("injured", 24, True)]


@pytest.mark.parametrize("text", ["No one was hurt.", "The blast injured nobody."])
def test_none_is_a_figure_of_zero(text: str) -> None:
    assert (only(text).measure, only(text).best) == ("injured", 0)


def test_a_single_person_is_an_implied_one() -> None:
    figure = only("A fisherman's boat sank and a man was shot dead in Port Ardent.")
    assert (figure.measure, figure.best, figure.implied, figure.text) == ("killed", 1, True, "a man")


def test_the_shot_are_settled_by_the_rest_of_the_report() -> None:
    assert told("A woman was shot in Torvik. She is in stable condition.")[0] == ("injured", "A woman")
    assert told("A woman was shot in Torvik. She died at the hospital.")[0] == ("killed", "A woman")


@pytest.mark.parametrize(
    "text",
    [
        "Article 4 of the treaty was invoked.",
        "The minister spoke to Kanal 24 on January 17.",
        "A 26-year-old baker opened the door.",
        "The town lies 12 kilometres from the border.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert found(text) == ()


def test_a_running_toll_is_a_total_and_a_clash_is_new() -> None:
    assert only("More than 2,000 people have been killed since the war began.").scope == "total"
    assert only("A rocket killed 14 miners near Torvik.").scope == "new"


def test_the_date_is_of_the_event_and_not_of_the_saying() -> None:
    (figure,) = found("An explosion on Friday killed 14 miners, the ministry said on Tuesday.")
    assert figure.date is not None
    assert figure.date.start == "2031-02-28"


def test_as_of_is_kept_apart_from_the_date() -> None:
    (figure,) = found("As of Tuesday, 55 sailors were missing.")
    assert figure.date is None
    assert figure.as_of is not None and figure.as_of.start == "2031-03-04"


def test_the_text_of_a_figure_is_the_report_s() -> None:
    text = "Witnesses said around 300 miners were trapped. At least 12 miners were killed."
    for figure in found(text):
        assert text[figure.figure.start : figure.figure.end] == figure.figure.text
        assert figure.start <= figure.figure.start < figure.figure.end <= figure.end
