"""How two answers differ: the rules in the contract's order, the first that fits.

Each rule looks at two answers to one question and gives a reason in words, or None where it does not fit. The order follows
Li, Dong et al. 2013: most differences on the web mean different things or are stale, so scope and time come before any conflict.
"""

from collections.abc import Callable, Sequence

from rashomon.model.record import Relation
from rashomon.stages.reconcile import running
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, bare, speakers_of, texts_of
from rashomon.stages.reconcile.measuring import apart_in_place, apart_in_time, day_words
from rashomon.stages.reconcile.quantity import bounds, far_apart, overlap, point, same_kind_of_unit, scopes_differ
from rashomon.stages.reconcile.replies import Compare, Reply
from rashomon.stages.reconcile.tables import cues
from rashomon.stages.reconcile.vouching import told_by, voucher

Rule = Callable[[Reply, Reply, Dossier], str | None]


def copied(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One text carried both, in different reports."""
    texts = texts_of(dossier, a.claims) | texts_of(dossier, b.claims)
    reports = {claim.report for claim in a.claims} & {claim.report for claim in b.claims}
    agree = a.figure is None or b.figure is None or overlap(a.figure, b.figure)
    return f"One text carried both “{a.value}” and “{b.value}”." if len(texts) == 1 and not reports and agree else None


def other_scope(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another place, time or population."""
    if a.figure is None or b.figure is None:
        return None
    if not same_kind_of_unit(a.figure, b.figure):
        return f"They are counted in other units: {a.figure.unit or 'none'} and {b.figure.unit or 'none'}."
    wider = _wider(a, b, dossier) or _wider(b, a, dossier)
    if wider:
        return wider
    for inner, outer in ((a, b), (b, a)):
        if inner.grew_to:
            whole = {claim.id for claim in outer.claims}
            growth = f"{inner.value} is what a count grew by, {outer.value} is a count of its own."
            return None if inner.grew_to & whole else growth
    if scopes_differ(a.figure, b.figure) and not (a.running or b.running):
        total, new = (a, b) if a.figure.scope == "total" else (b, a)
        return f"{told_by(new, dossier)} {new.value} counts what is new, {told_by(total, dossier)} {total.value} the total so far."
    return apart_in_place(a.places, b.places, dossier.entities) or apart_in_time(a, b)


def _wider(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Whether `a` counts more than this happening: its words name a part of it elsewhere."""
    if not a.wider or b.wider or a.figure is None or b.figure is None:
        return None
    whole, other = point(a.figure), point(b.figure)
    if whole is None or (other is not None and other > whole):
        return None
    return f"{told_by(a, dossier)} {a.value} takes in more than this happening: “{a.wider}”."


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
        if inner.grew_to & whole:
            return f"{inner.value} is what brought the count to {outer.value}, and is part of it."
        if any(claim.figure and claim.figure.of in whole for claim in inner.claims):
            return f"{told_by(inner, dossier)} {inner.value} is told as a part of {outer.value}."
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
    older, newer = _in_time(a, b, dossier)
    first, second = older.running[:10], newer.running[:10]
    if first and second and first != second:
        return (
            f"{told_by(older, dossier)} {older.value} counts up to {day_words(first)}, "
            f"{told_by(newer, dossier)} {newer.value} up to {day_words(second)}."
        )
    if _latest(older, dossier) == _latest(newer, dossier) and not any(_said(x, "update", dossier) for x in (a, b)):
        return None
    return _grown(older, newer, dossier)


def _in_time(a: Reply, b: Reply, dossier: Dossier) -> tuple[Reply, Reply]:
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
        if said and point(older.figure) != point(newer.figure):
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
    return max((dossier.published(claim) for claim in reply.claims), default="")


def _earliest(reply: Reply, dossier: Dossier) -> str:
    return min((dossier.published(claim) for claim in reply.claims), default="")


def _said(reply: Reply, kind: str, dossier: Dossier) -> tuple[str, str] | None:
    """The outlet that writes a cue near one of the reply's figures, and the cue's words."""
    found = ((claim, cues(kind).search(running.near(claim, dossier))) for claim in reply.claims)
    return next(((dossier.outlet_name(claim), match.group()) for claim, match in found if match), None)


def _mended(a: Reply, b: Reply, dossier: Dossier) -> bool:
    return any(_said(reply, kind, dossier) for reply in (a, b) for kind in ("correction", "retraction"))


def corrected(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A report says that one mends the other."""
    return _by_cue(a, b, "correction", "{who} says that {value} mends an earlier account: “{cue}”.", dossier)


def retracted(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """A report says that one was taken back."""
    return _by_cue(a, b, "retraction", "“{value}” was taken back: {who} writes “{cue}”.", dossier)


def _by_cue(a: Reply, b: Reply, kind: str, why: str, dossier: Dossier) -> str | None:
    for reply in (b, a):
        if said := _said(reply, kind, dossier):
            return why.format(who=said[0], value=reply.value, cue=said[1])
    return None


def fit(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Ranges or hedges overlap, so that both can be true."""
    if a.figure is None or b.figure is None:
        return None
    strangers = not speakers_of(dossier, a.claims) & speakers_of(dossier, b.claims)
    if not overlap(a.figure, b.figure) or (strangers and far_apart(a.figure, b.figure)):
        return None
    return f"{told_by(a, dossier)} {a.value} and {told_by(b, dossier)} {b.value} can both be true."


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
    return "conflict", (
        f"{told_by(a, dossier)} {a.value} and {told_by(b, dossier)} {b.value} cannot both be true of one thing."
    )


def outdone(replies: Sequence[Reply], dossier: Dossier) -> dict[int, int]:
    """By id of the reply: 1 for the older of two counts, 2 for parts and wider counts, 3 for what was taken back."""
    found: dict[int, int] = {}

    def mark(reply: Reply, how: int) -> None:
        found[id(reply)] = max(how, found.get(id(reply), 0))

    for i, a in enumerate(replies):
        if a.grew_to or a.wider:
            mark(a, 2)
        if a.figure is not None and _said(a, "retraction", dossier):
            mark(a, 3)
        for b in replies[i + 1 :]:
            if relate(a, b, dossier, None)[0] == "update":
                mark(_in_time(a, b, dossier)[0], 1)
    return found


def relations(replies: Sequence[Reply], dossier: Dossier, compare: Compare | None) -> tuple[Relation, ...]:
    """The relation of each two answers, by position."""
    return tuple(
        Relation(a=i, b=j, kind=kind, why=why)
        for i in range(len(replies))
        for j in range(i + 1, len(replies))
        for kind, why in (relate(replies[i], replies[j], dossier, compare),)
    )
