"""Bytes to text."""

import pytest

from rashomon.model.report import RawPage
from rashomon.stages.intake import read
from rashomon.stages.intake.decode import decode, looks_binary

ENGLISH = "Nine ships left the harbour of Velmora on Tuesday after the mayor had closed it.\n"
RUSSIAN = "Девять судов покинули порт Вельмора во вторник, после того как мэр закрыл его.\n"
FRENCH = "Neuf navires ont quitté le port après que le maire l'a fermé à cause de la tempête d'été.\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_utf_16_without_its_mark(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding), "text") == (text * 3, encoding)


def test_short_western_texts_are_read_as_western() -> None:
    found = decode(FRENCH.encode("latin-1"), "text")
    assert found is not None
    assert found[0] == FRENCH


def test_a_stray_nul_is_a_lost_letter_and_many_are_no_text() -> None:
    text = ENGLISH * 30
    got = read(RawPage(source="a", media="text", content=text.replace("ships", "sh\x00ips", 1).encode()))
    assert got.report is not None
    assert [problem.code for problem in got.problems] == ["letters-lost"]
    assert looks_binary(ENGLISH.replace(" ", "\x00"))


def test_a_page_is_never_cut_inside_a_word() -> None:
    from rashomon.stages.intake import IntakeSettings

    for most in range(300, 340):
        got = read(RawPage(source="a", media="text", text=ENGLISH * 9), IntakeSettings(max_characters=most))
        assert got.report is not None
        assert set(got.report.text.split()) <= set(ENGLISH.split())
