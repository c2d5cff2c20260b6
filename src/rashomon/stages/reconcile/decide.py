"""Stage 9: one question, and every answer that the reports give."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.claim import Claim, Link
from rashomon.model.entity import Entity
from rashomon.model.identity import identify
from rashomon.model.judgement import Judgement
from rashomon.model.measure import TimeRow
from rashomon.model.record import Decided, Finding
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.reconcile.blanks.gaps import gaps
from rashomon.stages.reconcile.blanks.omissions import omissions
from rashomon.stages.reconcile.days.timeline import timeline
from rashomon.stages.reconcile.differences.disputes import with_disputes
from rashomon.stages.reconcile.differences.relations import outdone, relations
from rashomon.stages.reconcile.differences.series import series_of
from rashomon.stages.reconcile.differences.status import status_of
from rashomon.stages.reconcile.differences.takebacks import with_takebacks
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.blame import denials
from rashomon.stages.reconcile.events.drafts import event_drafts
from rashomon.stages.reconcile.figures.drafts import figure_drafts
from rashomon.stages.reconcile.figures.estimates import estimates
from rashomon.stages.reconcile.judged import doubted, made_by, ratings
from rashomon.stages.reconcile.redrafted import redrafted
from rashomon.stages.reconcile.replies import Draft, Reply, answer_of, ranked, support_of
from rashomon.stages.reconcile.settings import Settings
from rashomon.stages.reconcile.statements.drafts import statement_drafts


def decide(
    story: Story,
    reports: Sequence[Report],
    claims: Sequence[Claim],
    links: Sequence[Link],
    voice_of: Mapping[str, str],
    entities: Sequence[Entity],
    settings: Settings | None = None,
    times: Sequence[TimeRow] = (),
    judgements: Sequence[Judgement] = (),
) -> Decided:
    """Findings, timeline and omissions of one story. `judgements`: persons' joins and splits of findings, and ratings of outlets.

    `reports`, `claims`, `links` and `times` are the story's; `voice_of` maps a report id to the voice id of its text;
    `claim.origin` is set. Timeline saliences are comparable between stories.
    """
    dossier = Dossier(
        story=story,
        reports={report.id: report for report in reports},
        claims={claim.id: claim for claim in claims},
        links=tuple(links),
        voice_of=voice_of,
        entities={entity.id: entity for entity in entities},
        times=tuple(times),
        doubted=doubted(reports, ratings(judgements, (report.outlet for report in reports))),
    )
    chosen = settings or Settings()
    drafts, judged = redrafted(
        [*figure_drafts(dossier), *event_drafts(dossier), *statement_drafts(dossier)], judgements
    )
    made = {finding_id(draft, dossier): judged[draft.key] for draft in drafts if draft.key in judged}
    findings = made_by(in_order(settle(draft, dossier, chosen) for draft in drafts), made)
    asking = frozenset().union(*(draft.carried for draft in drafts if draft.key[:2] == ("event", "request")))
    carried = {
        finding_id(draft, dossier): draft.carried | (asking if draft.key[:2] == ("link", "request") else frozenset())
        for draft in drafts
    }
    rows, days = timeline(dossier, chosen, findings)
    return Decided(
        findings=tuple(findings),
        timeline=rows,
        days=days,
        omissions=omissions(findings, carried, dossier),
        gaps=gaps(findings, dossier),
    )


def finding_id(draft: Draft, dossier: Dossier) -> str:
    return identify("fin1", dossier.story.id, *draft.key)


def settle(draft: Draft, dossier: Dossier, settings: Settings) -> tuple[float, Finding]:
    """The finding that a draft becomes, and how much it weighs."""
    kept = ranked(dossier, draft.replies)[: settings.answers]
    replies = with_disputes(with_takebacks(kept, dossier), dossier)
    replies = ranked(dossier, replies, outdone(replies, dossier) if draft.kind == "figure" else denials(replies))
    rows = relations(replies, dossier, draft.compare)
    support = support_of(dossier, replies[0].claims)
    status, why = status_of(replies, rows, support, dossier)
    aside = {row.b for row in rows if row.a == 0 and row.kind in ("scope", "subset", "retraction")}
    level: list[Reply] = [
        reply for i, reply in enumerate(replies) if (i not in aside or reply.single) and not reply.disputes
    ]
    finding = Finding(
        id=finding_id(draft, dossier),
        story=dossier.story.id,
        kind=draft.kind,
        question=draft.question,
        group=draft.group,
        answers=tuple(answer_of(dossier, reply) for reply in replies),
        relations=rows,
        status=status,
        support=support,
        estimates=estimates(level, dossier) if draft.estimates else None,
        series=series_of(replies, dossier) if draft.kind == "figure" else (),
        why=why,
    )
    return weight(draft, finding), finding


# A dispute stands before what all agree on, within reason: much support outweighs it.
_DISPUTED = {"contested": 0.6, "corrected": 0.5, "updated": 0.35, "agreed": 0.1}


def weight(draft: Draft, finding: Finding) -> float:
    """How early a finding stands: what an analyst would miss, what many carry, what is disputed."""
    reports = len({report for answer in finding.answers for report in answer.reports})
    support = finding.support
    backed = min(1.0, 0.1 * (reports - 1) + 0.15 * (support.texts - 1) + 0.15 * (support.speakers - 1))
    return draft.weight + backed + _DISPUTED.get(finding.status, 0.0)


def in_order(settled: Iterable[tuple[float, Finding]]) -> list[Finding]:
    """Distinct findings, the weightiest first."""
    distinct = {finding.id: (worth, finding) for worth, finding in settled}
    return [
        finding for worth, finding in sorted(distinct.values(), key=lambda row: (-row[0], row[1].question, row[1].id))
    ]
