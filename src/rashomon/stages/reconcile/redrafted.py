"""Questions as persons decided them: claims that answer one question, and claims that do not, whatever the grouping says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rashomon.model.bonds import Pair, uphold
from rashomon.model.judgement import FINDING, SPLIT, Judgement
from rashomon.stages.reconcile.replies import Draft, Reply, in_order


class Redrafted(NamedTuple):
    """The drafts, and by a draft's key the judgements that made it what it is."""

    drafts: list[Draft]
    judged: Mapping[tuple[str, ...], set[str]]


def redrafted(drafts: Sequence[Draft], log: Sequence[Judgement]) -> Redrafted:
    """The drafts with what persons decided on which claims answer one question."""
    claims = {claim.id for draft in drafts for reply in draft.replies for claim in reply.claims}
    held = uphold(log, claims, FINDING)
    judged: dict[tuple[str, ...], set[str]] = defaultdict(set)
    now = list(drafts)
    for each in held.judgements:
        if each.what == SPLIT:
            now = [part for draft in now for part in _split(draft, each, judged)]
    for group in _groups(held.bonds.together):
        now = _joined(now, group, [each.id for each in held.judgements if group <= {*each.on}], judged)
    return Redrafted(now, judged)


def _claims(draft: Draft) -> set[str]:
    return {claim.id for reply in draft.replies for claim in reply.claims}


def _split(draft: Draft, each: Judgement, judged: dict[tuple[str, ...], set[str]]) -> Iterable[Draft]:
    """The draft, or where it holds claims of both sides, the two that it becomes."""
    own = _claims(draft)
    on = own.intersection(each.on)
    if not on or own.isdisjoint(each.against):
        yield draft
        return
    rest = replace(draft, replies=_answering(draft.replies, own - on))
    apart = replace(
        draft,
        replies=_answering(draft.replies, on),
        key=(*draft.key, "apart", min(on)),
        carried=frozenset(claim.report for reply in draft.replies for claim in reply.claims if claim.id in on),
    )
    for part in (rest, apart):
        judged[part.key].add(each.id)
        yield part


def _answering(replies: Iterable[Reply], claims: set[str]) -> tuple[Reply, ...]:
    """The replies as far as these claims give them."""
    found = (_given_by(reply, claims) for reply in replies)
    return tuple(reply for reply in found if reply.claims)


def _given_by(reply: Reply, claims: set[str]) -> Reply:
    return replace(
        reply,
        claims=tuple(claim for claim in reply.claims if claim.id in claims),
        words=tuple(words for words in reply.words if words.claim in claims),
        persons=tuple(one for one in reply.persons if any(single.claim.id in claims for single in one.singles)),
    )


def _groups(pairs: Iterable[Pair]) -> list[set[str]]:
    """The claims that hang together by pairs."""
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)] + [set(pair).union(*touched)]
    return groups


def _joined(
    drafts: Sequence[Draft], group: set[str], by: Iterable[str], judged: dict[tuple[str, ...], set[str]]
) -> list[Draft]:
    """The drafts, those that hold claims of the group made one: figures all, of events and statements those that ask the same of several."""
    asked: dict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not group.isdisjoint(_claims(draft)):
            asked[(draft.kind,) if draft.kind == "figure" else draft.key[:-1]].append(draft)
    merged: dict[tuple[str, ...], Draft] = {}
    gone: set[tuple[str, ...]] = set()
    for some in asked.values():
        if len(some) > 1:
            main, *others = sorted(some, key=lambda draft: (-len(_claims(draft)), draft.key))
            merged[main.key] = _as_one(main, others)
            gone.update(other.key for other in others)
            judged[main.key].update(by, *(judged[other.key] for other in others))
    return [merged.get(draft.key, draft) for draft in drafts if draft.key not in gone]


def _as_one(main: Draft, others: Sequence[Draft]) -> Draft:
    """One draft that asks what the main one does, with the answers of all; equal answers are one."""
    replies: dict[object, Reply] = {}
    for number, reply in enumerate(reply for draft in (main, *others) for reply in draft.replies):
        key = _says(reply) or number
        replies[key] = _both(replies[key], reply) if key in replies else reply
    return replace(
        main,
        replies=tuple(replies.values()),
        weight=max(draft.weight for draft in (main, *others)),
        carried=main.carried.union(*(draft.carried for draft in others)),
    )


def _says(reply: Reply) -> object:
    """What an answer is the same by; None where it stands for itself."""
    if reply.single or reply.disputes:
        return None
    figure = reply.figure
    if figure is not None:
        return (figure.low, figure.best, figure.high, figure.approximate, figure.unit, reply.value)
    return reply.stance or reply.value


def _both(one: Reply, other: Reply) -> Reply:
    claims = in_order((*one.claims, *other.claims))
    words = {each.claim: each for each in (*one.words, *other.words)}
    return replace(
        one,
        claims=claims,
        words=tuple(words[claim.id] for claim in claims if claim.id in words),
        date=one.date or other.date,
        as_of=one.as_of or other.as_of,
        places=one.places if one.places == other.places else frozenset(),
        charges=(*one.charges, *other.charges),
    )
