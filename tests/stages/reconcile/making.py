"""Hand-made stories: reports as sentences, claims by the words that carry them. Names and places are invented."""

import re
from typing import Any

import msgspec

from rashomon.model.claim import Attribution, Claim, Event, Figure, Link, LinkEnd, Participant, Statement
from rashomon.model.entity import Entity, Mention, Role
from rashomon.model.identity import speaker_voice_id
from rashomon.model.measure import TimeRow, When
from rashomon.model.record import Decided, Finding
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.reconcile import decide
from rashomon.stages.reconcile.dossier import Dossier


class Making:
    """Collects reports and claims; `decided()` gives what the stage makes of them."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.claims: list[Claim] = []
        self.links: list[Link] = []
        self.voices: dict[str, str] = {}
        self.entities: list[Entity] = []
        self.times: list[TimeRow] = []

    def time(self, report: str, words: str, day: str) -> None:
        """A date expression: `day` is ISO, "FIRST/LAST" for an interval, with an hour where the words give one."""
        start, end = self.at(report, words)
        self.times.append(TimeRow(report=report, start=start, end=end, date=_day(day)))

    def report(self, name: str, text: str, published: str | None = "2031-05-02", voice: str | None = None) -> str:
        self.reports[name] = Report(
            id=name, source=name, text=text, language="en", published=published, outlet=f"The {name.title()}"
        )
        self.voices[name] = f"text-{voice or name}"
        return name

    def at(self, report: str, words: str) -> tuple[int, int]:
        start = self.reports[report].text.index(words)
        return start, start + len(words)

    def sentence(self, report: str, words: str) -> tuple[int, int]:
        start, end = self.at(report, words)
        text = self.reports[report].text
        first = max((m.end() for m in re.finditer(r"[.!?]\s+", text[:start])), default=0)
        last = re.search(r"[.!?]", text[end:])
        return first, end + last.end() if last else len(text)

    def place(self, name: str, country: str, lat: float, lon: float, precision: str = "city") -> str:
        self.entities.append(
            Entity(
                id=name, kind="place", name=name, aliases=(), mentions=(), country=country, lat=lat, lon=lon, precision=precision
            )
        )  # fmt: skip
        return name

    def entity(
        self, id: str, kind: str, name: str, *mentions: tuple[str, str], role: tuple[str, str] | None = None
    ) -> str:
        found = tuple(Mention(report=r, start=self.at(r, w)[0], end=self.at(r, w)[1]) for r, w in mentions)
        roles = (Role(role=role[1], report=role[0], start=self.at(*role)[0], end=self.at(*role)[1]),) if role else ()
        self.entities.append(Entity(id=id, kind=kind, name=name, aliases=(), mentions=found, roles=roles))
        return id

    def figure(
        self,
        report: str,
        words: str,
        measure: str,
        counted: str | None = "people",
        low: float | None = None,
        best: float | None = None,
        high: float | None = None,
        *,
        by: str | None = None,
        type: str | None = None,
        approximate: bool = False,
        scope: str | None = None,
        of: str | None = None,
        day: str | None = None,
        as_of: str | None = None,
        places: tuple[str, ...] = (),
        modality: str = "asserted",
        unit: str | None = None,
    ) -> str:
        """A figure claim at the words; `best` alone is an exact number unless approximate."""
        if best is not None and low is None and high is None and not approximate:
            low = high = best
        start, end = self.at(report, words)
        first, last = self.sentence(report, words)
        self._add(
            report, first, last, "figure", by, type,
            modality=modality, places=places, date=_day(day), as_of=_day(as_of),
            figure=Figure(
                measure=measure, counted=counted, low=low, best=best, high=high, approximate=approximate, scope=scope,
                of=of, unit=unit, text=words, start=start, end=end,
            ),
        )  # fmt: skip
        return self.claims[-1].id

    def person(self, report: str, words: str, measure: str, counted: str | None = None, **own: Any) -> str:
        """A figure claim of one person who is told of without a number; by name where nothing is counted."""
        claim = self.figure(report, words, measure, counted, best=1, **own)
        last = self.claims[-1]
        assert last.figure is not None
        self.claims[-1] = msgspec.structs.replace(last, figure=msgspec.structs.replace(last.figure, implied=True))
        return claim

    def event(
        self,
        report: str,
        words: str,
        family: str,
        variant: str | None = None,
        actor: str | None = None,
        target: str | None = None,
        *,
        by: str | None = None,
        type: str | None = None,
        day: str | None = None,
        modality: str = "asserted",
        places: tuple[str, ...] = (),
        actor_entity: str | None = None,
        target_entity: str | None = None,
    ) -> str:
        first, last = self.sentence(report, words)
        start, end = self.at(report, words)
        self._add(
            report, first, last, "event", by, type, modality=modality, date=_day(day), places=places,
            event=Event(
                action=family, frame=family, family=family, variant=variant, start=start, end=end,
                actors=self._part(report, actor, actor_entity), targets=self._part(report, target, target_entity),
            ),
        )  # fmt: skip
        return self.claims[-1].id

    def clause(self, claim: str, report: str, words: str) -> None:
        """Narrows a claim to the words of its clause."""
        start, end = self.at(report, words)
        at = next(i for i, known in enumerate(self.claims) if known.id == claim)
        self.claims[at] = msgspec.structs.replace(self.claims[at], start=start, end=end, quote=words)

    def _part(self, report: str, words: str | None, entity: str | None) -> tuple[Participant, ...]:
        if words is None:
            return ()
        start, end = self.at(report, words)
        return (Participant(text=words, entity=entity, start=start, end=end),)

    def statement(self, report: str, content: str, speaker: str, type: str | None = None) -> str:
        first, last = self.sentence(report, content)
        start, end = self.at(report, content)
        self._add(
            report, first, last, "statement", speaker, type, modality="asserted",
            statement=Statement(speaker=speaker, content_start=start, content_end=end, direct=True, act="speech"),
        )  # fmt: skip
        return self.claims[-1].id

    def link(self, report: str, kind: str, source: str, target: str, cue: str, claim: str | None = None) -> None:
        (a, b), (c, d), (e, f) = (self.at(report, words) for words in (source, target, cue))
        asked = LinkEnd(start=c, end=d, claim=claim) if kind != "purpose" else LinkEnd(start=c, end=d)
        self.links.append(
            Link(report=report, kind=kind, source=LinkEnd(start=a, end=b), target=asked, cue_start=e, cue_end=f)
        )

    def _add(
        self, report: str, start: int, end: int, kind: str, by: str | None, type: str | None, **own: object
    ) -> None:
        chain = tuple(
            Attribution(name=name, type=type, voice=None if type == "unnamed" else speaker_voice_id(name, None))
            for name in (by.split(" > ") if by else ())
        )
        text = self.reports[report].text
        self.claims.append(
            Claim(
                id=f"cla-{len(self.claims):03}", report=report, start=start, end=end, quote=text[start:end], kind=kind,
                attribution=chain, **own,  # type: ignore[arg-type]
            )
        )  # fmt: skip

    @property
    def story(self) -> Story:
        days = {name: report.published[:10] for name, report in self.reports.items() if report.published}
        return Story(id="sto-1", title="A happening", reports=tuple(self.reports), days=days)

    def dossier(self) -> Dossier:
        return Dossier(
            story=self.story,
            reports=self.reports,
            claims={claim.id: claim for claim in self.claims},
            links=tuple(self.links),
            voice_of=self.voices,
            entities={entity.id: entity for entity in self.entities},
            times=tuple(self.times),
        )

    def decided(self) -> Decided:
        return decide(
            self.story,
            list(self.reports.values()),
            self.claims,
            self.links,
            self.voices,
            self.entities,
            times=self.times,
        )

    def findings(self) -> tuple[Finding, ...]:
        return self.decided().findings

    def finding(self, *claims: str) -> Finding:
        """The one finding that holds all of these claims."""
        held = [f for f in self.findings() if all(any(c in a.claims for a in f.answers) for c in claims)]
        assert len(held) == 1, [f.question for f in held]
        return held[0]


def _day(day: str | None) -> When | None:
    if day is None:
        return None
    start, _, end = day.partition("/")
    return When(start=start, end=end or start)
