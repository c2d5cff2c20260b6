"""The burning ferry, with its dead, its place and its two sides: what codebooks ask for."""

import msgspec
import pytest

from rashomon.model.claim import Claim, Event, Figure, Participant
from rashomon.model.entity import Entity, Mention
from rashomon.model.lineage import Lineage
from rashomon.model.record import Answer, Estimate, Finding, Record, ReportRow, Words


def figure(report: ReportRow, id: str, words: str, measure: str, places: tuple[str, ...] = (), **numbers: int) -> Claim:
    start = report.text.index(words)
    counted = Figure(measure=measure, counted="people", text=words, start=start, end=start + len(words), **numbers)  # type: ignore[arg-type]
    return Claim(id=id, report=report.id, start=start, end=start + len(words), quote=words, kind="figure", attribution=(), modality="asserted", figure=counted, places=places)  # fmt: skip


def answer(claim: Claim, value: str) -> Answer:
    assert claim.figure
    words = Words(claim=claim.id, start=claim.figure.start, end=claim.figure.end)
    return Answer(value=value, words=(words,), claims=(claim.id,), reports=(claim.report,), voices=())


@pytest.fixture
def toll(record: Record) -> Record:
    """Three dead by one report, hundreds by the other; on 3 March; smugglers attacked the coastguard."""
    herald = msgspec.structs.replace(
        record.reports[0], text=record.reports[0].text + " Three people were killed. Smugglers attacked the coastguard."
    )
    courier = msgspec.structs.replace(record.reports[1], text=record.reports[1].text + " Hundreds were killed, =HYPERLINK(1).", title="=HYPERLINK(1)", url="https://courier.example/ferry", bylines=("-Ann", "Bo"))  # fmt: skip
    three = figure(herald, "dead-1", "Three", "killed", ("port",), low=3, best=3, high=3)
    hundreds = figure(courier, "dead-2", "Hundreds", "killed")
    at, whom = herald.text.index("Smugglers"), herald.text.index("the coastguard")
    attack = Claim(
        id="attack", report="herald", start=at, end=whom + 14, quote=herald.text[at : whom + 14], kind="event", attribution=(), modality="asserted", date=record.claims[0].date,
        event=Event(type="ASSAULT", action="attack", start=at + 10, end=at + 18, actors=(Participant(text="Smugglers", entity="smugglers", start=at, end=at + 9),),
                    targets=(Participant(text="the coastguard", entity="coastguard", start=whom, end=whom + 14),)),
    )  # fmt: skip
    deaths = Finding(
        id="deaths", story="story", kind="figure", question="How many people were killed?", group="toll", status="single", why="One voice gives a number.", relations=(),
        answers=(answer(three, "3"), answer(hundreds, "hundreds")), support=record.findings[0].support,
        estimates={"ucdp": Estimate(low=3, best=3, high=3, why="The best supported figure, 3."), "acled": Estimate(low=3, best=3, high=3, why="The most conservative figure, 3.")},
    )  # fmt: skip
    port = msgspec.structs.replace(record.entities[0], lat=54.25, lon=-8.5, precision="city", country="IE")
    parties = tuple(Entity(id=name, kind="group", name=name, aliases=(), mentions=(Mention(report="herald", start=at, end=at + 9),)) for name in ("smugglers", "coastguard"))  # fmt: skip
    row = Lineage(
        derived="courier",
        origin="herald",
        kind="rewrite",
        direction="likely",
        share=0.4,
        passages=(),
        why="Words in one order.",
    )
    return msgspec.structs.replace(
        record, reports=(herald, courier), claims=(*record.claims, three, hundreds, attack), findings=(deaths, *record.findings), entities=(port, *parties), lineage=(row,)
    )  # fmt: skip
