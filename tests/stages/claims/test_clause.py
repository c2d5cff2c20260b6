"""The smallest finite clause around a word, and the places that it names."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.stages.claims.clause import clause_span, places_of


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Rebels attacked the town.", "attacked", "Rebels attacked the town"),
        ("The mayor said that rebels attacked the town.", "attacked", "rebels attacked the town"),
        ("Rebels attacked the town, and the army fled.", "fled", "the army fled"),
        ("Rebels attacked the town, and the army fled.", "attacked", "Rebels attacked the town"),
        ("“Rebels attacked the town,” the mayor said.", "attacked", "Rebels attacked the town"),
        ("Belmar sent 70 soldiers, while Arvany sent 200 soldiers.", "200", "Arvany sent 200 soldiers"),
        ("The army fled because rebels attacked the town.", "attacked", "rebels attacked the town"),
    ],
)
def test_clause(make_article, text: str, word: str, clause: str) -> None:
    (sentence,) = make_article(text).sentences
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == word)
    start, end = clause_span(sentence, token)
    assert text[start:end] == clause


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("Rebels attacked a convoy near Melbrook.", "attacked", ("Melbrook",)),
        ("Belmar sent troops to Arvany.", "sent", ("Arvany",)),
        ("The government of Arvany resigned.", "resigned", ()),
        ("Protesters clashed with police in Melbrook.", "clashed", ("Melbrook",)),
    ],
)
def test_places(make_article, text: str, word: str, places: tuple[str, ...]) -> None:
    article = make_article(text, dict.fromkeys(("Melbrook", "Arvany", "Belmar"), "place"))
    (sentence,) = article.sentences
    token = next(i for i, t in enumerate(sentence.tokens) if t.text == word)
    assert places_of(article, sentence, token) == places


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from('rebels said that , and fled who the town " if ( ) to go .'.split()), min_size=1, max_size=15
    )
)
def test_a_clause_holds_its_word_and_stays_in_its_sentence(make_article, words: list[str]) -> None:
    for sentence in make_article(" ".join(words)).sentences:
        for index in range(len(sentence.tokens)):
            start, end = clause_span(sentence, index)
            word = sentence.span(index, index + 1)
            assert sentence.start <= start <= word[0] < word[1] <= end <= sentence.end
