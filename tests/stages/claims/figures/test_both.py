"""Two told of with "both". Sentences and names are invented."""

import pytest
from tests.stages.claims.figures.test_find import found


def counts(text: str) -> list[tuple[str, float | None, str, bool]]:
    return [(f.figure.measure, f.figure.best, f.figure.text, f.part_of is not None) for f in found(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Police found both men dead in the car.", ("killed", 2, "both men", False)),
        ("Both victims were taken to hospital with gunshot wounds.", ("injured", 2, "Both victims", False)),
        ("Both Ryker and Dahl suffered burns.", ("injured", 2, "Both Ryker and Dahl", False)),
        ("They were both killed in the attack.", ("killed", 2, "both", False)),
    ],
)
def test_both_counts_two(text: str, figure: tuple[str, float | None, str, bool]) -> None:
    assert counts(text) == [figure]


def test_those_who_were_told_by_name_are_the_two() -> None:
    """No single name is left beside them, which would say that one died."""
    told = counts("Mads Ryker and Lena Dahl were shot. Both were pronounced dead in the barn.")
    assert told == [("killed", 2, "Both", False)]


def test_single_persons_are_part_of_the_two_told_of_behind() -> None:
    told = counts("A man was killed in Torvik, and a woman was killed in Lund. Both were killed at home.")
    assert [figure[3] for figure in told] == [True, True, False]


def test_both_of_those_counted_before_are_no_new_two() -> None:
    assert counts("Five officers were wounded. Both officers were wounded in Torvik.") == [
        ("injured", 5, "Five officers", False)
    ]


@pytest.mark.parametrize(
    "text", ["He was shot in both legs.", "Both cars were in the yard.", "Both sides met in Torvik."]
)
def test_legs_cars_and_sides_are_nobody(text: str) -> None:
    assert not [figure for figure in counts(text) if figure[1] == 2]
