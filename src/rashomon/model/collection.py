"""What a casebook holds: the reports that were added, in stories, as far as both are known without reading them."""

import msgspec

from rashomon.model.judgement import Flag, Judgement
from rashomon.model.problem import Rejected
from rashomon.model.story import Part


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """That a page was added: the id of its report as it was read then, and when (ISO 8601, UTC)."""

    report: str
    when: str


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding gave: ids of the new reports, how many were there before, and what could not be read."""

    new: tuple[str, ...]
    known: int
    rejected: tuple[Rejected, ...] = ()


class ReportEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A report of the collection; `page` is the key of the page that it was read from, `published` ISO 8601, `voice` the id of the voice of
    its text. `added`: when it came in (ISO 8601, UTC), where the catalogue was asked."""

    id: str
    page: str
    source: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    voice: str | None = None
    added: str | None = None


class StoryEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A story of the collection. `reports` are ids, in order of day, with their `sources` beside; `voices` counts the texts that they go back to; `start` and `end` are the
    days of the first and the last report; `places` are known by name alone. `guests` and `passages` as of a Story.

    What the catalogue adds where it is asked: `added`, when the latest of its reports came in (ISO 8601, UTC); and of the story's record that was made last: `read`, when; `stale`,
    whether reports or judgements have come since, or another edition of the program; `parties`, the persons and bodies that it names most; `statuses`, how many
    findings are `contested`, `corrected`, `updated`, `agreed`, `compatible`, `single`."""

    id: str
    title: str
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    voices: int
    outlets: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    passages: tuple[Part, ...] = ()
    added: str | None = None
    read: str | None = None
    stale: bool = False
    parties: tuple[str, ...] = ()
    statuses: dict[str, int] = {}

    @property
    def own(self) -> tuple[str, ...]:
        """Its reports, guests left out."""
        return tuple(report for report in self.reports if report not in self.guests) if self.guests else self.reports


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """The whole collection in order: stories by first day then id, reports by id; `judgements` are those that shaped it, the
    earliest first; `names`: what each story's reports name most, in the form in which names
    are sought, by the story's id."""

    stories: tuple[StoryEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    names: dict[str, str] = {}


class LoggedJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement and what became of it: `holds`, `undone`, `outranked` (by a later one) or `waits` (its reports are not there). `flags`: what
    later reports say against it, in the records that were made last."""

    judgement: Judgement
    state: str
    flags: tuple[Flag, ...] = ()


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import of judgements gave: how many were new, how many there before, and how many lines were refused, the first of them
    with the reason."""

    new: int
    known: int
    refused: int = 0
    rejected: tuple[Rejected, ...] = ()
