"""How two answers differ: the rules in the contract's order, the first that fits.

Each rule looks at two answers to one question and gives a reason in words, or None where it does not fit. The order follows
Li, Dong et al. 2013: most differences on the web mean different things or are stale, so scope and time come before any conflict.
"""

import re
from collections.abc import Callable, Sequence

from rashomon.model.claim import Claim
from rashomon.model.record import Relation
from rashomon.stages.reconcile import running
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, bare, speakers_of, texts_of
from rashomon.stages.reconcile.measuring import apart_in_place, apart_in_time, day_words
from rashomon.stages.reconcile.quantity import bounds, far_apart, overlap, point, same_kind_of_unit, scopes_differ, slip
from rashomon.stages.reconcile.replies import Compare, Reply
from rashomon.stages.reconcile.roster import label
from rashomon.stages.reconcile.tables import cues
from rashomon.stages.reconcile.takebacks import undone
from rashomon.stages.reconcile.vouching import told_by, voucher
from rashomon.text.dates.english import MONTHS, WEEKDAYS

_IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+){0,2})(?! [A-Z])")
Rule = Callable[[Reply, Reply, Dossier], str | None]


def copied(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One text carried both, in different reports: in other words, or with a slip in the copying."""
    texts = texts_of(dossier, a.claims) | texts_of(dossier, b.claims)
    reports = {claim.report for claim in a.claims} & {claim.report for claim in b.claims}
    if _two_persons(a, b):
        return None
    if len(texts) != 1 or reports:
        return None
    carried = f"One text carried both “{a.value}” and “{b.value}”"
    if a.figure is None or b.figure is None or overlap(a.figure, b.figure):
        return f"{carried}."
    slipped = slip(a.figure, b.figure)
    return f"{carried}: {slipped}, a slip in the copying." if slipped and not _dated_apart(a, b) else None


def _dated_apart(a: Reply, b: Reply) -> bool:
    return bool(a.running and b.running and a.running[:10] != b.running[:10])


def other_scope(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another place, time or population."""
    if a.figure is None or b.figure is None or _one_of(a, b) or _one_of(b, a):
        return None
    if _two_persons(a, b):
        return f"One is {label(a.persons[0])}, the other {label(b.persons[0])}."
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
    return apart_in_place(a.places, b.places, dossier.entities) or _told_apart(a, b, dossier) or apart_in_time(a, b)


def _told_apart(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One report gives both numbers, each for a place of its own, wherever these lie."""
    for one in a.claims:
        for other in b.claims:
            here, there = (_where(claim, dossier) for claim in (one, other)) if one.report == other.report else ("", "")
            if here and there and not _within_name(here, there):
                return f"{dossier.outlet_name(one)} gives {a.value} for {here} and {b.value} for {there}."
    return None


def _where(claim: Claim, dossier: Dossier) -> str:
    """The one place that the claim is for, by the name after "in" or "near" in its words; empty where none or several, and where the
    map knows a place of the claim: then distance tells."""
    named = {words for words in _IN.findall(claim.quote) if words not in MONTHS and words not in WEEKDAYS}
    known = [dossier.entities.get(key) for key in (*claim.places, *(dossier.meant_by(name) or "" for name in named))]
    mapped = any(place is not None and (place.lat is not None or place.country) for place in known)
    return named.pop() if len(named) == 1 and not mapped else ""


def _within_name(a: str, b: str) -> bool:
    one, other = set(a.casefold().split()), set(b.casefold().split())
    return one <= other or other <= one


def _two_persons(a: Reply, b: Reply) -> bool:
    return a.single and b.single and not {p.key for p in a.persons} & {p.key for p in b.persons}


def _one_of(inner: Reply, outer: Reply) -> bool:
    """Whether the one tells of a single person and the other counts more than one."""
    whole = point(outer.figure) if outer.figure else None
    return inner.single and not outer.single and whole is not None and whole > 1


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
        if _one_of(inner, outer):
            return f"{told_by(inner, dossier)} {label(inner.persons[0])} is one of {outer.value}."
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
    if a.figure is None or b.figure is None or undone(a, b, dossier):
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
    grown = older.figure.measure in running.RUNNING
    first, last = _latest(older, dossier)[:10], _earliest(newer, dossier)[:10]
    if grown and grows and first < last and not overlap(older.figure, newer.figure):
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


def corrected(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """The same speaker mends the one by the other."""
    return _undone(a, b, "correction", "{new} stands in the place of {old}: {who} writes “{cue}”.", dossier)


def retracted(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """The same speaker took one back."""
    return _undone(a, b, "retraction", "{old} was taken back: {who} writes “{cue}”.", dossier)


def _undone(a: Reply, b: Reply, kind: str, why: str, dossier: Dossier) -> str | None:
    found = undone(a, b, dossier)
    if found is None or found[1].kind != kind:
        return None
    old, words = found
    new = b if old is a else a
    who = dossier.outlet_name(words.claim)
    return why.format(old=_quoted(old), new=_quoted(new), who=who, cue=words.words(dossier))


def _quoted(reply: Reply) -> str:
    """A figure stands as it is, words in quotation marks."""
    return reply.value if reply.figure is not None else f"“{reply.value}”"


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
        if a.grew_to or a.wider or any(_one_of(a, other) for other in replies) or _parts_only(a, replies):
            mark(a, 2)
        for b in replies[i + 1 :]:
            taken = undone(a, b, dossier)
            if taken:
                mark(taken[0], 3)
            if relate(a, b, dossier, None)[0] == "update":
                mark(_in_time(a, b, dossier)[0], 1)
    return found


def _parts_only(reply: Reply, replies: Sequence[Reply]) -> bool:
    """Whether each report that gives the number has counted more of the same before: "four were hurt … one is in danger, the other
    three are stable"."""
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


def relations(replies: Sequence[Reply], dossier: Dossier, compare: Compare | None) -> tuple[Relation, ...]:
    """The relation of each two answers, by position."""
    return tuple(
        Relation(a=i, b=j, kind=kind, why=why)
        for i in range(len(replies))
        for j in range(i + 1, len(replies))
        for kind, why in (relate(replies[i], replies[j], dossier, compare),)
    )
