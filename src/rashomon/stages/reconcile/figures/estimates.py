"""What each named codebook rule makes of the figures that reports disagree on. No rule's number is called the truth.

UCDP GED and ACLED as their codebooks state their rules; GTD's rule for `mode_by_voice`; the median with copies discounted after
Li et al. 2014. One voice has one vote, whatever the number of its reports: its newest figure.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

import msgspec

from rashomon.model.claim import Claim, Figure, Number
from rashomon.model.record import Estimate
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.roster import Person, company, label
from rashomon.stages.reconcile.quantity import coded, point
from rashomon.stages.reconcile.replies import Reply

_PARTIES = ("party", "force")
_OFFICIAL = ("official",)


@dataclass(frozen=True)
class Vote:
    """One voice's newest figure. `rank` is the position of its answer, best supported first. Of a text that counts nobody,
    `persons` are those whom it tells of, in the claims `singly`. `since` and `deaths` as in `Reply`."""

    voice: str
    name: str
    source: str | None
    newest: tuple[str, str]
    rank: int
    figure: Figure
    persons: tuple[Person, ...] = ()
    singly: frozenset[str] = frozenset()
    since: int = 0
    deaths: tuple[str, ...] = ()


Rule = Callable[[Sequence[Vote]], Estimate]


def votes_of(replies: Sequence[Reply], dossier: Dossier) -> list[Vote]:
    """A vote for each voice, by voice id. Of persons told of one by one, each text that counts nobody counts its own."""
    votes: dict[str, Vote] = {}
    counting: set[str] = set()
    some = _telling_of_some(replies, dossier)
    for rank, reply in enumerate(replies):
        for claim in () if reply.single else reply.claims:
            if _is_none(claim) and dossier.text_of(claim) in some:
                continue  # "a man was hurt … no one else was": none of the others
            counting.add(dossier.text_of(claim))
            vote = _vote(rank, claim, dossier)
            if vote.voice not in votes or vote.newest > votes[vote.voice].newest:
                votes[vote.voice] = vote
    votes.update({vote.voice: vote for vote in _tallies(replies, dossier) if vote.voice not in counting | votes.keys()})
    return [_with_since(votes[voice], replies) for voice in sorted(votes)]


def _telling_of_some(replies: Sequence[Reply], dossier: Dossier) -> set[str]:
    """The texts that tell of one or more."""
    return {dossier.text_of(claim) for reply in replies for claim in reply.claims if not _is_none(claim)}


def _is_none(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.best == 0


def _tallies(replies: Sequence[Reply], dossier: Dossier) -> list[Vote]:
    """A vote for each text that tells of persons singly: as many as it tells of."""
    told: dict[str, list[tuple[int, Reply, Claim]]] = {}
    for rank, reply in enumerate(replies):
        for claim in reply.claims if reply.single else ():
            told.setdefault(dossier.text_of(claim), []).append((rank, reply, claim))
    return [_tally(rows, dossier) for rows in told.values()]


def _tally(rows: Sequence[tuple[int, Reply, Claim]], dossier: Dossier) -> Vote:
    newest = max((_vote(rank, claim, dossier) for rank, _, claim in rows), key=lambda vote: (vote.newest, -vote.rank))
    persons = {person.key: person for _, reply, _ in rows for person in reply.persons}
    count = len(persons)
    return Vote(
        voice=dossier.text_of(rows[0][2]),
        name=dossier.outlet_name(rows[0][2]),
        source=None,
        newest=newest.newest,
        rank=min(rank for rank, _, _ in rows),
        figure=msgspec.structs.replace(newest.figure, low=count, best=count, high=count),
        persons=tuple(persons.values()),
        singly=frozenset(claim.id for _, _, claim in rows),
    )


def _vote(rank: int, claim: Claim, dossier: Dossier) -> Vote:
    assert claim.figure is not None
    as_of = (claim.as_of.end or claim.as_of.start or "") if claim.as_of else ""
    source = claim.attribution[-1].type if claim.attribution else None
    newest = (as_of or dossier.day_of(claim), dossier.published(claim))
    return Vote(dossier.speaker_of(claim), dossier.speaker_name(claim), source, newest, rank, claim.figure)


def _with_since(vote: Vote, replies: Sequence[Reply]) -> Vote:
    reply = replies[vote.rank]
    return replace(vote, since=reply.since, deaths=reply.deaths)


def _numbers(votes: Sequence[Vote]) -> list[Number]:
    return sorted(number for vote in votes if (number := point(vote.figure)) is not None)


def _least(votes: Sequence[Vote]) -> Number | None:
    lows = [low for v in votes if (low := v.figure.low if v.figure.low is not None else point(v.figure)) is not None]
    return min(lows, default=None)


def _greatest(votes: Sequence[Vote]) -> Number | None:
    highs = [h for v in votes if (h := v.figure.high if v.figure.high is not None else point(v.figure)) is not None]
    return max(highs, default=None)


def ucdp(votes: Sequence[Vote]) -> Estimate:
    """Best the best supported, low and high the lowest and highest reliable; one side's figure raises high only."""
    reliable = [vote for vote in votes if vote.source not in _PARTIES] or list(votes)
    leading = min(reliable, key=lambda vote: vote.rank)
    aside = "" if len(reliable) == len(votes) else " A side to the conflict raises the high figure only."
    persons = {person.key: person for vote in votes for person in vote.persons}
    if leading.persons:
        told = company(list(persons.values()), leading.persons[0])
        singly = frozenset().union(*(vote.singly for vote in votes))
        return _without_the_dead(_one_by_one(told, leading.figure.measure, singly), leading)
    found = Estimate(
        low=_least(reliable),
        best=point(leading.figure),
        high=_greatest(votes),
        why=f"The best supported figure, {leading.name}'s, between the lowest and the highest.{aside}",
    )
    return _without_the_dead(found, leading)


def _without_the_dead(found: Estimate, leading: Vote) -> Estimate:
    """The injured without those whom later reports count among the dead."""
    gone = leading.since - len(found.died)
    if gone <= 0 or not found.best:
        return found
    left = max(0, found.best - gone)
    least = min(left, found.low) if found.low is not None else left
    why = f"{found.why} Not counted: {_so_many(found.best - left)} who died since, as the reports tell that count the dead."
    return msgspec.structs.replace(found, low=least, best=left, why=why, persons=(), died=leading.deaths)


def _so_many(count: Number) -> str:
    return "one" if count == 1 else f"{count:g}"


def _one_by_one(persons: Sequence[Person], measure: str, singly: frozenset[str]) -> Estimate:
    """No report counts: the persons told of, those who died not among the injured."""
    left = [p for p in persons if measure != "injured" or not p.dead]
    gone = [p for p in persons if p not in left]
    count = len(left)
    why = (
        f"No report gives a sum; told of one by one: {_listed(left)}." if left else "Nobody told of as injured is left."
    )
    if gone:
        why += f" Not counted, since told to have died: {_listed(gone)}."
    return Estimate(
        low=count,
        best=count,
        high=len(persons),
        why=why,
        persons=_first([[single.claim.id for single in p.singles if single.claim.id in singly] for p in left]),
        died=_first([[single.claim.id for single in p.deaths] for p in gone]),
    )


def _first(told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One claim for each person."""
    return tuple(sorted(min(ids) for ids in told))


def _listed(persons: Sequence[Person]) -> str:
    names = sorted(label(person) for person in persons)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def acled(votes: Sequence[Vote]) -> Estimate:
    """The most conservative figure; words become low numbers ("dozens" is 12, "hundreds" 100)."""
    numbers = [(number, vote.name) for vote in votes if (number := coded(vote.figure)) is not None]
    if not numbers:
        return Estimate(why="No voice gives a number.")
    number, name = min(numbers)
    return Estimate(low=number, best=number, high=number, why=f"The most conservative figure, {name}'s.")


def latest_official(votes: Sequence[Vote]) -> Estimate:
    """The newest figure whose speaker is an official body."""
    official = [vote for vote in votes if vote.source in _OFFICIAL]
    if not official:
        return Estimate(why="No official body gives a figure.")
    vote = max(official, key=lambda v: (v.newest, v.voice))
    figure = vote.figure
    return Estimate(
        low=figure.low, best=figure.best, high=figure.high, why=f"The newest official figure, {vote.name}'s."
    )


def mode_by_voice(votes: Sequence[Vote]) -> Estimate:
    """The figure most voices give, ties to the lower."""
    numbers = _numbers(votes)
    if not numbers:
        return Estimate(why="No voice gives a number.")
    best = min(set(numbers), key=lambda number: (-numbers.count(number), number))
    return Estimate(low=best, best=best, high=best, why=f"{_voices(numbers.count(best))} of {len(numbers)} give it.")


def median_by_voice(votes: Sequence[Vote]) -> Estimate:
    """The lower median over voices."""
    numbers = _numbers(votes)
    if not numbers:
        return Estimate(why="No voice gives a number.")
    best = median_low(numbers)
    return Estimate(low=best, best=best, high=best, why=f"The median of {_voices(len(numbers))}.")


def min_max(votes: Sequence[Vote]) -> Estimate:
    """The least and the greatest figure over all voices."""
    return Estimate(
        low=_least(votes), high=_greatest(votes), why=f"The least and the greatest of {_voices(len(votes))}."
    )


def _voices(count: int) -> str:
    return "one voice" if count == 1 else f"{count} voices"


RULES: dict[str, Rule] = {
    "ucdp": ucdp,
    "acled": acled,
    "latest_official": latest_official,
    "mode_by_voice": mode_by_voice,
    "median_by_voice": median_by_voice,
    "min_max": min_max,
}


def estimates(replies: Sequence[Reply], dossier: Dossier) -> dict[str, Estimate]:
    """Every rule's estimate over answers of one scope, by the rule's name."""
    votes = votes_of(replies, dossier)
    return {name: rule(votes) for name, rule in RULES.items()}
