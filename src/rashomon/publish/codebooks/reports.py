"""A row for each happening and report, as MMAD and MAVERICK keep them and the R package `eventreport` aggregates; with ours beside: whose words they are, and
where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.lineage import Lineage
from rashomon.model.record import Record, ReportRow
from rashomon.publish.codebooks.columns import Column, csv_of, listed
from rashomon.publish.codebooks.happening import NEAREST, Bounds, Happening, as_told, happenings


class Told(NamedTuple):
    """One happening as one report tells it."""

    happening: Happening
    report: ReportRow

    @property
    def claims(self) -> list[Claim]:
        return self.happening.claims_by.get(self.report.id, [])

    @property
    def dead(self) -> list[Claim]:
        return self.happening.told_by(self.happening.deaths, self.report.id)

    @property
    def hurt(self) -> list[Claim]:
        return self.happening.told_by(self.happening.injuries, self.report.id)

    @property
    def deaths(self) -> Bounds:
        return as_told(self.dead)

    @property
    def injuries(self) -> Bounds:
        return as_told(self.hurt)

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day, within those of the story, on which this report says that something happened."""
        story = self.happening.story
        dates = [
            claim.date
            for claim in self.claims
            if claim.date and claim.modality == "asserted" and claim.kind != "statement"
        ]
        days = sorted(day[:10] for date in dates for day in (date.start, date.end) if day and len(day) >= 10)
        inside = [day for day in days if (story.start or "") <= day <= (story.end or "9")]
        return (inside[0], inside[-1]) if inside else (None, None)

    @property
    def place(self) -> Entity | None:
        """The place of the toll in this report; else that of most of what it says happened in a place of the story, the nearest kind first."""
        index, own = self.happening.index, set(self.happening.story.places)
        told = [place for claim in (self.dead or self.hurt) for place in claim.places] or [
            place for claim in self.claims if claim.modality == "asserted" for place in claim.places if place in own
        ]
        for precision in NEAREST:
            of_precision = [
                place for place in told if place in index.entities and index.entities[place].precision == precision
            ]
            if of_precision:
                found = self.happening.most_told(of_precision)
                return index.entities[found] if found else None
        return None

    @property
    def lineage(self) -> Lineage | None:
        """The row that says where most of its words come from."""
        rows = self.happening.index.lineage_by.get(self.report.id, [])
        return max(rows, key=lambda row: row.share, default=None)

    @property
    def figures(self) -> list[tuple[str, Claim]]:
        return [*(("deaths", claim) for claim in self.dead), *(("injuries", claim) for claim in self.hurt)]


def rows(record: Record) -> Iterator[Told]:
    for happening in happenings(record):
        for report in happening.reports:
            yield Told(happening, report)


def render(record: Record) -> str:
    return csv_of(COLUMNS, rows(record))


def chains(told: Told) -> str:
    """ "deaths: Velm Herald > the harbour master": who says so, the outlet first."""
    return listed(f"{what}: {' > '.join(told.happening.index.chain(claim))}" for what, claim in told.figures)


def spans(told: Told) -> str:
    """ "deaths:42-53": the figure's words, half-open, in code points of the report's text."""
    return listed(f"{what}:{claim.figure.start}-{claim.figure.end}" for what, claim in told.figures if claim.figure)


def as_of(told: Told) -> str:
    return listed(f"{what}: {claim.as_of.end or claim.as_of.start}" for what, claim in told.figures if claim.as_of)


def coordinate(told: Told, axis: str) -> float | None:
    place = told.place
    return None if place is None else place.lat if axis == "lat" else place.lon


def voice_kind(told: Told) -> str:
    voice = told.happening.index.voices.get(told.report.voice)
    return voice.kind if voice else ""


def origin(told: Told) -> str:
    row = told.lineage
    return told.happening.index.origin_name(row) if row else ""


COLUMNS: tuple[Column[Told], ...] = (
    Column("id", "the report's id", lambda told: told.report.id),
    Column("event_id", "the story's id", lambda told: told.happening.story.id),
    Column("date_start", "the first day, within the story's, on which this report says that something happened", lambda told: told.days[0]),
    Column("date_end", "the last such day", lambda told: told.days[1]),
    Column("city", "the place, where it is a town", lambda told: told.place.name if told.place and told.place.precision == "city" else ""),
    Column("location", "the place of the toll in this report; else where most of what it tells happened; empty on a tie", lambda told: told.place.name if told.place else ""),
    Column("latitude", "of the place", lambda told: coordinate(told, "lat")),
    Column("longitude", "of the place", lambda told: coordinate(told, "lon")),
    Column("geo_precision", "`exact`, `city`, `region` or `country`", lambda told: told.place.precision if told.place else ""),
    Column("actor1", "the party that this report most often says acted in attacks and protests; empty on a tie", lambda told: told.happening.actors(told.report.id)),
    Column("actor2", "the party that it most often says was attacked", lambda told: told.happening.targets(told.report.id)),
    Column("deaths_best", "the dead as this report counts them, by the record's table of hedges", lambda told: told.deaths.best),
    Column("deaths_low", "its lower bound", lambda told: told.deaths.low),
    Column("deaths_high", "its upper bound", lambda told: told.deaths.high),
    Column("injuries_best", "the injured, likewise", lambda told: told.injuries.best),
    Column("injuries_low", "lower bound", lambda told: told.injuries.low),
    Column("injuries_high", "upper bound", lambda told: told.injuries.high),
    Column("source", "the outlet", lambda told: told.happening.index.outlet(told.report.id)),
    Column("source_author", "the bylines", lambda told: listed(told.report.bylines)),
    Column("source_type", "what kind of voice its text is: `outlet`, `agency`, `institution`, `person`, `document`", voice_kind),
    Column("source_classification", "empty: a coder's decision (check)"),
    Column("source_date", "ours: when it was published; a day inferred from the other reports is left out", lambda told: "" if told.report.dated_by == "story" else told.report.published),
    Column("source_headline", "ours: its headline", lambda told: told.report.title),
    Column("source_url", "ours: its address, else the file it was read from", lambda told: told.report.url or told.report.source),
    Column("voice", "ours: the voice that it speaks with; reports of one text share it", lambda told: told.happening.index.voice(told.report.voice)),
    Column("origin", "ours: where most of its words come from, if not its own", origin),
    Column("lineage_kind", "ours: `copy`, `revision`, `excerpt`, `rewrite`, `translation` or `relay` of that origin", lambda told: told.lineage.kind if told.lineage else ""),
    Column("as_of", "ours: the time up to which its figures count", as_of),
    Column("speaker_chain", "ours: who says each figure, the outlet first, the ultimate speaker last", chains),
    Column("spans", "ours: where each figure's words stand, half-open, in code points of the report's text", spans),
)  # fmt: skip
