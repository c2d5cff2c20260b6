"""A little record, and coders who judge it: a ferry that ran aground, told by two reports."""

from collections.abc import Callable
from itertools import count

import pytest

from rashomon.casebook.coding.ground import Ground
from rashomon.model.claim import Attribution, Claim, Figure
from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import Judgement, judgement
from rashomon.model.measure import When
from rashomon.model.record import Answer, Finding, Manifest, Record, ReportRow, Software, Support

TEXTS = {
    "rep1-aa": "Nine sailors died when the Halvorsund ran aground on Tuesday, Captain Ruud said. The Ruud ferry sank.",
    "rep1-bb": "About 12 sailors were lost with the ferry Halvorsund. Ruud was rescued, and so was Kapitein Ruud.",
}
NINE, TWELVE = "clm1-09", "clm1-12"


def _report(name: str, text: str) -> ReportRow:
    return ReportRow(
        id=name, source=f"{name}.txt", text=text, title=f"Ferry, told by {name}", outlet=f"Post {name[-1]}", language="en",
        published="2031-05-06T10:00:00+00:00", credits=(), furniture=(), voice=f"voi1-{name[-2:]}", story="sto1-01",
    )  # fmt: skip


def _figure(name: str, report: str, words: str, low: int | None, best: int, high: int | None) -> Claim:
    text = TEXTS[report]
    end = text.index(".")
    figure = Figure(
        measure="killed", counted="sailors", low=low, best=best, high=high, approximate=low is None, text=words,
        start=0, end=len(words),
    )  # fmt: skip
    said = (Attribution(name="Captain Ruud"),) if "Captain" in text else ()
    day = When(start="2031-05-05", end="2031-05-05") if "Tuesday" in text else None
    return Claim(
        id=name, report=report, start=0, end=end, quote=text[:end], kind="figure", attribution=said, modality="asserted",
        date=day, figure=figure,
    )  # fmt: skip


def _entity(name: str, *where: tuple[str, str]) -> Entity:
    mentions = tuple(
        Mention(report=report, start=TEXTS[report].index(words), end=TEXTS[report].index(words) + len(words))
        for report, words in where
    )
    return Entity(id=f"ent1-{name}", kind="person", name=name, aliases=(), mentions=mentions)


@pytest.fixture
def record() -> Record:
    answers = tuple(
        Answer(value=value, words=(), low=best, best=best, high=best, claims=(claim,), reports=(), voices=())
        for value, best, claim in (("9", 9, NINE), ("about 12", 12, TWELVE))
    )
    finding = Finding(
        id="fin1-01", story="sto1-01", kind="figure", question="How many sailors were killed?", group="toll",
        answers=answers, relations=(), status="contested", support=Support(reports=1, outlets=1, texts=1, speakers=1),
        why="",
    )  # fmt: skip
    return Record(
        schema="", created="", software=Software(name="", version="", models={}, gazetteers={}),
        manifest=Manifest(inputs=(), read=2, rejected=0, tables={}, settings={}, settings_digest=""),
        reports=tuple(_report(name, text) for name, text in TEXTS.items()), stories=(), lineage=(), voices=(),
        entities=(_entity("Captain Ruud", ("rep1-aa", "Captain Ruud"), ("rep1-bb", "Ruud was")), _entity("Kapitein Ruud", ("rep1-bb", "Kapitein Ruud"))),
        times=(), claims=(_figure(NINE, "rep1-aa", "Nine", 9, 9, 9), _figure(TWELVE, "rep1-bb", "About 12", None, 12, None)),
        links=(), findings=(finding,), timeline=(), omissions=(), frames=(), judgements=(), problems=(), rejected=(),
    )  # fmt: skip


@pytest.fixture
def ground(record: Record) -> Ground:
    return Ground([record])


Judge = Callable[..., Judgement]


@pytest.fixture
def judge() -> Judge:
    """Makes judgements, each a minute after the one before."""
    minutes = count()

    def make(who: str, what: str, *on: str, of: str = "claim", why: str = "As I read it", **more: object) -> Judgement:
        when = f"2031-05-07T10:{next(minutes):02}:00+00:00"
        return judgement(who=who, when=when, what=what, on=on, why=why, of=of, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def spot() -> Callable[[str, str], str]:
    """The anchor of words of a report."""

    def find(report: str, words: str) -> str:
        start = TEXTS[report].index(words)
        return f"{report}@{start}-{start + len(words)}"

    return find
