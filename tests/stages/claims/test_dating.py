"""When the clause of a word says that it happened, and when a thing was said."""

from rashomon.stages.claims.dating import date_of, date_of_saying
from rashomon.stages.claims.sentence import Article

from .conftest import MakeArticle

MONDAY = {"Monday": "2031-03-03"}


def day_of(article: Article, word: str) -> str | None:
    sentence = article.sentences[0]
    token = sentence.token_at(article.report.text.index(word))
    assert token is not None
    found = date_of(article, sentence, token)
    return found.start if found else None


def test_what_is_condemned_on_a_day_did_not_happen_on_it(make_article: MakeArticle) -> None:
    assert day_of(make_article("The killing was condemned by the bishop on Monday.", days=MONDAY), "killing") is None


def test_what_somebody_was_arrested_over_has_a_day_of_its_own(make_article: MakeArticle) -> None:
    article = make_article("Two brothers were arrested on Monday over the attack in Orvel.", days=MONDAY)
    assert day_of(article, "attack") is None
    assert day_of(article, "arrested") == "2031-03-03"


def test_who_is_looked_into_now_leaves_the_day_to_the_happening(make_article: MakeArticle) -> None:
    article = make_article("Police are investigating a shooting on Monday in Orvel.", days=MONDAY)
    assert day_of(article, "shooting") == "2031-03-03"


def test_the_noun_keeps_the_day_that_its_verb_names(make_article: MakeArticle) -> None:
    assert day_of(make_article("The attack killed 12 people on Monday.", days=MONDAY), "attack") == "2031-03-03"


def said_on(article: Article, cue: str) -> str | None:
    found = date_of_saying(article, article.report.text.index(cue))
    return found.start if found else None


def test_a_saying_stands_on_its_cue_s_day(make_article: MakeArticle) -> None:
    article = make_article("On Monday the harbour office said that nine boats had sunk.", days=MONDAY)
    assert said_on(article, "said") == "2031-03-03"


def test_the_day_of_what_is_said_is_not_the_day_of_the_saying(make_article: MakeArticle) -> None:
    article = make_article("The harbour office said that nine boats had sunk on Monday.", days=MONDAY)
    assert said_on(article, "said") is None
