"""How two answers differ: the rules in the contract's order, the first that fits.

Each rule looks at two answers to one question and gives a reason in words, or None where it does not fit. The order follows
Li, Dong et al. 2013: most differences on the web mean different things or are stale, so scope and time come before any conflict.
"""

from collections.abc import Callable, Sequence

from rashomon.model.record import Relation
from rashomon.stages.reconcile.differences.disputes import denied
from rashomon.stages.reconcile.differences.scopes import other_population, other_scope, part
from rashomon.stages.reconcile.differences.singly import is_part, two_persons
from rashomon.stages.reconcile.differences.takebacks import undone
from rashomon.stages.reconcile.differences.updates import in_time, updated
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, speakers_of, texts_of
from rashomon.stages.reconcile.quantity import far_apart, overlap, slip
from rashomon.stages.reconcile.replies import Compare, Reply
from rashomon.stages.reconcile.vouching import both_told

Rule = Callable[[Reply, Reply, Dossier], str | None]


def copied(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One text carried both, in different reports: in other words, or with a slip in the copying."""
    texts = texts_of(dossier, a.claims) | texts_of(dossier, b.claims)
    reports = {claim.report for claim in a.claims} & {claim.report for claim in b.claims}
    if len(texts) != 1 or reports or two_persons(a, b):
        return None
    carried = f"One text carried both “{a.value}” and “{b.value}”"
    if a.figure is None or b.figure is None or overlap(a.figure, b.figure):
        return f"{carried}."
    slipped = slip(a.figure, b.figure)
    return f"{carried}: {slipped}, a slip in the copying." if slipped and not _dated_apart(a, b) else None


def _dated_apart(a: Reply, b: Reply) -> bool:
    return bool(a.running and b.running and a.running[:10] != b.running[:10])


def corrected(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """The same speaker mends the one by the other."""
    return _undone(a, b, "correction", "{new} stands in the place of {old}: {who} writes “{cue}”.", dossier)


def retracted(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """The same speaker took one back."""
    return _undone(a, b, "retraction", "{figure} was taken back: {who} writes “{cue}”.", dossier)


def _undone(a: Reply, b: Reply, kind: str, why: str, dossier: Dossier) -> str | None:
    found = undone(a, b, dossier)
    if found is None or found[1].kind != kind:
        return None
    old, words = found
    new = b if old is a else a
    who = dossier.outlet_name(words.claim)
    figure = f"The figure of {old.value}" if old.figure is not None else f"“{old.value}”"
    return why.format(figure=figure, old=_quoted(old), new=_quoted(new), who=who, cue=words.words(dossier))


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
    return f"{both_told(a, b, dossier)} can both be true."


def one_report_gives_both(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One report alone gives both numbers, from one speaker: it counts two things, and does not contradict itself."""
    claims = (*a.claims, *b.claims)
    if a.figure is None or b.figure is None or len({claim.report for claim in claims}) > 1:
        return None
    speakers = speakers_of(dossier, a.claims) | speakers_of(dossier, b.claims)
    if len(speakers) > 1 or UNNAMED in speakers:
        return None
    return (
        f"{dossier.outlet_name(claims[0])} gives both {a.value} and {b.value}, from one speaker: they count two things."
    )


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
    ("scope", one_report_gives_both),
)
_NOT_FIGURES = ("copy", "correction", "retraction")


def relate(a: Reply, b: Reply, dossier: Dossier, compare: Compare | None) -> tuple[str, str]:
    """The kind of difference, and why in one plain sentence."""
    if found := denied(a, b, dossier):
        return found
    for kind, rule in RULES:
        if compare is not None and kind not in _NOT_FIGURES:
            continue
        why = rule(a, b, dossier)
        if why:
            return kind, why
    if compare is not None:
        return compare(a, b, dossier)
    return "conflict", f"{both_told(a, b, dossier)} cannot both be true of one count."


def outdone(replies: Sequence[Reply], dossier: Dossier) -> dict[int, int]:
    """By id of the reply: 1 for the older of two counts, 2 for parts and wider counts, 3 for what was taken back."""
    found: dict[int, int] = {}

    def mark(reply: Reply, how: int) -> None:
        found[id(reply)] = max(how, found.get(id(reply), 0))

    for i, a in enumerate(replies):
        if a.grew_to or a.wider or a.disputes or is_part(a, replies):
            mark(a, 2)
        for b in [] if a.disputes else [other for other in replies[i + 1 :] if not other.disputes]:
            taken = undone(a, b, dossier)
            if taken:
                mark(taken[0], 3)
            if relate(a, b, dossier, None)[0] == "update":
                mark(in_time(a, b, dossier)[0], 1)
    return found


def relations(replies: Sequence[Reply], dossier: Dossier, compare: Compare | None) -> tuple[Relation, ...]:
    """The relation of each two answers, by position."""
    return tuple(
        Relation(a=i, b=j, kind=kind, why=why)
        for i in range(len(replies))
        for j in range(i + 1, len(replies))
        for kind, why in (relate(replies[i], replies[j], dossier, compare),)
    )
