"""The gazetteer finds places by any listed spelling, best first."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reference.countries import country_of_demonym, country_of_name, is_adjective
from rashomon.reference.places import country_place, find, fold, known, sounding


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Oslo", "city", "NO"),
        ("Norway", "country", "NO"),
        ("Republic of Chile", "country", "CL"),
        ("Чили", "country", "CL"),
        ("Bombay", "city", "IN"),
        ("Київ", "city", "UA"),
        ("Texas", "region", "US"),
        ("U.S.", "country", "US"),
        ("Siberia", "region", "RU"),
        ("München", "city", "DE"),
        ("Munchen", "city", "DE"),
        ("Donetsk", "city", "UA"),
        ("Persia", "country", "IR"),
        ("Tatarstan", "region", "RU"),
        ("Suez Canal", "region", "EG"),
        ("Black Sea", "region", ""),
    ],
)
def test_best_first(name: str, kind: str, country: str) -> None:
    assert (find(name)[0].kind, find(name)[0].country) == (kind, country)


def test_a_shared_name_has_its_places_in_order_of_weight() -> None:
    paris = find("Paris")
    assert paris[0].country == "FR"
    assert {"US"} <= {place.country for place in paris[1:]}


@pytest.mark.parametrize("name", ["", " ", "Qwxyzzy", "x" * 500, "\t", "a\tb"])
def test_unknown_names_are_no_error(name: str) -> None:
    assert find(name) == ()
    assert not known(name)


@given(st.text(max_size=40))
def test_any_text_may_be_asked(name: str) -> None:
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in find(name))
    assert fold(fold(name)) == fold(name)


def test_a_look_up_is_cheap() -> None:
    find("Oslo")
    start = time.perf_counter()
    for name in ("Lima", "Lagos", "Perth", "Quito", "Turin"):
        assert find(name)
    assert time.perf_counter() - start < 0.5


def test_demonyms() -> None:
    assert country_of_demonym("Danes") == country_of_demonym("Danish") == "DK"
    assert is_adjective("Danish") and not is_adjective("Danes")
    assert country_of_name("Denmark") == "DK" and country_of_name("Aarhus") is None


@pytest.mark.parametrize(
    ("name", "country", "geonames"),
    [("Hodeidah", "YE", 79415), ("Peshavar", "PK", 1168197), ("Zhanauzen", "KZ", 607610), ("Ras el-Ayn", "SY", 165509)],
)
def test_a_name_written_over_otherwise_is_found_by_its_sound_in_its_country(
    name: str, country: str, geonames: int
) -> None:
    found = sounding(name, country)
    assert found is not None and found.geonames == geonames
    assert sounding(name, "FR") is None


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for_its_sound(name: str) -> None:
    found = sounding(name, "SY")
    assert found is None or found.country == "SY"


def test_a_country_by_its_code() -> None:
    assert [place.name for code in ("NO", "ZW") if (place := country_place(code))] == ["Norway", "Zimbabwe"]
    assert country_place("ZZ") is None
