"""Reports of our own invention, read by the installed model; entities and claims are given by the words that carry them."""

import pytest

from rashomon.model.claim import Attribution, Claim, Statement
from rashomon.model.entity import Entity, Mention
from rashomon.model.reading import Reading
from rashomon.model.record import Frame
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.stages.wording import frames
from rashomon.text.segment import sentences


class Telling:
    """Reports with what was found in them; `frames()` gives what the stage makes of them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.reports: list[Report] = []
        self.entities: list[Entity] = []
        self.claims: list[Claim] = []

    def report(self, name: str, text: str) -> None:
        self.reports.append(Report(id=name, source=name, text=text, language="en"))

    def at(self, name: str, words: str) -> tuple[int, int]:
        (text,) = [report.text for report in self.reports if report.id == name]
        start = text.index(words)
        return start, start + len(words)

    def entity(
        self,
        id: str,
        kind: str,
        name: str,
        *mentions: tuple[str, str],
        country: str | None = None,
        precision: str | None = None,
    ) -> None:
        found = tuple(Mention(report=r, start=self.at(r, w)[0], end=self.at(r, w)[1]) for r, w in mentions)
        self.entities.append(
            Entity(id=id, kind=kind, name=name, aliases=(), mentions=found, country=country, precision=precision)
        )

    def says(self, report: str, source: str, content: str) -> None:
        start, end = self.at(report, content)
        first, last = self.at(report, source)
        said = Statement(
            speaker=source, speaker_start=first, speaker_end=last, content_start=start, content_end=end, direct=False,
            act="assert",
        )  # fmt: skip
        chain = (Attribution(name=source, type="official", start=first, end=last),)
        self.claims.append(
            Claim(
                id=f"c{len(self.claims)}", report=report, start=start, end=end, quote=content, kind="statement",
                attribution=chain, modality="asserted", statement=said,
            )
        )  # fmt: skip

    def readings(self) -> dict[str, Reading]:
        parts = sorted({report.text[s:e] for report in self.reports for s, e in sentences(report.text)})
        return dict(zip(parts, read(parts, self._reader), strict=True))

    def frames(self, *, reverse: bool = False) -> tuple[Frame, ...]:
        story = Story(id="s", title="", reports=tuple(report.id for report in self.reports))
        reports = self.reports[::-1] if reverse else self.reports
        return frames(story, reports, self.readings(), self.claims, self.entities)

    def row(self, concept: str) -> list[tuple[str, str]]:
        """Report and words of each term of one thing."""
        return [(term.report, term.text) for frame in self.frames() if frame.concept == concept for term in frame.terms]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(*installed_model())


@pytest.fixture
def telling(reader: Reader) -> Telling:
    return Telling(reader)
