"""What all rooms of the stage know of a story."""

from rashomon.stages.reconcile.dossier import content_words


def test_words_count_as_one_in_either_spelling_and_in_any_plain_form() -> None:
    assert content_words("to stabilise and normalise the organisation") == content_words(
        "to stabilize and normalize the organizations"
    )


def test_short_words_are_left_out() -> None:
    assert content_words("the men of a dam") == []
