"""How findings stand in a story's record, and what has changed in them since the record before."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from rashomon.model.catalogue import FindingNews
from rashomon.model.record import Finding

_VALUES = 6  # answers of a finding that has changed
_VALUE = 120  # characters


class Stand(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a finding stood; `claims` are the ids of those that answer it."""

    id: str
    question: str
    status: str
    claims: tuple[str, ...]


def stand(finding: Finding) -> Stand:
    claims = tuple(claim for answer in finding.answers for claim in answer.claims)
    return Stand(id=finding.id, question=finding.question, status=finding.status, claims=claims)


def changes_in(findings: Sequence[Finding], earlier: Sequence[Stand]) -> Iterator[FindingNews]:
    """Findings whose status is another, and contested ones that nobody had asked; those that are contested now come first."""
    by_claim = {claim: stand for stand in earlier for claim in stand.claims}
    by_question = {stand.question: stand for stand in earlier}
    for finding in sorted(findings, key=lambda each: each.status != "contested"):
        before = _before(finding, by_claim) or by_question.get(finding.question)
        if (before and before.status != finding.status) or (not before and finding.status == "contested"):
            yield FindingNews(
                story=finding.story,
                finding=finding.id,
                question=finding.question,
                status=finding.status,
                before=before.status if before else None,
                values=tuple(answer.value[:_VALUE] for answer in finding.answers[:_VALUES]),
            )


def _before(finding: Finding, by_claim: Mapping[str, Stand]) -> Stand | None:
    """What the finding was before: that with which it has most claims in common. Ids do not tell: they are those of a story that changes."""
    shared: dict[str, list[Stand]] = {}
    for answer in finding.answers:
        for claim in answer.claims:
            if claim in by_claim:
                shared.setdefault(by_claim[claim].id, []).append(by_claim[claim])
    return max(shared.values(), key=lambda some: (len(some), some[0].id))[0] if shared else None
