"""Invented reports and their translations, told from independent reports of the same happenings."""

import random
import time
from itertools import combinations
from pathlib import Path

import pytest

from rashomon.model.lineage import Traced
from rashomon.model.report import Credit, Furniture, Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import trace
from rashomon.stages.lineage.translation.trace import translations

TEXTS = {path.stem: path.read_text("utf-8").strip() for path in (Path(__file__).parent / "texts").glob("*.txt")}
TRUE = (
    ("train.en", "train.ru"),
    ("train.en", "train-abridged.de"),
    ("boat.en", "boat.ar"),
    ("border.en", "border.kk"),
    ("border.en", "border-merged.tr"),
)


def report(name: str, **more: object) -> Report:
    return Report(id=name, source=name, text=TEXTS[name], language=name[-2:], **{"outlet": name, **more})  # type: ignore[arg-type]


def traced(*reports: Report) -> Traced:
    sketches = [sketch(each) for each in reports]
    edges = compare(reports, [fingerprint(each) for each in reports], sketches)
    return trace(reports, sketches, edges)


ALL = [report(name) for name in sorted(TEXTS)]


@pytest.mark.parametrize(("original", "translation"), TRUE)
def test_a_translation_is_found_and_speaks_with_the_voice_of_its_original(original: str, translation: str) -> None:
    found = traced(report(original, published="2031-05-06"), report(translation, published="2031-05-07"))
    (row,) = found.rows
    assert (row.derived, row.origin, row.kind, row.direction) == (translation, original, "translation", "likely")
    assert row.share > 0.75
    assert found.voice_of[original] == found.voice_of[translation]


def test_independent_reports_and_follow_ups_are_no_translations() -> None:
    told = {
        frozenset((each.row.derived, str(each.row.origin)))
        for a, b in combinations(ALL, 2)
        for each in translations([a, b], [], Settings())
    }
    true = {frozenset(pair) for pair in TRUE}
    siblings = {frozenset(("train.ru", "train-abridged.de")), frozenset(("border.kk", "border-merged.tr"))}
    assert told == true | siblings


def test_passages_are_whole_sentences_that_tell_the_same() -> None:
    (row,) = traced(report("train.en"), report("train.ru")).rows
    pairs = {
        TEXTS[row.derived][slice(*p.derived)]: TEXTS[str(row.origin)][slice(*p.origin)]
        for p in row.passages
        if p.origin
    }
    assert any("11" in right or "Eleven" in right for left, right in pairs.items() if left.startswith("Одиннадцать"))
    assert all(left[-1] in ".!?»" and right[-1] in '.!?"' for left, right in pairs.items())


def test_two_translations_of_one_text_both_lead_to_it() -> None:
    rows = traced(
        report("border.en", published="2031-05-06T08:00"),
        report("border.kk", published="2031-05-06T10:00"),
        report("border-merged.tr", published="2031-05-06T12:00"),
    ).rows
    assert {(row.derived, row.origin) for row in rows} == {
        ("border.kk", "border.en"),
        ("border-merged.tr", "border.en"),
    }


def test_one_that_says_it_is_translated_is_the_translation_whatever_the_clock_says() -> None:
    line = Furniture(text="Перевод с английского: Анна Лигачёва", kind="byline")
    (row,) = traced(
        report("train.en", published="2031-05-07"), report("train.ru", published="2031-05-06", furniture=(line,))
    ).rows
    assert (row.derived, row.direction) == ("train.ru", "known")
    assert "says that its text is a translation" in row.why


def test_a_credit_tells_the_direction_in_other_letters_too() -> None:
    told = TEXTS["train.ru"] + "\n\nОб этом пишет Мередит Геральд."
    rows = traced(
        report("train.en", outlet="Meredith Herald"),
        Report(id="x", source="x", text=told, language="ru", outlet="Вести Калморска"),
    ).rows
    (row,) = [row for row in rows if row.origin]
    assert (row.derived, row.direction) == ("x", "known")


def test_two_clients_of_one_agency_leave_the_direction_open() -> None:
    agency = (Credit(name="Meridian Wire", start=0, end=1),)
    found = traced(
        report("train.en", published="2031-05-06", credits=agency),
        report("train.ru", published="2031-05-07", credits=agency),
    )
    (row,) = [row for row in found.rows if row.kind == "translation"]
    assert row.direction == "undetermined"
    assert "Meridian Wire" in row.why


def test_sentences_of_a_longer_report_within_one_of_other_matter_are_a_row_but_no_common_voice() -> None:
    part = "\n\n".join([TEXTS["border-own.ru"], *TEXTS["train.ru"].split("\n\n")[:7]])
    longer = "\n\n".join([TEXTS["train.en"], TEXTS["boat.en"], "Nobody came. " * 90])
    found = traced(
        Report(id="a", source="a", text=longer, language="en", outlet="Steppe Mail"),
        Report(id="b", source="b", text=part, language="ru", outlet="Вести"),
    )
    (row,) = found.rows
    assert (row.kind, row.derived, row.origin) == ("translation", "b", "a")
    assert row.share < 0.6
    assert all(part[slice(*p.derived)] in TEXTS["train.ru"] for p in row.passages)
    assert found.voice_of["a"] != found.voice_of["b"]


def test_the_order_of_the_reports_does_not_matter() -> None:
    first = translations(ALL, [], Settings())
    for seed in range(3):
        shuffled = random.Random(seed).sample(ALL, len(ALL))
        assert translations(shuffled, [], Settings()) == first


def test_reports_of_one_language_cost_nothing() -> None:
    assert translations([each for each in ALL if each.language == "en"], [], Settings()) == []


def test_a_thousand_identical_reports_in_two_languages_are_two_texts() -> None:
    reports = [
        Report(id=f"{name}{i:03}", source="x", text=TEXTS[name], language=name[-2:])
        for i in range(500)
        for name in ("train.en", "train.ru")
    ]
    started = time.monotonic()
    assert len(translations(reports, [], Settings())) == 1
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "text", ["мир " * 50_000, "17 2031 " * 25_000, "Иванов сказал 17. " * 11_000, "\n\n".join(["Ж 12."] * 30_000)]
)
def test_a_report_of_repeated_words_takes_bounded_time(text: str) -> None:
    hostile = [Report(id=str(i), source="x", text=text[i:200_000], language="ru") for i in range(2)]
    started = time.monotonic()
    translations([report("train.en"), *hostile], [], Settings())
    assert time.monotonic() - started < 10


def test_a_thousand_names_with_like_consonants_take_bounded_time() -> None:
    vowels = "аеиоу"
    names = [f"Б{a}р{b}т{c}н{d}" for a in vowels for b in vowels for c in vowels for d in vowels]
    lines = [" ".join(["Вот", *names[i : i + 25], f"{i + 100}."]) for i in range(0, len(names), 5)]
    text = "\n\n".join(lines)
    latin = text.translate(str.maketrans("БртнаеиоуВ", "BrtnaeiouV"))
    started = time.monotonic()
    translations(
        [
            Report(id="a", source="x", text=text, language="ru"),
            Report(id="b", source="x", text=latin, language="en"),
        ],
        [],
        Settings(),
    )
    assert time.monotonic() - started < 10
