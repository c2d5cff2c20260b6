"""Event findings: what happened, when, by whom; whether it did; which of several accounts is told."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rashomon.model.claim import Event
from rashomon.stages.reconcile.asking import Row, agreed, class_of, done_of, thing_of
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.accounts import doer_of, doers_of, name_of, sender_parts, two_doers
from rashomon.stages.reconcile.events.blame import blame_drafts
from rashomon.stages.reconcile.events.chains import link_drafts
from rashomon.stages.reconcile.events.charges import is_criticism
from rashomon.stages.reconcile.events.contraries import contradict, denials_apart
from rashomon.stages.reconcile.events.occurrences import Occurrence, occurrence, told_together
from rashomon.stages.reconcile.events.open_questions import open_drafts
from rashomon.stages.reconcile.measuring import day_span, next_days, overlap_in_time, told
from rashomon.stages.reconcile.replies import Compare, Draft, Reply
from rashomon.stages.reconcile.tables import table
from rashomon.stages.reconcile.told import Group, by, by_day, draft, reply, reports_of
from rashomon.stages.reconcile.vouching import voucher

_TOLD = ("asserted", "denied", "planned", "possible", "demanded")
_ONE_EVENT = ("when", "whether", "which", "was")  # questions whose answers can contradict each other of one event only
_YES = {"asserted": "yes", "denied": "no", "planned": "planned", "possible": "possibly", "demanded": "demanded"}


def event_drafts(dossier: Dossier) -> list[Draft]:
    """Drafts for the questions that event claims and links answer."""
    rows = table("event_questions_en")
    families: dict[tuple[str, str], list[Occurrence]] = {}
    told = [occurrence(claim, dossier) for claim in dossier.claims.values() if claim.event and claim.modality in _TOLD]
    for item in told:
        family = "criticism" if is_criticism(item) else item.family
        if not _fits(item, rows.get(family, {})):
            continue
        own = item.event.variant if item.event.variant in rows.get(family, {}).get("apart", {}) else ""
        families.setdefault((family, own or ""), []).append(item)
    drafts: list[Draft] = []
    for family, variant in sorted(families):
        if family not in rows:
            continue
        row = dict(rows[family], done=rows[family]["apart"][variant]) if variant else rows[family]
        if "asks" in row:
            drafts += open_drafts(families[family, variant], family, row, dossier)
            continue
        for group in denials_apart(told_together(families[family, variant], dossier), dossier):
            drafts += _drafts(group, family + variant, row, dossier)
    return distinct([*drafts, *blame_drafts(told, dossier), *link_drafts(dossier)])


def _fits(item: Occurrence, row: Row) -> bool:
    """Whether a family that is about one class ("forces") has one of it among those who take part."""
    if "label" not in row:
        return True
    named = item.event.targets or item.event.actors
    return any(class_of(one.text) in (*row["of"], *row["doers"]) for one in named)


def distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts with one question are one finding: the replies of all, those of one stance joined."""
    asked: dict[tuple[str, str], Draft] = {}
    for new in drafts:
        known = asked.get((new.kind, new.question.casefold()))
        asked[new.kind, new.question.casefold()] = _joined(known, new) if known else new
    return list(asked.values())


def _joined(a: Draft, b: Draft) -> Draft:
    replies = {one.stance: one for one in a.replies}
    for other in b.replies:
        known = replies.get(other.stance)
        replies[other.stance] = _both(known, other) if known else other
    one = len(a.key) > 2 and a.key[2] in _ONE_EVENT  # the key of blame is shorter
    compare = _of_two_events(a, b) if one else a.compare
    weight = max(a.weight, b.weight)
    return replace(a, replies=tuple(replies.values()), carried=a.carried | b.carried, weight=weight, compare=compare)


def _of_two_events(a: Draft, b: Draft) -> Compare:
    """Answers of one event are set against each other as before; those of two contradict nothing."""
    first, second = ({reply.stance for reply in draft.replies} for draft in (a, b))

    def compare(x: Reply, y: Reply, dossier: Dossier) -> tuple[str, str]:
        for own, stances in ((a, first), (b, second)):
            if own.compare is not None and {x.stance, y.stance} <= stances:
                return own.compare(x, y, dossier)
        return (
            "scope",
            f"“{x.value}” ({voucher(x, dossier)}) and “{y.value}” ({voucher(y, dossier)}) are told of two events.",
        )

    return compare


def _both(a: Reply, b: Reply) -> Reply:
    claims = {claim.id: claim for claim in (*a.claims, *b.claims)}
    words = {(w.claim, w.start, w.end): w for w in (*a.words, *b.words)}
    ordered = sorted(claims.values(), key=lambda c: (c.report, c.start, c.end, c.id))
    return replace(
        a,
        claims=tuple(ordered),
        words=tuple(words[key] for key in sorted(words)),
        date=a.date or b.date,
        charges=(*a.charges, *b.charges),
    )


def _drafts(group: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """The questions that one event answers: at most one of each kind, and only those that an analyst would ask."""
    if len(reports_of(group)) < 2 and not _worth_alone(group, row):
        return []
    makers: tuple[Callable[[Group, str, Row, Dossier], Draft | None], ...]
    makers = (_course, _which, _whether, _when, _who)
    drafts = [one for make in makers if (one := make(group, family, row, dossier)) and _asked(one, row)]
    if drafts and drafts[0].key[2] == "course":
        return [drafts[0], *(one for one in drafts[1:] if one.key[2] == "who")]
    was = _was(group, family, row, dossier) if not drafts else None
    return [was] if was and _asked(was, row) else drafts


def _asked(draft: Draft, row: Row) -> bool:
    """Whether the family asks this kind of question."""
    return "asked" not in row or draft.key[2] in row["asked"]


def _worth_alone(group: Group, row: Row) -> bool:
    """Whether one report is enough: for what was decided and done, and for what happened to a thing that has a name."""
    named = any(part.entity for item in group for part in item.targets)
    return bool(row.get("single")) and (row["group"] != "course" or named)


def _events(group: Group) -> list[Event]:
    return [item.event for item in group]


# -- the course of one measure


def _course(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where reports tell how a measure began and how it ended: each state an answer, the later an update."""
    states = by(group, lambda item: item.event.variant if item.event.variant in row.get("course", ()) else None)
    states = {state: [i for i in items if i.claim.modality == "asserted"] for state, items in states.items()}
    told_states = [state for state in row.get("course", ()) if states.get(state)]
    thing = thing_of(_events(group), dossier, row)
    last = row.get("course", ("",))[-1]
    if len(told_states) < 2 or last not in told_states or not thing:
        return None
    done = row.get("says", {}).get(told_states[0], told_states[0])
    replies = [reply(_with_day(state, states[state]), states[state], state) for state in told_states]

    def compare(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
        if last not in (a.stance, b.stance):
            return "compatible", f"“{a.value}” and “{b.value}” are words for one measure."
        early, late = (b, a) if a.stance == last else (a, b)
        return "update", f"“{late.value}” followed “{early.value}”: the course of one measure."

    return draft(group, family, "course", agreed(f"Was {thing} {done}?", thing), row, replies, compare)


def _with_day(words: str, items: Sequence[Occurrence]) -> str:
    """ "cut off, 5 January 2022"."""
    days = [item.claim.date for item in items if item.claim.date and day_span(item.claim.date)]
    return f"{words}, {told(min(days, key=lambda when: (when.start or '', when.end or '')))}" if days else words


# -- whether


def _whether(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where some say that it was so and some deny it."""
    denied = [item for item in group if item.claim.modality == "denied"]
    asserted = [item for item in group if item.claim.modality == "asserted" and not item.event.blamed]
    asserted = [item for item in asserted if any(contradict(item, other, dossier) for other in denied)]
    thing = thing_of(_events(group), dossier, row)
    if not denied or not asserted or "done" not in row or not thing:
        return None
    replies = [reply("yes", asserted, "yes"), reply("no", denied, "no")]
    doer = _one_doer(asserted, row, dossier)
    end = f" by {doer}" if doer else ""
    question = agreed(f"Was {thing} {done_of(_events(asserted), row)}{end}?", thing)
    return draft(group, family, "whether", question, row, replies, _contrary)


def _one_doer(group: Group, row: Row, dossier: Dossier) -> str:
    names = {name_of(items, row, dossier) for items in by(group, lambda item: doer_of(item, row, dossier)).values()}
    return names.pop() if len(names) == 1 else ""


def _contrary(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    yes, no = (a, b) if a.stance == "yes" else (b, a)
    return "conflict", f"It was so according to {voucher(yes, dossier)}, and not according to {voucher(no, dossier)}."


# -- which of several ways


def _which(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where reports tell several variants of one event: dismissed, or resigned? What was only asked for or planned is no account of it."""
    group = [item for item in group if item.claim.modality == "asserted"]
    stances = by(group, lambda item: item.event.variant if item.event.variant in row.get("which", {}) else None)
    thing = thing_of(_events(group), dossier, row)
    if len(stances) < 2 or not thing:
        return None
    phrases = [agreed(row["which"][variant].format(x=thing), thing) for variant in sorted(stances)]
    question = ", or ".join(phrases)
    replies = [reply(variant, items, variant) for variant, items in sorted(stances.items())]
    exclude = set(row.get("exclude", ()))

    def compare(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
        if {a.stance, b.stance} <= exclude:
            both = f"“{a.value}” ({voucher(a, dossier)}) and “{b.value}” ({voucher(b, dossier)})"
            return "conflict", f"Two accounts of one event: {both}."
        return "compatible", f"“{a.value}” and “{b.value}” can have followed each other."

    return draft(group, family, "which", question[:1].upper() + question[1:] + "?", row, replies, compare)


# -- when


def _when(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where two reports date it, or one dates a decision or measure."""
    begins = [item for item in group if item.event.variant == "begin"] if "noun" in row else list(group)
    dated = [item for item in begins if day_span(item.claim.date) and item.claim.modality in ("asserted", "denied")]
    if len(reports_of(dated)) < 2 and not (dated and row.get("single")):
        return None
    thing = thing_of(_events(dated), dossier, row, actors=bool(row.get("cross")))
    if "noun" in row:
        question = f"When did the {row['noun']} begin?"
    elif "done" in row and thing:
        question = agreed(f"When was {thing} {done_of(_events(dated), row)}?", thing)
    else:
        return None
    compare = _perhaps_two if thing.startswith(("a ", "an ")) else _two_times
    return draft(group, family, "when", question, row, by_day(dated), compare)


def _two_times(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    if overlap_in_time(a.date, b.date) is False:
        return "conflict", f"It is dated {a.value} by {voucher(a, dossier)}, and {b.value} by {voucher(b, dossier)}."
    return "compatible", f"{a.value} and {b.value} overlap."


def _perhaps_two(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    """Of "a resolution" there can be two, where the days lie apart."""
    if overlap_in_time(a.date, b.date) is False and not next_days(a.date, b.date):
        return (
            "scope",
            f"It is dated {a.value} by {voucher(a, dossier)}, and {b.value} by {voucher(b, dossier)}: no name tells that it is one.",
        )
    return _two_times(a, b, dossier)


# -- who


def _who(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Who did it: where two reports say so, or several are named. Rival accounts stand under blame."""
    acting = doers_of(group, row, dossier)
    if row.get("cross"):
        acting = [item for item in acting if item.targets]
    stances = by(acting, lambda item: doer_of(item, row, dossier))
    if not acting or (len(reports_of(acting)) < 2 and len(stances) < 2):
        return None
    thing = thing_of(_events(group), dossier, row, actors=False)
    if "done" in row and thing:
        question = f"Who {done_of(_events(acting), row)} {thing}?"
    elif "did" in row and not any(item.targets for item in group):
        question = f"Who {row['did']}?"
    else:
        return None
    replies = [reply(name_of(items, row, dossier), items, key) for key, items in sorted(stances.items())]
    replies = [one for one in replies if one.value.casefold() != thing.casefold()]
    if not replies:
        return None
    compare = sender_parts if family == "force-movement" else two_doers(row)
    made = draft(group, family, "who", question, row, replies, compare)
    kinds = {compare(a, b, dossier)[0] for i, a in enumerate(replies) for b in replies[i + 1 :]}
    return replace(made, group="blame", weight=0.85) if "conflict" in kinds else made


# -- was it so


def _was(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Whether it happened, as reports say, where no closer question fits; none where nothing is named that it happened to."""
    thing = thing_of(_events(group), dossier, row, actors=False)
    if thing and "done" in row and any(item.claim.modality != "possible" for item in group):
        question = agreed(f"Was {thing} {done_of(_events(group), row)}?", thing)
    else:
        return None
    stances = by(group, lambda item: _YES[item.claim.modality])
    replies = [reply(_with_day(stance, items), items, stance) for stance, items in sorted(stances.items())]
    return draft(group, family, "was", question, row, replies, _fulfilled)


def _fulfilled(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    if {a.stance, b.stance} == {"yes", "no"}:
        return _contrary(a, b, dossier)
    return "compatible", f"“{a.value}” and “{b.value}”: what is planned or demanded can also be done."
