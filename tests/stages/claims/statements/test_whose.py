"""Who says it, where the verb shares another's subject, or nobody is named. Invented places."""

import pytest

from rashomon.stages.claims.statements.attribute import attribute


def speakers(make_article, text: str) -> dict[str, str | None]:
    """The speaker of each cue."""
    return {
        text[s.cue_start : s.cue_end]: s.speaker
        for s in (one.statement for one in attribute(make_article(text)).statements)
    }


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The mayor was quick to note that the bridge was closed.", "to note", "The mayor"),
        ("The harbour council is expected to announce that the port will close.", "to announce", "The harbour council"),
        ("The mayor will not be able to claim that the bridge is safe.", "to claim", "The mayor"),
        ("Asked whether the bridge was safe, the mayor left the room.", "Asked", None),
        ("The minister asked the union to announce that the strike was over.", "to announce", "the union"),
        ("The plan was criticised in Ostmark, with the mayor saying it was unsafe.", "saying", "the mayor"),
    ],
)
def test_the_one_whose_words_they_are(make_article, text: str, cue: str, speaker: str | None) -> None:
    assert speakers(make_article, text)[cue] == speaker


def test_nobody_is_the_audience_of_what_he_adds(make_article) -> None:
    text = "Local teacher Amber Vale told Reuters that the school was hit, adding that nobody was hurt."
    assert speakers(make_article, text)["adding"] == "Local teacher Amber Vale"
