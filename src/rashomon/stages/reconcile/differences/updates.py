"""Which of two answers is the newer: a count that grows, up to another day or in one source's mouth."""

from rashomon.model.claim import Claim
from rashomon.stages.reconcile import running
from rashomon.stages.reconcile.differences.takebacks import undone
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, bare, speakers_of
from rashomon.stages.reconcile.measuring import day_words
from rashomon.stages.reconcile.quantity import bounds, overlap, point
from rashomon.stages.reconcile.replies import Reply
from rashomon.stages.reconcile.tables import cues
from rashomon.stages.reconcile.vouching import told, voucher


def updated(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A newer as-of: said so, or a count of one source that grew from one day to the next."""
    if a.figure is None or b.figure is None or undone(a, b, dossier):
        return None
    older, newer = in_time(a, b, dossier)
    first, second = older.running[:10], newer.running[:10]
    if first and second and first != second:
        return (
            f"{told(older, dossier)} counts up to {day_words(first)}, {told(newer, dossier)} up to {day_words(second)}."
        )
    if _latest(older, dossier) == _latest(newer, dossier) and not any(_said(x, "update", dossier) for x in (a, b)):
        return None
    return _grown(older, newer, dossier)


def in_time(a: Reply, b: Reply, dossier: Dossier) -> tuple[Reply, Reply]:
    """The two in order of the days up to which they count, else of publication, else of size."""

    def when(reply: Reply) -> tuple[object, ...]:
        size = (point(reply.figure) or 0) if reply.figure else 0
        return (reply.running[:10] or _latest(reply, dossier)[:10], _latest(reply, dossier), size)

    older, newer = sorted((a, b), key=when)
    return older, newer


def _grown(older: Reply, newer: Reply, dossier: Dossier) -> str | None:
    assert older.figure and newer.figure
    for reply in (newer, older):
        said = _said(reply, "update", dossier)
        if said and point(older.figure) != point(newer.figure) and not _side_by_side(older, newer, dossier):
            return f"{newer.value} follows {older.value} in one count: {said[0]} writes “{said[1]}”."
    grows = bounds(newer.figure)[0] > bounds(older.figure)[0]
    if grows and _one_source(older, newer, dossier):
        return f"{voucher(newer, dossier)} gave {older.value} first and {newer.value} later."
    grown = grows and older.figure.measure in running.RUNNING
    shrunk = bounds(newer.figure)[1] < bounds(older.figure)[1] and older.figure.measure in running.SHRINKING
    first, last = _latest(older, dossier)[:10], _earliest(newer, dossier)[:10]
    if (grown or shrunk) and first < last and not overlap(older.figure, newer.figure):
        return f"{older.value} was published by {day_words(first)}, {newer.value} only from {day_words(last)} on."
    return None


def _side_by_side(a: Reply, b: Reply, dossier: Dossier) -> bool:
    """Whether one report gives both numbers, each from a speaker of its own: it sets two counts against each other."""
    shared = {claim.report for claim in a.claims} & {claim.report for claim in b.claims}
    named = [{c.report for c in reply.claims if c.attribution and dossier.speaker_of(c) != UNNAMED} for reply in (a, b)]
    return bool(shared & named[0] & named[1]) and not _one_source(a, b, dossier)


def _one_source(a: Reply, b: Reply, dossier: Dossier) -> bool:
    """Whether one named speaker stands behind both: one voice, or a name within the other ("the ministry")."""
    if (speakers_of(dossier, a.claims) & speakers_of(dossier, b.claims)) - {UNNAMED}:
        return True
    names = [{bare(c.attribution[-1].name) for c in reply.claims if c.attribution} for reply in (a, b)]
    return any(
        len(x.split()) > 1 and len(y.split()) > 1 and (set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split()))
        for x in names[0] for y in names[1]
    )  # fmt: skip


def _latest(reply: Reply, dossier: Dossier) -> str:
    return dossier.once(_out, reply.claims)[1]


def _earliest(reply: Reply, dossier: Dossier) -> str:
    return dossier.once(_out, reply.claims)[0]


def _out(dossier: Dossier, claims: tuple[Claim, ...]) -> tuple[str, str]:
    """When the first and the last of the claims came out."""
    stamps = [dossier.published(claim) for claim in claims] or [""]
    return min(stamps), max(stamps)


def _said(reply: Reply, kind: str, dossier: Dossier) -> tuple[str, str] | None:
    """The outlet that writes a cue near one of the reply's figures, and the cue's words."""
    return dossier.once(_first_cue, reply.claims, kind)


def _first_cue(dossier: Dossier, claims: tuple[Claim, ...], kind: str) -> tuple[str, str] | None:
    found = ((claim, cues(kind).search(running.near(claim, dossier))) for claim in claims)
    return next(((dossier.outlet_name(claim), match.group()) for claim, match in found if match), None)
