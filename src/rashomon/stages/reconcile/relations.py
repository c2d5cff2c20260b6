"""How two answers differ: the rules in the contract's order, the first that fits.

Each rule looks at two answers to one question and gives a reason in words, or None where it does not fit. The order follows
Li, Dong et al. 2013: most differences on the web mean different things or are stale, so scope and time come before any conflict.
"""

from collections.abc import Callable, Sequence

from rashomon.model.claim import Claim
from rashomon.model.record import Relation
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, speakers_of, texts_of
from rashomon.stages.reconcile.measuring import apart_in_place, apart_in_time
from rashomon.stages.reconcile.quantity import bounds, far_apart, overlap, point, scopes_differ
from rashomon.stages.reconcile.replies import Compare, Reply
from rashomon.stages.reconcile.tables import cues

_NEAR = 70  # characters on either side of a figure in which a cue counts
_RUNNING = ("killed", "injured", "missing", "detained", "hospitalised", "displaced")
Rule = Callable[[Reply, Reply, Dossier], str | None]


def copied(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One text carried both, in different reports."""
    texts = texts_of(dossier, a.claims) | texts_of(dossier, b.claims)
    reports = {claim.report for claim in a.claims} & {claim.report for claim in b.claims}
    agree = a.figure is None or b.figure is None or overlap(a.figure, b.figure)
    return "The same text carried both." if len(texts) == 1 and not reports and agree else None


def other_scope(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another place, time or population."""
    if a.figure is None or b.figure is None:
        return None
    if a.figure.unit != b.figure.unit:
        return f"They are counted in other units: {a.figure.unit or 'none'} and {b.figure.unit or 'none'}."
    if scopes_differ(a.figure, b.figure):
        return "One counts what is new, the other the total so far."
    return apart_in_place(a.places, b.places, dossier.entities) or apart_in_time(a, b)


def other_population(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another population, neither part of the other."""
    if a.population is None or b.population is None or a.population.name == b.population.name:
        return None
    if a.population.part_of == b.population.name or b.population.part_of == a.population.name:
        return None
    return f"They count others: {a.population.noun} and {b.population.noun}."


def part(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One is a part of the other."""
    for inner, outer in ((a, b), (b, a)):
        whole = {claim.id for claim in outer.claims}
        if any(claim.figure and claim.figure.of in whole for claim in inner.claims):
            return f"{inner.value} is told as a part of {outer.value}."
        if _part_of(inner, outer):
            return f"{inner.value} counts {_noun(inner)}, {outer.value} all {_noun(outer)}."
    return None


def _part_of(inner: Reply, outer: Reply) -> bool:
    """A smaller or equal count of a class that is part of the other's."""
    if inner.population is None or outer.population is None or inner.figure is None or outer.figure is None:
        return False
    if inner.population.part_of != outer.population.name or inner.population.name == outer.population.name:
        return False
    one, whole = point(inner.figure), point(outer.figure)
    return bounds(inner.figure)[0] <= bounds(outer.figure)[1] and (one is None or whole is None or one <= whole)


def _noun(reply: Reply) -> str:
    return reply.population.noun if reply.population else "of them"


def updated(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A newer as-of: said so, or a count of one source that grew from one day to the next."""
    if a.figure is None or b.figure is None or _mended(a, b, dossier):
        return None
    first, second = _as_of(a), _as_of(b)
    if first and second and first != second:
        return f"They count up to {first} and up to {second}."
    older, newer = sorted((a, b), key=lambda reply: _latest(reply, dossier))
    if (
        _latest(older, dossier) == _latest(newer, dossier)
        and not _cued(a, "update", dossier)
        and not _cued(b, "update", dossier)
    ):
        return None
    return _grown(older, newer, dossier)


def _grown(older: Reply, newer: Reply, dossier: Dossier) -> str | None:
    assert older.figure and newer.figure
    for reply in (newer, older):
        if _cued(reply, "update", dossier):
            return f"A report's words mark {reply.value} as one count of several that followed each other."
    grows = bounds(newer.figure)[0] > bounds(older.figure)[0]
    named = (speakers_of(dossier, older.claims) & speakers_of(dossier, newer.claims)) - {UNNAMED}
    if grows and named:
        return f"The same source gave {older.value} first and {newer.value} later."
    running = older.figure.measure in _RUNNING
    if (
        running
        and grows
        and _latest(older, dossier)[:10] < _earliest(newer, dossier)[:10]
        and not overlap(older.figure, newer.figure)
    ):
        return f"{newer.value} was published on a later day than {older.value}."
    return None


def _as_of(reply: Reply) -> str | None:
    return reply.as_of.end or reply.as_of.start if reply.as_of else None


def _latest(reply: Reply, dossier: Dossier) -> str:
    return max((dossier.published(claim) for claim in reply.claims), default="")


def _earliest(reply: Reply, dossier: Dossier) -> str:
    return min((dossier.published(claim) for claim in reply.claims), default="")


def _cued(reply: Reply, kind: str, dossier: Dossier) -> bool:
    return any(cues(kind).search(_around(claim, dossier)) for claim in reply.claims)


def _around(claim: Claim, dossier: Dossier) -> str:
    """The words near the figure: what stands further off in a long sentence speaks of something else."""
    own = claim.figure or claim.event or claim
    text = dossier.reports[claim.report].text
    return text[max(0, own.start - _NEAR) : own.end + _NEAR]


def _mended(a: Reply, b: Reply, dossier: Dossier) -> bool:
    return any(_cued(reply, kind, dossier) for reply in (a, b) for kind in ("correction", "retraction"))


def corrected(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A report says that one mends the other."""
    return _by_cue(a, b, "correction", "A report's words say that one of them was mended: “{}”.", dossier)


def retracted(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A report says that one was taken back."""
    return _by_cue(a, b, "retraction", "A report's words say that one of them was taken back: “{}”.", dossier)


def _by_cue(a: Reply, b: Reply, kind: str, why: str, dossier: Dossier) -> str | None:
    for reply in (b, a):
        for claim in reply.claims:
            found = cues(kind).search(_around(claim, dossier))
            if found:
                return why.format(found.group())
    return None


def fit(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Ranges or hedges overlap, so that both can be true."""
    if a.figure is None or b.figure is None:
        return None
    strangers = not speakers_of(dossier, a.claims) & speakers_of(dossier, b.claims)
    if not overlap(a.figure, b.figure) or (strangers and far_apart(a.figure, b.figure)):
        return None
    return f"{a.value} and {b.value} can both be true: what they leave open overlaps."


# In the contract's order; what is left is a conflict.
RULES: tuple[tuple[str, Rule], ...] = (
    ("copy", copied),
    ("scope", other_scope),
    ("scope", other_population),
    ("subset", part),
    ("update", updated),
    ("correction", corrected),
    ("retraction", retracted),
    ("compatible", fit),
)
_NOT_FIGURES = ("copy", "correction", "retraction")


def relate(a: Reply, b: Reply, dossier: Dossier, compare: Compare | None) -> tuple[str, str]:
    """The kind of difference, and why in one plain sentence."""
    for kind, rule in RULES:
        if compare is not None and kind not in _NOT_FIGURES:
            continue
        why = rule(a, b, dossier)
        if why:
            return kind, why
    if compare is not None:
        return compare(a, b, dossier)
    return "conflict", f"{a.value} and {b.value} cannot both be true of one thing."


def relations(replies: Sequence[Reply], dossier: Dossier, compare: Compare | None) -> tuple[Relation, ...]:
    """The relation of each two answers, by position."""
    return tuple(
        Relation(a=i, b=j, kind=kind, why=why)
        for i in range(len(replies))
        for j in range(i + 1, len(replies))
        for kind, why in (relate(replies[i], replies[j], dossier, compare),)
    )
