"""How answers that tell of one person stand to each other and to counts, and which number of a report is a part of its own greater one."""

from collections.abc import Sequence

from rashomon.model.claim import Claim
from rashomon.stages.reconcile import running
from rashomon.stages.reconcile.figures.roster import label
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.replies import Reply


def two_persons(a: Reply, b: Reply) -> bool:
    """Whether each tells of a person of its own."""
    return a.single and b.single and not {p.key for p in a.persons} & {p.key for p in b.persons}


def apart_in_person(a: Reply, b: Reply) -> str | None:
    """Why the two do not answer for one person, in words."""
    return f"One is {label(a.persons[0])}, the other {label(b.persons[0])}." if two_persons(a, b) else None


def one_of(inner: Reply, outer: Reply) -> bool:
    """Whether the one tells of a single person and the other counts more than one."""
    whole = point(outer.figure) if outer.figure else None
    return inner.single and not outer.single and whole is not None and whole > 1


def is_part(reply: Reply, replies: Sequence[Reply]) -> bool:
    """Whether it is one of those whom another counts, or each report that gives the number has counted more of the same before:
    "four were hurt … one is in danger, the other three are stable"."""
    if any(one_of(reply, other) for other in replies):
        return True
    number = point(reply.figure) if reply.figure else None
    if number is None or reply.figure is None or reply.figure.measure not in running.RUNNING:
        return False
    more: dict[str, int] = {}
    for other in replies:
        if other.figure is not None and not other.wider and (point(other.figure) or 0) > number:
            for claim in other.claims:
                more[claim.report] = min(_at(claim), more.get(claim.report, _at(claim)))
    return all(_at(claim) > more.get(claim.report, _at(claim)) for claim in reply.claims)


def _at(claim: Claim) -> int:
    return claim.figure.start if claim.figure else claim.start
