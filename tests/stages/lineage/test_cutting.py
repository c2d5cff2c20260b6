"""Words and sentences cut for a whole batch at once, on invented reports."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.lineage.columns import Columns, columns, joined
from rashomon.stages.lineage.cutting import hashes_of
from rashomon.text.segment import sentences

TEXTS = st.lists(st.text(alphabet="aé Жя1.!?\n\"'“”-,。漢字e\u0301\0😀", max_size=60), max_size=6)


def cuts(text: str) -> list[str]:
    rows = columns([text])
    return [text[start:end] for start, end in zip(rows.start.tolist(), rows.end.tolist(), strict=True)]


def same_hash(one: str, other: str) -> bool:
    return bool((hashes_of([one]) == hashes_of([other])).all())


def test_a_sentence_runs_from_its_first_to_its_last_word() -> None:
    assert cuts('"The pier is shut," he said. Boats wait.\n\nNobody was hurt!') == [
        'The pier is shut," he said',
        "Boats wait",
        "Nobody was hurt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ola Brandt of St. Halvard spoke to Lt. Moe. He left at noon.",
        "On Jan. 6 the U.S. envoy landed. In Jan. The ferry had sailed.",
        "John F. Kettle signed. The U.S. The other side did not.",
        "Rule No. 7 holds. No. Nobody asked.",
        'He asked "Why now?" Then he left... Nothing else.',
        "It was 3.5 metres long. about as wide. Then it sank.",
        "Nordvik Corp. said so. Nordvik Inc. The rest is silence.",
        "Он уехал в Норвик. Она осталась. и ждала.",
    ],
)
def test_sentences_begin_where_the_reader_of_one_text_begins_them(text: str) -> None:
    begun = [re.compile(r"[^\W_]").search(text, *span) for span in sentences(text)]
    assert columns([text]).start.tolist() == [match.start() for match in begun if match]


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    text = "Élodie Ærø 😀 traf in Łódź ein. Ёлка упала на мол."
    assert cuts(text) == ["Élodie Ærø 😀 traf in Łódź ein", "Ёлка упала на мол"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("HARBOUR", "harbour"), ("Zoë", "zoe"), ("Ё", "е"), ("Cafe\u0301", "café"), ("ПРИЧАЛ", "причал"), ("İ", "i")],
)
def test_case_and_accents_are_folded(one: str, other: str) -> None:
    assert same_hash(one, other)


def test_other_letters_and_another_order_are_other_words() -> None:
    assert not same_hash("tide", "diet")
    assert not same_hash("pier", "pie")


def test_each_ideograph_is_a_word_and_its_full_stop_needs_no_space() -> None:
    rows = columns(["渡船靠岸。人人平安。"])
    assert rows.words.tolist() == [4, 4]


def test_a_text_without_a_stop_is_cut_where_its_words_say_and_alike_wherever_they_stand() -> None:
    words = [f"w{number}" for number in range(400)]
    whole, shifted = columns([" ".join(words)]), columns([" ".join(["before", "that", *words])])
    assert len(whole.hash) > 5
    assert set(whole.hash[1:].tolist()) <= set(shifted.hash.tolist())


def test_one_word_again_and_again_makes_few_rows_or_short_ones() -> None:
    rows = columns(["fish " * 5_000])
    assert rows.words.sum() == 5_000
    assert len(set(rows.hash.tolist())) <= 2


def test_nothing_has_no_rows() -> None:
    assert [columns(texts).reports for texts in ([], [""], ["", "…\n\0"])] == [0, 1, 2]
    assert len(columns(["", " . ", "\0"]).hash) == 0


@given(TEXTS)
@settings(deadline=None)
def test_a_row_begins_and_ends_with_a_word_of_its_own_report(texts: list[str]) -> None:
    rows = columns(texts)
    for report, start, end in zip(rows.report.tolist(), rows.start.tolist(), rows.end.tolist(), strict=True):
        assert 0 <= start < end <= len(texts[report])
        assert texts[report][start].isalnum() or texts[report][start] == "\u0301"
        assert "\n" not in texts[report][start:end]


@given(TEXTS)
@settings(deadline=None)
def test_a_report_is_cut_alike_alone_and_among_others(texts: list[str]) -> None:
    alone = joined([_numbered(columns([text]), number) for number, text in enumerate(texts)]) if texts else columns([])
    for one, other in zip(columns(texts)[:-1], alone[:-1], strict=True):
        assert one.tolist() == other.tolist()


def _numbered(rows: Columns, number: int) -> Columns:
    return rows._replace(report=rows.report + number)
