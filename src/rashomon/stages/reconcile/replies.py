"""An answer on its way to the record: the claims that give it, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.model.claim import Claim, Figure
from rashomon.model.measure import When
from rashomon.model.record import Answer, Support, Words
from rashomon.stages.reconcile.dossier import Dossier, speakers_of, texts_of
from rashomon.stages.reconcile.figures.roster import Person
from rashomon.stages.reconcile.population import Population

if TYPE_CHECKING:
    from rashomon.stages.reconcile.differences.takebacks import Takeback
    from rashomon.stages.reconcile.events.charges import Charge


@dataclass(frozen=True)
class Reply:
    """One answer. `figure` for figures; `stance` tells answers of other kinds apart (equal stances are one answer);
    `places` the innermost places it holds for; `compare` says how two stances stand: see `Compare`.
    `running`, `grew_to` (claim ids of totals) and `wider` as in `Counted`; `undoing` what its claims take back or mend,
    `disputes` that it is a denial of its figure, `charges` who is blamed in an answer about blame. `persons` are those whom its
    claims tell of singly; `since`: so many of the injured have died since, as `deaths` (claim ids) tell."""

    value: str
    claims: tuple[Claim, ...]
    words: tuple[Words, ...]
    figure: Figure | None = None
    date: When | None = None
    as_of: When | None = None
    population: Population | None = None
    places: frozenset[str] = frozenset()
    stance: str = ""
    running: str = ""
    grew_to: frozenset[str] = frozenset()
    wider: str = ""
    undoing: "tuple[Takeback, ...]" = ()
    disputes: bool = False
    charges: "tuple[Charge, ...]" = ()
    persons: tuple[Person, ...] = ()
    since: int = 0
    deaths: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Whether it tells of one person and counts nobody."""
        return bool(self.persons) and all(claim.figure and claim.figure.implied for claim in self.claims)


# How two answers that are not figures stand to each other: ("compatible" | "scope" | "conflict", why); None where nothing is said.
Compare = Callable[[Reply, Reply, Dossier], tuple[str, str]]


@dataclass(frozen=True)
class Draft:
    """A question with its answers, before they are set against each other. `weight` (0-1) is how much an analyst would
    miss it; `key` makes the finding's id; `compare` settles answers that are not figures; `carried`
    are the reports that tell of it without answering."""

    kind: str
    group: str
    question: str
    key: tuple[str, ...]
    replies: tuple[Reply, ...]
    weight: float = 0.5
    compare: Compare | None = None
    estimates: bool = field(default=False)
    carried: frozenset[str] = frozenset()


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Distinct claims, by report and place in it."""
    distinct = {claim.id: claim for claim in claims}
    return tuple(sorted(distinct.values(), key=lambda c: (c.report, c.start, c.end, c.id)))


def support_of(dossier: Dossier, claims: tuple[Claim, ...]) -> Support:
    """The four counts behind an answer (contract: record.md, findings), and its families of outlets."""
    return Support(
        reports=len({claim.report for claim in claims}),
        outlets=len({dossier.outlet_of(claim) for claim in claims}),
        texts=len(texts_of(dossier, claims)),
        speakers=len(speakers_of(dossier, claims)),
        families=len({dossier.family_of(claim) for claim in claims}),
    )


_WELL = 2  # speakers or texts that make an answer well supported


def ranked(dossier: Dossier, replies: Iterable[Reply], behind: Mapping[int, int] | None = None) -> list[Reply]:
    """Best supported first: speakers, texts, outlets, reports; then the firmer, the earlier, the alphabet.

    `behind` (id of a reply → how far it is outdone) puts what was taken back, parts and older counts behind the newest
    total that is as well supported: by two speakers or texts, or by as many."""
    aside = behind or {}
    return sorted(replies, key=lambda reply: _rank(dossier, reply, aside.get(id(reply), 0)))


def _rank(dossier: Dossier, reply: Reply, behind: int) -> tuple[object, ...]:
    support = support_of(dossier, reply.claims)
    figure = reply.figure
    firmness = 0 if figure is None else (figure.best is None) + figure.approximate + (figure.low is None)
    start = (reply.date.start or "") if reply.date else "9"
    counts = (-support.speakers, -support.texts, -support.outlets, -support.reports)
    well = -(min(support.speakers, _WELL))
    return (behind > 1, well, behind, *counts, firmness, start, reply.value, [claim.id for claim in reply.claims])


def answer_of(dossier: Dossier, reply: Reply) -> Answer:
    """The reply as a row of the record; its voices are those who vouch for it."""
    figure = None if reply.disputes else reply.figure
    voices = {
        claim.attribution[-1].voice if claim.attribution else dossier.text_of(claim) for claim in reply.claims
    } | texts_of(dossier, reply.claims)
    return Answer(
        value=reply.value,
        words=reply.words,
        low=figure.low if figure else None,
        best=figure.best if figure else None,
        high=figure.high if figure else None,
        date=reply.date,
        claims=tuple(claim.id for claim in reply.claims),
        reports=tuple(sorted({claim.report for claim in reply.claims})),
        voices=tuple(sorted(voice for voice in voices if voice)),
        support=support_of(dossier, reply.claims),
    )
