"""The life of a number: every answer by the time up to which it counts, who gave it, what was taken back, and who repeats that."""

from collections.abc import Sequence

from rashomon.model.claim import Claim
from rashomon.model.record import Point, Withdrawn
from rashomon.stages.reconcile.differences.takebacks import Takeback, gives_it, undone
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.quantity import value_of
from rashomon.stages.reconcile.replies import Reply


def series_of(replies: Sequence[Reply], dossier: Dossier) -> tuple[Point, ...]:
    """A point for each figure claim of the answers, in order of time; empty where there is one answer of one day."""
    told = [(claim, reply) for reply in replies for claim in reply.claims if claim.figure is not None]
    days = {_counts_up_to(claim, dossier) for claim, _ in told}
    if len(replies) < 2 and len(days) < 2:
        return ()
    gone = {id(reply): _takebacks_of(reply, replies, dossier) for reply in replies}
    points = [(_order(claim, dossier), _point(claim, reply, gone[id(reply)], dossier)) for claim, reply in told]
    return tuple(point for _, point in sorted(points, key=lambda row: row[0]))


def _counts_up_to(claim: Claim, dossier: Dossier) -> str:
    """The day up to which it counts, else the day on which it came out."""
    as_of = (claim.as_of.end or claim.as_of.start or "") if claim.as_of else ""
    return as_of[:10] or dossier.day_of(claim)


def _order(claim: Claim, dossier: Dossier) -> tuple[str, str, str, int, str]:
    return (_counts_up_to(claim, dossier), dossier.published(claim), claim.report, claim.start, claim.id)


def _takebacks_of(reply: Reply, replies: Sequence[Reply], dossier: Dossier) -> list[Takeback]:
    """What says that the reply's number no longer stands, the earliest first."""
    own = [one for one in reply.undoing if one.old]
    pairs = (undone(reply, other, dossier) for other in replies if other is not reply)
    mended = [found[1] for found in pairs if found and found[0] is reply and found[1] not in own]
    return sorted([*own, *mended], key=lambda one: (dossier.published(one.claim), one.claim.id))


def _point(claim: Claim, reply: Reply, gone: Sequence[Takeback], dossier: Dossier) -> Point:
    assert claim.figure is not None
    told = next((one for one in gone if claim.report == one.claim.report or gives_it(one, claim, dossier)), None)
    last = claim.attribution[-1] if claim.attribution else None
    return Point(
        claim=claim.id,
        as_of=claim.as_of,
        published=dossier.published(claim) or None,
        speaker=last.name if last else None,
        voice=last.voice if last else dossier.text_of(claim),
        value=f"not {value_of(claim.figure)}" if reply.disputes else value_of(claim.figure),
        low=claim.figure.low,
        best=claim.figure.best,
        high=claim.figure.high,
        withdrawn=Withdrawn(claim=told.claim.id, start=told.start, end=told.end) if told else None,
        repeats_withdrawn=told is not None and claim.report != told.claim.report and _later(claim, told.claim, dossier),
    )


def _later(claim: Claim, other: Claim, dossier: Dossier) -> bool:
    """Whether the claim came out after the other: by the time where both have one, else by the day."""
    one, first = dossier.published(claim), dossier.published(other)
    size = 16 if min(len(one), len(first)) >= 16 else 10
    return one[:size] > first[:size] and bool(first)
