"""A record's tables by id, and how its rows are named for people: what every written form of a record asks for (Markdown, terminal, rows of codebooks)."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath

import msgspec

from rashomon.model.claim import Attribution, Claim, Link
from rashomon.model.entity import Entity, Mention
from rashomon.model.lineage import Lineage, Voice
from rashomon.model.record import Answer, Finding, Frame, Record, Relation, ReportRow, StoryRow, TimelineRow, Words

RULES = {
    "ucdp": "UCDP",
    "acled": "ACLED",
    "latest_official": "latest official",
    "mode_by_voice": "most voices",
    "median_by_voice": "median by voice",
    "min_max": "least and most",
    "analyst": "an analyst",
}
DONE = {
    "confirm": "confirmed",
    "reject": "rejected",
    "correct": "corrected",
    "join": "joined",
    "split": "parted",
    "rate": "rated",
    "note": "noted",
}
RELATIONS = {
    "leading": "leading answer",
    "agree": "agrees",
    "copy": "one text carried it",
    "compatible": "compatible",
    "subset": "part of it",
    "scope": "other scope",
    "update": "older or newer state",
    "correction": "corrected",
    "retraction": "retracted",
    "conflict": "conflicts",
}

DIFFERENCES = {
    "conflict": "They conflict",
    "retraction": "Taken back",
    "correction": "Corrected",
    "update": "An older state and a newer one",
    "subset": "Part of it",
    "scope": "Another place, time or group",
    "copy": "One text carried both",
}
STEPS = {  # kinds of link, as headings
    "cause": "What led to it",
    "request": "Asked for",
    "decision": "Decided",
    "purpose": "For what",
    "condition": "Until when, or on what condition",
    "part": "Parts of it",
}
GAPS = {
    "unanswered": "Nobody says",
    "unheard": "Blamed, and not heard",
    "one-voice": "On one voice alone",
    "nobody-named": "Nobody is named for",
    "undated": "Undated",
    "undated-report": "Undated reports",
    "language-unread": "Languages not read",
    "language-missing": "Languages missing",
}
DATED_BY = {
    "text": "by its text",
    "dateline": "by its dateline",
    "url": "by its address",
    "story": "inferred from the others",
}
NAMELESS = "a speaker who is not named"
Said = tuple[str, list[Claim]]  # words, and the claims that give them


class Index:
    """The tables of a record by id, each made when it is first asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports = {report.id: report for report in record.reports}
        self.claims = {claim.id: claim for claim in record.claims}
        self.entities = {entity.id: entity for entity in record.entities}
        self.voices = {voice.id: voice for voice in record.voices}
        self.judgements = {each.id: each for each in record.judgements}
        self.members: dict[str, frozenset[str]] = {}
        self.findings = {finding.id: finding for finding in record.findings}

    @cached_property
    def finding_of(self) -> dict[str, list[Finding]]:
        """The findings that a claim answers, by its id."""
        found: dict[str, list[Finding]] = {}
        for finding in self.record.findings:
            for claim in dict.fromkeys(claim for answer in finding.answers for claim in answer.claims):
                found.setdefault(claim, []).append(finding)
        return found

    @cached_property
    def lineage_by(self) -> dict[str, list[Lineage]]:
        """Rows of lineage by the report that is derived."""
        found: dict[str, list[Lineage]] = {}
        for row in self.record.lineage:
            found.setdefault(row.derived, []).append(row)
        return found

    def reports_of(self, story: StoryRow) -> list[ReportRow]:
        """In order of publication, the undated last."""
        found = [self.reports[report] for report in story.reports if report in self.reports]
        return sorted(found, key=lambda report: (report.published or "9", report.id))

    def claims_of(self, story: StoryRow) -> list[Claim]:
        """The claims of its reports that no person rejected; of a round-up, those of the story's own passages."""
        inside = set(story.reports)
        return [claim for claim in self.record.claims if claim.report in inside and not claim.rejected and within(story, claim.report, claim.start, claim.end)]  # fmt: skip

    def links_of(self, story: StoryRow) -> list[Link]:
        inside = set(story.reports)
        return [link for link in self.record.links if link.report in inside and within(story, link.report, link.cue_start, link.cue_end)]  # fmt: skip

    def findings_of(self, story: StoryRow) -> list[Finding]:
        return [finding for finding in self.record.findings if finding.story == story.id and finding.answers]

    def timeline_of(self, story: StoryRow) -> list[TimelineRow]:
        return [row for row in self.record.timeline if row.story == story.id]

    def frames_of(self, story: StoryRow) -> list[Frame]:
        return [frame for frame in self.record.frames if frame.story == story.id]

    def lineage_of(self, story: StoryRow) -> list[Lineage]:
        inside = set(story.reports)
        return [row for row in self.record.lineage if row.derived in inside]

    def places_of(self, story: StoryRow) -> list[Entity]:
        """Places and located facilities that its reports name, those of the happening first, then the most named."""
        named = {entity.id: len(self.mentions_in(story, entity)) for entity in self.record.entities if is_place(entity)}
        found = [self.entities[each] for each, count in named.items() if count]
        return sorted(found, key=lambda entity: (entity.id not in story.places, -named[entity.id], entity.name))

    def mentions_in(self, story: StoryRow, entity: Entity) -> list[Mention]:
        """Where the story's reports name it; of a round-up, in the story's own passages."""
        inside = self.inside(story)
        return [
            each
            for each in entity.mentions
            if each.report in inside and within(story, each.report, each.start, each.end)
        ]

    def inside(self, story: StoryRow) -> frozenset[str]:
        if story.id not in self.members:
            self.members[story.id] = frozenset(story.reports)
        return self.members[story.id]

    def outlet(self, report: str) -> str:
        """The outlet, else the name of the report's file."""
        row = self.reports.get(report)
        return (row.outlet or PurePath(row.source).stem) if row else report

    def outlets(self, reports: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(self.outlet(report) for report in reports))

    def voice(self, voice: str) -> str:
        row = self.voices.get(voice)
        return self.voice_name(row) if row else voice

    def voice_name(self, voice: Voice) -> str:
        """A text known by its file alone is called as its report is."""
        sources = {self.reports[report].source: report for report in voice.reports if report in self.reports}
        return self.outlet(sources[voice.name]) if voice.name in sources else voice.name

    def speaker(self, link: Attribution) -> str:
        """One link of a chain: who is meant, where that is known; else the report's words."""
        return self.voice(link.voice) if link.voice in self.voices and link.voice else link.name

    def chain(self, claim: Claim) -> list[str]:
        """Who says so, the report's outlet first, the ultimate speaker last; between them the text that its words come from."""
        report = self.reports[claim.report]
        origin = self.voice(claim.origin) if claim.origin and claim.origin != report.voice else None
        names = [self.outlet(report.id), self.voice(report.voice), origin, *map(self.speaker, claim.attribution)]
        found = [name for name in names if name]
        return [name for name, before in zip(found, ["", *found], strict=False) if name != before]

    def named(self, each: str | None) -> str:
        """The name of a voice or an entity; what is given where it is neither; empty for none."""
        return (self.voice(each) if each in self.voices else self.entity(each) or each) if each else ""

    def origin_name(self, row: Lineage) -> str:
        """ "TASS", "Velm Herald", "the harbour office (with Velm Herald)"."""
        beside = self.outlet(row.origin) if row.origin else None
        if row.origin_name:
            return f"{row.origin_name} (with {beside})" if beside else row.origin_name
        return beside or "an unknown source"

    def shared_voices(self, story: StoryRow) -> dict[str, list[str]]:
        """Reports by their voice, where one speaks in several."""
        found: dict[str, list[str]] = {}
        for report in self.reports_of(story):
            found.setdefault(report.voice, []).append(report.id)
        return {voice: reports for voice, reports in found.items() if len(reports) > 1}

    def steps(self, story: StoryRow, kind: str) -> list[tuple[tuple[str, str], list[str]]]:
        """The words at both ends of the links of a kind, with the reports that have them; what most outlets carry first."""
        found: dict[tuple[str, str], list[str]] = {}
        for link in self.links_of(story):
            if link.kind == kind:
                ends = [self.cut(link.report, end.start, end.end) for end in (link.source, link.target)]
                found.setdefault((ends[0], ends[1]), []).append(link.report)
        return sorted(found.items(), key=lambda each: -len(self.outlets(each[1])))

    def statements_of(self, story: StoryRow) -> list[tuple[str, list[Said]]]:
        """Speakers, the most quoted first, with what each said; the same words in several reports once."""
        claims: dict[str, list[Claim]] = {}
        for claim in self.claims_of(story):
            if claim.statement:
                claims.setdefault(self.speaker_of(claim), []).append(claim)
        ordered = sorted(claims.items(), key=lambda each: (each[0] == NAMELESS, -len(each[1]), each[0]))
        return [(name[:1].upper() + name[1:], self.said(found)) for name, found in ordered]

    def speaker_of(self, claim: Claim) -> str:
        """Who a statement belongs to: the entity, else the voice of the chain's last link."""
        last = claim.attribution[-1] if claim.attribution else None
        entity = claim.statement.entity if claim.statement else None
        named = self.entity(entity) or (self.entity(last.entity) if last else None)
        return named or (self.voice(last.voice) if last and last.voice and last.voice in self.voices else NAMELESS)

    def said(self, claims: list[Claim]) -> list[Said]:
        found: dict[str, tuple[str, list[Claim]]] = {}
        for claim in outermost(claims):
            assert claim.statement
            words = self.cut(claim.report, claim.statement.content_start, claim.statement.content_end).strip()
            found.setdefault(" ".join(words.lower().split()), (words, []))[1].append(claim)
        return list(found.values())

    def judged(self, ids: Iterable[str] | msgspec.UnsetType) -> list[str]:
        """ "corrected by Ada", for each judgement that holds of a row."""
        found = (self.judgements.get(each) for each in (() if isinstance(ids, msgspec.UnsetType) else ids))
        return list(dict.fromkeys(f"{DONE.get(each.what, each.what)} by {each.who}" for each in found if each))

    def rejected_of(self, story: StoryRow) -> list[Claim]:
        """The claims that a person rejected: nothing is made of them."""
        return [claim for claim in self.record.claims if claim.rejected and claim.report in story.reports]

    def cut(self, report: str, start: int, end: int) -> str:
        return self.reports[report].text[start:end]

    def words(self, words: Words) -> str:
        return self.cut(self.claims[words.claim].report, words.start, words.end)

    def entity(self, entity: str | None) -> str | None:
        return self.entities[entity].name if entity in self.entities and entity else None


def outermost(claims: list[Claim]) -> list[Claim]:
    """Statements without the pieces that lie inside a longer piece of the same report."""
    spans = [
        (claim, claim.report, claim.statement.content_start, claim.statement.content_end)
        for claim in claims
        if claim.statement
    ]
    return [
        claim for claim, report, start, end in spans
        if not any(report == other and a <= start and end <= b and b - a > end - start for _, other, a, b in spans)
    ]  # fmt: skip


def within(story: StoryRow, report: str, start: int, end: int) -> bool:
    """Whether the words belong to the story: of a round-up, only those of its own passages."""
    own = [part for part in story.passages if part.report == report]
    return not own or any(part.start <= start and end <= part.end for part in own)


def is_place(entity: Entity) -> bool:
    return entity.kind == "place" or (entity.kind == "facility" and entity.lat is not None)


def to_leading(finding: Finding, position: int) -> Relation | None:
    """How the answer at this position differs from the leading one."""
    return next((row for row in finding.relations if row.a == 0 and row.b == position), None)


def relation_word(finding: Finding, position: int) -> str:
    if position == 0:
        return RELATIONS["leading"]
    row = to_leading(finding, position)
    return RELATIONS.get(row.kind, row.kind) if row else ""


def number(value: float | None) -> str:
    """ "3,500", "0.1121"; empty where there is none."""
    return "" if value is None else f"{value:,.6g}" if isinstance(value, float) and value != int(value) else f"{int(value):,}"  # fmt: skip


def bounds(low: float | None, best: float | None, high: float | None) -> str:
    """ "12", "12 to 40, best 20", "at least 12", "up to 40"; "none" where there is no number."""
    if low is not None and low == best == high:
        return number(best)
    span = (
        f"{number(low)} to {number(high)}" if low is not None and high is not None
        else f"at least {number(low)}" if low is not None
        else f"up to {number(high)}" if high is not None
        else ""
    )  # fmt: skip
    if best is None or best == low == high:
        return span or "none"
    return f"{number(best)}, {span}" if span and span != f"at least {number(best)}" else span or number(best)


def support_of(answer: Answer, finding: Finding) -> str:
    """ "3 reports, 2 outlets, 2 texts, 1 speaker" behind an answer."""
    counts = answer.support or finding.support
    rows = ((counts.reports, "report"), (counts.outlets, "outlet"), (counts.texts, "text"), (counts.speakers, "speaker"))  # fmt: skip
    return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in rows)
