"""Which names a report takes its matter from. Agencies are real ones of the table, all else is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.report import Furniture
from rashomon.stages.intake.credits import credits_of


def names(text: str, outlet: str | None = None, furniture: tuple[Furniture, ...] = ()) -> list[str]:
    return [credit.name for credit in credits_of(text, outlet, furniture)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VELMORA, Jan 6 (Interfax) – Troops left the port.", ["Interfax"]),
        ("VELMORA (AP) — Troops left the port.", ["Associated Press"]),
        ("The port is shut, the mayor told the Financial Times.", ["Financial Times"]),
        ("Nine ships left, RIA reported.", ["RIA Novosti"]),
        ("The Interfax news agency quoted the harbour master.", ["Interfax"]),
        ("As noted by RBK , the port is shut.", ["RBC"]),
        ("According to Reuters, nine ships left.", ["Reuters"]),
        ("“We left,” he said in an interview with the Turkish broadcaster NTV.", ["NTV"]),
        (
            "The mayor told the Velmora Herald and Radio Norden that he would stay.",
            ["Velmora Herald", "Radio Norden"],
        ),
        ("A witness told a reporter from the Velmora Herald that it burned.", ["Velmora Herald"]),
        ("KVLM reports that nine ships left.", ["KVLM"]),
        ("Nine ships left, the Nordlys news agency reported.", ["Nordlys"]),
        ("Nine ships left. – AFP", ["Agence France-Presse"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("Девять судов ушли, сообщает ТАСС.", ["TASS"]),
    ],
)
def test_a_medium_that_hands_matter_over_is_credited(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Reuters building burned down.",
        "Police searched the offices of the Velmora Herald.",
        "People reported hearing shots, and the police said so.",
        "Syrian TV is off the air.",
        "The medical examiner said he drowned. The Medical Examiner said so.",
        "Time said little. The sun rose.",
    ],
)
def test_a_medium_that_is_only_named_is_not(text: str) -> None:
    assert names(text) == []


def test_the_own_outlet_is_no_credit() -> None:
    text = "Velmora. May 3rd. INTERFAX - Troops left, the mayor told Interfax. Norden left too, TASS said."
    assert names(text, "Interfax") == ["TASS"]
    assert names("The mayor told KVLM that he left.", "kvlm.com") == []


def test_source_lines_count_without_offsets_and_photo_credits_do_not() -> None:
    gone = (
        Furniture(text="Source: TASS", kind="source"),
        Furniture(text="Source: Port of Velmora", kind="source"),
        Furniture(text="Photo: Reuters", kind="credit"),
    )
    found = credits_of("Nine ships left.", None, gone)
    assert [(one.name, one.start) for one in found] == [("TASS", None), ("Port of Velmora", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor told Velmora’s Nordlys news agency that he would stay.", ["Nordlys"]),
        ("He told the regional newspaper La Cloche du Port that he would stay.", ["La Cloche du Port"]),
        ("Carrow’s state-run Tidings newspaper reported nine dead.", ["Tidings"]),
        ("Nine died, the Beirut-based Al Mayadeen channel said.", ["Al Mayadeen"]),
        ("SANA, the state news agency, reported nine dead.", ["SANA"]),
        ("Reuters, citing two officials, reported nine dead.", ["Reuters"]),
        ("The Korean Central News Agency (KCNA) said a ship had left.", ["KCNA"]),
        ("Norden Wire was the first to report it.", ["Norden Wire"]),
        ("This story was first published by the Carrow Mercury.", ["Carrow Mercury"]),
        ("With agencies: Nordlys News Service, Carrow Press Agency.", ["Nordlys News Service", "Carrow Press Agency"]),
        ("From TASS: the port is shut.", ["TASS"]),
        ("The Velmora Times was first. Nobody else came, the Times reported.", ["Velmora Times"]),
        ("Девять судов ушли, пишет газета «Коммерсантъ».", ["Kommersant"]),
        ("Девять судов ушли, со ссылкой на агентство Интерфакс сообщает РБК.", ["Interfax", "RBC"]),
        ("Дев’ять суден пішли, повідомляє Укрінформ.", ["Ukrinform"]),
        ("Laut der Nachrichtenagentur Reuters liefen neun Schiffe aus.", ["Reuters"]),
        ("Selon l’agence Reuters, neuf navires ont quitté le port.", ["Reuters"]),
        ("Nueve barcos salieron, según la agencia EFE.", ["EFE"]),
        ("According to China DailyAda Holm left.", ["China Daily"]),
        ("Norrow. CARROW (AP) -- Nine ships left.", ["Associated Press"]),
    ],
)
def test_more_ways_in_which_matter_is_handed_over(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Velmora newspaper called on him to go.",
        "He is Nordic. WE ALL WORK HARD IN THIS TOWN, SAID ONE.",
        "They spoke at the Worldwide Harbour Conference (WHHC) on Monday.",
        "Cubs players celebrate. (Getty Images) They had waited long.",
        "He told the RT audience so.",
        "The study was published in the Journal of Harbour Medicine.",
        "According to the People's Bank of Carrow, prices rose.",
        "“We are a fair house,” The Velmora Post said in a statement.",
        "Ida Holm, a Carrow Democrat, said so, and one Carrow Democrat told friends.",
        "Write to desk@velmorapost.com or visit twitter.com/velmora.",
        "According to Human Rights Watch, nine died.",
    ],
)
def test_what_only_looks_like_a_credit_is_none(text: str) -> None:
    assert names(text) == []


def test_a_stations_own_sign_is_no_credit_and_another_stations_is() -> None:
    assert names("VELMORA (KVLM) – Nine ships left, the mayor told KVLM.", "velmoranow.com") == []
    assert names("VELMORA (KVLM) – Nine ships left.", "wnor.com") == ["KVLM"]
    assert names("VELMORA (CBS4) – Nine ships left. Adler told CBS4 so.", "velmora.cbslocal.com") == []
    assert names("VELMORA (AP) – Nine ships left.", "velmoranow.com") == ["Associated Press"]


def test_a_copyright_line_credits_agencies_and_other_stations() -> None:
    line = Furniture(text="Copyright 2031 KVLM. All rights reserved.", kind="source")
    assert names("Nine ships left.", "wnor.com", (line,)) == ["KVLM"]
    assert names("Nine ships left.", "velmoranow.com", (line,)) == []
    agency = Furniture(text="Copyright 2031 The Associated Press. All rights reserved.", kind="source")
    assert names("Nine ships left.", "Velmora Post", (agency,)) == ["Associated Press"]


def test_bylines_of_the_page_credit_agencies() -> None:
    found = credits_of("Nine ships left.", "Velmora Post", (), ("Ada Holm, Associated Press",))
    assert [(one.name, one.start) for one in found] == [("Associated Press", None)]
    signed = Furniture(text="— Ada Holm", kind="source")
    assert names("Nine ships left.", "Velmora Post", (signed,)) == []


@given(st.text(alphabet="RIAeuters told(),. \nTheKABC—", max_size=120))
def test_spans_hold_the_words_of_the_text(text: str) -> None:
    for credit in credits_of(text, None, ()):
        assert credit.start is not None and credit.end is not None
        assert 0 <= credit.start < credit.end <= len(text)
