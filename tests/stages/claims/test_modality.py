"""Whether it is so, was not, will be, may be, is demanded, or would be."""

import pytest

from rashomon.stages.claims.modality import modality_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked the town.", "attacked", "asserted"),
        ("Rebels did not attack the town.", "attack", "denied"),
        ("The army denied that it had attacked the town.", "attacked", "denied"),
        ("No shots were fired.", "fired", "denied"),
        ("Troops will guard the port.", "guard", "planned"),
        ("The cabinet plans to close the border.", "close", "planned"),
        ("Talks are due to begin on Monday.", "begin", "planned"),
        ("Troops may guard the port.", "guard", "possible"),
        ("Rebels are believed to hold the port.", "hold", "possible"),
        ("It is unclear whether troops will retake the port.", "retake", "possible"),
        ("The union urged the cabinet to close the border.", "close", "demanded"),
        ("Protesters demanded the resignation of the mayor.", "resignation", "demanded"),
        ("The union called for the dismissal of the mayor.", "dismissal", "demanded"),
        ("If rebels attack the town, the army will leave.", "attack", "hypothetical"),
        ("The army would attack the town.", "attack", "hypothetical"),
        ("The general said he would attack the town.", "attack", "planned"),
        ("The mayor was forced to resign.", "resign", "asserted"),
        ("Troops have begun to guard the port.", "guard", "asserted"),
        ("The mission lasts until order is restored.", "restored", "planned"),
        ("The mayor did not know that rebels attacked the town.", "attacked", "asserted"),
        ("He did not want to leave the town.", "leave", "denied"),
        ("Troops will close the road and guard the port.", "guard", "planned"),
        ("The army will leave, and rebels attacked the town.", "attacked", "asserted"),
        ("The council was ordered to close schools and extended the holidays.", "extended", "asserted"),
    ],
)
def test_modality(make_article, text: str, word: str, expected: str) -> None:
    (sentence,) = make_article(text).sentences
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == word)
    assert modality_of(sentence, token) == expected
