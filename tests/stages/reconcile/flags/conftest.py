"""A record of invented reports of a ferry, and judgements on it: what stood there when they were made, and what came later."""

from collections.abc import Sequence
from typing import Any

import pytest

from rashomon.model.claim import Attribution, Claim, Event, Figure, Participant
from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import Flag, Judgement, judgement
from rashomon.model.lineage import Lineage
from rashomon.model.measure import When
from rashomon.model.record import Answer, Finding, Manifest, Record, Relation, ReportRow, Software, Support
from rashomon.stages.reconcile.flags import flagged

JUDGED = "2031-05-07T10:00:00+00:00"


class Telling:
    """Builds a record: reports, figures and events in them, what they answer and how answers differ."""

    def __init__(self) -> None:
        self.reports: dict[str, ReportRow] = {}
        self.claims: list[Claim] = []
        self.findings: list[Finding] = []
        self.entities: list[Entity] = []
        self.lineage: list[Lineage] = []

    def report(self, name: str, text: str = "", published: str = "2031-05-06", outlet: str | None = None) -> str:
        own = f"rep1-{name}"
        self.reports[own] = ReportRow(
            id=own, source=f"{name}.txt", text=text, outlet=outlet or f"The {name.capitalize()}", language="en", published=published,
            credits=(), furniture=(), voice=f"voi1-{name}", story="sto1-01",
        )  # fmt: skip
        return own

    def figure(self, name: str, report: str, number: int, *, low: int | None = None, by: str = "", **more: Any) -> str:
        """A claim that so many sailors were killed; `low` alone: at least so many."""
        figure = Figure(
            measure="killed", counted="sailors", low=number if low is None else low, best=number,
            high=number if low is None else None, text=str(number), start=0, end=1,
        )  # fmt: skip
        return self._claim(name, report, kind="figure", figure=figure, by=by, **more)

    def event(self, name: str, report: str, frame: str, actor: str, target: str, **more: Any) -> str:
        sides = [(Participant(text=each, entity=f"ent1-{each}", start=0, end=1),) for each in (actor, target)]
        event = Event(action=frame, frame=frame, actors=sides[0], targets=sides[1], start=0, end=1)
        return self._claim(name, report, kind="event", event=event, **more)

    def _claim(self, name: str, report: str, *, kind: str, by: str = "", day: str | None = None, **more: Any) -> str:
        said = (Attribution(name=by),) if by else ()
        when = When(start=day, end=day) if day else None
        own = f"cla1-{name}"
        self.claims.append(
            Claim(id=own, report=report, start=0, end=1, quote="", kind=kind, attribution=said, modality="asserted", date=when, **more)
        )  # fmt: skip
        return own

    def finding(
        self, *answers: Sequence[str], relations: Sequence[tuple[int, int, str]] = (), kind: str = "figure"
    ) -> str:
        by_id = {claim.id: claim for claim in self.claims}
        rows = []
        for some in answers:
            figure = by_id[some[0]].figure
            rows.append(
                Answer(value=figure.text if figure else some[0], words=(), claims=tuple(some), reports=(), voices=())
            )
        own = f"fin1-{len(self.findings)}"
        self.findings.append(
            Finding(
                id=own, story="sto1-01", kind=kind, question="How many sailors were killed?", group="toll", answers=tuple(rows),
                relations=tuple(Relation(a=a, b=b, kind=kind, why="They cannot both be true.") for a, b, kind in relations),
                status="contested", support=Support(reports=1, outlets=1, texts=1, speakers=1), why="",
            )
        )  # fmt: skip
        return own

    def spot(self, report: str, words: str) -> str:
        start = self.reports[report].text.index(words)
        return f"{report}@{start}-{start + len(words)}"

    def entity(self, name: str, *where: tuple[str, str]) -> None:
        """One that these words of reports mean."""
        places = [(report, self.reports[report].text.index(words), words) for report, words in where]
        mentions = tuple(Mention(report=r, start=start, end=start + len(words)) for r, start, words in sorted(places))
        self.entities.append(Entity(id=f"ent1-{name}", kind="person", name=name, aliases=(), mentions=mentions))

    def copied(self, derived: str, origin: str) -> None:
        row = Lineage(derived=derived, origin=origin, kind="copy", direction="known", share=1.0, passages=(), why="")
        self.lineage.append(row)

    def flags(self, what: str, *on: str, of: str = "claim", **more: Any) -> list[Flag]:
        """What the record says against a judgement."""
        made = judgement(who="ada", when=JUDGED, what=what, on=on, why="So I read it", of=of, **more)
        (shown,) = flagged(self.record((made,))).judgements
        return list(shown.flags)

    def record(self, judgements: tuple[Judgement, ...] = ()) -> Record:
        return Record(
            schema="", created="", software=Software(name="", version="", models={}, gazetteers={}),
            manifest=Manifest(inputs=(), read=0, rejected=0, tables={}, settings={}, settings_digest=""),
            reports=tuple(self.reports.values()), stories=(), lineage=tuple(self.lineage), voices=(), entities=tuple(self.entities),
            times=(), claims=tuple(self.claims), links=(), findings=tuple(self.findings), timeline=(), omissions=(), frames=(),
            judgements=judgements, problems=(), rejected=(),
        )  # fmt: skip


@pytest.fixture
def telling() -> Telling:
    return Telling()
