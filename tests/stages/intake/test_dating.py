@pytest.mark.parametrize("stand_in", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "1 January 0001"])
def test_a_blank_fields_stand_in_is_no_date(stand_in: str) -> None:
    assert iso_of(stand_in) is None
