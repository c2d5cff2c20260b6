"""Reads a text of one's own invention as the claims stage sees it."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from rashomon.model.entity import Entity, Mention
from rashomon.model.measure import When
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.stages.claims.extract import article_of
from rashomon.stages.claims.sentence import Article, TimeMention
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.text.segment import sentences

MakeArticle = Callable[..., Article]


@cache
def _reader() -> Reader:
    return Reader(*installed_model())


@cache
def _reading(sentence: str) -> Reading:
    return next(read([sentence], _reader()))


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _entity(text: str, name: str, kind: str) -> Entity:
    mentions = tuple(Mention(report="r", start=at, end=at + len(name)) for at in _places(text, name))
    return Entity(id=name, kind=kind, name=name, aliases=(), mentions=mentions)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article(text, entities={words: kind}, days={words: ISO day})`; an entity's id is its words."""

    def make(text: str, entities: dict[str, str] | None = None, days: dict[str, str] | None = None) -> Article:
        report = Report(id="r", source="r", text=text, language="en")
        parts = {text[start:end]: _reading(text[start:end]) for start, end in sentences(text)}
        article = article_of(report, None, parts, [_entity(text, *each) for each in (entities or {}).items()])
        times = [
            TimeMention(at, at + len(words), When(start=day, end=day, text=words))
            for words, day in (days or {}).items()
            for at in _places(text, words)
        ]
        return Article(
            report=report,
            day=None,
            sentences=article.sentences,
            mentions=article.mentions,
            times=tuple(sorted(times, key=lambda time: time.start)),
        )

    return make
