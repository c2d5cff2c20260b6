"""Datelines as agencies write them, in invented places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.dates.datelines import read_dateline
from rashomon.text.segment import sentences


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("VELMORA, Jan 6 (Norpress) – Troops", "VELMORA", "Norpress", (1, 6, None)),
        ("VELMORA, Ostland (NP) — Troops", "VELMORA, Ostland", "NP", (None, None, None)),
        ("(Norpress) - Troops", None, "Norpress", (None, None, None)),
        ("Velmora. January 6th. NORPRESS - Troops", "Velmora", "NORPRESS", (1, 6, None)),
        ("VELMORA, March 3. /NOR/. Troops", "VELMORA", "NOR", (3, 3, None)),
        ("ВЕЛЬМОРА, 3 мар — Нор Новости. Troops", "ВЕЛЬМОРА", "Нор Новости", (3, 3, None)),
        ("PORT VELM, June 4, 2023 — Troops", "PORT VELM", None, (6, 4, 2023)),
        ("VELMORA — Troops", "VELMORA", None, (None, None, None)),
    ],
)
def test_a_dateline_is_read(text: str, place: str | None, agency: str | None, day: tuple[int | None, ...]) -> None:
    found = read_dateline(text)
    assert found is not None
    assert text[found.end :] == "Troops"
    assert (found.place and text[slice(*found.place)]) == place
    assert (found.agency and text[slice(*found.agency)]) == agency
    assert (found.month, found.day, found.year) == day


@pytest.mark.parametrize(
    "text",
    [
        "Velmora - once a port - is empty.",
        "The army (ISW) said it left.",
        "Police said on January 6 - a Thursday - that they left.",
        "UPDATE 1 - Troops leave Velmora",
        "Velmora (population 3,000) is a port.",
        "",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert read_dateline(text) is None


def test_the_sentence_behind_a_dateline_stands_alone() -> None:
    text = "VELMORA, Jan. 6 (Norpress) – Troops left. They went home."
    assert [text[slice(*span)] for span in sentences(text)] == [
        "VELMORA, Jan. 6 (Norpress) –",
        "Troops left.",
        "They went home.",
    ]


@given(st.text(alphabet="AB ab.,(/)-—–1\n", max_size=200))
def test_spans_lie_in_the_text_and_the_dateline_ends_before_words(text: str) -> None:
    found = read_dateline(text)
    if found:
        assert 0 == found.start < found.end < len(text)
        for span in (found.place, found.agency):
            assert span is None or found.start <= span[0] < span[1] <= found.end
