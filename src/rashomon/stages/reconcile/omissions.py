"""What a report leaves out, though others told it before."""

from collections.abc import Mapping, Sequence

from rashomon.model.record import Finding, Omission
from rashomon.stages.reconcile.dossier import Dossier

_OTHERS = 2  # other texts that must carry a finding (contract: record.md, omissions)


def omissions(
    findings: Sequence[Finding], carried: Mapping[str, frozenset[str]], dossier: Dossier
) -> tuple[Omission, ...]:
    """`carried`: finding id → reports that tell of it without answering. For each dated report the findings that it lacks: two other texts had carried each by the day it came out."""
    rows = []
    for report in sorted(dossier.reports):
        missing = tuple(
            finding.id
            for finding in findings
            if report not in carried.get(finding.id, ()) and _left_out(report, finding, dossier)
        )
        if missing and _published(report, dossier):
            rows.append(Omission(story=dossier.story.id, report=report, findings=missing))
    return tuple(rows)


def _published(report: str, dossier: Dossier) -> str:
    return dossier.reports[report].published or dossier.story.days.get(report, "")


def _left_out(report: str, finding: Finding, dossier: Dossier) -> bool:
    carrying = {other for answer in finding.answers for other in answer.reports}
    if report in carrying or not carrying:
        return False
    own, now = dossier.voice_of[report], _published(report, dossier)
    known = {dossier.voice_of[other] for other in carrying if _before(_published(other, dossier), now)}
    return own not in {dossier.voice_of[other] for other in carrying} and len(known) >= _OTHERS


def _before(earlier: str, later: str) -> bool:
    """Whether the first was out when the second came: by the time where both have one, else by the day."""
    if not earlier or not later:
        return False
    size = min(len(earlier), len(later), 16) if min(len(earlier), len(later)) >= 16 else 10
    return earlier[:size] <= later[:size]
