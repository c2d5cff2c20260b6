"""One row for each person, body and place over all spellings and reports. Invented happenings with real countries and towns."""

from collections.abc import Callable
from typing import Any

Linked = Callable[..., Any]

HARBOUR = (
    "Prime Minister of Denmark Lars Vestergaard met officials of the Northern Harbour Safety Organisation (NHSO) in Aarhus on Monday. "
    "Vestergaard said the harbour would stay closed. "
    "The NHSO sent inspectors to Aarhus. "
    "According to the organisation, the inspectors will stay for a week."
)
HARBOUR_ABROAD = (
    "The Northern Harbor Safety Organization closed the port of Aarhus. "
    "Danish Prime Minister Lars Vestergaard asked for help, the NHSO said."
)


def test_a_person_is_one_over_reports_and_short_names(linked: Linked) -> None:
    cast = linked(HARBOUR, HARBOUR_ABROAD)
    assert cast.words(cast.one("Vestergaard")).count("Lars Vestergaard") == 2
    assert cast.one("Vestergaard").kind == "person"


def test_a_country_before_a_name_is_no_part_of_it(linked: Linked) -> None:
    cast = linked(HARBOUR)
    assert cast.one("Lars Vestergaard").roles[0].role == "Prime Minister of Denmark"
    assert cast.one("Denmark").country == "DK"


def test_an_acronym_spellings_and_the_organisation_are_one_body(linked: Linked) -> None:
    cast = linked(HARBOUR, HARBOUR_ABROAD)
    body = cast.one("NHSO")
    assert body.kind == "organisation"
    assert {"NHSO", "Northern Harbour Safety Organisation", "organisation"} <= set(cast.words(body))


def test_transliterations_of_a_name_are_one_person(linked: Linked) -> None:
    cast = linked(
        "General Yevgeny Khasanov arrived. Khasanov spoke.",
        "General Evgeniy Hasanov arrived on Friday.",
    )
    assert cast.one("Yevgeny Khasanov") == cast.one("Evgeniy Hasanov")


def test_two_namesakes_stay_two(linked: Linked) -> None:
    cast = linked("Minister Andrey Petrov met Governor Anatoly Petrov in Minsk on Tuesday.")
    assert cast.one("Andrey Petrov") != cast.one("Anatoly Petrov")


def test_names_of_a_town_old_and_new_are_one_place(linked: Linked) -> None:
    cast = linked("Protests began in Mumbai on Friday.", "Protests began in Bombay, police said.")
    assert cast.one("Mumbai") == cast.one("Bombay")
    assert (cast.one("Bombay").country, cast.one("Bombay").precision) == ("IN", "city")


def test_bodies_that_share_words_stay_two(linked: Linked) -> None:
    cast = linked(
        "The Defence Council of Chile met on Monday. The Joint Defence Council of the alliance met on Tuesday.",
    )
    assert cast.one("Joint Defence Council") != cast.one("Defence Council of Chile")


def test_a_ministry_is_its_countrys(linked: Linked) -> None:
    cast = linked(
        "The Norwegian Health Ministry said 40 people were injured. Sweden's Health Ministry said none were.",
        "Norway's Health Ministry gave no figure.",
    )
    norwegian = cast.one("Norwegian Health Ministry")
    assert norwegian.country == "NO"
    assert [e.country for e in cast.meant_by("Health Ministry") if e != norwegian] == ["SE"]


def test_a_place_lies_where_the_state_beside_it_says(linked: Linked) -> None:
    texas = linked("A storm hit Paris, Texas, on Sunday.").one("Paris")
    france = linked("A storm hit Paris on Sunday.").one("Paris")
    assert (texas.country, france.country) == ("US", "FR")
    assert texas.lat is not None and 33 < texas.lat < 34


def test_every_mention_lies_in_its_text_and_offsets_are_right(linked: Linked) -> None:
    cast = linked(HARBOUR, HARBOUR_ABROAD)
    for entity in cast.entities:
        assert all(words.strip() == words and words for words in cast.words(entity))
        assert all(cast.texts[int(r.report[1:])][r.start : r.end] == r.role for r in entity.roles)


def test_the_order_of_the_reports_makes_no_difference(linked: Linked) -> None:
    assert linked(HARBOUR, HARBOUR_ABROAD).entities == linked(HARBOUR, HARBOUR_ABROAD, reverse=True).entities


def test_no_reports_no_entities(linked: Linked) -> None:
    assert linked().entities == ()
    assert linked("").entities == ()


def test_a_title_that_begins_a_companys_name_is_no_title(linked: Linked) -> None:
    cast = linked("Shares of General Harbour Company rose on Monday. Lomax Marine, a rival, lost.")
    assert cast.one("General Harbour Company").kind == "organisation"


def test_an_initial_does_not_make_two_persons_one(linked: Linked) -> None:
    cast = linked("Mayor Jonathan Petrov met Mrs. Julia Petrov in Minsk. Mayor J. Petrov left early.")
    assert cast.one("Jonathan Petrov") != cast.one("Julia Petrov")


def test_a_surname_means_the_one_whom_the_report_names_most(linked: Linked) -> None:
    cast = linked(
        "President Anatoly Petrov arrived in Minsk. President Anatoly Petrov met Mrs. Julia Petrov. Petrov said he was glad."
    )
    assert "Petrov" in cast.words(cast.one("Anatoly Petrov"))
