"""From the globe to a sheet and back."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.outlines.places import apart
from rashomon.publish.outlines.projection import EARTH, Azimuthal, EqualEarth

LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(-89, 89)


@given(LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
def test_a_point_comes_back_from_the_sheet(longitude: float, latitude: float, x: float, y: float) -> None:
    flat = Azimuthal(longitude, latitude)
    if apart((longitude, latitude), (x, y)) < 170:
        assert apart(flat.back(flat.flat((x, y))), (x, y)) < 1e-3


def test_the_middle_is_the_middle_and_north_is_up() -> None:
    flat = Azimuthal(10, 50)
    assert flat.flat((10, 50)) == pytest.approx((0, 0), abs=1e-6)
    assert flat.flat((10, 51))[1] < 0 < flat.flat((11, 50))[0]


@pytest.mark.parametrize("middle", [(180.0, -17.0), (-179.9, 65.0), (0.0, 90.0), (37.0, -90.0)])
def test_neighbours_stay_neighbours_at_the_date_line_and_at_the_poles(middle: tuple[float, float]) -> None:
    flat = Azimuthal(*middle)
    a, b = (middle[0] - 0.5, middle[1]), (middle[0] + 0.5, middle[1])
    assert dist(flat.flat(a), flat.flat(b)) == pytest.approx(EARTH * apart(a, b) / 57.29578, abs=0.1)


def test_equal_earth_keeps_areas() -> None:
    flat = EqualEarth(0.0)

    def area(latitude: float) -> float:
        (x, top), (_, bottom) = flat.flat((0.1, latitude + 0.05)), flat.flat((0.1, latitude - 0.05))
        return x * (bottom - top)

    from math import cos, radians

    assert area(60) / area(0) == pytest.approx(cos(radians(60)), rel=0.01)
