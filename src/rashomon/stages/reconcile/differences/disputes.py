"""Numbers that somebody denies: an answer of their own ("not 9"), which agrees with nobody."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.differences.takebacks import gives_it, names_of
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.replies import Reply
from rashomon.stages.reconcile.vouching import told, voucher


def with_disputes(replies: Sequence[Reply], dossier: Dossier) -> list[Reply]:
    """The replies, and beside each the denials of its figure: a number told as denied, or called wrong by another than who gave it."""
    found: list[Reply] = []
    for reply in replies:
        denying = [claim for claim in reply.claims if reply.figure is not None and _denies(claim, reply, dossier)]
        kept = tuple(claim for claim in reply.claims if claim not in denying)
        found += [_of(reply, kept)] if kept else []
        found += (
            [replace(_of(reply, tuple(denying)), value=f"not {reply.value}", disputes=True, undoing=())]
            if denying
            else []
        )
    return found


def _of(reply: Reply, claims: tuple[Claim, ...]) -> Reply:
    """The reply with these of its claims alone."""
    ids = {claim.id for claim in claims}
    return replace(reply, claims=claims, words=tuple(words for words in reply.words if words.claim in ids))


def _denies(claim: Claim, reply: Reply, dossier: Dossier) -> bool:
    """Whether the claim denies the number, or names it as wrong while others gave it. "No patients died" says none, and denies no number."""
    if claim.modality == "denied" and reply.figure is not None and point(reply.figure) != 0:
        return True
    told_old = next((one for one in reply.undoing if one.old and one.claim.id == claim.id), None)
    if told_old is None or told_old.own:
        return False
    given = [other for other in reply.claims if other.report != claim.report and names_of(other, dossier)]
    return bool(given) and not any(gives_it(told_old, other, dossier) for other in given)


def denied(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str] | None:
    """How a denial of a figure stands to another answer; None where neither is one."""
    if not (a.disputes or b.disputes):
        return None
    if a.disputes and b.disputes:
        return "compatible", f"Both are denials, by {voucher(a, dossier)} and {voucher(b, dossier)}."
    denial, other = (a, b) if a.disputes else (b, a)
    assert denial.figure and other.figure
    if point(denial.figure) == point(other.figure):
        return "conflict", f"{told(other, dossier)}, which {voucher(denial, dossier)} denied."
    what = denial.value.removeprefix("not ")
    return "compatible", f"{voucher(denial, dossier)} denied {what}, which leaves open whether it was {other.value}."
