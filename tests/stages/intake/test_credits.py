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


@given(st.text(alphabet="RIAeuters told(),. \nTheKABC—", max_size=120))
def test_spans_hold_the_words_of_the_text(text: str) -> None:
    for credit in credits_of(text, None, ()):
        assert credit.start is not None and credit.end is not None
        assert 0 <= credit.start < credit.end <= len(text)
