"""How exactly a day and a place are known, by the grades of each codebook."""

import pytest

from rashomon.model.entity import Entity
from rashomon.publish.codebooks.coding import acled_when, country_name, days_between, iso_number, prio_grid, ucdp_when


@pytest.mark.parametrize(
    ("start", "end", "ucdp", "acled"),
    [
        ("2031-03-03", "2031-03-03", 1, 1),
        ("2031-03-03", None, 1, 1),
        ("2031-03-03", "2031-03-04", 2, 2),
        ("2031-03-03", "2031-03-09", 3, 2),
        ("2031-03-03", "2031-03-20", 4, 3),
        ("2031-03-03", "2031-06-20", 5, None),
        ("2031-03", "2031-03", None, None),
        (None, None, None, None),
    ],
)
def test_a_day_is_graded_by_the_length_of_its_interval(
    start: str | None, end: str | None, ucdp: int | None, acled: int | None
) -> None:
    assert (ucdp_when(start, end), acled_when(start, end)) == (ucdp, acled)


def test_both_ends_of_an_interval_count() -> None:
    assert days_between("2031-02-27", "2031-03-01") == 3


def place(lat: float, lon: float, precision: str) -> Entity:
    return Entity(id="p", kind="place", name="P", aliases=(), mentions=(), lat=lat, lon=lon, precision=precision)


def test_cells_of_prio_grid_are_counted_from_the_south_west() -> None:
    assert prio_grid(place(-89.9, -179.9, "city")) == 1
    assert prio_grid(place(-89.9, 179.9, "city")) == 720
    assert prio_grid(place(90.0, 180.0, "exact")) == 259_200
    assert prio_grid(place(34.5, 69.2, "city")) == 179_779


def test_a_country_lies_in_no_one_cell() -> None:
    assert prio_grid(place(10, 10, "country")) is None


def test_countries_have_their_names_and_numbers() -> None:
    assert (country_name("KE"), iso_number("KE")) == ("Kenya", 404)
    assert (country_name(None), iso_number(None), iso_number("Q9")) == ("", None, None)
