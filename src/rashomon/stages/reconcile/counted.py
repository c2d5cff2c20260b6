"""A figure claim as it is weighed: what it counts, where, when and by whose doing."""

from dataclasses import dataclass

from rashomon.model.claim import Claim, Figure, Participant
from rashomon.model.measure import When
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.measuring import innermost
from rashomon.stages.reconcile.population import Population, population_in

_BY_DOER = ("deployed",)  # who sent them makes another question; who was killed by whom does not
_ANY_MODALITY = ("deployed", "duration", "price", "cost", "change", "share", "other")
_REAL = ("asserted", "denied")


@dataclass(frozen=True)
class Counted:
    """`doer` is a key (entity id or folded words) and `doer_name` its words, both empty where nobody is named.
    `real` is False for tolls that are feared or forecast."""

    claim: Claim
    figure: Figure
    population: Population
    places: frozenset[str]
    date: When | None
    words: frozenset[str]
    speaker: str
    doer: str = ""
    doer_name: str = ""
    real: bool = True

    @property
    def topic(self) -> tuple[str, ...]:
        """What must be equal for two figures to answer one question."""
        people = "people" if self.population.whole else self.population.name
        return (self.figure.measure, people, self.doer, "" if self.real else "possible")


def counted(claim: Claim, dossier: Dossier) -> Counted:
    """The figure claim with its surroundings."""
    assert claim.figure is not None
    figure = claim.figure
    doer = doer_of(claim, dossier) if figure.measure in _BY_DOER else None
    return Counted(
        claim=claim,
        figure=figure,
        population=population_in(figure.counted, claim.quote),
        places=innermost(frozenset(claim.places), dossier.entities),
        date=claim.date,
        words=dossier.words_of(claim),
        speaker=dossier.speaker_of(claim),
        doer=(doer.entity or doer.text.casefold()) if doer else "",
        doer_name=(dossier.name_of(doer.entity) or doer.text) if doer else "",
        real=figure.measure in _ANY_MODALITY or claim.modality in _REAL,
    )


def doer_of(claim: Claim, dossier: Dossier) -> Participant | None:
    """Who does what the figure counts: the first actor of the narrowest event whose clause holds the figure."""
    assert claim.figure is not None
    holding = [
        (other.end - other.start, other.id, other.event.actors[0])
        for other in dossier.events_of(claim.report)
        if other.event and other.event.actors and other.start <= claim.figure.start and claim.figure.end <= other.end
        and not _overlaps(other.event.actors[0], claim.figure)
    ]  # fmt: skip
    return min(holding, key=lambda row: row[:2])[2] if holding else None


def _overlaps(actor: Participant, figure: Figure) -> bool:
    return actor.start < figure.end and figure.start < actor.end
