"""A figure claim as it is weighed: what it counts, where, when and by whose doing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model.claim import Claim, Figure, Participant
from rashomon.model.measure import When
from rashomon.stages.reconcile import running
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.aspects import Aspect, aspect_of
from rashomon.stages.reconcile.figures.roster import Person
from rashomon.stages.reconcile.measuring import innermost
from rashomon.stages.reconcile.population import EVERYBODY, Population, population_in, population_of
from rashomon.text.numerals import find_numerals

_BY_DOER = ("deployed",)  # who sent them makes another question; who was killed by whom does not
_SIDED = ("soldiers", "fighters", "police", "security")  # of which there are one side's and the other's
_THEIR = re.compile(r"(?:^|\b(?:of|among) )(?:its|their|our)\b", re.IGNORECASE)
_ANY_MODALITY = ("deployed", "duration", "price", "cost", "change", "share", "other")
_FIGHTING = ("soldiers", "fighters", "police", "security")
# "Another ten", "three more"; "five of the injured died" raises an earlier count as well.
_ADDED = re.compile(
    r"\b(?:another|additional|further|others)\b|\bmore\b(?! than)|\bof (?:the|those) (?:injured|wounded)\b",
    re.IGNORECASE,
)
_ENUMERATES = re.compile(r"\b(?:includ\w+|among (?:them|whom)|some of (?:them|whom))\b", re.IGNORECASE)
_OTHER = Aspect("other")
_REAL = ("asserted", "denied")


@dataclass(frozen=True)
class Counted:
    """`doer` is a key (entity id or folded words) and `doer_name` its words, both empty where nobody is named; `side` the entity
    whose soldiers or fighters they are.
    `added` marks what comes on top of another count ("three more died"), `real` is False for tolls that are feared or forecast.
    `running`: the day up to which a growing count counts, where the words mark one; its `date` is None then. `grew_to`: the claim id of
    the total that this number is told as the growth of. `wider`: the words that name a part of it elsewhere ("14 of them at the
    depot"). `aspect`: the question that it answers. `person`: whom it tells of, where it tells of one person."""

    claim: Claim
    figure: Figure
    population: Population
    places: frozenset[str]
    date: When | None
    words: frozenset[str]
    speaker: str
    added: bool = False
    doer: str = ""
    doer_name: str = ""
    side: str = ""
    real: bool = True
    running: str = ""
    grew_to: str = ""
    wider: str = ""
    aspect: Aspect = _OTHER
    person: Person | None = None

    @property
    def topic(self) -> tuple[str, ...]:
        """What must be equal for two figures to answer one question."""
        people = "people" if self.population.whole or not self.aspect.counts else self.population.name
        kind = ("added " if self.added else "") + ("" if self.real else "possible")
        return (self.measure, people, kind, str(self.aspect.index))

    @property
    def asked(self) -> tuple[str, ...]:
        """The topic, whoever is counted."""
        return (self.measure, *self.topic[2:])

    @property
    def measure(self) -> str:
        """The measure that is asked after: of "87 people were held" those detained."""
        return self.aspect.measure


def counted(claim: Claim, dossier: Dossier) -> Counted:
    """The figure claim with its surroundings."""
    assert claim.figure is not None
    figure = claim.figure
    doer = doer_of(claim, dossier) if figure.measure in _BY_DOER else None
    sender = (doer.entity or dossier.taken_up(claim.report, doer.text)) if doer else None
    side = _side_of(claim, dossier) if figure.measure in (*_BY_DOER, "killed", "injured", "detained") else ""
    if side and not doer and figure.measure in _BY_DOER:
        sender = side
    up_to, grew = running.up_to(claim, dossier), running.grew_to(claim, dossier)
    population = population_in(figure.counted, _about(claim, dossier))
    if population.name != "people" and population.whole and _beside_fighters(claim, dossier):
        population = replace(population, whole=False)
    return Counted(
        claim=claim,
        figure=figure,
        population=population,
        added=(figure.measure == "killed" and _is_added(claim, dossier) and not grew) or _is_new(figure),
        places=innermost(frozenset(claim.places), dossier.entities),
        date=None if up_to else claim.date,
        words=dossier.words_of(claim),
        speaker=dossier.speaker_of(claim),
        doer=sender or (doer.text.casefold() if doer else ""),
        doer_name=dossier.name_of(sender) or (_within(doer.text) if doer else ""),
        side=side if population.name in _SIDED else "",
        real=figure.measure in _ANY_MODALITY or claim.modality in _REAL,
        running=up_to,
        grew_to=grew,
        wider=running.parted(claim, dossier),
        aspect=aspect_of(claim, population, dossier),
    )


def told_singly(figures: Sequence[Counted], persons: Mapping[str, Person]) -> list[Counted]:
    """The figures; one that tells of one person counts people, unless those of the class who fight are counted as well."""
    counts = {(f.figure.measure, f.population.name) for f in figures if f.claim.id not in persons}
    found = []
    for figure in figures:
        person = persons.get(figure.claim.id)
        fights = figure.population.name in _FIGHTING and (figure.figure.measure, figure.population.name) in counts
        if person is not None and not fights:
            figure = replace(figure, person=person, population=EVERYBODY, added=False)
        found.append(figure)
    return found


def _about(claim: Claim, dossier: Dossier) -> str:
    """The words of the clause that speak of this figure: from it to the next number or enumeration."""
    assert claim.figure is not None
    text = dossier.reports[claim.report].text
    after = text[claim.figure.start : max(claim.end, claim.figure.end)]
    own = claim.figure.end - claim.figure.start
    others = [n.start for n in find_numerals(after) if n.start >= own]
    cut = _ENUMERATES.search(after, own)
    return after[: min([*others, cut.start() if cut else len(after)])]


def _beside_fighters(claim: Claim, dossier: Dossier) -> bool:
    """Whether the sentence counts those who fight beside the civilians: then civilians are not all of the people."""
    assert claim.figure is not None
    return any(
        other.figure and other.figure.measure == claim.figure.measure and not other.figure.of
        and population_of(other.figure.counted).name in _FIGHTING
        for other in dossier.figures_beside(claim)
    )  # fmt: skip


def _within(words: str) -> str:
    """The words with a leading article small."""
    words = " ".join(words.split())
    return words[:1].lower() + words[1:] if words.startswith(("The ", "A ", "An ")) else words


def _side_of(claim: Claim, dossier: Dossier) -> str:
    """Whose they are: the one that the counted words name ("Verdanian soldiers"), or the speaker of "its soldiers"."""
    assert claim.figure is not None
    named = dossier.named_within(claim.report, claim.figure.start, claim.figure.end)
    if named:
        return named
    words = claim.figure.text[-(len(claim.figure.counted or "") + 12) :]
    own = _THEIR.search(words) and claim.attribution
    return (claim.attribution[-1].entity or "") if own else ""


def _is_new(figure: Figure) -> bool:
    """ "412 new cases": what came on top of a count."""
    return figure.measure == "other" and (figure.counted or "").casefold().startswith("new ")


def _is_added(claim: Claim, dossier: Dossier) -> bool:
    """ "Three more died", "another 10 bodies": on top of another count."""
    assert claim.figure is not None
    text = dossier.reports[claim.report].text
    words = text[max(0, claim.figure.start - 10) : claim.figure.end + 12]
    return bool(_ADDED.search(words))


def doer_of(claim: Claim, dossier: Dossier) -> Participant | None:
    """Who does what the figure counts: the first actor of the narrowest event whose clause holds the figure, or that it is
    done to ("the 40 divers whom the port sent")."""
    assert claim.figure is not None
    holding = [
        (not _is_done_to(other, claim.figure), other.end - other.start, other.id, other.event.actors[0])
        for other in dossier.events_of(claim.report)
        if other.event and other.event.actors and _holds(other, claim.figure)
        and not _overlaps(other.event.actors[0], claim.figure)
    ]  # fmt: skip
    return min(holding, key=lambda row: row[:3])[3] if holding else None


def _holds(event: Claim, figure: Figure) -> bool:
    return (event.start <= figure.start and figure.end <= event.end) or _is_done_to(event, figure)


def _is_done_to(event: Claim, figure: Figure) -> bool:
    """Whether the figure's words are a target of the event."""
    assert event.event is not None
    return any(_overlaps(target, figure) for target in event.event.targets)


def _overlaps(actor: Participant, figure: Figure) -> bool:
    return actor.start < figure.end and figure.start < actor.end
