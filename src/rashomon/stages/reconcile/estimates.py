"""What each named codebook rule makes of the figures that reports disagree on. No rule's number is called the truth.

UCDP GED and ACLED as their codebooks state their rules; GTD's rule for `mode_by_voice`; the median with copies discounted after
Li et al. 2014. One voice has one vote, whatever the number of its reports: its newest figure.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median_low

from rashomon.model.claim import Claim, Figure, Number
from rashomon.model.record import Estimate
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.quantity import coded, point
from rashomon.stages.reconcile.replies import Reply

_PARTIES = ("party", "force")
_OFFICIAL = ("official",)


@dataclass(frozen=True)
class Vote:
    """One voice's newest figure. `rank` is the position of its answer, best supported first."""

    voice: str
    name: str
    source: str | None
    newest: tuple[str, str]
    rank: int
    figure: Figure


Rule = Callable[[Sequence[Vote]], Estimate]


def votes_of(replies: Sequence[Reply], dossier: Dossier) -> list[Vote]:
    """A vote for each voice, by voice id."""
    votes: dict[str, Vote] = {}
    for rank, reply in enumerate(replies):
        for claim in reply.claims:
            vote = _vote(rank, claim, dossier)
            if vote.voice not in votes or vote.newest > votes[vote.voice].newest:
                votes[vote.voice] = vote
    return [votes[voice] for voice in sorted(votes)]


def _vote(rank: int, claim: Claim, dossier: Dossier) -> Vote:
    assert claim.figure is not None
    as_of = (claim.as_of.end or claim.as_of.start or "") if claim.as_of else ""
    source = claim.attribution[-1].type if claim.attribution else None
    newest = (as_of or dossier.day_of(claim), dossier.published(claim))
    return Vote(dossier.speaker_of(claim), dossier.speaker_name(claim), source, newest, rank, claim.figure)


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
    return Estimate(
        low=_least(reliable),
        best=point(leading.figure),
        high=_greatest(votes),
        why=f"The best supported figure, {leading.name}'s, between the lowest and the highest.{aside}",
    )


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
