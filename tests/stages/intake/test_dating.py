import pytest

from rashomon.stages.intake.dating import iso_of


@pytest.mark.parametrize("stand_in", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "1 January 0001"])
def test_a_blank_fields_stand_in_is_no_date(stand_in: str) -> None:
    assert iso_of(stand_in) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-12T10:40:00Z", "2024-03-12T10:40:00+00:00"),
        ("2024-03-12", "2024-03-12"),
        ("Tue, 12 Mar 2024 10:40:00 +0300", "2024-03-12T10:40:00+03:00"),
        ("12 March 2024", "2024-03-12"),
    ],
)
def test_dates_as_fields_write_them(written: str, iso: str) -> None:
    assert iso_of(written) == iso
