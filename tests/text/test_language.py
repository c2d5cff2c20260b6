"""The language of short texts."""

from rashomon.text.language import language_of


def test_languages_are_told() -> None:
    assert language_of("The mayor said that the bridge would stay closed until Friday.") == "en"
    assert language_of("Мэр сообщил, что мост будет закрыт до пятницы.") == "ru"
    assert language_of("Міст зачинено") == "uk"
    assert language_of("Le maire a dit que le pont resterait fermé jusqu'à vendredi.") == "fr"


def test_too_little_text_is_undetermined() -> None:
    assert language_of("12 34") == "und"
    assert language_of("") == "und"
