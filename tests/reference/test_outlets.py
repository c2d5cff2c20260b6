"""The table of agencies and outlets, and how a name finds its row."""

import pytest

from rashomon.reference.outlets import find_outlet, names_in, outlet_of_host, outlets


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
