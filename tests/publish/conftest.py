"""An invented happening: a ferry burns off Port Velm. Two papers count the injured, one of them in hostile markup."""

import pytest

from rashomon.model.claim import Attribution, Claim, Figure
from rashomon.model.entity import Entity, Mention
from rashomon.model.lineage import Voice
from rashomon.model.measure import When
from rashomon.model.problem import Problem, Rejected
from rashomon.model.record import (
    SCHEMA,
    Answer,
    Estimate,
    Finding,
    Manifest,
    Record,
    Relation,
    ReportRow,
    Software,
    StoryRow,
    Support,
    TimelineRow,
    Words,
)

HERALD = "A ferry burned off Port Velm 🔥 on Monday. At least 12 people were injured, the harbour master said."
COURIER = "The ferry caught fire on Monday. Forty people were injured. <img src=x onerror=alert(1)></script>"


def report(id: str, outlet: str, text: str, title: str) -> ReportRow:
    return ReportRow(
        id=id, source=f"{id}.txt", text=text, title=title, outlet=outlet, language="en", published="2031-03-04",
        dated_by="metadata", credits=(), furniture=(), voice=f"voice-{id}", story="story",
    )  # fmt: skip


def injured(
    id: str, report: ReportRow, sentence: str, words: str, attribution: tuple[Attribution, ...], **numbers: int
) -> Claim:
    start, at = report.text.index(sentence), report.text.index(words)
    figure = Figure(measure="injured", counted="people", text=words, start=at, end=at + len(words), **numbers)  # type: ignore[arg-type]
    return Claim(
        id=id, report=report.id, start=start, end=start + len(sentence), quote=sentence, kind="figure", attribution=attribution,
        modality="asserted", figure=figure, date=When(start="2031-03-03", end="2031-03-03", text="Monday"),
    )  # fmt: skip


def answer(claim: Claim, value: str, voice: str) -> Answer:
    assert claim.figure
    words = Words(claim=claim.id, start=claim.figure.start, end=claim.figure.end)
    return Answer(value=value, words=(words,), claims=(claim.id,), reports=(claim.report,), voices=(voice,))


def the_finding(first: Claim, second: Claim) -> Finding:
    return Finding(
        id="finding", story="story", kind="figure", question="How many people were injured?", group="toll", status="contested",
        answers=(answer(first, "at least 12", "harbour-master"), answer(second, "40", "voice-courier")),
        relations=(Relation(a=0, b=1, kind="conflict", why="Two numbers for the same people on the same day."),),
        support=Support(reports=1, outlets=1, texts=1, speakers=1),
        estimates={"min_max": Estimate(low=12, high=40, why="The least and the most that is reported.")},
        why="Two voices give numbers that cannot both hold.",
    )  # fmt: skip


@pytest.fixture
def record() -> Record:
    herald = report("herald", "Velm Herald", HERALD, "Ferry burns \u2028 off Port Velm")
    courier = report("courier", "Island Courier", COURIER, "<img src=x onerror=alert(1)>")
    said = HERALD.index("the harbour master")
    master = Attribution(name="the harbour master", voice="harbour-master", type="official", start=said, end=said + 18)
    first = injured("claim-1", herald, HERALD[HERALD.index("At least") : -1], "At least 12", (master,), low=12, best=12)
    second = injured("claim-2", courier, "Forty people were injured.", "Forty", (), low=40, best=40, high=40)
    port = HERALD.index("Port Velm")
    voices = (
        Voice(id="voice-herald", name="Velm Herald", kind="outlet", reports=("herald",)),
        Voice(id="voice-courier", name="Island Courier", kind="outlet", reports=("courier",)),
        Voice(id="harbour-master", name="the harbour master", kind="person", reports=("herald",)),
    )
    place = Entity(id="port", kind="place", name="Port Velm", aliases=(), mentions=(Mention(report="herald", start=port, end=port + 9),))  # fmt: skip
    day = TimelineRow(
        story="story", start="2031-03-03", end="2031-03-03", text="The ferry caught fire on Monday.", claims=("claim-2",),
        voices=("voice-courier",), salience=0.5,
    )  # fmt: skip
    return Record(
        schema=SCHEMA, created="2031-03-05T00:00:00Z", software=Software(name="rashomon", version="0", models={}, gazetteers={}),
        manifest=Manifest(inputs=("reports",), read=2, rejected=1, tables={"reports": 2}, settings={}, settings_digest="0"),
        reports=(herald, courier), voices=voices, entities=(place,), claims=(first, second), timeline=(day,),
        stories=(StoryRow(id="story", title="Ferry burns off Port Velm", reports=("herald", "courier"), start="2031-03-03", end="2031-03-04", places=("port",)),),
        findings=(the_finding(first, second),), lineage=(), times=(), links=(), omissions=(), frames=(), judgements=(),
        problems=(Problem(stage="intake", report="courier", code="date-unread", message="No time of day was found."),),
        rejected=(Rejected(source="broken.pdf", error="The file is empty."),),
    )  # fmt: skip


@pytest.fixture
def nothing(record: Record) -> Record:
    """A record of no report at all."""
    import msgspec

    empty = {name: () for name in record.__struct_fields__ if isinstance(getattr(record, name), tuple)}
    return msgspec.structs.replace(record, **empty | {"rejected": record.rejected})
