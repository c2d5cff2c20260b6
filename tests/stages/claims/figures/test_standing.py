"""Running tolls: up to when they count, what came on top, and what adds up. Sentences and names are invented."""

import pytest
from tests.stages.claims.figures.test_find import found

from rashomon.stages.claims.found import FoundFigure


def day(text: str, number: int) -> tuple[str | None, str | None, str | None]:
    """As-of, date and scope of the figure with this number."""
    one = next(f for f in found(text) if (f.figure.best or f.figure.low) == number)
    return (one.as_of and one.as_of.start, one.date and one.date.start, one.figure.scope)


@pytest.mark.parametrize(
    ("text", "number", "standing"),
    [
        ("The death toll rose to 14 on Wednesday.", 14, ("2031-03-05", None, "total")),
        ("The toll from Monday's fire rose to 14 on Wednesday.", 14, ("2031-03-05", "2031-03-03", "total")),
        ("By Sunday evening the toll stood at 40.", 40, ("2031-03-02", None, "total")),
        ("Officials had put the toll at nine on Tuesday.", 9, ("2031-03-04", None, "total")),
        (
            "The toll from Monday's fire rose to 14, the governor said on Wednesday.",
            14,
            ("2031-03-05", "2031-03-03", "total"),
        ),
        ("The toll climbed to 19 after five more people died on Tuesday.", 19, ("2031-03-04", None, "total")),
        ("The toll climbed to 19 after five more people died on Tuesday.", 5, (None, "2031-03-04", "new")),
        ("Ten people were killed on Tuesday.", 10, (None, "2031-03-04", "new")),
    ],
)
def test_a_running_toll_has_a_time_up_to_which_it_counts(
    text: str, number: int, standing: tuple[str | None, str | None, str | None]
) -> None:
    assert day(text, number) == standing


def wholes(text: str) -> list[tuple[float | None, float | None]]:
    """Number of each part, and of its whole."""
    figures = found(text)

    def number(one: FoundFigure) -> float | None:
        return one.figure.best or one.figure.low

    return [(number(one), number(figures[one.part_of])) for one in figures if one.part_of is not None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("At least 21 people were killed in the raids, 15 in Torvik and six in Lund.", [(15, 21), (6, 21)]),
        ("Fifteen people died in Torvik and six in Lund, making a total of 21.", [(15, 21), (6, 21)]),
        ("Three more people died on Thursday, bringing the death toll to 19.", [(3, 19)]),
        ("Twenty people were killed in Torvik and six in Lund.", []),
        ("Four people were shot. A woman was shot in the leg.", [(1, 4)]),
        ("Four people, including a girl, were wounded.", [(1, 4)]),
    ],
)
def test_parts_that_their_sum_or_order_tells(text: str, parts: list[tuple[float, float]]) -> None:
    assert wholes(text) == parts


@pytest.mark.parametrize(
    ("text", "scope"),
    [("There were 43 attacks on clinics in 2030.", "total"), ("The army carried out 18 strikes on Monday.", "new")],
)
def test_deeds_of_a_year_and_of_a_day(text: str, scope: str) -> None:
    assert next(f for f in found(text) if f.figure.measure == "other").figure.scope == scope
