"""What each named codebook rule makes of the figures that reports disagree on. No rule's number is called the truth.

UCDP GED and ACLED as their codebooks state their rules; GTD's rule for `mode_by_voice`; the median with copies discounted after
Li et al. 2014. One voice has one vote, whatever the number of its reports: its newest figure.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import median_high, median_low

import msgspec

from rashomon.model.claim import Claim, Figure, Number
from rashomon.model.record import Estimate
from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.roster import Person, company, label
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.quantity import coded, overlap, point, vague_word, value_of, written
from rashomon.stages.reconcile.replies import Reply
from rashomon.stages.reconcile.tables import cues

_OFFICIAL = ("official", "force")  # the state's own bodies, its police and army among them; a rebel force is a `party`
_NO_NUMBER = "No voice gives a number."
_HARMED = ("killed", "injured")
_SIDES = ("party", "force", "official")  # who may speak for a side to the conflict
# Classes of those counted (`populations_en.toml`).
_REGULARS = frozenset({"soldiers", "police", "security"})
_ARMED = frozenset({"soldiers", "fighters"})
_WORD = re.compile(r"[A-Z][\w-]+")


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
    return sorted(
        number for vote in votes if (number := point(vote.figure)) is not None and not vague_word(vote.figure)
    )


def _least(votes: Sequence[Vote]) -> Number | None:
    lows = [low for v in votes if (low := v.figure.low if v.figure.low is not None else point(v.figure)) is not None]
    return min(lows, default=None)


def _greatest(votes: Sequence[Vote]) -> Number | None:
    highs = [h for v in votes if (h := v.figure.high if v.figure.high is not None else point(v.figure)) is not None]
    return max(highs, default=None)


def ucdp(votes: Sequence[Vote]) -> Estimate:
    """Best the best supported, low and high the lowest and highest reliable; what one side alone says of its enemy's dead raises high only."""
    aside = [vote for vote in votes if _of_its_enemy(vote) and not _borne_out(vote, votes)]
    reliable = [vote for vote in votes if vote not in aside]
    if not reliable:
        return Estimate(high=_greatest(votes), why=f"{_aside(aside)} Nobody else counts.")
    leading = min(reliable, key=lambda vote: vote.rank)
    persons = {person.key: person for vote in votes for person in vote.persons}
    if leading.persons:
        told = company(list(persons.values()), leading.persons[0])
        singly = frozenset().union(*(vote.singly for vote in votes))
        return _without_the_dead(_one_by_one(told, leading.figure.measure, singly), leading)
    alone = len(reliable) == 1
    why = f"The {'only' if alone else 'best supported'} figure, {_whose(leading)}"
    why += "." if alone else ", between the lowest and the highest."
    found = Estimate(
        low=_least(reliable),
        best=point(leading.figure),
        high=_greatest(votes),
        why=f"{why} {_aside(aside)}".strip(),
    )
    return _without_the_dead(found, leading)


def _of_its_enemy(vote: Vote) -> bool:
    """Whether a side to the conflict counts the dead of the other: an army rebels, rebels soldiers, one country's army another's,
    either "the enemy". Those whom the police call gunmen are no enemy of theirs."""
    counted = vote.figure.counted or ""
    if vote.figure.measure not in _HARMED or vote.source not in _SIDES or cues("own_side").search(counted):
        return False
    of_whom = population_of(vote.figure.counted).name
    if cues("enemy").search(counted):
        return True
    if of_whom in _ARMED and _of_two_countries(vote.name, counted):
        return True
    if vote.source == "force":
        return of_whom == "fighters" and bool(cues("irregulars").search(counted))
    return vote.source == "party" and of_whom in _REGULARS


def _of_two_countries(speaker: str, counted: str) -> bool:
    """ "The Arvanian general staff" of "Belmaran soldiers"."""
    own, others = (
        {found for word in _WORD.findall(words) if (found := _country(word))} for words in (speaker, counted)
    )
    return bool(own and others) and not own & others


def _country(word: str) -> str | None:
    return country_of_demonym(word) or country_of_name(word)


def _borne_out(vote: Vote, votes: Sequence[Vote]) -> bool:
    """Whether another voice, which is no side that counts its enemy, gives a figure that can be true with it."""
    others = (other for other in votes if other is not vote and not _of_its_enemy(other))
    return any(overlap(vote.figure, other.figure) for other in others)


def _aside(votes: Sequence[Vote]) -> str:
    if not votes:
        return ""
    names = _joined(sorted({_whose(vote) for vote in votes}))
    return f"What one side alone says of its enemy's dead raises the high figure only: {names}."


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
    return _joined(sorted(label(person) for person in persons))


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _whose(vote: Vote) -> str:
    """ "12 (the mayor)"."""
    return f"{value_of(vote.figure)} ({' '.join(vote.name.split())})"


def acled(votes: Sequence[Vote]) -> Estimate:
    """The most conservative figure; words become low numbers ("dozens" is 12, "hundreds" 100). Disputes go into the notes."""
    numbers = [(number, vote.rank, vote) for vote in votes if (number := coded(vote.figure)) is not None]
    if not numbers:
        return Estimate(why=_NO_NUMBER)
    number, _, vote = min(numbers, key=lambda row: row[:2])
    as_word = f", coded as {written(number)}" if vague_word(vote.figure) else ""
    more = [other for found, _, other in sorted(numbers, key=lambda row: row[:2]) if found != number]
    firsts = list({value_of(other.figure): other for other in reversed(more)}.values())[::-1]
    noted = f" Others give {_joined([_whose(other) for other in firsts[:_NOTED]])}." if firsts else ""
    only = "only" if len(numbers) == 1 else "most conservative"
    return Estimate(low=number, best=number, high=number, why=f"The {only} figure, {_whose(vote)}{as_word}.{noted}")


_NOTED = 4  # other figures that a note names


def latest_official(votes: Sequence[Vote]) -> Estimate:
    """The newest figure whose speaker is an official body; of two as new the lower."""
    official = [vote for vote in votes if vote.source in _OFFICIAL]
    if not official:
        return Estimate(why="No official body gives a figure.")
    newest = max(vote.newest for vote in official)
    latest = [vote for vote in official if vote.newest == newest]
    vote = min(latest, key=lambda v: (number if (number := point(v.figure)) is not None else inf, v.rank, v.voice))
    figure = vote.figure
    only = "only" if len(official) == 1 else "newest"
    return Estimate(
        low=figure.low, best=figure.best, high=figure.high, why=f"The {only} official figure, {_whose(vote)}."
    )


def mode_by_voice(votes: Sequence[Vote]) -> Estimate:
    """The figure most voices give, ties to the lower."""
    numbers = _numbers(votes)
    if not numbers:
        return Estimate(why=_NO_NUMBER)
    counts = Counter(numbers)
    most = max(counts.values())
    tied = sorted(number for number, count in counts.items() if count == most)
    given = f"{_voices(most)} of {len(numbers)}" if len(numbers) > 1 else "The only voice"
    if len(tied) > 1:
        why = f"{given} {'gives' if most == 1 else 'give'} each of {_joined([written(n) for n in tied[:_NOTED]])}: the lowest."
        why = why if len(tied) <= _NOTED else f"No figure is given by more than {_voices(most)}: the lowest."
    else:
        why = f"{given} {'gives' if most == 1 else 'give'} it."
    return Estimate(low=tied[0], best=tied[0], high=tied[0], why=why[:1].upper() + why[1:])


def median_by_voice(votes: Sequence[Vote]) -> Estimate:
    """The lower median over voices."""
    numbers = _numbers(votes)
    if not numbers:
        return Estimate(why=_NO_NUMBER)
    best = median_low(numbers)
    lower = len(numbers) % 2 == 0 and best != median_high(numbers)
    why = f"The median of {_voices(len(numbers))}{', the lower of the two in the middle' if lower else ''}."
    return Estimate(low=best, best=best, high=best, why=why)


def min_max(votes: Sequence[Vote]) -> Estimate:
    """The least and the greatest figure over all voices."""
    low, high = _least(votes), _greatest(votes)
    if low is None and high is None:
        return Estimate(why=_NO_NUMBER)
    return Estimate(low=low, high=high, why=f"The least and the greatest of {_voices(len(votes))}.")


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
    found = {name: rule(votes) if votes else Estimate(why=_NO_NUMBER) for name, rule in RULES.items()}
    reliable = votes_of(_reliable(replies, dossier), dossier) if dossier.doubted else []
    if reliable and reliable != votes:
        found["ucdp"] = _of_the_reliable(reliable, votes)
    return found


def _reliable(replies: Sequence[Reply], dossier: Dossier) -> list[Reply]:
    """The replies, in their places, as far as outlets give them that nobody rates unreliable."""
    return [
        replace(reply, claims=tuple(claim for claim in reply.claims if claim.report not in dossier.doubted))
        for reply in replies
    ]


def _of_the_reliable(reliable: Sequence[Vote], votes: Sequence[Vote]) -> Estimate:
    """UCDP's estimate, its lowest and highest of the reliable figures alone; which were left out, and why."""
    taken = {value_of(vote.figure) for vote in reliable}
    left = sorted({_whose(vote) for vote in votes if value_of(vote.figure) not in taken})
    found = ucdp(reliable)
    why = f" Left out, for the outlet is rated E or F: {_joined(left)}." if left else ""
    return msgspec.structs.replace(found, why=found.why + why)
