"""One happening (a story of the record) as codebooks ask for it: its toll, day, place, actors and sources. Each is empty where no report tells it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from rashomon.model.claim import Claim, Number
from rashomon.model.entity import Entity
from rashomon.model.record import Estimate, Finding, Record, ReportRow, StoryRow
from rashomon.publish.index import Index

PEOPLE = "How many people "  # how the record asks after a whole toll, of whatever people
VIOLENT = ("ASSAULT", "PROTEST")  # types of event whose actors are parties to the happening
PARTIES = ("person", "organisation", "group")
PRONOUNS = frozenset("it its he his him she her they their them who we our us i my".split())
NEAREST = ("exact", "city", "region", "country")  # precision, the nearest first


class Bounds(NamedTuple):
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None


class Happening:
    def __init__(self, index: Index, story: StoryRow) -> None:
        self.index = index
        self.story = story
        self.counted: dict[str, dict[str, list[Claim]]] = {}

    @cached_property
    def reports(self) -> list[ReportRow]:
        return self.index.reports_of(self.story)

    @cached_property
    def claims(self) -> list[Claim]:
        return self.index.claims_of(self.story)

    @cached_property
    def claims_by(self) -> dict[str, list[Claim]]:
        """Its claims by their report."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.report, []).append(claim)
        return found

    @cached_property
    def findings(self) -> list[Finding]:
        return self.index.findings_of(self.story)

    @cached_property
    def deaths(self) -> Finding | None:
        return self.toll("killed")

    @cached_property
    def injuries(self) -> Finding | None:
        return self.toll("injured")

    def toll(self, measure: str) -> Finding | None:
        """The finding that counts all people of whom this is told, the most widely reported; else the only one that counts any."""
        found = [finding for finding in self.findings if finding.kind == "figure" and self.measure(finding) == measure]
        whole = [finding for finding in found if finding.question.startswith(PEOPLE)]
        if whole:
            return max(whole, key=lambda each: (len(self.behind(each)), -len(each.question)))
        return found[0] if len(found) == 1 else None

    def measure(self, finding: Finding) -> str | None:
        figure = self.index.claims[finding.answers[0].claims[0]].figure
        return figure.measure if figure else None

    def behind(self, finding: Finding) -> set[str]:
        """Reports that answer it."""
        return {report for answer in finding.answers for report in answer.reports}

    def answering(self, finding: Finding | None) -> list[Claim]:
        """The claims that answer it, in the order of its answers."""
        answers = finding.answers if finding else ()
        return [self.index.claims[claim] for answer in answers for claim in answer.claims if claim in self.index.claims]

    def estimate(self, finding: Finding | None, rule: str) -> Estimate | None:
        """A person's own where there is one; else what the rule makes of it."""
        found = (finding.estimates or {}) if finding else {}
        return found.get("analyst") or found.get(rule)

    @cached_property
    def days(self) -> tuple[str | None, str | None]:
        """The days of the toll's best supported answer that is dated, else of its claims; else the story's."""
        answers = self.deaths.answers if self.deaths else ()
        dated = [answer.date for answer in answers if answer.date] or [claim.date for claim in self.answering(self.deaths) if claim.date]  # fmt: skip
        start, end = (dated[0].start, dated[0].end) if dated else (self.story.start, self.story.end)
        return start and start[:10], (end or start) and (end or start or "")[:10]

    @cached_property
    def place(self) -> Entity | None:
        """Where the toll is said to be, by most voices; else the one nearest place of the story, where it is one; else its one country."""
        told = self.most_told(
            place for claim in self.answering(self.deaths) for place in claim.places if self.located(place)
        )
        if told:
            return self.index.entities[told]
        places = [self.index.entities[place] for place in self.story.places if self.located(place)]
        for precision in NEAREST[:3]:
            of_precision = [place for place in places if place.precision == precision]
            if of_precision:
                return of_precision[0] if len(of_precision) == 1 else self.country_of(of_precision)
        countries = [place for place in places if place.precision == "country"]
        return countries[0] if len(countries) == 1 else None

    def located(self, place: str) -> bool:
        entity = self.index.entities.get(place)
        return entity is not None and entity.lat is not None and entity.lon is not None

    def country_of(self, places: Sequence[Entity]) -> Entity | None:
        """The country that all these places lie in, where the reports name it."""
        codes = {place.country for place in places}
        found = [
            entity
            for entity in self.index.places_of(self.story)
            if entity.precision == "country" and entity.country in codes
        ]
        return found[0] if len(codes) == 1 and found else None

    def actors(self, report: str | None = None) -> str:
        """The party that is told most often to have acted in attacks and protests, by one report or by all; empty on a tie."""
        return self.party([participant.entity for claim in self.violent(report) if claim.event for participant in claim.event.actors])  # fmt: skip

    def targets(self, report: str | None = None) -> str:
        """The party that is told most often to have been attacked, if it is not the actor."""
        found = self.party([participant.entity for claim in self.violent(report) if claim.event for participant in claim.event.targets])  # fmt: skip
        return "" if found == self.actors(report) else found

    def violent(self, report: str | None) -> list[Claim]:
        return [
            claim for claim in (self.claims if report is None else self.claims_by.get(report, ()))
            if claim.event and claim.event.type in VIOLENT and claim.modality == "asserted"
        ]  # fmt: skip

    def party(self, entities: Iterable[str | None]) -> str:
        found = self.most_told(each for each in entities if each in self.index.entities and self.index.entities[each].kind in PARTIES)  # fmt: skip
        return self.index.entities[found].name if found else ""

    @staticmethod
    def most_told(ids: Iterable[str | None]) -> str | None:
        """The one that stands most often; None where two stand as often."""
        found = Counter(each for each in ids if each).most_common(2)
        return found[0][0] if found and (len(found) == 1 or found[0][1] > found[1][1]) else None

    @cached_property
    def speakers(self) -> list[str]:
        """The ultimate speakers behind the toll: the last link of each chain, the outlet where it speaks itself; those named with a pronoun alone are left out."""
        names = dict.fromkeys(self.index.chain(claim)[-1] for claim in self.counting(self.deaths))
        return [name for name in names if name.lower() not in PRONOUNS]

    @cached_property
    def voices(self) -> int:
        """Independent texts among the reports: copies and rewrites of one text count once."""
        return len({report.voice for report in self.reports})

    def told_by(self, finding: Finding | None, report: str) -> list[Claim]:
        """The claims of one report that answer the finding: not those that count more or fewer than it asks after, and not what the report itself says was
        taken back."""
        if finding is None:
            return []
        taken = (point for point in finding.series if point.withdrawn)
        gone = {point.claim for point in taken if point.withdrawn and self.reported_by(point.withdrawn.claim) == report}
        return [claim for claim in self.counting_by(finding).get(report, ()) if claim.id not in gone]

    def counting_by(self, finding: Finding) -> dict[str, list[Claim]]:
        """The same claims by their report, sorted out once for each finding."""
        if finding.id not in self.counted:
            found: dict[str, list[Claim]] = {}
            for claim in self.counting(finding):
                found.setdefault(claim.report, []).append(claim)
            self.counted[finding.id] = found
        return self.counted[finding.id]

    def counting(self, finding: Finding | None) -> list[Claim]:
        """The claims that answer it, but for answers that count more or fewer than it asks after."""
        if finding is None:
            return []
        beside = {row.b for row in finding.relations if row.a == 0 and row.kind in ("scope", "subset")}
        answers = [answer for k, answer in enumerate(finding.answers) if k not in beside]
        return [self.index.claims[claim] for answer in answers for claim in answer.claims if claim in self.index.claims]

    def reported_by(self, claim: str) -> str | None:
        return self.index.claims[claim].report if claim in self.index.claims else None


def happenings(record: Record) -> list[Happening]:
    index = Index(record)
    return [
        Happening(index, story) for story in sorted(record.stories, key=lambda story: (story.start or "9", story.id))
    ]


def as_told(claims: Sequence[Claim]) -> Bounds:
    """What one report says of a number: of several figures the one that counts to the latest time; else the span of all, without a best."""
    figures = list(
        dict.fromkeys((claim.figure.low, claim.figure.best, claim.figure.high) for claim in claims if claim.figure)
    )
    if len(figures) < 2:
        return Bounds(*figures[0]) if figures else Bounds()
    dated = sorted((claim for claim in claims if claim.as_of and claim.figure), key=lambda claim: (claim.as_of.end or claim.as_of.start or "") if claim.as_of else "")  # fmt: skip
    if dated and dated[-1].figure:
        return Bounds(dated[-1].figure.low, dated[-1].figure.best, dated[-1].figure.high)
    numbers = [number for figure in figures for number in figure if number is not None]
    return Bounds(min(numbers), None, max(numbers)) if numbers else Bounds()
