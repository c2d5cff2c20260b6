"""The table of agencies and outlets, and how a name finds its row."""

import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reference.outlets import family_of, find_outlet, names_in, outlet_of_host, outlets


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("the associated press", "Associated Press"),
        ("the RIA news agency", "RIA Novosti"),
        ("RIA", "RIA Novosti"),
        ("INTERFAX", "Interfax"),
        ("The Interfax news agency", "Interfax"),
        ("TASS", "TASS"),
        ("Tass", "TASS"),
        ("the Financial Times", "Financial Times"),
        ("Financial Times’", "Financial Times"),
        ("RBK", "RBC"),
        ("РИА Новости", "RIA Novosti"),
        ("агентство Интерфакс", "Interfax"),
        ("the state news agency SANA", "SANA"),
        ("People magazine", "People"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("LIGA.net", "LIGA.net"),
        ("新华社", "Xinhua"),
        ("The Guardian", "The Guardian"),
    ],
)
def test_a_name_finds_its_row(words: str, name: str) -> None:
    found = find_outlet(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "words",
    ["", "ria", "people", "People", "Sun", "Sana", "map", "Map", "sputnik", "time", "Focus", "the police", "agency"],
)
def test_ordinary_words_and_names_are_no_outlets(words: str) -> None:
    assert find_outlet(words) is None


def test_hosts_go_by_their_parent_domain() -> None:
    for host, name in (("www.bbc.co.uk", "BBC News"), ("edition.cnn.com:443", "CNN"), ("de.reuters.com", "Reuters")):
        found = outlet_of_host(host)
        assert found is not None
        assert found.name == name
    assert outlet_of_host("example.org") is None
    assert outlet_of_host("co.uk") is None


def test_the_table_is_sound() -> None:
    rows = outlets()
    assert len({row.name for row in rows}) == len(rows)
    assert {row.kind for row in rows} == {"agency", "outlet"}
    assert all(row.country is None or (len(row.country) == 2 and row.country.isupper()) for row in rows)
    assert all(domain == domain.lower() and not domain.startswith("www.") for row in rows for domain in row.domains)
    assert sum(row.kind == "agency" for row in rows) >= 150


def test_no_spelling_belongs_to_two_rows() -> None:
    seen: dict[str, str] = {}
    for row in outlets():
        for spelling in {row.name, *(alias.removeprefix("?") for alias in row.aliases)}:
            key = spelling if spelling.isupper() and len(spelling) <= 5 else spelling.casefold()
            assert seen.setdefault(key, row.name) == row.name, spelling


def test_countries_languages_and_hosts_are_valid() -> None:
    english = Locale("en")
    hosts: dict[str, str] = {}
    for row in outlets():
        assert row.country is None or row.country in english.territories, row.name
        assert row.language is None or row.language in english.languages, row.name
        for host in row.domains:
            assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}", host), host
            assert hosts.setdefault(host, row.name) == row.name, host


def test_an_owner_is_spelled_one_way() -> None:
    owners = {row.owner for row in outlets() if row.owner}
    assert len({owner.casefold().removeprefix("the ") for owner in owners}) == len(owners)


def test_a_family_is_what_one_owner_has() -> None:
    station, paper = find_outlet("KTVB"), find_outlet("Des Moines Register")
    assert station and paper
    assert family_of(station.name) == "Tegna"
    assert family_of(paper.name) == "Gannett"
    assert family_of("Velmora Herald") is None


@pytest.mark.parametrize(
    "text",
    [
        "Marianne said it rained, and Jang reported to work.",
        "The capital reported 20 minutes of rain.",
        "Walla reported a fault, and Post office clerks told the Independent Schools Board so.",
        "He told Australian radio so.",
        "The insider, who asked to stay unnamed, said so.",
    ],
)
def test_ordinary_words_in_a_text_are_no_outlets(text: str) -> None:
    assert [named.outlet.name for named in names_in(text)] == []


def test_every_row_is_found_by_its_name() -> None:
    for row in outlets():
        found = find_outlet("the " + row.name if not row.name.casefold().startswith("the ") else row.name)
        assert found is not None, row.name
        assert found.name == row.name


@pytest.mark.parametrize(
    "text",
    [
        "told the agency Meridian Wire.",
        "With reporting by Meridian Wire.",
        "the Carrow Guardian Post said",
        "Meridian Daily News",
    ],
)
def test_a_longer_name_is_never_shortened_to_a_known_one(text: str) -> None:
    assert [named.outlet.name for named in names_in(text)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Guardian reported", "The Guardian"),
        ("he told The Wire on Monday", "The Wire"),
        ("said the Daily Mail", "Daily Mail"),
    ],
)
def test_the_same_words_alone_are_the_known_name(text: str, name: str) -> None:
    assert [named.outlet.name for named in names_in(text)] == [name]


def test_a_name_begins_where_a_word_begins() -> None:
    names = [
        named.outlet.name for named in names_in("BlaReuters and xReuters wrote; LinkedInReuters too. Reuters did.")
    ]
    assert names == ["Reuters"]


def test_a_name_that_is_written_small_is_found_and_its_first_word_alone_is_not() -> None:
    text = "It came in as news, said the dpa and the taz; bdnews24.com had it first, and bdnews24 of late."
    assert [text[named.start : named.end] for named in names_in(text)] == ["dpa", "taz", "bdnews24.com", "bdnews24"]


@given(
    st.lists(
        st.sampled_from([*(row.name for row in outlets()), "the", "The", "said", "xThe", ",", "Velmora’s"]), max_size=6
    )
)
def test_names_stand_apart_in_order_and_begin_and_end_with_words(words: list[str]) -> None:
    text, at = " ".join(words), 0
    for named in names_in(text):
        assert at <= named.start < named.end
        assert not (named.start and re.match(r"\w", text[named.start - 1]))
        assert find_outlet("the " + text[named.start : named.end]) == named.outlet
        at = named.end
