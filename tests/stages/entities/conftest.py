"""Reports of our own invention, read once by the installed model and linked."""

from collections.abc import Callable

import pytest

from rashomon.model.entity import Entity
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.entities import link
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.text.segment import sentences

Linked = Callable[..., "Cast"]


class Cast:
    """The entities of a few reports, with what a test asks of them."""

    def __init__(self, texts: tuple[str, ...], entities: tuple[Entity, ...]) -> None:
        self.texts, self.entities = texts, entities

    def words(self, entity: Entity) -> list[str]:
        return [self.texts[int(m.report[1:])][m.start : m.end] for m in entity.mentions]

    def meant_by(self, words: str) -> list[Entity]:
        """The entities that have a mention of exactly these words."""
        return [entity for entity in self.entities if words in self.words(entity)]

    def one(self, words: str) -> Entity:
        (entity,) = self.meant_by(words)
        return entity


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(*installed_model())


@pytest.fixture(scope="session")
def readings_of(reader: Reader) -> Callable[[tuple[str, ...]], dict[str, Reading]]:
    def of(texts: tuple[str, ...]) -> dict[str, Reading]:
        parts = sorted({text[s:e] for text in texts for s, e in sentences(text)})
        return dict(zip(parts, read(parts, reader), strict=True))

    return of


@pytest.fixture
def linked(readings_of: Callable[[tuple[str, ...]], dict[str, Reading]]) -> Linked:
    def of(*texts: str, reverse: bool = False) -> Cast:
        reports = [Report(id=f"r{i}", source=f"r{i}", text=text, language="en") for i, text in enumerate(texts)]
        story = Story(id="s", title="", reports=tuple(report.id for report in reports))
        return Cast(texts, link(story, reports[::-1] if reverse else reports, readings_of(texts)))

    return of
