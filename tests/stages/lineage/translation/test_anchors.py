"""What survives translation: numbers, times, days, places and names, in any language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.lineage.translation.anchors import MOST_LINES, anchored
from rashomon.stages.lineage.translation.days import days
from rashomon.stages.lineage.translation.figures import figures
from rashomon.stages.lineage.translation.places import place_of
from rashomon.stages.lineage.translation.spelling import alike, keys


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("25 тысяч человек", "ru", 25_000),
        ("двадцать пять домов", "ru", 25),
        ("fünfundzwanzigtausend Menschen", "de", 25_000),
        ("25.000 Menschen", "de", 25_000),
        ("trente-cinq blessés", "fr", 35),
        ("2,4 миллиона сомов", "ru", 2_400_000),
        ("otuz beş kişi", "tr", 35),
        ("отыз бес адам", "kk", 35),
        ("خمسة وعشرون شخصا", "ar", 25),
        ("٢٥ شخصا", "ar", 25),
        ("1 800 dollars", "fr", 1800),
        ("dwadzieścia pięć osób", "pl", 25),
        ("two hundred men", "en", 200),
        ("45 mila euro", "it", 45_000),
    ],
)
def test_a_number_is_its_value_in_any_language(text: str, language: str, value: float) -> None:
    assert [each.value for each in figures(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("at 7:40 p.m. on", "en"),
        ("um 19.40 Uhr", "de"),
        ("в 19:40", "ru"),
        ("в 19.40", "ru"),
        ("à 19h40", "fr"),
        ("saat 19.40'ta", "tr"),
        ("a las 19:40", "es"),
    ],
)
def test_a_time_of_day_is_minutes_in_any_language(text: str, language: str) -> None:
    assert [(each.value, each.clock) for each in figures(text, language)] == [(19 * 60 + 40, True)]


def test_decimals_are_no_times() -> None:
    assert [each.clock for each in figures("rose by 3.15 points to 51.3 percent", "en")] == [False, False]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("on 11 October", "en", "10-11"),
        ("October 11, 2031", "en", "10-11"),
        ("11 октября", "ru", "10-11"),
        ("am 11. Oktober", "de", "10-11"),
        ("el 11 de octubre", "es", "10-11"),
        ("11 Ekim'de", "tr", "10-11"),
        ("11 қазанда", "kk", "10-11"),
        ("11 أكتوبر", "ar", "10-11"),
        ("в среду", "ru", "W2"),
        ("у середу", "uk", "W2"),
        ("çarşamba günü", "tr", "W2"),
        ("سيصل يوم الأربعاء", "ar", "W2"),
        ("na quarta-feira", "pt", "W2"),
        ("сәрсенбіде", "kk", "W2"),
    ],
)
def test_a_day_is_the_same_in_any_language(text: str, language: str, name: str) -> None:
    assert [each.name for each in days(text, language)] == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Германии", "ru"), ("Deutschland", "de")),
        (("Пекине", "ru"), ("Beijing", "en")),
        (("Almanya", "tr"), ("Germany", "en")),
        (("وألمانيا", "ar"), ("Allemagne", "fr")),
        (("Варшаве", "ru"), ("Warszawa", "pl")),
        (("Köln", "de"), ("Cologne", "fr")),
    ],
)
def test_a_place_is_one_by_its_names_in_two_languages(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert place_of(*one) == place_of(*other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Остренко", "ru"), ("Ostrenko", "en")),
        (("Щербаковым", "ru"), ("Shcherbakov", "en")),
        (("Martschenko", "de"), ("Марченко", "ru")),
        (("Жунусов", "ru"), ("Zhunusov", "it")),
        (("Каримовтың", "kk"), ("Karimov", "en")),
        (("هالفورسن", "ar"), ("Halvorsen", "en")),
        (("Κωνσταντίνου", "el"), ("Konstantinou", "en")),
    ],
)
def test_a_name_is_known_in_other_letters(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert keys(*one) & keys(*other)
    assert alike(*one, *other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Полатов", "ru"), ("Balodis", "en")),
        (("Мартынов", "ru"), ("Mordaunt", "en")),
        (("Костенко", "ru"), ("Gustafsson", "en")),
    ],
)
def test_two_names_are_not_one_for_a_few_like_consonants(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not (keys(*one) & keys(*other) and alike(*one, *other))


@given(
    st.text(alphabet=st.sampled_from("Аб. В1,5:\n\"«»Zz-'م الخ’h"), max_size=300),
    st.sampled_from(["ru", "ar", "fr", "xx"]),
)
@settings(max_examples=150, deadline=None)
def test_lines_are_spans_of_the_text_in_order(text: str, language: str) -> None:
    upto = 0
    for line in anchored(text, language).lines:
        assert upto <= line.start < line.end <= len(text)
        upto = line.end


@given(st.text(max_size=200), st.sampled_from(["ru", "ar", "de", "en", "tr"]))
@settings(max_examples=150, deadline=None)
def test_figures_and_days_are_spans_in_order(text: str, language: str) -> None:
    for found in (figures(text, language), days(text, language)):
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        assert [each.start for each in found] == sorted(each.start for each in found)


def test_no_more_than_the_bound_of_sentences_is_looked_at() -> None:
    assert len(anchored("Иванов приехал 17 мая. " * 5000, "ru").lines) == MOST_LINES
