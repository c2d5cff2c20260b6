from rashomon.reference.places import fold
from rashomon.reference.seats import seats_of


def test_capitals_and_other_seats_are_known_by_country() -> None:
    assert {fold("Moscow"), fold("Kremlin")} <= seats_of("RU")
    assert fold("Downing Street") in seats_of("GB")
    assert fold("Élysée") in seats_of("FR")


def test_a_country_without_a_listed_seat_has_none() -> None:
    assert seats_of("AQ") == seats_of("") == frozenset()
