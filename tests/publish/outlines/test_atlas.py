"""The outlines in the package: whole, coded, and continuous across the meridian of 180 degrees."""

from itertools import pairwise

import pytest

from rashomon.publish.outlines.atlas import atlas, towns, unwrapped


@pytest.mark.parametrize("scale", ["50m", "110m"])
def test_each_country_has_rings_of_three_corners_or_more(scale: str) -> None:
    for country in atlas(scale).countries:
        assert country.rings and all(len(ring.points) > 2 for ring in country.rings), country.name


@pytest.mark.parametrize("scale", ["50m", "110m"])
def test_codes_are_given_once(scale: str) -> None:
    codes = [country.code for country in atlas(scale).countries if country.code]
    assert len(codes) == len(set(codes)) > 170
    assert {"FR", "BR", "KE", "XK"} <= set(codes)


def test_the_source_and_its_version_are_told() -> None:
    assert atlas("50m").source == "Natural Earth 4.1.0, 1:50m (public domain), from world-atlas 2.0.2"


def test_a_coast_that_crosses_the_date_line_goes_on_beyond_it() -> None:
    assert unwrapped([(179.0, 1.0), (-179.0, 2.0), (178.0, 3.0)]) == [(179.0, 1.0), (181.0, 2.0), (178.0, 3.0)]
    for country in atlas("110m").countries:
        for ring in country.rings:
            assert all(abs(b - a) < 180 for (a, _), (b, _) in pairwise(ring.points)), country.name


def test_towns_come_the_largest_first() -> None:
    names = [town.name for town in towns()[:40]]
    assert "Tokyo" in names and len(towns()) > 5000
