"""What all rooms of the stage know of a story."""

from typing import TYPE_CHECKING, Any

from rashomon.stages.reconcile.dossier import content_words

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def test_words_count_as_one_in_either_spelling_and_in_any_plain_form() -> None:
    assert content_words("to stabilise and normalise the organisation") == content_words(
        "to stabilize and normalize the organizations"
    )


def test_short_words_are_left_out() -> None:
    assert content_words("the men of a dam") == []


def test_a_month_keeps_its_capital_within_a_sentence(making: Making) -> None:
    making.report("star", "March 20 came.")
    dossier = making.dossier()
    assert [dossier.within_sentence(words) for words in ("March 20", "Heavy rain", "Monday")] == [
        "March 20",
        "heavy rain",
        "Monday",
    ]
