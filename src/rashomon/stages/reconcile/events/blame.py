"""Blame findings: who is held to have done it, by whom, who claims it and who denies it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.model.record import Words
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.accounts import are_rivals
from rashomon.stages.reconcile.events.charges import BLAMED, CLAIMED, DENIED, Charge, charges_of, vouching
from rashomon.stages.reconcile.events.occurrences import Occurrence, meet
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table
from rashomon.stages.reconcile.told import narrowest, short

_WEIGHT = 0.85
_POINTING = frozenset("what how which who whom it its their his her them him not".split())
_NAMED = 3  # accusers that an answer names


def blame_drafts(items: Iterable[Occurrence], dossier: Dossier) -> list[Draft]:
    """A draft for each deed that somebody is blamed for, or has claimed; a denial alone asks nothing."""
    groups = _with_deed(_of_one_deed(charges_of(items, dossier)))
    return [_draft(group, dossier) for group in groups if any(charge.stance != DENIED for charge in group)]


def _with_deed(groups: Sequence[list[Charge]]) -> list[list[Charge]]:
    """The groups whose deed a question can name; the others join the one of the same accused and accuser, or ask nothing."""
    named = [list(group) for group in groups if _deed(group)]
    known = list(zip(named, map(tuple, named), strict=True))
    for group in groups:
        homes = [home for home, charges in known if _one_charge(group, charges)] if not _deed(group) else []
        if len(homes) == 1:
            homes[0].extend(group)
    return named


def _one_charge(group: Sequence[Charge], other: Sequence[Charge]) -> bool:
    """Whether one accuser accuses one and the same in both."""
    return any(
        x.accuser and y.accuser and meet({x.accused}, {y.accused}) and meet({x.accuser}, {y.accuser})
        for x in group
        for y in other
    )


def _of_one_deed(charges: Sequence[Charge]) -> list[list[Charge]]:
    """Charges that hang together: of one deed, of one accused, or each of the other; directly or through a third."""
    groups: list[list[Charge]] = []
    for charge in charges:
        homes = [group for group in groups if any(_together(charge, other) for other in group)]
        for home in homes[1:]:
            homes[0].extend(home)
            groups.remove(home)
        if homes:
            homes[0].append(charge)
        else:
            groups.append([charge])
    return groups


def _together(a: Charge, b: Charge) -> bool:
    if meet({a.accused}, {b.accused}):
        return not a.words or not b.words or bool(a.words & b.words)
    if a.accuser and b.accuser and meet({a.accused}, {b.accuser}) and meet({a.accuser}, {b.accused}):
        return not a.words or not b.words or bool(a.words & b.words) or a.item.claim.report != b.item.claim.report
    return _one_deed(a, b)


def _one_deed(a: Charge, b: Charge) -> bool:
    """Whether half of the shorter deed's words stand in the other, more than what any deed is called."""
    shared = a.words & b.words
    return bool(shared - _common()) and 2 * len(shared) >= min(len(a.words), len(b.words))


def _common() -> frozenset[str]:
    return frozenset(table("blame_en")["common"])


def _draft(group: Sequence[Charge], dossier: Dossier) -> Draft:
    deed = _deed(group)
    return Draft(
        kind="event",
        group="blame",
        question=f"Who is blamed for {deed}, and by whom?",
        key=("blame", min(charge.item.claim.id for charge in group)),
        replies=tuple(_replies(group, dossier)),
        weight=_WEIGHT,
        compare=_accounts,
        carried=frozenset(charge.item.claim.report for charge in group),
    )


def _deed(group: Sequence[Charge]) -> str:
    """The deed in the words that most charges use, else the shortest that say more than one word."""
    said = Counter(charge.deed for charge in group if charge.words and not charge.deed.casefold().startswith("not "))
    phrases = {charge.deed for charge in group if charge.phrase and _is_phrase(charge.deed)}
    fit = [deed for deed in said if _sayable(deed)] or [deed for deed in said if deed in phrases]
    return min(fit, key=lambda deed: (-said[deed], len(deed.split()) < 2, len(deed), deed), default="")


def _is_phrase(deed: str) -> bool:
    """ "Unlawful seizure of land": what stood behind "of" or "for", unless it points at something or is a verb."""
    first = deed.split(" ", 1)[0].casefold()
    return bool(first) and first not in _POINTING and not first.endswith("ed")


def _sayable(deed: str) -> bool:
    """ "The raid", "shelling the school", "Saturday’s bombing": what can follow "for"."""
    first = deed.split(" ", 1)[0].casefold()
    return first in ("the", "a", "an", "this") or first.endswith(("ing", "’s", "'s")) or " " not in deed


def _replies(group: Sequence[Charge], dossier: Dossier) -> list[Reply]:
    """One reply for each who is said to have done it, one for each who denies it."""
    kinds: list[list[Charge]] = []
    for charge in group:
        home = next((k for k in kinds if _same(k[0], charge)), None)
        if home is None:
            kinds.append([charge])
        else:
            home.append(charge)
    return [_reply(charges, dossier) for charges in kinds]


def _same(a: Charge, b: Charge) -> bool:
    return (a.stance == DENIED) == (b.stance == DENIED) and meet({a.accused}, {b.accused})


def _reply(charges: Sequence[Charge], dossier: Dossier) -> Reply:
    carried = {charge.item.claim.id: (vouching(charge, dossier), charge) for charge in charges}
    claims = in_order(claim for claim, _ in carried.values())
    words = {(claim.id, charge.item.event.start, charge.item.event.end) for claim, charge in carried.values()}
    name = min((charge.name for charge in charges), key=lambda words: (-len(_known(charges, words)), len(words), words))
    return Reply(
        value=short(f"denied by {name}" if charges[0].stance == DENIED else f"{name}{_by_whom(charges)}"),
        claims=claims,
        words=tuple(Words(claim=claim, start=start, end=end) for claim, start, end in sorted(words)),
        date=narrowest(charge.item.claim.date for charge in charges),
        stance="|".join([charges[0].stance if charges[0].stance == DENIED else BLAMED, _key(charges)]),
        charges=tuple(charges),
    )


def _known(charges: Sequence[Charge], name: str) -> list[Charge]:
    """The charges that use the name and know whose it is."""
    return [charge for charge in charges if charge.name == name and charge.accused.entity]


def _key(charges: Sequence[Charge]) -> str:
    return next((charge.accused.entity for charge in charges if charge.accused.entity), charges[0].accused.noun)


def _by_whom(charges: Sequence[Charge]) -> str:
    """ ", by the army and residents"; ", by its own claim"."""
    named = list(dict.fromkeys(charge.by for charge in charges if charge.stance == BLAMED and charge.by))
    named = [
        name for name in named if not any(name != other and name.casefold() in other.casefold() for other in named)
    ]
    own = ["its own claim"] if any(charge.stance == CLAIMED for charge in charges) else []
    told = own + named[:_NAMED]
    rest = len(named) - _NAMED
    if not told:
        return ""
    if rest > 0:
        return f", by {', '.join(told)} and {rest} more"
    return f", by {' and '.join(filter(None, [', '.join(told[:-1]), told[-1]]))}"


def denials(replies: Iterable[Reply]) -> dict[int, int]:
    """By id of the reply: 2 for a denial, which answers nobody's question alone and stands behind what it denies."""
    return {id(reply): 2 for reply in replies if reply.charges and reply.charges[0].stance == DENIED}


def _accounts(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    """How two answers stand: a denial against the charge, each against the other, rivals for one deed."""
    denials = [charge for reply in (a, b) for charge in reply.charges if charge.stance == DENIED]
    one, other = a.charges[0], b.charges[0]
    if denials and (one.stance == DENIED) != (other.stance == DENIED):
        charged, denied = (b, a) if one.stance == DENIED else (a, b)
        if meet({one.accused}, {other.accused}):
            return "conflict", f"{_charged(charged)}, and {denied.charges[0].name} denied it."
        return (
            "compatible",
            f"{_upper(denied.charges[0].name)} denied it, which leaves open whether it was {charged.charges[0].name}.",
        )
    if denials:
        return "compatible", f"{_upper(one.name)} and {other.name} both denied it."
    if _each_other(a, b):
        return "conflict", f"Each blames the other: {_lower(_charged(a))}; {_lower(_charged(b))}."
    if any(_one_deed(x, y) for x in a.charges for y in b.charges) and are_rivals(a, b, dossier):
        return "conflict", f"Two accounts of one deed: {_lower(_charged(a))}; {_lower(_charged(b))}."
    return "compatible", f"{_charged(a)}; {_lower(_charged(b))}: neither account excludes the other."


def _each_other(a: Reply, b: Reply) -> bool:
    return any(
        x.accuser and y.accuser and meet({x.accused}, {y.accuser}) and meet({x.accuser}, {y.accused})
        for x in a.charges
        for y in b.charges
    )


def _charged(reply: Reply) -> str:
    """ "The army blamed the rebels", "the Front claimed it"."""
    name = reply.charges[0].name
    if any(charge.stance == CLAIMED for charge in reply.charges):
        return f"{_upper(name)} claimed it"
    by = next((charge.by for charge in reply.charges if charge.by), "")
    return f"{_upper(by)} blamed {name}" if by else f"A report blames {name}"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words
