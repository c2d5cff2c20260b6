"""Event findings: what happened, when, by whom; what was demanded; who is blamed; what led to what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Claim, Event, Participant
from rashomon.model.record import Words
from rashomon.stages.reconcile.asking import agreed, done_of, thing_of
from rashomon.stages.reconcile.chains import link_drafts
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.measuring import day_span, overlap_in_time, told
from rashomon.stages.reconcile.occurrences import Occurrence, is_pronoun, occurrence, part, told_together
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table

Row = Mapping[str, Any]
Group = Sequence[Occurrence]
_TOLD = ("asserted", "denied", "planned", "possible", "demanded")
_LONGEST = 160  # characters of a value for people; the words themselves stand in the claims


def event_drafts(dossier: Dossier) -> list[Draft]:
    """Drafts for the questions that event claims and links answer."""
    rows = table("event_questions_en")
    families: dict[tuple[str, str], list[Occurrence]] = {}
    for claim in dossier.claims.values():
        if claim.event is not None and claim.modality in _TOLD:
            item = occurrence(claim, dossier)
            row = rows.get(item.family, {})
            own = item.event.variant if item.event.variant in row.get("apart", {}) else ""
            families.setdefault((item.family, own or ""), []).append(item)
    drafts: list[Draft] = []
    for family, variant in sorted(families):
        if family in rows:
            row = dict(rows[family], done=rows[family]["apart"][variant]) if variant else rows[family]
            together = (
                [families[family, variant]] if "asks" in row else told_together(families[family, variant], dossier)
            )
            for group in together:
                drafts += _drafts(group, family + variant, row, dossier)
    return [*drafts, *link_drafts(dossier)]


def _drafts(group: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """The questions that one event answers: at most one of each kind, and only those that an analyst would ask."""
    if len(_reports(group)) < 2 and not _worth_alone(group, row):
        return []
    if "asks" in row:
        return [_draft(group, family, "what", row["asks"], row, _by_parts(group), _other_words)]
    makers: tuple[Callable[[Group, str, Row, Dossier], Draft | None], ...] = (_whether, _which, _when, _who)
    drafts = [draft for make in makers if (draft := make(group, family, row, dossier))]
    return drafts or _what(group, family, row, dossier)


def _worth_alone(group: Group, row: Row) -> bool:
    """Whether one report is enough: for what was decided and done, and for what happened to a thing that has a name."""
    named = any(part.entity for item in group for part in item.targets)
    return bool(row.get("single")) and (row["group"] != "course" or named)


def _events(group: Group) -> list[Event]:
    return [item.event for item in group]


def _reports(group: Group) -> set[str]:
    return {item.claim.report for item in group}


def _draft(
    group: Group, family: str, aspect: str, question: str, row: Row, replies: Sequence[Reply], compare: Any
) -> Draft:
    first = min(item.claim.id for item in group)
    return Draft(
        kind="event",
        group=row["group"],
        question=question,
        key=("event", family, aspect, first),
        replies=tuple(replies),
        weight=row["weight"],
        compare=compare,
        carried=frozenset(_reports(group)),
    )


# -- whether


def _whether(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where some say that it was so and some deny it."""
    denied = [item for item in group if item.claim.modality == "denied"]
    asserted = [item for item in group if item.claim.modality == "asserted"]
    if not denied or not asserted:
        return None
    replies = [_reply("yes", asserted, "yes"), _reply("no", denied, "no")]
    return _draft(group, family, "whether", f"Is it true that {_clause(asserted[0])}?", row, replies, _contrary)


def _clause(item: Occurrence) -> str:
    words = " ".join(item.claim.quote.split()).strip(" .,;")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _contrary(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "conflict", "One says that it was so, the other denies it."


# -- which of several ways


def _which(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where reports tell several variants of one event: dismissed, or resigned?"""
    stances = _by(group, lambda item: item.event.variant if item.event.variant in row.get("which", {}) else None)
    if len(stances) < 2:
        return None
    thing = thing_of(_events(group), dossier)
    phrases = [agreed(row["which"][variant].format(x=thing), thing) for variant in sorted(stances)]
    question = ", or ".join(phrases)
    replies = [_reply(variant, items, variant) for variant, items in sorted(stances.items())]
    exclude = set(row.get("exclude", ()))

    def compare(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
        if {a.stance, b.stance} <= exclude:
            return "conflict", f"“{a.value}” and “{b.value}” are two accounts of one event."
        return "compatible", f"“{a.value}” and “{b.value}” can have followed each other."

    return _draft(group, family, "which", question[:1].upper() + question[1:] + "?", row, replies, compare)


# -- when


def _when(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Where two reports date it, or one dates a decision or measure."""
    begins = [item for item in group if item.event.variant == "begin"] if "noun" in row else list(group)
    dated = [item for item in begins if day_span(item.claim.date) and item.claim.modality != "planned"]
    if len(_reports(dated)) < 2 and not (dated and row.get("single")):
        return None
    thing = thing_of(_events(dated), dossier)
    if "noun" in row:
        question = f"When did the {row['noun']} begin?"
    elif "done" in row:
        question = agreed(f"When was {thing} {done_of(_events(dated), row)}?", thing)
        if not thing:
            return None
    else:
        return None
    stances = _by(dated, lambda item: told(item.claim.date) if item.claim.date else None)
    replies = [_reply(stance, items, stance) for stance, items in sorted(stances.items())]
    return _draft(group, family, "when", question, row, replies, _two_times)


def _two_times(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    if overlap_in_time(a.date, b.date) is False:
        return "conflict", f"{a.value} and {b.value} are two times of one event."
    return "compatible", f"{a.value} and {b.value} overlap."


# -- who


def _who(group: Group, family: str, row: Row, dossier: Dossier) -> Draft | None:
    """Who did it: where two reports say so, or several are named."""
    acting = [item for item in group if item.actors and item.claim.modality != "denied"]
    if row.get("cross"):
        acting = [item for item in acting if item.targets]
    stances = _by(acting, lambda item: _doer(item, dossier))
    if not acting or (len(_reports(acting)) < 2 and len(stances) < 2):
        return None
    if "done" in row and any(item.targets for item in group):
        question = f"Who {done_of(_events(acting), row)} {thing_of(_events(group), dossier)}?"
    elif "did" in row:
        question = f"Who {row['did']}?"
    else:
        return None
    replies = [_reply(_name(items, dossier), items, key) for key, items in sorted(stances.items())]
    return _draft(group, family, "who", question, row, replies, _two_doers)


def _two_doers(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", f"{a.value} and {b.value} can both have had a part in it."


def _first_actor(item: Occurrence) -> Participant:
    return next(actor for actor in item.event.actors if not is_pronoun(actor))


def _doer(item: Occurrence, dossier: Dossier) -> str:
    doer = part(_first_actor(item), dossier)
    return doer.entity or doer.noun


def _name(items: Sequence[Occurrence], dossier: Dossier) -> str:
    """The entity's name, else the shortest words of the reports."""
    doers = [_first_actor(item) for item in items]
    named = (dossier.name_of(doer.entity or dossier.meant_by(doer.text)) for doer in doers)
    return next(
        (name for name in named if name), min((" ".join(d.text.split()) for d in doers), key=lambda w: (len(w), w))
    )


# -- what


def _what(group: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """What is told of it, where no closer question fits; none where nothing is named that it happened to."""
    thing = thing_of(_events(group), dossier)
    if "noun" in row:
        question = f"What is told of the {row['noun']}?"
    elif thing:
        question = f"What happened to {thing}?"
    else:
        return []
    return [_draft(group, family, "what", question, row, _by_words(group, dossier), _other_words)]


def _by_parts(group: Group) -> list[Reply]:
    """One reply for each who and what."""
    stances: dict[str, list[Occurrence]] = {}
    for item in group:
        nouns = [sorted(part.entity or part.noun for part in side) for side in (item.actors, item.targets)]
        stances.setdefault(repr(nouns), []).append(item)
    return [_reply(_clause(min(items, key=_length)), items, key) for key, items in sorted(stances.items())]


def _length(item: Occurrence) -> tuple[int, str]:
    return len(item.claim.quote), item.claim.id


def _by_words(group: Group, dossier: Dossier) -> list[Reply]:
    """One reply for each text's wording."""
    stances = _by(group, lambda item: dossier.text_of(item.claim))
    return [_reply(_clause(items[0]), items, key) for key, items in sorted(stances.items())]


def _other_words(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "Other words for what is told; neither excludes the other."


# -- slots


def _by(items: Iterable[Occurrence], stance: Callable[[Occurrence], str | None]) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for item in items:
        key = stance(item)
        if key is not None:
            found.setdefault(key, []).append(item)
    return found


def _reply(value: str, items: Sequence[Occurrence], stance: str) -> Reply:
    claims = in_order(item.claim for item in items)
    dates = [item.claim.date for item in items if day_span(item.claim.date)]
    narrow = min((date for date in dates if date), key=lambda date: (_days(date), told(date)), default=None)
    return Reply(value=value, claims=claims, words=tuple(map(_words, claims)), date=narrow, stance=stance)


def _days(date: Any) -> bool:
    span = day_span(date)
    return span is None or span[0] != span[1]


def _words(claim: Claim) -> Words:
    assert claim.event is not None
    return Words(claim=claim.id, start=claim.event.start, end=claim.event.end)
