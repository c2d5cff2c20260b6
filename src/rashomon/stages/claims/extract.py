"""Puts the parts of the stage together and gives the claims their ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from rashomon.model.claim import Attribution, Claim, Extracted, Link, LinkEnd
from rashomon.model.entity import Entity
from rashomon.model.identity import identify
from rashomon.model.lineage import Voice
from rashomon.model.measure import TimeRow
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.claims.dating import date_of_saying
from rashomon.stages.claims.events.find import find_events
from rashomon.stages.claims.events.scene import with_events
from rashomon.stages.claims.figures.find import find_figures
from rashomon.stages.claims.found import Attributed, FoundEvent, FoundFigure, FoundLink, FoundStatement
from rashomon.stages.claims.links.find import find_links
from rashomon.stages.claims.sentence import Article, EntityMention, Sentence, TimeMention
from rashomon.stages.claims.statements.attribute import attribute
from rashomon.stages.claims.times import find_times
from rashomon.text.segment import paragraphs, sentences

Parts = tuple[FoundStatement | FoundFigure | FoundEvent, ...]


def extract(
    story: Story, reports: Sequence[Report], readings: Mapping[str, Reading], entities: Sequence[Entity]
) -> Extracted:
    """All claims, links and times of a story's reports.

    `readings` maps a sentence's text to its reading; a sentence without one is passed over.
    """
    claims: list[Claim] = []
    links: list[Link] = []
    times: list[TimeRow] = []
    mentions = _by_report(entities)
    for report in reports:
        article = _article(report, story.days.get(report.id), readings, mentions.get(report.id, ()))
        own = claims_of(article)
        claims += own
        links += [_link(found, article, own) for found in find_links(article)]
        times += [_time_row(report.id, time) for time in article.times]
    return Extracted(claims=tuple(claims), links=tuple(links), times=tuple(times), voices=_speakers(claims, entities))


def article_of(report: Report, day: str | None, readings: Mapping[str, Reading], entities: Sequence[Entity]) -> Article:
    """The report as this stage sees it, with its mentions of the entities."""
    return _article(report, day, readings, _by_report(entities).get(report.id, ()))


def _by_report(entities: Sequence[Entity]) -> dict[str, list[EntityMention]]:
    """Report id → what is mentioned there, in the order of the entities."""
    found: dict[str, list[EntityMention]] = {}
    for entity in entities:
        for mention in entity.mentions:
            at = EntityMention(mention.start, mention.end, entity, mention.pronoun)
            found.setdefault(mention.report, []).append(at)
    return found


def _article(
    report: Report, day: str | None, readings: Mapping[str, Reading], mentions: Iterable[EntityMention]
) -> Article:
    return Article(
        report=report,
        day=day,
        sentences=tuple(_sentences(report, readings)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.entity.id))),
        times=find_times(report.text, day, report.language, report.url),
    )


def _sentences(report: Report, readings: Mapping[str, Reading]) -> Iterator[Sentence]:
    bounds = paragraphs(report.text)
    paragraph = 0
    for index, (start, end) in enumerate(sentences(report.text)):
        while paragraph + 1 < len(bounds) and bounds[paragraph + 1][0] <= start:
            paragraph += 1
        reading = readings.get(report.text[start:end])
        if reading is not None:
            yield Sentence(report.id, index, paragraph, start, reading)


def claims_of(article: Article) -> list[Claim]:
    """The claims of one report, in order of the text."""
    attributed = attribute(article)
    events = find_events(article)
    figures = [with_events(found, events) for found in find_figures(article)]
    ids = [_figure_id(article, found) for found in figures]
    claims = [_figure_claim(article, attributed, found, ids) for found in figures]
    claims += [_statement_claim(article, found) for found in attributed.statements]
    claims += [_event_claim(article, attributed, found) for found in events]
    distinct = {claim.id: claim for claim in claims}
    return sorted(distinct.values(), key=lambda c: (c.start, c.end, c.kind, c.id))


def _claim_id(article: Article, found: FoundStatement | FoundFigure | FoundEvent, kind: str, *own: object) -> str:
    return identify("cla1", article.report.id, kind, str(found.start), str(found.end), *map(str, own))


def _figure_id(article: Article, found: FoundFigure) -> str:
    """Two measures may be said of one number phrase ("40 dead and injured")."""
    figure = found.figure
    return _claim_id(article, found, "figure", figure.start, figure.end, figure.measure)


def _figure_claim(article: Article, attributed: Attributed, found: FoundFigure, ids: Sequence[str]) -> Claim:
    figure = found.figure
    if found.part_of is not None:
        figure = msgspec.structs.replace(figure, of=ids[found.part_of])
    return Claim(
        id=_figure_id(article, found),
        report=article.report.id,
        start=found.start,
        end=found.end,
        quote=article.report.text[found.start : found.end],
        kind="figure",
        attribution=attributed.chain_of(figure.start, figure.end),
        modality=found.modality,
        date=found.date,
        as_of=found.as_of,
        places=found.places,
        figure=figure,
    )


def _event_claim(article: Article, attributed: Attributed, found: FoundEvent) -> Claim:
    event = found.event
    return Claim(
        id=_claim_id(article, found, "event", event.start, event.end, event.frame),
        report=article.report.id,
        start=found.start,
        end=found.end,
        quote=article.report.text[found.start : found.end],
        kind="event",
        attribution=attributed.chain_of(event.start, event.end),
        modality=found.modality,
        date=found.date,
        places=found.places,
        event=event,
    )


def _statement_claim(article: Article, found: FoundStatement) -> Claim:
    statement = found.statement
    return Claim(
        id=_claim_id(article, found, "statement", statement.content_start, statement.content_end, statement.cue_start),
        report=article.report.id,
        start=found.start,
        end=found.end,
        quote=article.report.text[found.start : found.end],
        kind="statement",
        attribution=found.chain,
        modality=found.modality,
        date=date_of_saying(article, statement.cue_start) if statement.act == "speech" else None,
        statement=statement,
    )


def _link(found: FoundLink, article: Article, claims: Sequence[Claim]) -> Link:
    return Link(
        report=article.report.id,
        kind=found.kind,
        source=_link_end(found.source, article, claims),
        target=_link_end(found.target, article, claims),
        cue_start=found.cue[0],
        cue_end=found.cue[1],
    )


def _link_end(span: tuple[int, int], article: Article, claims: Sequence[Claim]) -> LinkEnd:
    start, end = span
    inside = [
        (claim.event.end - claim.event.start, claim.id)
        for claim in claims
        if claim.event and start <= claim.event.start and claim.event.end <= end
    ]
    entity = article.entity_of(start, end)
    return LinkEnd(
        start=start,
        end=end,
        claim=max(inside)[1] if inside else None,
        entity=entity.id if entity and not inside else None,
    )


def _time_row(report: str, time: TimeMention) -> TimeRow:
    return TimeRow(
        report=report,
        start=time.start,
        end=time.end,
        date=time.when,
        set=True if time.is_set else msgspec.UNSET,
        duration=time.duration or msgspec.UNSET,
    )


def _speakers(claims: Sequence[Claim], entities: Sequence[Entity]) -> tuple[Voice, ...]:
    """A voice for each speaker of a chain: the first name it goes by, and the reports that it speaks in."""
    persons = {entity.id for entity in entities if entity.kind == "person"}
    seen: dict[str, tuple[Attribution, set[str]]] = {}
    for claim in claims:
        for link in claim.attribution:
            if link.voice is not None:
                seen.setdefault(link.voice, (link, set()))[1].add(claim.report)
    return tuple(
        Voice(
            id=voice,
            name=link.name,
            kind="person" if link.entity in persons else _voice_kind(link),
            reports=tuple(sorted(reports)),
            entity=link.entity,
        )
        for voice, (link, reports) in sorted(seen.items())
    )


_VOICE_KINDS = {"agency": "agency", "outlet": "outlet", "document": "document", "witness": "person", "expert": "person"}


def _voice_kind(link: Attribution) -> str:
    return _VOICE_KINDS.get(link.type or "", "institution")
